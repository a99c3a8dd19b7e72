import { expect, it } from 'vitest';
import type { LogRecord } from '../events/record-event.js';
import { realisticLog } from '../testing/realistic/realistic-log.js';
import { LogPrefix } from './log-prefix.js';
import { CachedRecords, type RecordSource } from './record-source.js';
import { inOneGo } from './slices.js';

const records: readonly LogRecord[] = [...realisticLog({ events: 3_000, slots: 40 })];
/** As a log gives them: another object each time. */
const read: RecordSource = { at: (position) => structuredClone(records[position] as LogRecord) };

/** Everything that can be asked of a prefix. */
const told = (log: LogPrefix) =>
  Array.from({ length: log.length }, (_, i) => [
    log.at(i),
    log.positionAt(i),
    log.idAt(i),
    log.isId(i, records[i]?.event.id ?? ''),
    log.isId(i, 'another'),
    log.isRecordEvent(i),
  ]);

it.each([
  [
    'records let go of',
    () => {
      const log = LogPrefix.of(records.slice(0, 2500));
      inOneGo(log.letGo(read));
      return log;
    },
  ],
  ['records that were never held', () => LogPrefix.over(read, 2500)],
  [
    'records of which only the names are held',
    () => LogPrefix.over(read, 2500, LogPrefix.of(records.slice(0, 2500)).names),
  ],
  [
    'names taken over from records let go of',
    () => {
      const log = LogPrefix.of(records.slice(0, 2500));
      inOneGo(log.letGo(read));
      return LogPrefix.over(read, 2500, log.names);
    },
  ],
])('a prefix of %s reads as one of objects, and grows and ends as that does', (_what, prefix) => {
  const log = prefix();
  expect(told(log)).toEqual(told(LogPrefix.of(records.slice(0, 2500))));
  const grown = log.with(records.slice(2500, 2600)).with(records.slice(2600));
  inOneGo(grown.letGo(read));
  expect(told(grown)).toEqual(told(LogPrefix.of(records)));
  expect(told(log)).toEqual(told(LogPrefix.of(records.slice(0, 2500))));
  for (const length of [0, 1, 1023, 1024, 1025, 2048, 2499])
    expect(told(grown.upTo(length))).toEqual(told(LogPrefix.of(records.slice(0, length))));
  expect([grown.at(-1), grown.at(records.length), grown.idAt(records.length)]).toEqual([
    undefined,
    undefined,
    undefined,
  ]);
});

it('what is let go of is let go of by the versions before and after, and what rivals append never is', () => {
  const start = LogPrefix.of(records.slice(0, 1500));
  const [appended, rival] = [start.with(records.slice(1500)), start.with(records.slice(1500))];
  inOneGo(appended.letGo(read));
  expect(start.at(0)).not.toBe(records[0]);
  expect(rival.at(0)).not.toBe(records[0]);
  expect(rival.at(1500)).toBe(records[1500]);
  expect(appended.at(1500)).not.toBe(records[1500]);
});

it('knows what it has grown from: not a rival, be it with the same events', () => {
  const start = LogPrefix.of(records.slice(0, 1500));
  const next = start.with(records.slice(1500, 1600));
  const rival = start.with(records.slice(1500, 1600));
  const last = next.with(records.slice(1600));
  for (const letGo of [false, true]) {
    if (letGo) inOneGo(last.letGo(read));
    expect([start, next, rival, last].map((log) => last.continues(log))).toEqual([true, true, false, true]);
    expect([start, next, rival, last].map((log) => rival.continues(log))).toEqual([true, false, true, false]);
    expect(last.continues(LogPrefix.of([]))).toBe(true);
  }
});

it('records that do not follow on each other are never let go of', () => {
  const held = records.slice(0, 1024).map((r) => (r.position < 500 ? r : { ...r, position: r.position + 1 }));
  const log = LogPrefix.of(held);
  inOneGo(log.letGo({ at: () => expect.fail('asked') }));
  expect(log.toArray()).toEqual(held);
});

it('ids beyond ASCII are found as they were written', () => {
  const ids = ['', 'é', 'e\u0301', '関税', '関', '\ufeffmark', 'mark', '😀', 'a\0b', '\ud800'];
  const named = records.slice(0, 2048).map((r) => ({
    ...r,
    event: { ...r.event, id: ids[r.position] ?? r.event.id },
  }));
  const log = LogPrefix.of(named);
  inOneGo(log.letGo(read));
  for (const prefix of [log, LogPrefix.over(read, 2048, log.names)]) {
    ids.forEach((id, i) => {
      expect(prefix.idAt(i)).toBe(id);
      expect(ids.filter((other) => prefix.isId(i, other))).toEqual([id]);
    });
    expect(prefix.idAt(2000)).toBe(records[2000]?.event.id);
  }
});

it('a cache of few records gives each of them, the same object while it is kept', () => {
  let asked = 0;
  const counting: RecordSource = {
    at(position) {
      asked++;
      return read.at(position);
    },
  };
  const cache = new CachedRecords(counting, 4);
  for (const position of [0, 4, 1, 0, 4, 1, 2, 3, 7, 3])
    expect(cache.at(position)).toEqual(records[position]);
  expect(asked).toBe(9);
  expect(cache.at(2)).toBe(cache.at(2));
  const faulty = new CachedRecords(
    {
      at: (position) => {
        if (position === 4) throw new Error('damaged');
        return read.at(position);
      },
    },
    4,
  );
  expect(faulty.at(0)).toEqual(records[0]);
  expect(() => faulty.at(4)).toThrow('damaged');
  expect(() => faulty.at(4)).toThrow('damaged');
  expect(faulty.at(0)).toEqual(records[0]);
});
