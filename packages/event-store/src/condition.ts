import type { StoreDamaged, StoreUnavailable } from './errors.js';

/** What adapters tell about their medium beside the port, when there is something to tell. */
export interface StoreCondition {
  /** What is wrong with the log as far as it is known; `null` when nothing is. */
  readonly damage: StoreDamaged | null;
  /** Why the medium could not be used the last time it was asked; `null` when it could. */
  readonly unavailable: StoreUnavailable | null;
}
