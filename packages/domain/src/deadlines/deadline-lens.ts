import type { Reading } from '../bitemporal/lens.js';
import type { Track } from '../events/envelope.js';

/** How the record is read: which day of a part-known date makes something known, and which of the two clocks counts. */
export interface DeadlineLens {
  readonly reading: Reading;
  readonly track: Track;
}

export const USUAL: DeadlineLens = { reading: 'NOMINAL', track: 'LEGAL' };
