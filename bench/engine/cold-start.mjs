// From a log in a file to the first whole state and a reading with what decides it, each time in a fresh process: parsing the log
// alone, all of it, and from a snapshot beside it, which reads one record of the log.

import { createHash } from 'node:crypto';
import { once } from 'node:events';
import {
  closeSync,
  createWriteStream,
  existsSync,
  fstatSync,
  openSync,
  readSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { fileURLToPath } from 'node:url';
import { inOwnProcess } from './processes.mjs';

const CHUNK_BYTES = 8 << 20;

/** One record a line, and beside it where each line begins. */
export async function writeLines(records, file) {
  const stream = createWriteStream(file);
  const starts = new Float64Array(records.length + 1);
  for (const [i, record] of records.entries()) {
    const line = Buffer.from(`${JSON.stringify(record)}\n`);
    starts[i + 1] = starts[i] + line.length;
    if (!stream.write(line)) await once(stream, 'drain');
  }
  stream.end();
  await once(stream, 'close');
  writeFileSync(`${file}.starts`, new Uint8Array(starts.buffer));
}

/** @returns milliseconds: median over the runs of each way to start, which take turns. */
export async function coldStarts(file, runs) {
  const took = { parse: [], log: [], snapshot: [] };
  let answer;
  for (let run = 0; run < runs; run++)
    for (const way of Object.keys(took)) {
      const { milliseconds, first } = await inOwnProcess('cold-start.mjs', { way, file });
      took[way].push(milliseconds);
      if (way === 'parse') continue;
      answer ??= first;
      if (first !== answer)
        throw new Error(`A start from the ${way} answered "${first}", another one "${answer}".`);
    }
  const median = (list) => list.sort((a, b) => a - b)[list.length >> 1];
  return { parse: median(took.parse), log: median(took.log), snapshot: median(took.snapshot) };
}

function* linesOf(file) {
  const descriptor = openSync(file);
  const buffer = Buffer.allocUnsafe(CHUNK_BYTES);
  let rest = Buffer.alloc(0);
  for (let read = 1; read > 0; ) {
    read = readSync(descriptor, buffer);
    const bytes = Buffer.concat([rest, buffer.subarray(0, read)]);
    const end = bytes.lastIndexOf(10) + 1;
    rest = bytes.subarray(end);
    for (const line of bytes.toString('utf8', 0, end).split('\n')) if (line !== '') yield line;
  }
  closeSync(descriptor);
}

/** Bytes of a file by place. */
function bytesOf(file) {
  const descriptor = openSync(file);
  return {
    size: fstatSync(descriptor).size,
    read(at, into) {
      for (let filled = 0; filled < into.length; )
        filled += readSync(descriptor, into, filled, into.length - filled, at + filled);
    },
  };
}

/** Single records of the lines. */
function sourceOf(file) {
  const lines = bytesOf(file);
  const starts = bytesOf(`${file}.starts`);
  return {
    at(position) {
      const place = new Float64Array(2);
      starts.read(8 * position, new Uint8Array(place.buffer));
      const line = Buffer.allocUnsafe(place[1] - place[0]);
      lines.read(place[0], line);
      return JSON.parse(line);
    },
  };
}

/** The whole state, and the first slot that something holds of, with the event that decides it. */
function firstReading(timeline, viewOf, wholeState) {
  const view = viewOf({ date: timeline.newestKnown });
  const built = timeline.table(view.reading, view.track);
  const { length } = wholeState(timeline, view);
  for (let slot = 0; slot < length; slot++) {
    const { decidedBy } = timeline.readAt(built, slot, view.date, view.date);
    if (decidedBy !== null) return timeline.event(decidedBy).event.title.en;
  }
  throw new Error('Nothing holds of any slot.');
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { readSnapshot, Timeline, viewOf, wholeState, writeSnapshot } = await import(
    '@policy-timeline/domain'
  );
  const { way, file, outFile } = JSON.parse(process.argv[2]);
  const snapshot = `${file}.snapshot`;
  const sha256 = () => createHash('sha256');
  const parse = () => {
    const records = [];
    for (const line of linesOf(file)) records.push(JSON.parse(line));
    return records;
  };
  const restore = () => {
    const slices = readSnapshot(bytesOf(snapshot), sourceOf(file), sha256);
    let step = slices.next();
    while (!step.done) step = slices.next();
    if ('unfit' in step.value) throw new Error(step.value.unfit);
    return step.value;
  };
  const start = performance.now();
  const timeline = way === 'snapshot' ? restore() : way === 'log' ? Timeline.of(parse()) : null;
  const first = timeline ? firstReading(timeline, viewOf, wholeState) : parse().length;
  const milliseconds = performance.now() - start;
  writeFileSync(outFile, JSON.stringify({ milliseconds, first }));
  if (way === 'log' && !existsSync(snapshot)) {
    const descriptor = openSync(snapshot, 'w');
    for (const bytes of writeSnapshot(timeline, { hash: '', madeBy: 'bench' }, sha256))
      writeSync(descriptor, bytes);
    closeSync(descriptor);
  }
}
