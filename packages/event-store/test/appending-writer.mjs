// Appends batches until it is killed, and prints each acknowledgement only after the store gave it: the ids with their positions.
import { writeSync } from 'node:fs';
import { openSqliteEventStore } from '../src/index.ts';

const [file, run] = process.argv.slice(2);
const store = await openSqliteEventStore({ file });
for (let batch = 0; ; batch += 1) {
  const size = 1 + (batch % 5);
  const writes = [];
  for (const stream of batch % 2 === 0 ? ['even'] : ['odd', 'both']) {
    const events = Array.from({ length: size }, (_, i) => ({
      id: `${run}/${batch}/${stream}/${i}`,
      run,
      batch,
      whole: size * (batch % 2 === 0 ? 1 : 2),
      text: 'x'.repeat(batch % 300),
    }));
    writes.push({ stream, events, expected: (await store.read(stream)).revision });
  }
  const { positions } = await store.append(writes);
  const ids = writes.flatMap(({ events }) => events.map(({ id }) => id));
  writeSync(1, `${ids.map((id, i) => `${id}@${positions[i]}`).join(' ')}\n`);
}
