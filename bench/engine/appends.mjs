// An append followed by the new whole state while some slots have been touched since the lines were built. Whether anyone waits
// while they are built anew is measured apart: reads-between-appends.mjs.
import { isRecordEvent } from '@policy-timeline/domain';
import { interleavedBatches } from '../measure.mjs';

/** Slots touched since the lines were built, that of the append itself included. */
const TOUCHED = [1, 100, 1000];
/** So many slots all over the record are appended to, hot and quiet ones alike. */
const SLOTS_SPREAD = 1500;
/** @returns microseconds of append + state per number of touched slots, and of one to the hottest slot. */
export async function timeAppends(ours, hot, records, { rounds, millisecondsEach }) {
  const { slots, hottest } = assertionsOf(ours, hot, records);
  const out = new Int32Array(ours.slotCount);
  const date = ours.newest - 100;
  ours.state(date, ours.newest, out);
  const read = (timeline) => {
    ours.domain.wholeState?.(timeline, ours.domain.viewOf({ date }), out);
    return timeline;
  };
  const appending = (timeline, event) => {
    const added = [said(event, timeline.position + 1)];
    return () => ours.appendThenState(timeline, added, date, out);
  };
  const candidates = { hottest: appending(ours.timeline, hottest) };
  // Always the same slot, so that only what others have been touched before differs.
  const [asked, ...others] = slots;
  let grown = ours.timeline;
  for (let touched = 1; touched <= Math.min(TOUCHED.at(-1), others.length); touched++) {
    if (TOUCHED.includes(touched)) candidates[touched] = appending(read(grown), asked);
    grown = grown.append([said(others[touched - 1], grown.position + 1)]);
  }
  return interleavedBatches(candidates, { rounds: Math.min(rounds, 5), millisecondsEach });
}

/** The newest assertion of each of many slots, hot and quiet ones alike, and that of the hottest. */
function assertionsOf(ours, hot, records) {
  const newest = new Map();
  for (const { event } of records) {
    if (isRecordEvent(event) || event.effects.length !== 1 || event.effects[0].act !== 'ASSERT') continue;
    newest.set(ours.slotIndex.get(event.effects[0].slot), event);
  }
  const hottest = newest.get(hot);
  newest.delete(hot);
  const all = [...newest.values()];
  const step = Math.max(1, Math.floor(all.length / SLOTS_SPREAD));
  return { slots: all.filter((_, i) => i % step === 0).slice(0, SLOTS_SPREAD), hottest };
}

/** The same said again as a new act. */
function said({ fact: _, ...event }, position) {
  return { position, event: { ...event, id: `appended-${position}` } };
}
