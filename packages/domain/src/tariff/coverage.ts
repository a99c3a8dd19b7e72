import type { Timeline } from '../bitemporal/timeline.js';
import type { Day } from '../calendar/civil-day.js';
import { spellDay } from '../calendar/spelled-date.js';
import type { Text } from '../events/text.js';
import type { Instruments } from './instruments.js';

/** How far the record of a topic that a quote rests on is complete. */
export interface CoverageTouched {
  readonly topic: string;
  /** Last day covered; null: none is declared. */
  readonly through: Day | null;
}

export const coverageOf = (timeline: Timeline, topics: ReadonlySet<string>): readonly CoverageTouched[] =>
  [...topics].sort().map((topic) => ({ topic, through: timeline.coverageOf(topic)?.through ?? null }));

/** Topics whose record begins after the day, or ends before it. */
export function outsideCoverage(
  timeline: Timeline,
  { firstComplete }: Instruments,
  topics: ReadonlySet<string>,
  date: Day,
): readonly Text[] {
  return [...topics].sort().flatMap((topic) => {
    const from = firstComplete.get(topic);
    const { through = null, rows = [] } = timeline.coverageOf(topic) ?? {};
    const name = rows[0]?.title ?? { en: topic, ja: topic };
    if (from !== undefined && date < from)
      return [
        {
          en: `the record of “${name.en}” is complete only from ${spellDay(from, 'en')}`,
          ja: `「${name.ja}」の記録は${spellDay(from, 'ja')}以降のみ網羅している`,
        },
      ];
    if (through !== null && date > through)
      return [
        {
          en: `the record of “${name.en}” is complete only through ${spellDay(through, 'en')}`,
          ja: `「${name.ja}」の記録は${spellDay(through, 'ja')}までのみ網羅している`,
        },
      ];
    return [];
  });
}
