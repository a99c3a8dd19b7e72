import { isFirm } from '../bitemporal/statement.js';
import type { Timeline } from '../bitemporal/timeline.js';
import type { Day } from '../calendar/civil-day.js';
import { parsePartialDate } from '../calendar/partial-date.js';
import { deadlineId } from '../deadlines/deadline-id.js';
import { kindOf } from '../deadlines/deadline-kind.js';
import { type DeadlineRow, deadlineRows } from '../deadlines/deadline-rows.js';
import type { Deadline } from '../deadlines/list-deadlines.js';
import { outcomeOf } from '../deadlines/outcome.js';
import type { PolicyEvent, SlotId } from '../events/envelope.js';
import { sameValue } from '../events/value.js';
import { factOf } from '../project/facts.js';
import type { SettledEvent } from '../project/settled-events.js';
import { endWindow, startWindow, type Window } from '../project/window.js';

/** A dated source read on its own day, and what became of what it looked forward to. */
export interface PaperReading {
  /** The last day on which it may have been written: the day, and the knowledge, it is read with. */
  readonly day: Day;
  /** Ids of the events that cite it and look back or describe the day, in order of the log. */
  readonly said: readonly string[];
  /** What it looked forward to on its day, soonest first, outlook without a day last; each with its outcome by all that is recorded. */
  readonly expected: readonly Deadline[];
  /** The slots its events speak of, in order of slot id. */
  readonly slots: readonly SlotId[];
  /** Where a better source tells of the same act: the paper's event, the one the record goes by, and whether they differ. */
  readonly accounts: readonly PaperAccount[];
}

export interface PaperAccount {
  readonly said: string;
  readonly record: string;
  /** Days that cannot be the same, or another value on a slot that both speak of. */
  readonly differs: boolean;
}

/** @returns null when no event cites a source of that id. */
export function paperReading(timeline: Timeline, source: string): PaperReading | null {
  const citing = [...timeline.record.events.values()].filter(({ event }) =>
    event.sources.some(({ id }) => id === source),
  );
  if (citing.length === 0) return null;
  const day = dayOf(
    timeline,
    source,
    citing.map(({ event }) => event),
  );
  const expected = citing.flatMap((settled) => expectedOf(timeline, settled, day));
  const ahead = new Set(expected.map(({ event }) => event));
  return {
    day,
    said: citing.map(({ event }) => event.id).filter((id) => !ahead.has(id)),
    expected: expected.sort(
      (a, b) =>
        (a.earliest ?? Number.MAX_SAFE_INTEGER) - (b.earliest ?? Number.MAX_SAFE_INTEGER) ||
        (a.id < b.id ? -1 : 1),
    ),
    slots: [...new Set(citing.flatMap(({ event }) => event.effects.map(({ slot }) => slot)))].sort(),
    accounts: citing.filter(({ projects }) => !projects).map(({ event }) => accountOf(timeline, event)),
  };
}

/** The day of the event that records the paper itself; for any other source the last day of the date it carries. */
function dayOf(timeline: Timeline, source: string, citing: readonly PolicyEvent[]): Day {
  const written = citing.find(({ type }) => type === 'PaperWritten');
  const known = written && timeline.record.knownWindows.get(written.id);
  if (known) return known.nominal;
  const carried = citing
    .flatMap(({ sources }) => sources)
    .filter(({ id }) => id === source)
    .map(({ date }) => parsePartialDate(date, 'source.date').last);
  return carried.reduce((a, b) => (a > b ? a : b));
}

function expectedOf(timeline: Timeline, { event, projects }: SettledEvent, day: Day): Deadline[] {
  if (!projects) return displacedExpectations(timeline, event, day);
  const standing = deadlineRows(timeline).filter(
    (row) => row.event === event.id && row.knownFrom <= day && row.awaitedUntil > day,
  );
  if (standing.length > 0)
    return [...new Map(standing.map((row) => [deadlineId(row), row])).entries()].map(([id, row]) => ({
      ...row,
      id,
      daysLeft: row.earliest === null ? null : Math.max(0, row.earliest - day),
    }));
  const known = timeline.record.knownWindows.get(event.id);
  if (!known || event.family !== 'FORECAST' || isFirm(event.modality)) return [];
  const window = startWindow(event.effective.from, known.nominal);
  return [
    {
      ...ownDay(event, 'START', null),
      firmness: 'NO_DATE',
      earliest: null,
      latest: null,
      daysLeft: null,
      awaitedUntil: day,
      knownFrom: known.nominal,
      knownUntil: day,
      ...outcomeOf(timeline, event, { edge: 'START', window, slots: null }, true),
    },
  ];
}

