import { type LogEvent, PackReader, packOf, parseDay, Timeline } from '@policy-timeline/domain';
import { describe, expect, it } from 'vitest';
import { densityBins } from './density-bins';
import type { Knowledge } from './knowledge';
import { laneBars } from './lanes';
import { recentChanges } from './recent-changes';
import { scrubRange } from './scrub-range';
import { recordFrame, scrubView } from './scrub-view';
import { slotFilter, slotsOf } from './slot-filter';
import { slotRanks } from './slot-ranks';
import { stepInChain } from './step-in-chain';
import { stepToChange } from './step-to-change';

const source = {
  kind: 'OFFICIAL',
  id: 'eo',
  title: { en: 'Order', ja: '大統領令' },
  publisher: 'Federal Register',
  date: '2025-04-02',
} as const;

function policyEvent(id: string, from: string, knownOn: string, effect: object, until?: string): LogEvent {
  return {
    id,
    schemaVersion: 1,
    stream: 'tariff/us/reciprocal',
    topic: 'tariffs',
    family: 'TARIFF',
    type: 'TariffOrdered',
    modality: 'FACT',
    knownOn: { date: knownOn },
    knownBasis: 'ANNOUNCED',
    effective: { from: { date: from }, ...(until ? { until: { date: until } } : {}) },
    extent: 'STATE',
    actors: ['USA'],
    targets: ['JPN'],
    persons: [],
    title: { en: id, ja: id },
    summary: { en: id, ja: id },
    direction: 'TIGHTENING',
    relations: [],
    sources: [source],
    effects: [{ slot: 'tariff/us/reciprocal/JPN', ...effect }],
    inferred: [],
    data: {},
  } as unknown as LogEvent;
}
const rate = (ratePercent: number) => ({ kind: 'RATE', ratePercent, rateBasis: 'TOTAL' });
const events: LogEvent[] = [
  {
    id: 'coverage',
    schemaVersion: 1,
    stream: 'coverage',
    type: 'CoverageDeclared',
    topic: 'tariffs',
    title: { en: 'Tariffs', ja: '関税' },
    family: 'TARIFF',
    source: 'eo',
    completeFrom: '2025',
    completeThrough: '2025-12',
  },
  policyEvent('ordered', '2025-04-09', '2025-04-02', { act: 'ASSERT', value: rate(24) }),
  policyEvent('paused', '2025-04-10', '2025-04-09', { act: 'SUSPEND', value: rate(10) }, '2025-07-09'),
  policyEvent('lowered', '2025-08-07', '2025-07-31', { act: 'ASSERT', value: rate(15) }),
];
const reader = new PackReader(
  packOf(Timeline.of(events.map((event, position) => ({ position, event }))), { hash: 'h' }),
);
const frame = recordFrame(reader);
const at = (date: string, knowledge: Knowledge = { mode: 'now' }) => ({ date: parseDay(date), knowledge });
const view = (date: string, knowledge?: Knowledge, filter: readonly string[] = []) =>
  scrubView(reader, frame, {
    place: at(date, knowledge),
    pin: null,
    filter,
    selected: null,
    withPast: false,
    window: frame.range,
  });
const everything = [0];

describe('the view', () => {
  it('shows the pause in hindsight and tells the deciding act with its source', () => {
    const shown = view('2025-05-30');
    expect(shown.list.groups[0]?.rows[0]?.reading).toMatchObject({ status: 'SUSPENDED', value: rate(10) });
    expect(shown.tallies).toMatchObject({ SUSPENDED: 1, IN_FORCE: 0 });
    expect(shown.reason).toMatchObject({ event: { id: 'paused' }, sources: [{ id: 'eo' }] });
  });

  it('sets the plan of a fixed knowledge beside what came of it', () => {
    const shown = view('2025-08-10', { mode: 'fixed', day: parseDay('2025-05-30') });
    expect(shown.list.groups).toMatchObject([
      {
        key: 'DIFFERENT',
        rows: [{ reading: { value: rate(24), projected: true }, actual: { value: rate(15) } }],
      },
    ]);
  });

  it('lists what was planned between the fixed day and the date, and counts days from the date', () => {
    const planned = (date: string, day: string) =>
      view(date, { mode: 'fixed', day: parseDay(day) }).upcoming.map(({ deadline }) => [
        deadline.date,
        deadline.daysLeft,
      ]);
    expect(planned('2025-07-10', '2025-05-30')).toEqual([['2025-07-09', 0]]);
    expect(planned('2025-06-29', '2025-05-30')).toEqual([['2025-07-09', 10]]);
    expect(planned('2025-07-10', '2025-07-31')).toEqual([['2025-08-07', 28]]);
  });

  it('counts what the filter hides', () => {
    expect(view('2025-05-30', undefined, ['sanction'])).toMatchObject({ hidden: 1, list: { shown: 0 } });
    expect(view('2025-05-30', undefined, ['jpn', 'TARIFF'])).toMatchObject({ hidden: 0, list: { shown: 1 } });
  });
});

