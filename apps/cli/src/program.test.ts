import { Writable } from 'node:stream';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Answering, answering } from './answering.js';
import { run } from './program.js';

let server: Answering;
beforeAll(async () => {
  server = await answering({});
});
afterAll(() => server.stop());

async function command(...line: string[]) {
  let [out, complaint] = ['', ''];
  const code = await run(line, {
    write: (text) => (out += text),
    complain: (text) => (complaint += text),
    stream: new Writable({
      write(piece, _encoding, done) {
        out += String(piece);
        done();
      },
    }),
  });
  return { code, out, complaint };
}
const at = (...line: string[]) => command(...line, '--url', server.url);

it('tells what Japan paid, by what was known then', async () => {
  const rate = async (known: string) =>
    (
      await at(
        'state',
        '2025-08-20',
        '--known-at',
        known,
        '--partner',
        'JPN',
        '--subject',
        'tariff/us/reciprocal',
        '--csv',
      )
    ).out;
  expect(await rate('2025-08-25')).toContain('15 % ADDITIONAL');
  expect(await rate('2025-09-05')).toContain('15 % INCLUSIVE');
});

it('gives the same answer without a server as with one', async () => {
  const line = ['upcoming', '2025-05-29', '--known-at', '2025-05-29', '--within', '90', '--json'];
  const [alone, served] = [await command(...line), await at(...line)];
  expect(alone).toEqual(served);
  expect(alone.out).toContain('2025-07-09');
});

it('lines a table up where Japanese characters take two columns', async () => {
  const { out } = await at('state', '2025-08-20', '--subject', 'tariff/us/reciprocal/JPN', '--lang', 'ja');
  const width = (line: string) =>
    [...line].reduce((sum, c) => sum + (/[\u3000-\u9fff\uff01-\uff60]/.test(c) ? 2 : 1), 0);
  const widths = out.trimEnd().split('\n').map(width);
  expect(new Set(widths).size).toBe(1);
});

it.each([
  [['diff', '2025-04-02', '2025-04-09', '--family', 'tariff', '--csv'], 'WORLD'],
  [['quote-duty', 'JPN', 'ordinary', '2025-10-01', '--mfn', '5', '--csv'], 'all-in 15 %'],
  [['why', 'tariff/us/reciprocal/JPN', '2025-08-20', '--csv'], 'DECIDED_BY'],
  [['timeline', 'tariff/us/reciprocal/JPN', '--from', '2025-04-01', '--csv'], 'SUSPENDED'],
  [['events', '--partner', 'BRA', '--from', '2025-07-01', '--until', '2025-09-01', '--csv'], 'eo-14323'],
  [['export', 'state.csv', '--date', '2025-08-20', '--filter', 'JPN'], 'tariff/us/reciprocal/JPN'],
])('%j says %s', async (line, said) => {
  const { code, out, complaint } = await at(...line);
  expect(complaint).toBe('');
  expect(out).toContain(said);
  expect(code).toBe(0);
});

it('asks what the border did, and what was documented by then', async () => {
  const ahead = async (...more: string[]) =>
    (await at('upcoming', '2026-02-21', '--known-at', '2026-02-23', '--csv', ...more)).out;
  expect(await ahead('--track', 'collected')).toContain('eo-14389-collection:start');
  expect(await ahead()).not.toContain('eo-14389-collection:start');
  expect(await at('upcoming', '2018-03-01', '--reading', 'sure')).toMatchObject({ code: 1 });
});

it('ends with 1 for a refused question, 2 for a wrong command, 3 where nobody answers', async () => {
  expect(await at('state', '2025-02-30')).toMatchObject({
    code: 1,
    out: '',
    complaint: expect.stringContaining('INVALID'),
  });
  expect(await at('export', 'state.xls')).toMatchObject({ code: 2 });
  expect(await command('state')).toMatchObject({ code: 2, complaint: expect.stringContaining('date') });
  expect(await command('state', '2025-01-01', '--url', 'http://127.0.0.1:9')).toMatchObject({
    code: 3,
    complaint: expect.stringContaining('cannot be reached'),
  });
  expect((await command('--help')).out).toContain('Examples:');
});

