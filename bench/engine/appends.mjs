// An append followed by the new whole state, and whether anyone waits while derived lists are built anew.
import { isRecordEvent } from '@policy-timeline/domain';
import { interleavedBatches, summary } from '../measure.mjs';

const TOUCHED = [1, 100, 1000];
/** Enough to go past the number of touched slots at which lines are built anew. */
const APPENDS_IN_A_ROW = 1500;
/** Slow appends are told by how few of them fit in here. */
const SECONDS_OF_APPENDS = 15;

/** @returns microseconds of append + state per number of touched slots, and the longest read between appends in a row. */
export async function timeAppends(ours, records, { rounds, millisecondsEach }) {
  const templates = oneAssertionPerSlot(records, APPENDS_IN_A_ROW);
  const out = new Int32Array(ours.slotCount);
  const date = ours.newest - 100;
  ours.state(date, ours.newest, out);
  const candidates = {};
  for (const touched of TOUCHED) {
    if (templates.length < touched) continue;
    const added = templates.slice(0, touched).map((event, i) => said(event, i, records.length));
    candidates[touched] = () => ours.appendThenState(added, date, out);
  }
  const times = await interleavedBatches(candidates, { rounds: Math.min(rounds, 5), millisecondsEach });
  return { times, longest: await longestRead(ours, templates, records.length, date, out) };
}

/** Reads go on between appends: each is timed, and so is how late a timer of the same thread fires. */
async function longestRead(ours, templates, first, date, out) {
  const { wholeState, viewOf } = ours.domain;
  if (!wholeState) return null;
  let timeline = ours.timeline;
  const [reads, turns] = [[], []];
  const until = performance.now() + SECONDS_OF_APPENDS * 1000;
  for (let i = 0; i < templates.length && performance.now() < until; i++) {
    timeline = timeline.append([said(templates[i], i, first)]);
    const turn = performance.now();
    await new Promise((resolve) => setImmediate(resolve));
    turns.push((performance.now() - turn) * 1000);
    const start = performance.now();
    wholeState(timeline, viewOf({ date }), out);
    reads.push((performance.now() - start) * 1000);
  }
  return { read: summary(reads), turn: summary(turns), appends: reads.length };
}

function oneAssertionPerSlot(records, count) {
  const seen = new Map();
  for (let i = records.length - 1; i >= 0 && seen.size < count; i--) {
    const { event } = records[i];
    if (isRecordEvent(event) || event.effects.length !== 1 || event.effects[0].act !== 'ASSERT') continue;
    if (!seen.has(event.effects[0].slot)) seen.set(event.effects[0].slot, event);
  }
  return [...seen.values()];
}

/** The same said again as a new act. */
function said({ fact: _, ...event }, i, first) {
  return { position: first + i, event: { ...event, id: `appended-${i}` } };
}
