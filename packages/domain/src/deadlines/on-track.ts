import type { PolicyEvent, Track } from '../events/envelope.js';

/** Whether an event says anything of a track: an effect without a track speaks of both, and so does an event without effects. */
export function isOnTrack({ effects }: PolicyEvent, track: Track): boolean {
  return effects.length === 0 || effects.some((effect) => (effect.track ?? track) === track);
}