it('takes the facts that a duty hangs on, and shows what it rests on and what it takes for granted', async () => {
  const csv = async (...more: string[]) =>
    (await at('quote-duty', 'JPN', 'ordinary', '2025-08-07', '--mfn', '5', '--csv', ...more)).out;
  expect(await csv()).toMatch(/reciprocal\/JPN,APPLIED,10,.*,jpn-15,https:\/\/www\.govinfo\.gov/);
  expect(await csv()).toContain('ASSUMED,,,the good was not in transit before 7 August 2025');
  expect(await csv('--exported', '2025-08-06')).toMatch(/reciprocal\/JPN,EXEMPT/);
  expect(await csv('--us-content', '25%')).toContain('TOTAL,SETTLED,7.5');
  const small = (...more: string[]) =>
    at('quote-duty', 'AUS', 'ordinary', '2025-08-28', '--value', '500', '--csv', ...more);
  expect((await small()).out).toContain('TOTAL,UNRESOLVED,0 to 10');
  const steel = async (side: string) =>
    (await at('quote-duty', 'DEU', 'steel', '2022-08-20', '--quota', side, '--csv')).out;
  expect(await steel('within')).toContain('TOTAL,SETTLED,0');
  expect(await steel('above')).toContain('TOTAL,SETTLED,25');
  const coffee = async (...lists: string[]) =>
    (await at('quote-duty', 'BRA', '0901', '2025-11-14', '--csv', '--list', ...lists)).out;
  expect(await coffee('eo14360-agricultural-products', 'eo14323-annex-i-as-amended-2025-11-13')).toContain(
    'TOTAL,SETTLED,0',
  );
  expect(await coffee('none')).toContain('TOTAL,SETTLED,50');
  expect((await at('quote-duty', 'BRA', '0901', '2025-11-14', '--csv')).out).toContain(
    'OPEN LIST,ASSUMED OFF,,the agricultural products of EO 14360: --list eo14360-agricultural-products',
  );
  const canada = async (claim: string) =>
    (await at('quote-duty', 'CAN', 'ordinary', '2025-08-20', '--claim', claim, '--csv')).out;
  expect(await canada('usmca')).toContain('TOTAL,SETTLED,0');
  expect(await canada('none')).toContain('TOTAL,SETTLED,35');
});

it.each([
  [['quote-duty', 'JPN', 'ordinary', '2025-08-07', '--mfn', 'five'], '--mfn: "five" is not a number'],
  [['quote-duty', 'JPN', 'steel', '2025-08-07', '--quota', 'in'], 'write within or above'],
  [['upcoming', '2025-05-29', '--within', 'soon'], 'write for example --within 90'],
  [['state', '2025-05-29', '--limit', ''], '--limit: "" is not a number'],
])('does not answer %j as if nothing had been said', async (line, said) => {
  expect(await at(...line)).toMatchObject({ code: 2, out: '', complaint: expect.stringContaining(said) });
});

it('says how many rows there are where it shows fewer, and reads names in any case', async () => {
  const { complaint, out } = await at('state', '2025-08-20', '--status', 'in_force', '--limit', '3', '--csv');
  expect(out.trimEnd().split('\n')).toHaveLength(4);
  expect(complaint).toMatch(/^3 of \d+ rows/);
});

it('follows a timeline by what was known then', async () => {
  const line = ['timeline', 'tariff/us/reciprocal/JPN', '--csv'];
  expect((await at(...line, '--known-at', '2025-05-01')).out).not.toContain('15 % INCLUSIVE');
  expect((await at(...line)).out).toContain('15 % INCLUSIVE');
});

it('answers again as the log stood, by the basis of an earlier answer', async () => {
  const line = ['state', '2025-08-20', '--subject', 'tariff/us/reciprocal/JPN', '--json'];
  const { out } = await at(...line);
  const { basis } = JSON.parse(out).stateAsOf;
  expect((await at(...line, '--basis', basis)).out).toBe(out);
  expect(await at(...line, '--basis', 'nonsense')).toMatchObject({
    code: 1,
    complaint: expect.stringContaining('UNKNOWN_BASIS'),
  });
});
