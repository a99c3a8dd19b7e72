import type { LogPrefix } from '../bitemporal/log-prefix.js';
import type { NameColumns } from '../bitemporal/record-names.js';
import { NO_BYTES, type SectionReader, type SectionWriter } from './sections.js';

/** The ids of all records, and which of them speak of our record: with these a prefix of the log need not be read. */
export function* writeNames(to: SectionWriter, prefix: LogPrefix): Iterable<Uint8Array> {
  const ends = new Uint32Array(prefix.length);
  const letters: NameColumns['ids'][] = [];
  const recordEvents: Uint8Array[] = [];
  let [row, end] = [0, 0];
  for (const { columns } of prefix.chunkNames()) {
    const { start } = columns;
    const last = columns.ends.at(-1) ?? start;
    for (const own of columns.ends) ends[row++] = end + own - start;
    end += last - start;
    letters.push(columns.ids.subarray(start, last));
    recordEvents.push(columns.recordEvents);
    yield NO_BYTES;
  }
  const isNarrow = letters.every((ids) => ids instanceof Uint8Array);
  const ids = isNarrow
    ? letters
    : letters.map((of) => (of instanceof Uint16Array ? of : Uint16Array.from(of)));
  yield* to.json('names', { isNarrow });
  yield* to.numbers('names.ids', ids.length === 0 ? [new Uint8Array(0)] : ids);
  yield* to.numbers('names.ends', ends);
  yield* to.numbers('names.recordEvents', [new Uint8Array(0), ...recordEvents]);
}

export function* readNames(from: SectionReader): Generator<undefined, NameColumns> {
  const { isNarrow } = yield* from.json<{ readonly isNarrow: boolean }>('names');
  const ids = isNarrow
    ? yield* from.numbers('names.ids', Uint8Array)
    : yield* from.numbers('names.ids', Uint16Array);
  const ends = yield* from.numbers('names.ends', Uint32Array);
  return { ids, ends, start: 0, recordEvents: yield* from.numbers('names.recordEvents', Uint8Array) };
}
