import { adviceChecklist, parseDay, Timeline, viewOf } from '@policy-timeline/domain';
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

const states = (date: string) => adviceChecklist(papers, on(date)).items.map(({ state }) => state);

describe('paper 003 as a checklist', () => {
  it('has five goals, six items and three basic moves, all advice', () => {
    const list = adviceChecklist(papers, on('2025-05-30'));
    expect([list.goals.length, list.items.length, list.basicMoves.length]).toEqual([5, 6, 3]);
    expect(new Set([...list.goals, ...list.items].map(({ asMarked }) => asMarked))).toEqual(
      new Set(['ADVICE']),
    );
    expect(list.items[2]?.title.en).toBe('Preparing for friction');
  });

  it('is empty before the paper was certainly public', () => {
    expect(adviceChecklist(papers, on('2024-12-30')).items).toEqual([]);
    expect(adviceChecklist(papers, on('2024-12-30')).frame.published).toBe(false);
  });

  it('has precedents alone at the start of 2025, and talks for item 3 from April', () => {
    expect(states('2025-01-01')).toEqual([
      'PRECEDENT',
      'PRECEDENT',
      'PRECEDENT',
      'NONE',
      'PRECEDENT',
      'NONE',
    ]);
    expect(states('2025-05-30')).toEqual(['PRECEDENT', 'PRECEDENT', 'REALISED', 'NONE', 'PRECEDENT', 'NONE']);
    const friction = adviceChecklist(papers, on('2025-04-30')).items[2];
    expect(ids(friction?.precedents)).toContain('japan-us-trade-agreement');
    expect(ids(friction?.realisedBy)).toEqual(['japan-us-first-tariff-talks', 'japan-us-ministerial-talks']);
  });

  it('keeps what the paper says apart from what happened', () => {
    const [ties, , friction] = adviceChecklist(papers, on('2025-05-30')).items;
    expect(ties?.said.map(({ event, asMarked }) => [event, asMarked])).toEqual([
      ['advice-early-ishiba-trump-meeting', 'ADVICE'],
    ]);
    expect(friction?.said.map(({ event, asMarked }) => [event, asMarked])).toEqual(
      expect.arrayContaining([
        ['trump-tariff-suggestion-10-20', 'THREATENED'],
        ['alliance-resilience-budget-expiry', 'PLANNED'],
      ]),
    );
    expect(friction?.matchedAs).toBe('DERIVED');
  });

  it('gives the reason and the place in the paper for each match, and each match is an event of the record', () => {
    const { items, goals } = adviceChecklist(papers, on('2025-05-30'));
    const matched = [...items, ...goals].flatMap(({ realisedBy, precedents }) => [
      ...realisedBy,
      ...precedents,
    ]);
    for (const { because, where } of matched) {
      expect([because.en, because.ja, where].map((text) => text.length > 5)).toEqual([true, true, true]);
      expect(where).toMatch(/^「[13]\./);
    }
    const paper = papers.event('seed-003-written')?.event;
    const { matches, toDo, goalsForJapan } = (paper?.data ?? {}) as {
      matches: { list: 'toDo' | 'goalsForJapan'; item: number; event: string }[];
      toDo: unknown[];
      goalsForJapan: unknown[];
    };
    const wrong = matches.filter(
      ({ list, item, event }) => !papers.event(event) || !{ toDo, goalsForJapan }[list][item - 1],
    );
    expect(wrong).toEqual([]);
    expect(paper?.inferred).toContain('data.matches');
  });
});
