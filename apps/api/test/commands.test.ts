import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ApiUnderTest, runApi } from './running-api.js';

let folder: string;
let api: ApiUnderTest;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'policy-import-'));
  api = await runApi();
});
afterAll(async () => {
  await api.remove();
  rmSync(folder, { recursive: true });
});

/** A built command on the folder of the running server. */
function run(name: string, ...args: string[]): Promise<{ code: number | null; out: string; err: string }> {
  const command = spawn(
    process.execPath,
    [join(import.meta.dirname, `../dist/commands/${name}.js`), ...args],
    {
      cwd: folder,
      env: { POLICY_DATA_DIR: api.folder },
    },
  );
  let [out, err] = ['', ''];
  command.stdout.setEncoding('utf8').on('data', (text: string) => {
    out += text;
  });
  command.stderr.setEncoding('utf8').on('data', (text: string) => {
    err += text;
  });
  return new Promise((resolve) => command.once('close', (code) => resolve({ code, out, err })));
}
const IMPORT = 'mutation ($input: ImportEventsInput!) { importEvents(input: $input) { alreadyRecorded } }';
const input = { kind: 'OWN_NDJSON', content: '' };

const documents = {
  results: [
    {
      document_number: '2025-17389',
      title: 'Implementing the United States-Japan Agreement',
      executive_order_number: '14345',
      signing_date: '2025-09-04',
      publication_date: '2025-09-09',
    },
    { document_number: '2025-1', title: 'Broken', publication_date: '2025-02-30' },
  ],
};