describe('changes', () => {
  it('names the change of thirty days by what it did', () => {
    expect(recentChanges(reader, everything, at('2025-07-20'))).toMatchObject([
      {
        kind: 'WORLD',
        change: 'RESUMED',
        day: parseDay('2025-07-09'),
        before: { value: rate(10) },
        after: { value: rate(24) },
      },
    ]);
    expect(recentChanges(reader, everything, at('2025-06-20'))).toEqual([]);
  });

  it('steps from change to change and ends with the record', () => {
    expect(stepToChange(reader, everything, at('2025-04-10'), 1)).toBe(parseDay('2025-07-09'));
    expect(stepToChange(reader, everything, at('2025-08-07'), -1)).toBe(parseDay('2025-07-09'));
    expect(stepToChange(reader, everything, at('2025-08-07'), 1)).toBeNull();
  });

  it('steps by announcements too when knowledge moves with the day', () => {
    expect(stepToChange(reader, everything, at('2025-03-01', { mode: 'lived' }), 1)).toBe(
      parseDay('2025-04-02'),
    );
  });
});

describe('rail', () => {
  it('cuts a bar at the known day: solid before, outlined after', () => {
    const bars = laneBars(
      reader,
      0,
      at('2025-06-01', { mode: 'fixed', day: parseDay('2025-05-30') }),
      scrubRange(reader.pack),
    );
    expect(bars.map(({ status, planned, continues }) => [status, planned, continues])).toEqual([
      ['IN_FORCE', false, false],
      ['SUSPENDED', false, false],
      ['SUSPENDED', true, true],
      ['IN_FORCE', true, false],
    ]);
  });

  it('counts only what was known by the day', () => {
    const passes = slotFilter(reader.pack, []);
    const sum = (known: string) =>
      densityBins(reader.pack, passes, frame.range, 10, parseDay(known)).tightening.reduce(
        (a, b) => a + b,
        0,
      );
    expect(sum('2025-04-10')).toBe(2);
    expect(sum('2025-08-07')).toBe(3);
    expect(slotsOf(reader.pack, passes)).toEqual([0]);
  });
});

describe('the chain of a slot', () => {
  const step = (date: string, direction: 1 | -1, knowledge?: Knowledge) => {
    const link = stepInChain(reader, 0, at(date, knowledge), direction);
    return link && [link.event.id, link.at, link.of, link.day];
  };
  it('leads from act to act by the day each became known, not by the day it begins', () => {
    expect(step('2025-01-01', 1)).toEqual(['ordered', 1, 3, parseDay('2025-04-02')]);
    expect(step('2025-04-02', 1)).toEqual(['paused', 2, 3, parseDay('2025-04-09')]);
    expect(step('2025-08-20', -1)).toEqual(['lowered', 3, 3, parseDay('2025-07-31')]);
    expect(step('2025-04-02', -1)).toBeNull();
  });
  it('ends at a fixed known day', () => {
    expect(step('2025-04-09', 1, { mode: 'fixed', day: parseDay('2025-05-30') })).toBeNull();
    expect(step('2025-04-02', 1, { mode: 'fixed', day: parseDay('2025-05-30') })).toEqual([
      'paused',
      2,
      2,
      parseDay('2025-04-09'),
    ]);
  });
});

describe('the order of a list', () => {
  it('has first what names everyone, then the partners that the record says most of', () => {
    const { pack } = reader;
    const slot = pack.slots[0] as (typeof pack.slots)[number];
    const naming = (id: string, ...partners: string[]) => ({ ...slot, id, partners });
    const slots = [
      naming('a', 'AGO'),
      naming('b', 'JPN'),
      naming('c', '*'),
      naming('d', 'JPN', 'AGO'),
      naming('e', 'JPN'),
    ];
    const ranks = slotRanks(new PackReader({ ...pack, slots } as typeof pack));
    const order = slots.map(({ id }, i) => [ranks[i] ?? -1, id] as const).sort(([x], [y]) => x - y);
    expect(order.map(([, id]) => id).join('')).toBe('cbdea');
  });
});
