import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { APPEND } from '../../../test/japan-tariff.js';
import { type ApiUnderTest, runApi } from '../../../test/running-api.js';

const IMPORT = `mutation ($input: ImportEventsInput!) { importEvents(input: $input) {
  drafts { id line title { en ja } needsReview event }
  corrections { id line target stream title { en } patch reason { en ja } }
  rowErrors { line code reason } alreadyRecorded
} }`;
const CORRECT = `mutation ($input: CorrectEventInput!) { correctEvent(input: $input) {
  receipt { basis } viewDiff { slot } userErrors { code message }
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
    expect(await imported(fileOf(japanOrder))).toEqual({
      drafts: [],
      corrections: [],
      rowErrors: [],
      alreadyRecorded: 1,
    });
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

/** EO 14388 was printed on 25 February 2026 and, with its annex, again on 9 April: two documents, as the API has them. */
const deMinimis = {
  document_number: '2026-03829',
  title: 'Continuing the Suspension of Duty-Free De Minimis Treatment for All Countries',
  executive_order_number: '14388',
  signing_date: '2026-02-20',
  publication_date: '2026-02-25',
  citation: '91 FR 9433',
  html_url:
    'https://www.federalregister.gov/documents/2026/02/25/2026-03829/continuing-the-suspension-of-duty-free-de-minimis-treatment-for-all-countries',
};
const printedAgain = {
  ...deMinimis,
  document_number: 'R1-2026-03829',
  publication_date: '2026-04-09',
  citation: '91 FR 17839',
  html_url:
    'https://www.federalregister.gov/documents/2026/04/09/R1-2026-03829/continuing-the-suspension-of-duty-free-de-minimis-treatment-for-all-countries',
};
const SOURCES =
  '{ event(id: "fr:2026-03829") { knownOn { date } sources { id date where } corrections { reason { en } } } }';
const bothSources = [
  { id: 'fr-2026-03829', date: '2026-02-25', where: '91 FR 9433' },
  { id: 'fr-R1-2026-03829', date: '2026-04-09', where: '91 FR 17839' },
];
const nothingNew = { drafts: [], corrections: [], rowErrors: [], alreadyRecorded: 1 };

/** Appends the one draft of a file, its Japanese title written. */
async function appendDraft(into: ApiUnderTest, file: object): Promise<void> {
  const { drafts, rowErrors } = (await into.write(IMPORT, { input: file })).data.importEvents;
  expect({ rowErrors, drafts: drafts.length }).toEqual({ rowErrors: [], drafts: 1 });
  const [{ event }] = drafts;
  const input = {
    idempotencyKey: 'import-14388',
    expected: [{ stream: event.stream, revision: null }],
    events: [{ ...event, title: { ...event.title, ja: '全世界に対する少額免税の停止の継続' } }],
  };
  expect((await into.write(APPEND, { input })).data.appendEvents).toMatchObject({ userErrors: [] });
}

describe('EO 14388, which was printed twice', () => {
  it('is one event with both documents as sources, also when the file comes again', async () => {
    const file = fileOf(printedAgain, deMinimis);
    await appendDraft(api, file);
    expect((await api.ask(SOURCES)).data.event).toEqual({
      knownOn: { date: '2026-02-25' },
      sources: bothSources,
      corrections: [],
    });
    expect(await imported(file)).toEqual(nothingNew);
  });

  it('is the same event where the second printing comes in a later file: an erratum names it, once', async () => {
    const later = await runApi();
    try {
      await appendDraft(later, fileOf(deMinimis));
      const READING = `{ stateAsOf(date: "2026-05-01") { readings { edges { node { slot status knownOn decidedBy { id } } } } } }`;
      const before = (await later.ask(READING)).data;
      const file = fileOf(printedAgain);
      const { corrections, ...rest } = (await later.write(IMPORT, { input: file })).data.importEvents;
      expect(rest).toEqual({ drafts: [], rowErrors: [], alreadyRecorded: 0 });
      expect(corrections).toMatchObject([
        { line: 1, target: 'fr:2026-03829', patch: { sources: bothSources }, title: { en: deMinimis.title } },
      ]);
      const { id, target, stream, patch, reason } = corrections[0];
      const input = { idempotencyKey: id, expected: [{ stream, revision: 0 }], target, patch, reason };
      const correct = async (dryRun: boolean) =>
        (await later.write(CORRECT, { input: { ...input, dryRun } })).data.correctEvent;
      expect(await correct(true)).toEqual({ receipt: null, viewDiff: [], userErrors: [] });
      expect(await correct(false)).toMatchObject({ receipt: { basis: expect.any(String) }, userErrors: [] });
      expect((await later.ask(SOURCES)).data.event).toEqual({
        knownOn: { date: '2026-02-25' },
        sources: bothSources,
        corrections: [{ reason: { en: expect.stringContaining('fr-R1-2026-03829') } }],
      });
      expect((await later.ask(READING)).data).toEqual(before);
      for (const again of [file, fileOf(deMinimis), fileOf(printedAgain, deMinimis)])
        expect((await later.write(IMPORT, { input: again })).data.importEvents).toEqual(nothingNew);
    } finally {
      await later.remove();
    }
  });
});

it('is for editors alone, and every attempt is in the audit trail', async () => {
  const input = fileOf(japanOrder);
  expect((await api.ask(IMPORT, { input })).errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
  const trail = api.audit().filter(({ operation }) => operation === 'importEvents');
  expect(trail.map(({ outcome }) => outcome)).toEqual([...Array(5).fill('DRAFTED'), 'REFUSED']);
});