describe('npm run import', () => {
  it('leaves to the editor what is to be looked at, takes it back completed, and adds nothing twice', async () => {
    writeFileSync(join(folder, 'fr.json'), JSON.stringify(documents, null, 1));
    const first = await run('import', 'federal-register', 'fr.json');
    expect(first).toMatchObject({
      code: 2,
      out: expect.stringContaining(
        '2 rows: 0 appended, 0 recorded already, 1 waiting for an editor, 1 refused.',
      ),
      err: expect.stringMatching(/^fr\.json:10 INVALID_DATE .*2025-02-30/),
    });
    const drafts = join(folder, 'fr.json.drafts.ndjson');
    const draft = JSON.parse(readFileSync(drafts, 'utf8'));
    const completed = { ...draft, title: { ...draft.title, ja: '日米合意の実施' } };
    writeFileSync(join(folder, 'done.ndjson'), `${JSON.stringify(completed)}\n`);
    expect(await run('import', 'own-ndjson', 'done.ndjson')).toMatchObject({
      code: 0,
      out: expect.stringContaining('1 appended'),
    });
    expect(await run('import', 'federal-register', 'fr.json')).toMatchObject({
      code: 1,
      err: expect.stringContaining('fr.json.drafts.ndjson exists'),
    });
    rmSync(drafts);
    expect((await run('import', 'federal-register', 'fr.json')).out).toContain(
      '0 appended, 1 recorded already',
    );
    expect(existsSync(drafts)).toBe(false);
  });

  it('names the second printing of a recorded document as a further source, once', async () => {
    const [order] = documents.results;
    const again = { ...order, document_number: 'R1-2025-17389', publication_date: '2025-09-12' };
    writeFileSync(join(folder, 'again.json'), JSON.stringify({ results: [again] }));
    const brings = async (...options: string[]) =>
      (await run('import', 'federal-register', 'again.json', ...options)).out;
    expect(await brings('--dry-run')).toBe(
      '1 rows: 0 would be appended, 1 would be corrected, 0 recorded already, 0 waiting for an editor, 0 refused.\n',
    );
    expect(await brings()).toContain('0 appended, 1 corrected, 0 recorded already');
    expect(await brings()).toContain('0 appended, 1 recorded already');
  });

  it('is seen by the server that runs on the same log, and by its audit trail', async () => {
    const seen = () =>
      api.ask(
        '{ stateAsOf(date: "2025-10-01") { readings { edges { node { slot status } } } } event(id: "fr:2025-17389") { title { ja } sources { id } } }',
      );
    // The server looks for what others append a few times in a second.
    await expect
      .poll(async () => (await seen()).data, { timeout: 5_000 })
      .toEqual({
        stateAsOf: { readings: { edges: [{ node: { slot: 'policy/us/eo-14345', status: 'DATE_OPEN' } }] } },
        event: {
          title: { ja: '日米合意の実施' },
          sources: [{ id: 'fr-2025-17389' }, { id: 'fr-R1-2025-17389' }],
        },
      });
    expect(api.audit()).toMatchObject([
      {
        operation: 'import',
        transport: 'COMMAND',
        actor: 'import',
        outcome: 'ACCEPTED',
        fileName: 'done.ndjson',
        positions: [0],
      },
      { operation: 'import', outcome: 'ACCEPTED', fileName: 'again.json', positions: [1] },
    ]);
  });

  it('writes nothing in a dry run, and holds to the rules of an append', async () => {
    const end = {
      id: 'end',
      stream: 'tariff/us/x',
      topic: 'x',
      type: 'TariffEnded',
      title: { en: 'Ended', ja: '終了' },
      effective: { from: { date: '2025-01-01' } },
      sources: [
        { id: 's', kind: 'OFFICIAL', title: { en: 'S', ja: 'S' }, publisher: 'P', date: '2025-01-01' },
      ],
      effects: [{ act: 'END', slot: 'tariff/us/x' }],
    };
    const begin = {
      ...end,
      id: 'begin',
      type: 'TariffOrdered',
      effective: { from: { date: '2024-01-01' } },
      sources: [{ ...end.sources[0], date: '2024-01-01' }],
      effects: [{ act: 'ASSERT', slot: 'tariff/us/x', value: { rate: { ratePercent: 5 } } }],
    };
    const lines = (...events: object[]) => events.map((event) => JSON.stringify(event)).join('\n');
    writeFileSync(join(folder, 'wrong.ndjson'), lines(end, begin));
    expect(await run('import', 'own-ndjson', 'wrong.ndjson', '--dry-run')).toMatchObject({
      code: 2,
      out: expect.stringContaining('1 would be appended'),
      err: expect.stringContaining('wrong.ndjson:1 NOTHING_TO_END'),
    });
    writeFileSync(join(folder, 'right.ndjson'), lines(begin, end));
    expect((await run('import', 'own-ndjson', 'right.ndjson', '--dry-run')).code).toBe(0);
    expect((await run('import', 'own-ndjson', 'right.ndjson')).out).toContain('2 appended');
  });

  it.each([
    [[], 'KIND'],
    [['bogus', 'x'], 'KIND: "bogus"'],
    [['ofac-sdn'], 'FILE'],
    [['ofac-sdn', 'nowhere.csv'], 'nowhere.csv'],
    [['ofac-sdn', 'fr.json', '--colour'], '--colour'],
  ])('says how to write %j', async (args, hint) => {
    const { code, err } = await run('import', ...args);
    expect([code, err]).toEqual([1, expect.stringContaining(hint)]);
    expect(err).toContain('npm run import -- KIND FILE');
  });
});

describe('npm run token and npm run rotate-key', () => {
  it('make a token that holds until the key is rotated', async () => {
    const { code, out } = await run('token', '--role', 'editor', '--for', 'reiko', '--days', '7');
    expect(code).toBe(0);
    const token = out.trim();
    expect((await api.write(IMPORT, { input }, token)).errors).toBeUndefined();
    expect(api.audit().at(-1)).toMatchObject({ actor: 'local:reiko', outcome: 'DRAFTED' });
    const before = api.audit().length;
    const rotated = await run('rotate-key');
    const fresh = /told this once: (\S+)/.exec(rotated.out)?.[1] ?? '';
    expect((await api.write(IMPORT, { input }, token)).errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
    expect((await api.write(IMPORT, { input }, fresh)).errors).toBeUndefined();
    expect(api.audit().slice(0, before)).toHaveLength(before);
    expect(JSON.stringify(api.audit())).not.toContain(token);
  });

  it.each([
    [['--role', 'boss', '--for', 'x'], 'no role'],
    [['--role', 'editor'], '--for'],
    [['--role', 'editor', '--for', '../x'], 'no name'],
    [['--role', 'editor', '--for', 'x', '--days', '0'], '--days'],
  ])('say how to write %j', async (args, hint) => {
    expect(await run('token', ...args)).toMatchObject({
      code: 1,
      out: '',
      err: expect.stringContaining(hint),
    });
  });
});
