import { isRecordEvent, parseDay, Timeline, viewOf } from '@policy-timeline/domain';
import { describe, expect, it } from 'vitest';
import { loadCatalogue } from '../src/load-catalogue.js';

/** The record as the five papers tell it: what a reader knew before the official record was added. */
const told = loadCatalogue().events.filter((event) =>
  isRecordEvent(event)
    ? event.type !== 'CoverageDeclared' || event.source.startsWith('paper-')
    : event.sources.some(({ kind }) => kind === 'PAPER'),
);
const papers = Timeline.of(told.map((event, position) => ({ position, event })));
const read = (slot: string, date: string, knownAt: string | null = null) =>
  papers.read(slot, viewOf({ date: parseDay(date), knownAt: knownAt === null ? null : parseDay(knownAt) }));
const held = (subject: string, date: string) =>
  papers.state(viewOf({ date: parseDay(date) }), { subjects: [subject], statuses: ['IN_FORCE'] });

describe('on the papers alone', () => {
  it('Japan was to pay 24 % on 10 July 2025, as known in April and at the end of May; what came of it nobody told', () => {
    const japan = 'tariff/us/reciprocal/JPN';
    const rate = { kind: 'RATE', ratePercent: 24 };
    expect(read(japan, '2025-07-10', '2025-04-02')).toMatchObject({
      status: 'IN_FORCE',
      value: rate,
      projected: true,
    });
    expect(read(japan, '2025-07-10', '2025-05-30')).toMatchObject({
      status: 'IN_FORCE',
      value: rate,
      projected: true,
    });
    expect(read(japan, '2025-07-10')).toMatchObject({ status: 'UNKNOWN', value: rate });
    expect(read(japan, '2025-07-08')).toMatchObject({ status: 'SUSPENDED' });
  });

  it('three US sanctions on Venezuela hold on 2018-03-18, two on the day before', () => {
    expect(held('sanction/us/venezuela', '2018-03-17')).toHaveLength(2);
    expect(held('sanction/us/venezuela', '2018-03-18')).toHaveLength(3);
  });

  it('the NAFTA renegotiation is at round 4 on 2017-11-01 and at round 7 on 2018-03-21', () => {
    const round = 'negotiation/nafta-renegotiation#round';
    expect(read(round, '2017-11-01').value).toMatchObject({ amount: 4 });
    expect(read(round, '2018-03-21').value).toMatchObject({ amount: 7 });
  });
});
