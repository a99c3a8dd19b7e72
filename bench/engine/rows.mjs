// The rows of the table: what is asked, how its cost may grow, and what it is measured against.
// A target is { peer, atLeast } (times faster than the peer), { peer, atMost } (times the peer's cost) or { microseconds }.
// Where two figures stand, the first is for 100k events, the second for 1M.

const wholeStateOnALine = [
  { peer: 'copy', atMost: [4, 4] },
  { peer: 'naive', atLeast: [1000, 1000] },
  { peer: 'sql', atLeast: [1000, 1000] },
];
const scrub = [
  { peer: 'naive', atLeast: [10_000, 10_000] },
  // A step costs what changes on it: 20 ns are granted to each changed slot.
  { microsecondsBesideChanges: [2, 2] },
];

export const ROWS = [
  {
    id: 'slot',
    title: 'one slot, any (date, knownAt), hottest slot',
    order: 'log m',
    targets: [
      { peer: 'emmett', atLeast: [250, 250] },
      { peer: 'sqlite', atLeast: [40, 150] },
      { peer: 'postgres', atLeast: [200, 200] },
      { microseconds: [1.5, 1.5] },
    ],
  },
  { id: 'latest', title: 'whole state, latest', order: 'slots', targets: wholeStateOnALine },
  { id: 'lived', title: 'whole state, as lived', order: 'slots', targets: wholeStateOnALine },
  { id: 'fixed', title: 'whole state, a fixed knownAt in use', order: 'slots', targets: wholeStateOnALine },
  {
    id: 'any',
    title: 'whole state, any (date, knownAt)',
    order: 'slots',
    targets: [
      { peer: 'naive', atLeast: [35, 60] },
      { peer: 'sql', atLeast: [60, 40] },
      { microseconds: [null, 1000] },
    ],
  },
  { id: 'scrubDate', title: 'scrub one day', order: 'changes', targets: scrub },
  { id: 'scrubKnown', title: 'scrub one day of knownAt', order: 'changes', targets: scrub },
  {
    id: 'diff',
    title: 'diff of 30 days',
    order: 'changes',
    targets: [
      { peer: 'naive', atLeast: [600, 600] },
      { peer: 'postgres', atLeast: [1000, 1000] },
    ],
  },
  {
    id: 'timeline',
    title: '731 days of whole state in one query',
    order: 'changes',
    targets: [{ peer: 'naive', atLeast: [5000, 5000] }],
  },
];

/** How much a cost of this order may grow from 100k events on 10k slots to 1M on 50k. */
export const GROWTH = {
  'log m': { factor: Math.log2(88_000) / Math.log2(10_200), says: 'log of the slot’s own acts, ×1.2' },
  slots: { factor: 5, says: 'slots, ×5' },
  changes: { factor: 10, says: 'changes in the period, ×10' },
  events: { factor: 10, says: 'events, ×10' },
  touched: { factor: 1, says: 'touched slots, ×1' },
};

/** Under 1.5 two runs on a busy machine are a tie. */
export const TIE = 1.5;
/** What a step grants to each slot that changes on it. */
export const NANOSECONDS_PER_CHANGE = 20;

/** The sizes by name, and which figure of a target is theirs. */
export const SIZES = {
  '1k': { events: 1_000, slots: 100, figure: 0 },
  '10k': { events: 10_000, slots: 1_000, figure: 0 },
  '100k': { events: 100_000, slots: 10_000, figure: 0 },
  '1M': { events: 1_000_000, slots: 50_000, figure: 1 },
};
