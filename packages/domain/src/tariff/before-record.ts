import type { Timeline } from '../bitemporal/timeline.js';
import { spellDay } from '../calendar/spelled-date.js';
import type { Text } from '../events/text.js';
import { type CoverageTouched, coverageOf } from './coverage.js';
import type { DutyReading } from './duty-reading.js';
import type { DutySlot, Instruments } from './instruments.js';
import { lineOf, type TariffLine } from './line.js';

/** What can be said of a day of which the record does not speak: every line open, no total. */
export interface Unrecorded {
  readonly why: Text;
  readonly lines: readonly TariffLine[];
  readonly coverage: readonly CoverageTouched[];
}

export function beforeTheRecord(
  timeline: Timeline,
  instruments: Instruments,
  duties: readonly DutySlot[],
): Unrecorded {
  const begins = instruments.begins;
  const why: Text =
    begins === null
      ? { en: 'The record holds no duty.', ja: '記録に関税措置がない。' }
      : {
          en: `The record speaks only from ${spellDay(begins, 'en')} on; what was due before is not recorded.`,
          ja: `記録は${spellDay(begins, 'ja')}以降のみで、それより前の課税の有無は記録がない。`,
        };
  const lines = duties.flatMap((duty): TariffLine[] => {
    const [statement, terms] = [...duty.terms].sort(([a], [b]) => a.position - b.position)[0] ?? [];
    if (!statement || !terms) return [];
    const reading: DutyReading = {
      duty,
      status: 'UNKNOWN',
      statement,
      terms,
      value: null,
      before: null,
      decidedBy: statement.event,
      scheduledUntil: null,
      projected: false,
      certainty: 'CERTAIN',
      openStart: null,
    };
    return [
      lineOf(reading, {
        status: 'UNRESOLVED',
        rate: { kind: 'NONE' },
        additionalPercent: null,
        reason: why,
        displacedBy: null,
      }),
    ];
  });
  const topics = new Set(duties.flatMap(({ topic }) => topic ?? []));
  return { why, lines, coverage: coverageOf(timeline, topics) };
}
