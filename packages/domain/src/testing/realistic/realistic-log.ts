import { addDays, type Day, formatDay, parseDay } from '../../calendar/civil-day.js';
import type { LogEvent, LogRecord } from '../../events/record-event.js';
import { nextAct } from './next-act.js';
import { Random, Zipf } from './random.js';
import { SlotStory } from './slot-story.js';
import { PARTNERS, type SubjectOfSlot, subjectOfSlot, TOPICS } from './subjects.js';

export interface RealisticLog {
  /** Log records in all, the descriptions at the beginning included. */
  readonly events: number;
  readonly slots: number;
  readonly seed?: number;
}
/** The sizes that the goals speak of, and a small one. */
export const LOG_SIZES = {
  '10k': { events: 10_000, slots: 1_000 },
  '100k': { events: 100_000, slots: 10_000 },
  '1M': { events: 1_000_000, slots: 50_000 },
} as const;
export type LogSize = keyof typeof LOG_SIZES;

export const FIRST_TOLD: Day = parseDay('1995-01-01');
export const LAST_TOLD: Day = parseDay('2026-09-30');
const SUBJECTS_PER_RECORD = 250;
const COVERAGE_UPDATES = 120;
const FEWEST_BETWEEN_UPDATES = 100;
const SLOTS_OF_ONE_ORDER = 6;

/**
 * A made-up log that behaves like real ones, event by event and always the same for the same seed: few slots hear of most
 * acts (Zipf), about a tenth is told after the fact, some are found late, measures are announced, postponed, paused, extended,
 * ended, vacated and taken back, several sources tell of one act, days are known only as months, and the record itself is
 * corrected. Every event is one that `decideAppend`, `decideCorrection` or `decideVoid` would accept after those before it.
 */
export function* realisticLog({ events, slots, seed = 20261121 }: RealisticLog): Generator<LogRecord> {
  const random = new Random(seed);
  const zipf = new Zipf(slots);
  const stories = new Map<number, { readonly subject: SubjectOfSlot; readonly story: SlotStory }>();
  const placeOf = (index: number) => {
    const place = stories.get(index) ?? { subject: subjectOfSlot(index), story: new SlotStory() };
    stories.set(index, place);
    return place;
  };

  let position = 0;
  for (const event of preface(slots)) {
    if (position >= events) return;
    yield { position: position++, event };
  }
  const told = events - position;
  const updateEvery = Math.max(FEWEST_BETWEEN_UPDATES, Math.ceil(told / COVERAGE_UPDATES));
  for (let i = 0; position < events; i++) {
    // Later years are told more densely, as in every record.
    const today = addDays(FIRST_TOLD, Math.floor((LAST_TOLD - FIRST_TOLD) * (i / told) ** 0.6));
    if (i % updateEvery === updateEvery - 1) {
      const { topic, family } = TOPICS[Math.floor(i / updateEvery) % TOPICS.length] as (typeof TOPICS)[0];
      yield { position, event: covered(topic, family, addDays(today, 60), position) };
    } else {
      const index = zipf.draw(random);
      const { subject, story } = placeOf(index);
      yield {
        position,
        event: nextAct({
          random,
          id: `told-${position}`,
          today,
          subject,
          story,
          neighbours: neighboursOf(index, slots).map(placeOf),
        }),
      };
    }
    position++;
  }
}

/** The next partners of the same programme. */
function neighboursOf(index: number, slots: number): number[] {
  const near: number[] = [];
  for (let i = index + 1; i < slots && near.length < SLOTS_OF_ONE_ORDER; i++) {
    if (Math.floor(i / PARTNERS.length) !== Math.floor(index / PARTNERS.length)) break;
    if (i % 10 !== 9 && index % 10 !== 9) near.push(i);
  }
  return near;
}

/** Names, subjects and coverage: what a record says before it tells of any act. */
function* preface(slots: number): Generator<LogEvent> {
  yield {
    id: 'parties',
    schemaVersion: 1,
    stream: 'parties',
    type: 'PartiesDescribed',
    parties: Object.fromEntries(PARTNERS.map((id) => [id, { en: id, ja: id }])),
  };
  for (const { topic, family } of TOPICS) yield covered(topic, family, LAST_TOLD, -1);
  for (let first = 0; first < slots; first += SUBJECTS_PER_RECORD) {
    const indexes = Array.from({ length: Math.min(SUBJECTS_PER_RECORD, slots - first) }, (_, i) => first + i);
    yield {
      id: `subjects-${first}`,
      schemaVersion: 1,
      stream: 'subjects',
      type: 'SubjectsDescribed',
      subjects: indexes.filter((i) => i % 10 !== 9).map((i) => subjectOfSlot(i).description),
    };
  }
}

/** Coverage is mostly complete to the end; an update tells of a source that is behind. */
function covered(
  topic: string,
  family: (typeof TOPICS)[0]['family'],
  through: Day,
  position: number,
): LogEvent {
  return {
    id: position < 0 ? `coverage-${topic}` : `coverage-${topic}-${position}`,
    schemaVersion: 1,
    stream: 'coverage',
    type: 'CoverageDeclared',
    topic,
    title: { en: topic, ja: topic },
    family,
    source: 'register',
    completeFrom: formatDay(FIRST_TOLD).slice(0, 4),
    completeThrough: formatDay(through),
  };
}
