import { copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { EVENT_SCHEMA_VERSION } from '@policy-timeline/domain';
import { openSqliteEventStore } from '@policy-timeline/event-store';
import { afterAll, expect, it } from 'vitest';
import { statesOf } from './golden/states.js';
import { APPEND, ordered, STREAM } from './japan-tariff.js';
import { runApi } from './running-api.js';

const golden = join(import.meta.dirname, 'golden');
const folder = mkdtempSync(join(tmpdir(), 'policy-golden-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const forms = readdirSync(golden)
  .flatMap((name) => /^form-(\d+)\.sqlite$/.exec(name)?.[1] ?? [])
  .map(Number)
  .sort((a, b) => a - b);

/** The checkout stays as it is: SQLite would write beside the file. */
function copyOf(form: number): string {
  const copy = join(folder, `form-${form}.sqlite`);
  copyFileSync(join(golden, `form-${form}.sqlite`), copy);
  return copy;
}

it('there is a log of every event form that was released', () => {
  expect(forms).toEqual(Array.from({ length: EVENT_SCHEMA_VERSION }, (_, i) => i + 1));
});

it.each(forms)('the log of form %i opens, is whole, and reads as it was recorded to read', async (form) => {
  const recorded = JSON.parse(readFileSync(join(golden, `form-${form}.json`), 'utf8'));
  expect(await statesOf(copyOf(form), 20)).toEqual(recorded);
});

it('a log that a newer program wrote to is refused, and says which event it is', async () => {
  const data = mkdtempSync(join(folder, 'data-'));
  const file = join(data, 'policy-timeline.sqlite');
  copyFileSync(copyOf(EVENT_SCHEMA_VERSION), file);
  const log = await openSqliteEventStore({ file });
  await log.append([
    {
      stream: 'tariff/new',
      events: [
        { id: 'of-tomorrow', stream: 'tariff/new', schemaVersion: EVENT_SCHEMA_VERSION + 1 } as {
          id: string;
        },
      ],
      expected: 'none',
    },
  ]);
  await log.close();
  const api = await runApi({}, data);
  const health = await fetch(`${api.url}/healthz`);
  expect([health.status, await health.text()]).toEqual([
    503,
    expect.stringMatching(/of-tomorrow.*schemaVersion 2.*newer program/),
  ]);
  // What was understood is served; nothing is appended behind what was not.
  const { data: read } = await api.ask('{ stateAsOf(date: "2025-08-20") { counts { inForce } } }');
  expect(read.stateAsOf.counts.inForce).toBeGreaterThan(0);
  const { errors } = await api.write(APPEND, {
    input: { idempotencyKey: 'k', events: [ordered], expected: [{ stream: STREAM, revision: null }] },
  });
  expect(errors?.[0]?.message).toContain('newer program');
  await api.close();
});

it('a file of a newer layout is refused before anything is read', async () => {
  const file = copyOf(1);
  const database = new DatabaseSync(file);
  database.exec('PRAGMA user_version = 99');
  database.close();
  await expect(openSqliteEventStore({ file })).rejects.toThrow(/schema version 99.*newer program/);
});
