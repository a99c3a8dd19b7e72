// node test/golden/make-golden-log.mjs FORM: writes the golden log of a newly released event form, in apps/api on its built product.
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openSqliteEventStore } from '@policy-timeline/event-store';
import { readCatalogue } from '../../dist/store/seeding/read-catalogue.js';
import { statesOf } from './states.ts';

const form = process.argv[2];
if (!/^\d+$/.test(form ?? '')) throw new Error('Write the event form, for example 1.');
const file = join(import.meta.dirname, `form-${form}.sqlite`);
rmSync(file, { force: true });

const TOPICS = /^(tariff\/us\/reciprocal|tariff\/us\/reciprocal-china|sanction\/us\/venezuela)$/;
const { events } = await readCatalogue();
const chosen = events.filter(({ stream }) => TOPICS.test(stream));
let second = 0;
const log = await openSqliteEventStore({
  file,
  now: () => new Date(Date.UTC(2026, 10, 21, 0, 0, second++)),
});
const ends = new Map();
const append = async (own, actor) => {
  const streams = Map.groupBy(own, ({ stream }) => stream);
  const receipt = await log.append(
    [...streams].map(([stream, list]) => ({ stream, events: list, expected: ends.get(stream) ?? 'none' })),
    { actor },
  );
  for (const { stream, revision } of receipt.revisions) ends.set(stream, revision);
};
for (let at = 0; at < chosen.length; at += 25) await append(chosen.slice(at, at + 25), 'catalogue');

// One erratum, one void, and the void of the erratum: what an editor may do to any event.
const [first, last] = [chosen.find(({ effects }) => effects), chosen.findLast(({ effects }) => effects)];
const reason = { en: 'Tried on a golden log.', ja: '固定ログでの試行。' };
const said = (id, type, target, more = {}) => ({
  id,
  schemaVersion: Number(form),
  stream: target.stream,
  type,
  target: target.id,
  ...more,
  reason,
});
const erratum = said('golden-erratum', 'EventCorrected', first, { patch: { effects: last.effects } });
await append([erratum], 'golden');
await append([said('golden-void', 'EventVoided', last)], 'golden');
await append([said('golden-void-of-erratum', 'EventVoided', erratum)], 'golden');
await log.close();

const states = await statesOf(file, 20);
writeFileSync(join(import.meta.dirname, `form-${form}.json`), `${JSON.stringify(states, null, 2)}\n`);
for (const left of ['-wal', '-shm']) rmSync(file + left, { force: true });
console.log(`${states.position + 1} records, ${states.states.length} states`);
