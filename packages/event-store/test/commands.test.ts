import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { openSqliteEventStore, type StoredEvent } from '../src/index.js';
import { scratchFolder } from './scratch-folder.js';

const EVENTS = 400;
const folder = scratchFolder();
const log = join(folder, 'policy-timeline.sqlite');
const saved = join(folder, 'saved.sqlite');

/** The command as the scripts of the root run it, with the data folder of this test. */
function run(...args: string[]): {
  readonly status: number | null;
  readonly out: string;
  readonly err: string;
} {
  const [name, ...rest] = args;
  const main = fileURLToPath(new URL('../commands/main.mjs', import.meta.url));
  const { status, stdout, stderr } = spawnSync(process.execPath, [main, name ?? '', folder, ...rest], {
    encoding: 'utf8',
    env: { ...process.env, POLICY_DATA_DIR: folder, POLICY_LOG_URL: '' },
  });
  return { status, out: stdout, err: stderr };
}

beforeAll(async () => {
  const store = await openSqliteEventStore<StoredEvent>({ file: log });
  const events = Array.from({ length: EVENTS }, (_, i) => ({ id: `event-${i}-`, text: 'lorem '.repeat(20) }));
  await store.append([{ stream: 'tariff/us/reciprocal/JPN', events, expected: 'none' }]);
  await store.close();
});

describe('backing up, looking at a damaged copy, restoring', () => {
  it('tells what was saved and that it was verified', () => {
    const { status, out } = run('backup', saved);
    expect(status).toBe(0);
    expect(out).toContain(`${saved} holds ${EVENTS} records of ${log}, verified; hash `);
    expect(run('verify', saved).out).toContain(
      `${saved} is intact: ${EVENTS} records, the last at position ${EVENTS - 1}.`,
    );
  });

  it.each([0, 137, EVENTS - 1])(
    'names file and position of the one letter that is wrong, at position %i',
    (position) => {
      const copy = join(folder, `hurt-${position}.sqlite`);
      const bytes = readFileSync(saved);
      // SQLite may have left an older copy of the row in an unused part of a page.
      const before = `{"id":"event-${position}-","text":"`;
      for (let at = bytes.indexOf(before); at !== -1; at = bytes.indexOf(before, at + 1))
        bytes[at + before.length] = 'L'.charCodeAt(0);
      writeFileSync(copy, bytes);
      const { status, out, err } = run('verify', copy);
      expect({ status, out }).toEqual({ status: 1, out: '' });
      expect(err).toContain(
        `${copy} is damaged at position ${position}: the content does not match its hash.`,
      );
      expect(err).toContain(`${position} records before the damage are intact. Restore a backup with`);
      // A damaged backup is not put in the place of anything.
      const refused = run('restore', copy, '--replace');
      expect(refused.status).toBe(1);
      expect(refused.err).toContain(`${copy} is damaged at position ${position}`);
    },
  );

  it('restores over a damaged log only when told to, and keeps the damaged one', () => {
    const bytes = readFileSync(log);
    bytes[bytes.indexOf('{"id":"event-200-"') + 12] = 'X'.charCodeAt(0);
    writeFileSync(log, bytes);
    expect(run('verify').err).toContain(`${log} is damaged at position 200`);
    expect(run('restore', saved)).toMatchObject({
      status: 2,
      err: expect.stringContaining('say --replace to restore over it'),
    });
    const { status, out } = run('restore', saved, '--replace');
    expect(status).toBe(0);
    const kept = /The log that was there is kept as (\S+)/.exec(out)?.[1] ?? '';
    expect(existsSync(kept)).toBe(true);
    expect(run('verify').out).toContain(`${log} is intact: ${EVENTS} records`);
    expect(run('verify', kept).err).toContain('is damaged at position 200');
  });

  it('tells a file that is cut in half from one that is whole', () => {
    const copy = join(folder, 'half.sqlite');
    copyFileSync(saved, copy);
    writeFileSync(copy, readFileSync(copy).subarray(0, readFileSync(copy).length / 2));
    const { status, err } = run('verify', copy);
    expect(status).toBe(1);
    expect(err).toContain(`${copy} is damaged`);
  });
});

describe('a command that cannot be carried out', () => {
  it.each([
    [['verify', 'nowhere.sqlite'], 'nowhere.sqlite is not there'],
    [['backup'], 'A file is to be named.'],
    [['backup', 'a', 'b'], '"b" is one name too many.'],
    [['restore', 'nowhere.sqlite'], 'nowhere.sqlite is not there'],
    [['backup', 'memory:'], '"memory:" is no log in a file'],
    [['verify', '--repair'], '--repair'],
  ])('%j ends with 2 and says why', (args, sentence) => {
    const { status, err } = run(...args);
    expect(status).toBe(2);
    expect(err).toContain(sentence);
    expect(err).not.toContain('    at ');
  });

  it.each(['verify', 'backup', 'restore', 'copy-log'])('%s --help tells how it is used', (name) => {
    const { status, out } = run(name, '--help');
    expect(status).toBe(0);
    expect(out).toContain(`npm run ${name}`);
  });
});
