import { expect, it } from 'vitest';
import { placeAfterSwipe, type Swipe } from './swipe';

const left: Swipe = { x: 300, dx: -120, dy: 10, durationMs: 200 };

it.each([
  [0, left, 1, 'to the left: the next pane'],
  [2, { ...left, dx: 120 }, 1, 'to the right: the one before'],
  [4, left, null, 'there is none after the last'],
  [0, { ...left, dx: 120 }, null, 'there is none before the first'],
  [0, { ...left, dy: 90 }, null, 'a list is being scrolled'],
  [0, { ...left, dx: -40 }, null, 'a tap that slipped'],
  [0, { ...left, durationMs: 900 }, null, 'text is being selected'],
  [1, { ...left, x: 10, dx: 120 }, null, 'back, from the edge of the screen'],
])('from pane %i of five, %o leads to %o: %s', (at, swipe, expected, _why) => {
  expect(placeAfterSwipe(at, 5, swipe, 390)).toBe(expected);
});
