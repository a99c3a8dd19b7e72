// An append followed by the new whole state while some slots have been touched since the lines were built, and whether anyone
// waits while they are built anew.
import { isRecordEvent } from '@policy-timeline/domain';
import { interleavedBatches, summary } from '../measure.mjs';

/** Slots touched since the lines were built, that of the append itself included. */
const TOUCHED = [1, 100, 1000];
/** Enough to go past the number of touched slots at which lines are built anew. */
const APPENDS_IN_A_ROW = 1500;
const NOMINAL = { reading: 'NOMINAL', track: 'LEGAL' };
/** How long one turn may go on with building lists anew. */
const SLICE_MILLISECONDS = 2;
/** Slow appends are told by how few of them fit in here. */
const SECONDS_OF_APPENDS = 15;

/** @returns microseconds of append + state per number of touched slots, of one to the hottest slot, and the longest read between appends. */
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
  const times = await interleavedBatches(candidates, { rounds: Math.min(rounds, 5), millisecondsEach });
  return { times, longest: await longestRead(ours, slots, date, out) };
}

/** Reads go on between appends: each is timed, and so is each turn of the event loop that a reader may have to wait for. */
async function longestRead(ours, slots, date, out) {
  const { wholeState, viewOf, refresh } = ours.domain;
  if (!wholeState) return null;
  let timeline = ours.timeline;
  const [reads, turns] = [[], []];
  const until = performance.now() + SECONDS_OF_APPENDS * 1000;
  for (const event of slots) {
    if (performance.now() > until) break;
    const added = [said(event, timeline.position + 1)];
    // As the API does: some milliseconds a turn, and readers in between go on with the version before.
    const slices = timeline.appendInSlices?.(added);
    for (let more = true; more; ) {
      await new Promise((resolve) => setImmediate(resolve));
      const turn = performance.now();
      if (slices)
        while (more && performance.now() < turn + SLICE_MILLISECONDS) {
          const { done, value } = slices.next();
          more = !done;
          if (done) timeline = value;
        }
      else {
        timeline = timeline.append(added);
        more = false;
      }
      turns.push((performance.now() - turn) * 1000);
    }
    // A slice of what appends have made stale.
    await new Promise((resolve) => setImmediate(resolve));
    const turn = performance.now();
    while (performance.now() < turn + SLICE_MILLISECONDS && refresh?.(timeline, NOMINAL));
    turns.push((performance.now() - turn) * 1000);
    const start = performance.now();
    wholeState(timeline, viewOf({ date }), out);
    reads.push((performance.now() - start) * 1000);
  }
  return { read: summary(reads), turn: summary(turns), appends: reads.length };
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
  const step = Math.max(1, Math.floor(all.length / APPENDS_IN_A_ROW));
  return { slots: all.filter((_, i) => i % step === 0).slice(0, APPENDS_IN_A_ROW), hottest };
}

/** The same said again as a new act. */
function said({ fact: _, ...event }, position) {
  return { position, event: { ...event, id: `appended-${position}` } };
}
