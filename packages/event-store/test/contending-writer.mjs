// Appends `count` events to one stream that other processes write too, going by the revision that a refusal tells.
import { writeSync } from 'node:fs';
import { openSqliteEventStore } from '../src/index.ts';

const [file, name, count, startAt] = process.argv.slice(2);
const store = await openSqliteEventStore({ file, busyTimeoutMs: 60_000 });
// Together with the others, however long each took to load.
await new Promise((begin) => setTimeout(begin, Math.max(0, Number(startAt) - Date.now())));
let { revision: expected } = await store.read('shared');
let refusals = 0;
for (let i = 0; i < Number(count); ) {
  try {
    const { revisions } = await store.append([
      { stream: 'shared', events: [{ id: `${name}/${i}` }], expected },
    ]);
    expected = revisions[0].revision;
    i += 1;
  } catch (error) {
    if (error.code !== 'WRONG_REVISION' || error.actual === expected) throw error;
    expected = error.actual;
    refusals += 1;
  }
}
await store.close();
writeSync(1, String(refusals));
