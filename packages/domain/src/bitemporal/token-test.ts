import type { PartyId, PolicyEvent } from '../events/envelope.js';
import { readFilterTokens } from './filter-tokens.js';
import { fold } from './fold.js';
import { subjectOf } from './record-index.js';
import type { Slot } from './slot-history.js';
import type { Timeline } from './timeline.js';

/** The tokens as tests on a timeline: families are alternatives, so are parties; every word must be found. */
export function tokenTest(
  timeline: Timeline,
  tokens: readonly string[],
): { slot(slot: Pick<Slot, 'id'>): boolean; event(event: PolicyEvent): boolean } {
  const { parties: names } = timeline.record;
  const { families, parties, words } = readFilterTokens(tokens, (id) => names.has(id));
  const concerns = (ids: readonly PartyId[]): boolean =>
    parties.size === 0 || ids.some((id) => id === '*' || parties.has(id));
  const found = (texts: readonly string[], ids: readonly PartyId[]): boolean =>
    words.length === 0 ||
    words.every((word) =>
      [...texts, ...ids.flatMap((id) => [names.get(id)?.en ?? '', names.get(id)?.ja ?? ''])].some((text) =>
        fold(text).includes(word),
      ),
    );
  return {
    slot: ({ id }) => {
      const subject = timeline.subject(subjectOf(id));
      return (
        (families.size === 0 || families.has(subject.family)) &&
        concerns([...subject.partners, ...subject.authorities]) &&
        found([subject.title.en, subject.title.ja, id], subject.partners)
      );
    },
    event: (event) =>
      (families.size === 0 || families.has(event.family)) &&
      concerns([...event.targets, ...event.actors]) &&
      found(
        [event.title.en, event.title.ja, event.id, event.stream, ...event.effects.map(({ slot }) => slot)],
        event.targets,
      ),
  };
}
