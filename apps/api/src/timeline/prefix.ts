import { type LogEvent, Timeline } from '@policy-timeline/domain';
import { GENESIS_HASH, type Recorded } from '@policy-timeline/event-store';
import { basisToken } from './basis.js';

/** The record as of one position of the log, with the token that names it. */
export interface Prefix {
  readonly timeline: Timeline;
  /** Last position, -1 when the log is empty. */
  readonly position: number;
  readonly basis: string;
  /** Hash of the record at `position`. */
  readonly hash: string;
}

export const prefixOf = ({ timeline, position, hash }: Omit<Prefix, 'basis'>): Prefix => ({
  timeline,
  position,
  hash,
  basis: basisToken(position, hash),
});

export const EMPTY_PREFIX = prefixOf({ timeline: Timeline.of([]), position: -1, hash: GENESIS_HASH });

/** The record of a position; undefined beyond the prefix. @throws StoreDamaged, StoreUnavailable when it cannot be read. */
export function recordIn({ timeline }: Prefix, position: number): Recorded<LogEvent> | undefined {
  // What timelines are made of in the API, and read again, are records of the log.
  return timeline.log.at(position) as Recorded<LogEvent> | undefined;
}
