import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ApiProcess, startApiProcess } from './api-process.js';
import { run } from './program.js';

const folder = mkdtempSync(join(tmpdir(), 'policy-cli-import-'));
const data = join(folder, 'data');
let server: ApiProcess;
beforeAll(async () => {
  mkdirSync(data);
  server = await startApiProcess({ POLICY_DATA_DIR: data, POLICY_SEED: 'none' });
});
afterAll(async () => {
  await server.stop();
  rmSync(folder, { recursive: true });
});

async function command(...line: string[]) {
  let [out, complaint] = ['', ''];
  const code = await run(line, {
    write: (text) => (out += text),
    complain: (text) => (complaint += text),
    stream: process.stdout,
  });
  return { code, out, complaint };
}

const order = (id: string, title = { en: 'Duty ordered', ja: '関税を命じる' }) => ({
  id,
  stream: 'tariff/us/example',
  topic: 'example',
  type: 'TariffOrdered',
  title,
  knownOn: { date: '2025-04-02' },
  effective: { from: { date: '2025-04-05' } },
  actors: ['USA'],
  targets: ['JPN'],
  sources: [
    {
      id: 'example-1',
      kind: 'OFFICIAL',
      title: { en: 'Order', ja: '命令' },
      publisher: 'Office',
      date: '2025-04-02',
    },
  ],
  effects: [
    {
      act: 'ASSERT',
      slot: `tariff/us/example/${id}`,
      value: { rate: { ratePercent: 24, rateBasis: 'TOTAL' } },
    },
  ],
});
function fileOf(name: string, ...rows: readonly (object | string)[]): string {
  const file = join(folder, name);
  writeFileSync(file, rows.map((row) => `${typeof row === 'string' ? row : JSON.stringify(row)}\n`).join(''));
  return file;
}

describe('into a server', () => {
  const at = (...line: string[]) =>
    command('import', ...line, '--url', server.url, '--token-file', join(data, 'editor.key'));

  it('brings the rows that need no editor, tells the broken one by its line, and adds nothing the second time', async () => {
    const file = fileOf('orders.ndjson', order('one'), '{ broken', order('two'));
    expect(await at('own-ndjson', file, '--dry-run')).toMatchObject({
      code: 1,
      out: '3 rows: 2 would be appended, 0 recorded already, 0 waiting for an editor, 1 refused.\n',
    });
    const done = await at('own-ndjson', file);
    expect(done).toMatchObject({ code: 1, out: expect.stringContaining(': 2 appended,') });
    expect(done.complaint).toMatch(/orders\.ndjson:2 \w+ /);
    expect((await at('own-ndjson', file)).out).toContain(': 0 appended, 2 recorded already');
    const state = await command('state', '2025-05-01', '--csv', '--url', server.url);
    expect(state.out.match(/24 % TOTAL/g)).toHaveLength(2);
  });

  it('names the second printing of a recorded document as a further source', async () => {
    const printed = { ...order('reciprocal'), id: 'fr:2025-06063' };
    expect(await at('own-ndjson', fileOf('eo-14257.ndjson', printed))).toMatchObject({
      complaint: '',
      code: 0,
    });
    const again = fileOf('again.json', {
      document_number: 'R1-2025-06063',
      title: 'Regulating Imports With a Reciprocal Tariff',
      executive_order_number: '14257',
      signing_date: '2025-04-02',
      publication_date: '2025-05-01',
    });
    expect(await at('federal-register', again)).toMatchObject({
      code: 0,
      out: expect.stringContaining('0 appended, 1 corrected'),
    });
    expect((await at('federal-register', again)).out).toContain(': 0 appended, 1 recorded already');
  });

  it('leaves what an editor has to look at in a file of its own, which it never writes over', async () => {
    const file = fileOf(
      'sdn.csv',
      '36,"AEROCARIBBEAN AIRLINES",-0- ,"CUBA",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ',
    );
    expect(await at('ofac-sdn', file)).toMatchObject({
      code: 1,
      out: expect.stringContaining('0 appended, 0 recorded already, 1 waiting for an editor'),
    });
    expect(JSON.parse(readFileSync(`${file}.drafts.ndjson`, 'utf8'))).toMatchObject({ id: 'ofac-sdn:36' });
    expect(await at('ofac-sdn', file)).toMatchObject({
      code: 2,
      complaint: expect.stringContaining('exists'),
    });
  });

  it('says a refusal of the rules by line, and appends the others', async () => {
    const ended = {
      ...order('three'),
      effective: { from: { date: '2025-04-05' }, until: { date: '2025-04-01' } },
    };
    const { code, out, complaint } = await at('own-ndjson', fileOf('ends.ndjson', ended, order('four')));
    expect({ code, out }).toEqual({ code: 1, out: expect.stringContaining(': 1 appended') });
    expect(complaint).toMatch(/ends\.ndjson:1 \w+ /);
  });

  it('asks for the file of a token, so that none is seen on the command line', async () => {
    const file = fileOf('five.ndjson', order('five'));
    expect(await command('import', 'own-ndjson', file, '--url', server.url)).toMatchObject({
      code: 2,
      complaint: expect.stringContaining('--token-file'),
    });
    const wrong = fileOf('wrong.key', 'not-a-key');
    expect(
      await command('import', 'own-ndjson', file, '--url', server.url, '--token-file', wrong),
    ).toMatchObject({
      code: 1,
      complaint: expect.stringContaining('UNAUTHENTICATED'),
    });
  });
});

