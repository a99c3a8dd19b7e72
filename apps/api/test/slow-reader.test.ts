import { expect, it } from 'vitest';
import { runApi } from './running-api.js';
import { fill, readNothing } from './slow-reader.js';
import { tell } from './trials/seeded.js';

const EVENTS = 12_000;
const ADDED_MB = 64;

/** Small: what others wait for beside such a reader is left to the large size. */
it(`row 11: a reader that does not read, ${EVENTS} events behind, is cut off and can go on`, async () => {
  const api = await runApi({ POLICY_READER_PATIENCE_SECONDS: '1' });
  await fill(api, EVENTS);
  const { addedMb, closed, last, resumed } = await readNothing(api, { patienceMs: 1_000, events: EVENTS });
  await api.remove();
  const holds = closed && addedMb < ADDED_MB && resumed === last + 1;
  tell(11, holds ? 0 : 1, 1, 0);
  expect({ closed, resumed }).toEqual({ closed: true, resumed: last + 1 });
  expect(last).toBeLessThan(EVENTS - 1);
  expect(addedMb).toBeLessThan(ADDED_MB);
});
