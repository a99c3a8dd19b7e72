import { expect, it } from 'vitest';
import { importText } from '../testing/import-text.js';

const none = ',-0- ';
const rows = [
  `101,"EJEMPLO SHIPPING, S.A.",-0- ,"CUBA"${none.repeat(8)}`,
  `102,"EJEMPLO, Maria","individual","SDGT] [IFSR","Director"${none.repeat(6)},"DOB 1 Jan 1950."`,
  `103,"MAR DE PRUEBA","vessel","CUBA",-0- ,"XX1","Tug",-0- ,"212","Cuba","Naviera Ejemplo",-0- `,
];
const read = (lines: readonly string[]) => importText('OFAC_SDN', `${lines.join('\r\n')}\r\n\u001A`);

it('reads entries without days as date-open, and nothing where the file writes -0-', async () => {
  const { drafts, errors } = await read(rows);
  expect(errors).toEqual([]);
  expect(drafts.map(({ id, line }) => [id, line])).toEqual([
    ['ofac-sdn:101', 1],
    ['ofac-sdn:102', 2],
    ['ofac-sdn:103', 3],
  ]);
  expect(drafts[0]).toMatchObject({
    needsReview: ['effective', 'knownOn', 'title.ja'],
    event: {
      title: { en: 'EJEMPLO SHIPPING, S.A.: OFAC SDN list (CUBA)' },
      effective: { from: { date: null }, dateOpen: true },
      knownOn: { date: '2026-11-21' },
      data: { ent_num: '101', name: 'EJEMPLO SHIPPING, S.A.', programs: ['CUBA'] },
    },
  });
  expect(drafts[2]?.event.targets).toEqual(['CUB']);
});

it('gives an entry of two programmes a slot in each', async () => {
  const { drafts } = await read(rows);
  expect(drafts[1]?.event.effects?.map(({ slot }) => slot)).toEqual([
    'sanction/us/ofac-sdn/sdgt/102',
    'sanction/us/ofac-sdn/ifsr/102',
  ]);
});

it('tells rows of another shape and reads the others', async () => {
  const { drafts, errors } = await read([
    'ent_num,name',
    `,"NO NUMBER",-0- ,"CUBA"${none.repeat(8)}`,
    ...rows,
  ]);
  expect(errors.map(({ line, code }) => [line, code])).toEqual([
    [1, 'WRONG_SHAPE'],
    [2, 'MISSING_FIELD'],
  ]);
  expect(drafts).toHaveLength(3);
});

it('tells a row with a stray quote in a few words, however long its cell is', async () => {
  const { errors } = await importText('OFAC_SDN', `101,${'a'.repeat(5_000)}"b,individual\r\n`);
  expect(errors).toMatchObject([{ line: 1, code: 'NOT_CSV', reason: expect.stringContaining('quote') }]);
  expect(errors[0]?.reason.length).toBeLessThan(400);
});
