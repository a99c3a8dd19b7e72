import { expect, it } from 'vitest';
import { daysMoved, paceOf } from './drag-pace';

it('a finger 80 px above the rail moves one day per 12 px, whatever the rail shows', () => {
  expect(paceOf(80)).toBe('day');
  expect(daysMoved(36, paceOf(80), 9)).toBe(3);
});

it('on the rail the thumb stays under the finger; a little above it moves a quarter', () => {
  expect(daysMoved(10, paceOf(0), 3)).toBe(30);
  expect(daysMoved(10, paceOf(50), 3)).toBe(7.5);
});
