import { Timeline } from '@policy-timeline/domain';
import { describe, expect, it } from 'vitest';
import { loadCatalogue } from '../src/load-catalogue.js';
import { compared, MATCHES, months, publishedSteps, UNMATCHED, weights } from './cross-check/series.js';

const timeline = Timeline.of(loadCatalogue().events.map((event, position) => ({ position, event })));

describe('the average rate of the record against the published series', () => {
  it('weighs all imports of 2024, but the thousandth that has no country code', () => {
    const whole = weights().reduce((sum, { share }) => sum + share, 0);
    expect(whole).toBeGreaterThan(0.999);
    expect(whole).toBeLessThanOrEqual(1);
  });

  it('accounts for every published step', () =>
    expect([...MATCHES.map(({ step }) => step), ...Object.keys(UNMATCHED)].sort()).toEqual(
      publishedSteps().map(({ date }) => date),
    ));

  it.each(compared(timeline).map((step) => [`${step.step} (${step.act})`, step] as const))(
    'moves the same way at %s',
    (_name, { published, ours }) => {
      expect(Math.abs(ours)).toBeGreaterThan(0.001);
      expect(Math.sign(ours)).toBe(Math.sign(published));
    },
  );

  it('agrees before the first step and stays within ten points of it', () => {
    const all = months(timeline);
    expect(all).toHaveLength(21);
    expect(all[0]?.ours).toBeCloseTo(all[0]?.published as number, 1);
    for (const { month, ours, published } of all) expect(Math.abs(ours - published), month).toBeLessThan(10);
  });
});
