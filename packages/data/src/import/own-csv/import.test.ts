import { eventOfDraft } from '@policy-timeline/domain';
import { expect, it } from 'vitest';
import { importText } from '../testing/import-text.js';

const header =
  'event_id,kind,key,value,unit,basis,valid_from,valid_to_exclusive,known_from,authority,target,relation_types,relation_targets,source_citation,source_url,title_en,title_ja';
const order =
  'eo-x,TariffOrdered,tariff/us/example/JPN,24,percent,TOTAL,2025-04-05,,2025-04-02,USA,JPN,,,90 FR 1,https://example.org/1,Ordered,命令';
const read = (...lines: string[]) => importText('OWN_CSV', lines.join('\n'));

it('reads a row of the export of events', async () => {
  const { drafts, errors } = await read(header, order);
  expect(errors).toEqual([]);
  const [draft] = drafts;
  expect(draft?.needsReview).toEqual([]);
  expect(eventOfDraft(draft?.event as never, 'eo-x')).toMatchObject({
    stream: 'tariff/us/example',
    family: 'TARIFF',
    knownOn: { date: '2025-04-02' },
    actors: ['USA'],
    effects: [{ act: 'ASSERT', value: { kind: 'RATE', ratePercent: 24, rateBasis: 'TOTAL' } }],
  });
});

it('is date-open without a day, and lacks a title where there is none', async () => {
  const { drafts } = await read(
    header,
    'eo-y,TariffOrdered,tariff/us/example/BRA,,,,,,2025-04-02,USA,BRA,,,90 FR 2,,Ordered,',
  );
  expect(drafts[0]).toMatchObject({
    needsReview: ['effective', 'title.ja'],
    event: { effective: { dateOpen: true }, effects: [{ value: { flag: true } }] },
  });
});

it('gives back the text that an export guarded against a spreadsheet', async () => {
  const { drafts } = await read(
    header,
    `eo-z,TariffOrdered,tariff/us/example/BRA,,,,2025,,2025-04-02,USA,BRA,,,90 FR 2,,"'=cmd|' /C calc'!A0",命令`,
  );
  expect(drafts[0]?.event.title.en).toBe("=cmd|' /C calc'!A0");
});

it('tells faults by line, and a wrong header once', async () => {
  const { errors, drafts } = await read(
    header,
    order.replace('2025-04-05', '2025-02-30'),
    order.replace('TariffOrdered', 'Tariff'),
    order.replace(',24,', ',twenty,'),
    order.replace(',USA,JPN,,,', ',USA,JPN,AMENDS,,'),
    order,
  );
  expect(errors.map(({ line, code }) => [line, code])).toEqual([
    [2, 'INVALID_DATE'],
    [3, 'UNKNOWN_TYPE'],
    [4, 'INVALID_VALUE'],
    [5, 'WRONG_SHAPE'],
  ]);
  expect(drafts).toHaveLength(1);
  expect((await read('event_id,kind', 'a,b')).errors).toMatchObject([{ line: 1, code: 'MISSING_HEADER' }]);
});

it('tells a row with several stray quotes once, and reads the others', async () => {
  const { drafts, errors } = await read(header, 'eo-x,Tariff"Ordered,tariff"/us/"example', order);
  expect(errors).toMatchObject([{ line: 2, code: 'NOT_CSV' }]);
  expect(drafts).toHaveLength(1);
});

it('gives up on a file that is no CSV, and keeps nothing of it', async () => {
  const { drafts, errors } = await importText('OWN_CSV', `${header}\n${'{"a":'.repeat(50_000)}\n${order}`);
  expect(errors).toMatchObject([{ code: 'NOT_CSV' }, { reason: expect.stringContaining('not read on') }]);
  expect(drafts).toEqual([]);
});

it('reads characters of two halves wherever the text is cut for the parser', async () => {
  const title = '𠮷'.repeat(20_000);
  const { drafts } = await importText('OWN_CSV', `${header}\n${order.replace('命令', title)}`, [], {}, [
    header,
    `\n${order.replace('命令', title)}`,
  ]);
  expect(drafts[0]?.event.title.ja).toMatch(/^𠮷+…?$/u);
});
