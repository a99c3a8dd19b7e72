import { integrationBodies, parseDay, Timeline, viewOf } from '@policy-timeline/domain';
import { describe, expect, it } from 'vitest';
import { loadCatalogue } from '../../src/load-catalogue.js';

/** What the five papers alone tell: these readings hold whatever the rest of the record adds. */
const papers = Timeline.of(
  loadCatalogue()
    .events.filter((event) => !('sources' in event) || event.sources.some(({ kind }) => kind === 'PAPER'))
    .map((event, position) => ({ event, position })),
);
const on = (date: string, knownAt: string | null = date) =>
  viewOf({ date: parseDay(date), knownAt: knownAt === null ? null : parseDay(knownAt) });
const ids = (events: readonly { readonly event: string }[] = []): string[] =>
  events.map(({ event }) => event);

const body = (name: 'unasur' | 'alba', date: string, knownAt: string | null = date) =>
  integrationBodies(papers, on(date, knownAt)).bodies.find((b) => b.body === name);
const members = (name: 'unasur' | 'alba', date: string, knownAt: string | null = date) =>
  body(name, date, knownAt)?.members.map(({ country, certainty }) =>
    certainty === 'POSSIBLE' ? `${country}?` : country,
  );

describe('UNASUR against ALBA (paper 002)', () => {
  it('twelve and eight members by the paper, three in both', () => {
    expect(members('unasur', '2010-06-01')?.length).toBe(12);
    expect(members('alba', '2010-06-01')).toEqual(['ATG', 'BOL', 'CUB', 'DMA', 'ECU', 'NIC', 'VCT', 'VEN']);
    expect(integrationBodies(papers, on('2010-06-01')).overlap).toEqual(['BOL', 'ECU', 'VEN']);
  });

  it('Honduras leaves ALBA on 12 January 2010', () => {
    expect(members('alba', '2010-01-11', null)).toContain('HND');
    expect(members('alba', '2010-01-12', null)).not.toContain('HND');
    expect(body('alba', '2010-01-12', null)?.exits).toEqual([
      { country: 'HND', from: '2010-01-12', event: 'honduras-leaves-alba' },
    ]);
  });

  it('ALBA grows: two in 2005, Bolivia from April 2006; undated joinings stay possible', () => {
    expect(members('alba', '2005-06-01')).toEqual(['CUB', 'VEN']);
    expect(members('alba', '2006-05-31')).toEqual(['BOL', 'CUB', 'VEN']);
    expect(members('alba', '2006-05-31', null)).toContain('ECU?');
  });

  it('UNASUR is decided in 2007 and has its members from the treaty of May 2008', () => {
    expect(members('unasur', '2008-01-31')).toEqual([]);
    expect(members('unasur', '2008-05-31')?.length).toBe(12);
    expect(ids(body('unasur', '2008-05-31')?.steps)).toEqual([
      'south-american-summit-1',
      'csn-approved',
      'csn-summit-1',
      'csn-summit-2',
      'csn-becomes-unasur',
      'unasur-treaty',
    ]);
  });

  it('money: 10 bn for the Banco del Sur, 500 million intended for the Sucre', () => {
    const amounts = (name: 'unasur' | 'alba') =>
      body(name, '2010-06-01')?.money.flatMap(({ value, status }) =>
        value.kind === 'QUANTITY' ? [[value.amount, value.unit, status]] : [],
      );
    expect(amounts('unasur')).toEqual([[10, 'usdBillion', 'IN_FORCE']]);
    expect(amounts('alba')).toEqual([[500, 'usdMillion', 'DATE_OPEN']]);
  });

  it('bases by user: the fleet back on 1 July 2008, Manta left in September 2009, Colombia from October', () => {
    const inUse = (date: string, knownAt: string | null = date) =>
      integrationBodies(papers, on(date, knownAt))
        .basesByUser.find(({ user }) => user === 'USA')
        ?.bases.filter(({ status }) => status === 'IN_FORCE')
        .map(({ slot }) => slot.slice('deployment/us/'.length));
    expect(inUse('2008-06-30')).toEqual(['manta']);
    expect(inUse('2008-07-01')).toEqual(['fourth-fleet', 'manta']);
    expect(inUse('2009-10-31')).toEqual([
      'colombia/plan-colombia',
      'colombia/seven-facilities',
      'fourth-fleet',
    ]);
  });

  it('Russia’s return of 2008 as operations, not bases', () => {
    const { operationsByUser, baseSteps } = integrationBodies(papers, on('2008-12-31'));
    const russia = operationsByUser.find(({ user }) => user === 'RUS')?.operations;
    expect(ids(russia)).toEqual(
      expect.arrayContaining(['russia-tu160-arrival', 'venrus-2008', 'russian-fleet-havana']),
    );
    expect(ids(baseSteps)).toContain('lourdes-closed');
  });

  it('judges the bodies only once the paper is public, as an opinion', () => {
    expect(body('alba', '2009-12-31')?.character).toBeNull();
    expect(body('alba', '2010-06-01')?.character).toMatchObject({
      driver: { en: 'Venezuela' },
      asMarked: 'OPINION',
    });
  });
});
