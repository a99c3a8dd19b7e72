// From a log in a file to the first whole state, each time in a fresh process: parsing the log alone, and all of it.

import { once } from 'node:events';
import { closeSync, createWriteStream, openSync, readSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { inOwnProcess } from './processes.mjs';

const CHUNK_BYTES = 8 << 20;

/** One record a line. */
export async function writeLines(records, file) {
  const stream = createWriteStream(file);
  for (const record of records) {
    if (!stream.write(`${JSON.stringify(record)}\n`)) await once(stream, 'drain');
  }
  stream.end();
  await once(stream, 'close');
}

/** @returns milliseconds: median over the runs of each way to start, which take turns. */
export async function coldStarts(file, runs) {
  const took = { parse: [], log: [] };
  for (let run = 0; run < runs; run++)
    for (const way of Object.keys(took)) {
      const { milliseconds } = await inOwnProcess('cold-start.mjs', { way, file });
      took[way].push(milliseconds);
    }
  const median = (list) => list.sort((a, b) => a - b)[list.length >> 1];
  return { parse: median(took.parse), log: median(took.log), snapshot: null };
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

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { Timeline, viewOf, wholeState } = await import('@policy-timeline/domain');
  const { writeFileSync } = await import('node:fs');
  const { way, file, outFile } = JSON.parse(process.argv[2]);
  const start = performance.now();
  const records = [];
  for (const line of linesOf(file)) records.push(JSON.parse(line));
  let first = records.length;
  if (way === 'log') {
    const timeline = Timeline.of(records);
    first = wholeState(timeline, viewOf({ date: timeline.newestKnown })).length;
  }
  writeFileSync(outFile, JSON.stringify({ milliseconds: performance.now() - start, first }));
}
