import type { PolicyEvent } from '../events/envelope.js';
import { eventType } from '../events/families.js';
import type { Text } from '../events/text.js';
import type { Refuse } from './decision.js';

const ID = /^[a-z0-9][a-z0-9._:/-]{0,199}$/i;
/** Fits a summary of a few sentences; longer prose belongs to the source. */
const LONGEST_TEXT = 4000;

/** ISO 3166-1 alpha-3, a body, or everyone. */
const PARTY = /^([A-Z]{3}|org:[a-z0-9][a-z0-9-]{0,60}|\*)$/;

/** Names, languages, sources and relations; `exists` says whether an id is an event of the record or of the batch. */
export function checkEnvelope(event: PolicyEvent, exists: (id: string) => boolean, refuse: Refuse): void {
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
  if (!ID.test(event.topic))
    refuse(
      'topic',
      `"${event.topic.slice(0, 60)}" is not a topic; write a word such as reciprocal-tariffs.`,
      'TOPIC_FORM',
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
  checkParties(event, refuse);
  checkSources(event, refuse);
  event.relations.forEach((relation, i) => {
    if (relation.to === event.id)
      refuse(`relations[${i}].to`, 'is the event itself; name another event.', 'SELF_RELATION');
    else if (!exists(relation.to)) {
      refuse(
        `relations[${i}].to`,
        `"${relation.to.slice(0, 80)}" is no event of the record; append that event first or correct the id.`,
        'UNKNOWN_RELATION',
      );
    }
  });
}

function checkParties({ actors, targets }: PolicyEvent, refuse: Refuse): void {
  for (const [field, parties] of Object.entries({ actors, targets }))
    parties.forEach((party, i) => {
      if (!PARTY.test(party))
        refuse(
          `${field}[${i}]`,
          `"${party.slice(0, 60)}" is no country or body; write ISO 3166-1 alpha-3 (JPN), an org: id (org:eu) or * for everyone.`,
          'UNKNOWN_PARTY',
          'INVALID_INPUT',
        );
    });
}

function checkSources({ sources }: PolicyEvent, refuse: Refuse): void {
  if (sources.length === 0)
    refuse('sources', 'no source is given; every fact names at least one.', 'UNSOURCED');
  sources.forEach((source, i) => {
    if (source.publisher.trim() === '' || source.title.en.trim() === '')
      refuse(`sources[${i}]`, 'a source needs a title, a publisher and a date.', 'UNSOURCED');
    if (!ID.test(source.id))
      refuse(
        `sources[${i}].id`,
        `"${source.id.slice(0, 60)}" is not an id; write for example eo-14257, the same wherever the source is named.`,
        'ID_FORM',
        'INVALID_INPUT',
      );
    if (source.url !== undefined && !/^https?:\/\/\S+$/i.test(source.url))
      refuse(
        `sources[${i}].url`,
        `"${source.url.slice(0, 60)}" is no http or https address; write one that a reader can follow, or leave it out.`,
        'URL_FORM',
        'INVALID_INPUT',
      );
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