/** The first or last day of the event as a whole. */
function ownDay(
  event: PolicyEvent,
  edge: DeadlineRow['edge'],
  date: string | null,
): Pick<Deadline, 'id' | 'event' | 'edge' | 'ofEffects' | 'kind' | 'date'> {
  const named = { event: event.id, edge, ofEffects: false, date };
  return { ...named, id: deadlineId(named), kind: kindOf(event, { ...named, effects: event.effects }) };
}

/** A day ahead of the paper's own, in an account whose act a better source tells: that source says what became of it. */
function displacedExpectations(timeline: Timeline, event: PolicyEvent, day: Day): Deadline[] {
  const known = timeline.record.knownWindows.get(event.id);
  if (!known) return [];
  return edgesOf(event, known.nominal)
    .filter(({ window }) => window.text !== null && window.latest > day)
    .map(({ edge, window }) => ({
      ...ownDay(event, edge, window.text),
      firmness: event.modality === 'CONDITIONAL' ? 'CONDITIONAL' : 'FIXED',
      earliest: window.earliest,
      latest: window.latest,
      daysLeft: Math.max(0, window.earliest - day),
      awaitedUntil: window.latest,
      knownFrom: known.nominal,
      knownUntil: day,
      ...outcomeByRecord(timeline, event, edge, window),
    }));
}

function outcomeByRecord(
  timeline: Timeline,
  event: PolicyEvent,
  edge: DeadlineRow['edge'],
  expected: Window,
): Pick<Deadline, 'outcome' | 'outcomeBy'> {
  const answered = outcomeOf(timeline, event, { edge, window: expected, slots: null }, false);
  if (answered.outcomeBy !== null) return answered;
  const record = recordOf(timeline, event);
  const known = timeline.record.knownWindows.get(record.id)?.nominal;
  const happened =
    known === undefined ? undefined : edgesOf(record, known).find((one) => one.edge === edge)?.window;
  if (!happened || !isFirm(record.modality))
    return outcomeOf(timeline, record, { edge, window: expected, slots: null }, false);
  const outcomeBy = record.id;
  if (happened.earliest > expected.latest) return { outcome: 'EXTENDED', outcomeBy };
  if (happened.latest < expected.earliest) return { outcome: 'BROUGHT_FORWARD', outcomeBy };
  const later = outcomeOf(timeline, record, { edge, window: happened, slots: null }, false);
  const changedOn = timeline.record.knownWindows.get(later.outcomeBy ?? '')?.nominal;
  const hadCome = changedOn === undefined || changedOn > happened.latest;
  return hadCome && timeline.newestKnown > happened.latest ? { outcome: 'KEPT', outcomeBy } : later;
}

function accountOf(timeline: Timeline, event: PolicyEvent): PaperAccount {
  const record = recordOf(timeline, event);
  const windowOf = (one: PolicyEvent): Window =>
    startWindow(
      one.effective.from,
      timeline.record.knownWindows.get(one.id)?.nominal ?? timeline.newestKnown,
    );
  const [a, b] = [windowOf(event), windowOf(record)];
  const otherDays = a.text !== null && b.text !== null && (a.latest < b.earliest || b.latest < a.earliest);
  const otherValue = event.effects.some(({ slot, value }) => {
    const same = record.effects.find((effect) => effect.slot === slot);
    return same?.value !== undefined && value !== undefined && !sameValue(same.value, value);
  });
  return { said: event.id, record: record.id, differs: otherDays || otherValue };
}

function recordOf(timeline: Timeline, event: PolicyEvent): PolicyEvent {
  return timeline.event(timeline.record.accounts.get(factOf(event)) ?? event.id)?.event ?? event;
}

function edgesOf(event: PolicyEvent, known: Day): { edge: DeadlineRow['edge']; window: Window }[] {
  const start = { edge: 'START' as const, window: startWindow(event.effective.from, known) };
  const { until } = event.effective;
  return until ? [start, { edge: 'END' as const, window: endWindow(until, known) }] : [start];
}
