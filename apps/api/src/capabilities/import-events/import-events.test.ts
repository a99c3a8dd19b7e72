import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { APPEND } from '../../../test/japan-tariff.js';
import { type ApiUnderTest, runApi } from '../../../test/running-api.js';

const IMPORT = `mutation ($input: ImportEventsInput!) { importEvents(input: $input) {
  drafts { id line title { en ja } needsReview event } rowErrors { line code reason } alreadyRecorded
} }`;
/** As the Federal Register's API gives it, shortened. */
const japanOrder = {
  document_number: '2025-17389',
  title: 'Implementing the United States-Japan Agreement',
  executive_order_number: '14345',
  signing_date: '2025-09-04',
  publication_date: '2025-09-09',
  effective_on: null,
};
const fileOf = (...results: object[]) => ({
  kind: 'FEDERAL_REGISTER',
  fileName: 'documents.json',
  content: JSON.stringify({ count: results.length, results }),
});

let api: ApiUnderTest;
beforeAll(async () => {
  api = await runApi();
});
afterAll(() => api.remove());
const imported = async (input: object) => (await api.write(IMPORT, { input })).data.importEvents;

describe('importing a document of the Federal Register', () => {
  it('gives a draft that says what to look at, and appends once it is completed', async () => {
    const { drafts, rowErrors } = await imported(fileOf(japanOrder));
    expect(rowErrors).toEqual([]);
    expect(drafts).toMatchObject([
      {
        id: 'fr:2025-17389',
        needsReview: ['effective', 'title.ja'],
        event: {
          signedOn: { date: '2025-09-04' },
          publishedOn: { date: '2025-09-09' },
          data: { executiveOrderNumber: '14345' },
        },
      },
    ]);
    const event = drafts[0].event;
    const append = async (events: object[]) =>
      (
        await api.write(APPEND, {
          input: {
            idempotencyKey: 'import-1',
            expected: [{ stream: event.stream, revision: null }],
            events,
          },
        })
      ).data.appendEvents;
    expect(await append([event])).toMatchObject({
      receipt: null,
      userErrors: [
        { reason: 'MISSING_LANGUAGE', path: 'events[0].title.ja' },
        { path: 'events[0].summary.ja' },
      ],
    });
    const completed = { ...event, title: { ...event.title, ja: '日米合意の実施' } };
    expect(await append([completed])).toMatchObject({ receipt: { repeated: false }, userErrors: [] });
    expect(await append([completed])).toMatchObject({ receipt: { repeated: true } });
  });

  it('lists it as date-open, and counts it when the file comes again', async () => {
    const { data } = await api.ask(
      '{ stateAsOf(date: "2025-10-01") { readings { edges { node { slot status } } } } }',
    );
    expect(data.stateAsOf.readings.edges).toEqual([
      { node: { slot: 'policy/us/eo-14345', status: 'DATE_OPEN' } },
    ]);
    expect(await imported(fileOf(japanOrder))).toEqual({ drafts: [], rowErrors: [], alreadyRecorded: 1 });
  });

  it('reports a broken document with its line and reads the others', async () => {
    const content = `{"results":[\n{"document_number": "2025-1", "title": "A", "publication_date": "2025-02-30"},\n{"document_number": },\n${JSON.stringify(japanOrder)}\n]}`;
    expect(await imported({ kind: 'FEDERAL_REGISTER', content })).toMatchObject({
      drafts: [],
      rowErrors: [
        { line: 2, code: 'INVALID_DATE', reason: expect.stringContaining('2025-02-30') },
        { line: 3, code: 'NOT_JSON' },
      ],
      alreadyRecorded: 1,
    });
  });
});

it('is for editors alone, and every attempt is in the audit trail', async () => {
  const input = fileOf(japanOrder);
  expect((await api.ask(IMPORT, { input })).errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
  const trail = api.audit().filter(({ operation }) => operation === 'importEvents');
  expect(trail.map(({ outcome }) => outcome)).toEqual(['DRAFTED', 'DRAFTED', 'DRAFTED', 'REFUSED']);
});