it('goes straight into the log of a folder, which is then asked without a server', async () => {
  const file = fileOf('six.ndjson', order('six'));
  expect(await command('import', 'own-ndjson', file, '--data', data)).toMatchObject({
    code: 0,
    out: expect.stringContaining('1 appended'),
    complaint: '',
  });
  const state = await command('state', '2025-05-01', '--csv', '--data', data);
  expect(state).toMatchObject({
    code: 0,
    complaint: '',
    out: expect.stringContaining('tariff/us/example/six'),
  });
  expect(await command('state', '2025-05-01', '--data', folder)).toMatchObject({
    code: 2,
    complaint: expect.stringContaining('there is no policy-timeline.sqlite'),
  });
});

it.each([
  [['import', 'excel', 'x.xls'], 'is no kind of file'],
  [['import', 'own-csv', 'nowhere.csv'], 'is no file'],
  [['state', '2025-01-01', '--url', 'http://127.0.0.1:1', '--data', data], 'give one of them'],
])('%j is written wrongly', async (line, said) => {
  expect(await command(...line)).toMatchObject({ code: 2, complaint: expect.stringContaining(said) });
});

describe.skipIf(process.platform !== 'linux')('stopped half-way', () => {
  const main = join(import.meta.dirname, '../dist/main.js');
  const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
  /** Processes that were started with this folder for temporary files. */
  const running = (temporary: string): readonly string[] =>
    readdirSync('/proc').filter((pid) => {
      try {
        return (
          /^\d+$/.test(pid) && readFileSync(`/proc/${pid}/environ`, 'utf8').includes(`TMPDIR=${temporary}\0`)
        );
      } catch {
        return false;
      }
    });

  it.each([
    ['SIGTERM', []],
    ['SIGKILL', [expect.stringMatching(/^policy-timeline-cli-/)]],
  ] as const)('by %s it is outlived by no process', async (signal, leaves) => {
    const temporary = mkdtempSync(join(folder, 'tmp-'));
    const env = { ...process.env, TMPDIR: temporary };
    const child = spawn(process.execPath, [main, 'state', '2025-01-01'], { env, stdio: 'ignore' });
    while (running(temporary).length < 2) await pause(20);
    child.kill(signal);
    for (let waited = 0; waited < 30_000 && running(temporary).length > 0; waited += 50) await pause(50);
    expect(running(temporary)).toEqual([]);
    expect(readdirSync(temporary)).toEqual(leaves);
  });
});
