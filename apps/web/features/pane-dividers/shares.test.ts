import { describe, expect, it } from 'vitest';
import { columnsOf, sharesFrom, sharesText, withEdge } from './shares';

const thirds = { view: 0.32, list: 0.7 };

describe('the edges between the panes', () => {
  it('move, and leave every pane its room', () => {
    expect(withEdge(thirds, 'view', 0.41)).toEqual({ view: 0.41, list: 0.7 });
    expect(withEdge(thirds, 'view', 0.9).view).toBeCloseTo(0.52);
    expect(withEdge(thirds, 'list', 0.2).list).toBeCloseTo(0.5);
    expect(withEdge(thirds, 'list', 1).list).toBeCloseTo(0.82);
  });
  it('are kept as text, and read back only where they can stand', () => {
    expect(sharesFrom(sharesText(thirds))).toEqual(thirds);
    for (const broken of [null, '', '0.5', '0.1,0.6', '0.4,0.45', '0.3,0.95', 'a,b', '0.3,0.6,0.9'])
      expect(sharesFrom(broken)).toBeNull();
  });
  it('become the columns of the grid', () => {
    expect(columnsOf(thirds)).toBe('minmax(0, 0.320fr) minmax(0, 0.380fr) minmax(0, 0.300fr)');
  });
});
