import type { Timeline } from '../bitemporal/timeline.js';
import type { PolicyEvent } from '../events/envelope.js';
import { eventType } from '../events/families.js';
import type { Text } from '../events/text.js';
import type { Refuse } from './decision.js';

const ID = /^[a-z0-9][a-z0-9._:/-]{0,199}$/i;
/** Fits a summary of a few sentences; longer prose belongs to the source. */
const LONGEST_TEXT = 4000;

/** Names, languages, sources and relations. */
export function checkEnvelope(
  event: PolicyEvent,
  timeline: Timeline,
  batch: readonly PolicyEvent[],
  refuse: Refuse,
): void {
  if (!ID.test(event.id))
    refuse(
      'id',
      `"${event.id.slice(0, 60)}" is not an id; write letters, digits, . _ : / - (at most 200).`,
      'ID_FORM',
      'INVALID_INPUT',
    );
  if (!ID.test(event.stream))
    refuse(
      'stream',
      `"${event.stream.slice(0, 60)}" is not a stream; write a path such as tariff/us/reciprocal.`,
      'STREAM_FORM',
      'INVALID_INPUT',
    );
  const known = eventType(event.type);
  if (!known)
    refuse(
      'type',
      `"${event.type}" is no event type of any family; write for example TariffOrdered or MemberLeft.`,
      'UNKNOWN_TYPE',
      'INVALID_INPUT',
    );
  else if (known.family.family !== event.family)
    refuse(
      'family',
      `${event.type} belongs to ${known.family.family}, not ${event.family}.`,
      'WRONG_FAMILY',
      'INVALID_INPUT',
    );
  else {
    event.effects.forEach((effect, i) => {
      if (!known.definition.acts.includes(effect.act)) {
        refuse(
          `effects[${i}].act`,
          `${event.type} cannot ${effect.act}; it allows ${known.definition.acts.join(', ') || 'no effects'}.`,
          'ACT_NOT_ALLOWED',
          'INVALID_INPUT',
        );
      }
    });
  }
  bothLanguages(event.title, 'title', refuse);
  bothLanguages(event.summary, 'summary', refuse);
  if (event.sources.length === 0)
    refuse('sources', 'no source is given; every fact names at least one.', 'UNSOURCED');
  event.sources.forEach((source, i) => {
    if (source.publisher.trim() === '' || source.title.en.trim() === '')
      refuse(`sources[${i}]`, 'a source needs a title, a publisher and a date.', 'UNSOURCED');
  });
  event.relations.forEach((relation, i) => {
    if (!timeline.event(relation.to) && !batch.some(({ id }) => id === relation.to)) {
      refuse(
        `relations[${i}].to`,
        `"${relation.to.slice(0, 80)}" is no event of the record; append that event first or correct the id.`,
        'UNKNOWN_RELATION',
      );
    }
  });
}

function bothLanguages(text: Text, field: string, refuse: Refuse): void {
  for (const language of ['en', 'ja'] as const) {
    if (text[language].trim() === '')
      refuse(
        `${field}.${language}`,
        'is empty; the record is kept in both languages.',
        'MISSING_LANGUAGE',
        'INVALID_INPUT',
      );
    if (text[language].length > LONGEST_TEXT)
      refuse(
        `${field}.${language}`,
        `is ${text[language].length} characters long; write at most ${LONGEST_TEXT}.`,
        'TOO_LONG',
        'INVALID_INPUT',
      );
  }
}
