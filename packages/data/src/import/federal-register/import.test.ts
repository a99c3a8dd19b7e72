import { type PolicyEvent, patchOfDraft } from '@policy-timeline/domain';
import { describe, expect, it } from 'vitest';
import { eventsOf, type Imported, importText } from '../testing/import-text.js';

const japan = {
  document_number: '2025-17389',
  title: 'Implementing the United States-Japan Agreement',
  type: 'PRESDOCU',
  executive_order_number: '14345',
  signing_date: '2025-09-04',
  publication_date: '2025-09-09',
  citation: '90 FR 43535',
  disposition_notes: 'See: EO 14257, April 2, 2025',
  html_url: 'https://www.federalregister.gov/documents/2025/09/09/2025-17389/x',
};
/** Printed on 25 February 2026, and on 9 April again; the documents as the API has them, the notes shortened. */
const deMinimis = {
  document_number: '2026-03829',
  title: 'Continuing the Suspension of Duty-Free De Minimis Treatment for All Countries',
  executive_order_number: '14388',
  signing_date: '2026-02-20',
  publication_date: '2026-02-25',
  citation: '91 FR 9433',
  disposition_notes: 'Amends: EO 14324, July 30, 2025\r\nRepublished at: 91 FR 17839, April 9, 2026',
  html_url: 'https://www.federalregister.gov/documents/2026/02/25/2026-03829/x',
};
const deMinimisAgain = {
  ...deMinimis,
  document_number: 'R1-2026-03829',
  publication_date: '2026-04-09',
  citation: '91 FR 17839',
  disposition_notes: null,
  html_url: 'https://www.federalregister.gov/documents/2026/04/09/R1-2026-03829/x',
};
const page = (...results: object[]): string =>
  JSON.stringify({ count: results.length, total_pages: 1, results }, null, 1);
const read = (...results: object[]) => importText('FEDERAL_REGISTER', page(...results));

describe('a document of the Federal Register', () => {
  it('EO 14345: signed on 4 September, known on the 9th, its day still open', async () => {
    const { drafts } = await read(japan);
    expect(drafts).toMatchObject([
      {
        id: 'fr:2025-17389',
        needsReview: ['effective', 'title.ja', 'relations'],
        event: {
          stream: 'policy/us/eo-14345',
          signedOn: { date: '2025-09-04' },
          publishedOn: { date: '2025-09-09' },
          knownOn: { date: '2025-09-09' },
          effective: { from: { date: null }, dateOpen: true },
          sources: [{ id: 'fr-2025-17389', where: '90 FR 43535', kind: 'OFFICIAL' }],
          data: { executiveOrderNumber: '14345' },
        },
      },
    ]);
  });

  it.each([
    [{ effective_on: '2025-09-16' }, { from: { date: '2025-09-16' } }, false],
    [{ dates: 'This rule is effective September 16, 2025.' }, { from: { date: '2025-09-16' } }, true],
    [
      { dates: 'Effective on September 16, 2025, and effective October 1, 2025 for parts.' },
      { from: { date: null }, dateOpen: true },
      true,
    ],
    [{ dates: 'Comments are welcome.' }, { from: { date: null }, dateOpen: true }, true],
  ])('%j takes effect %j', async (fields, effective, review) => {
    const [draft] = (await read({ ...japan, ...fields })).drafts;
    expect(draft?.event.effective).toEqual(effective);
    expect(draft?.needsReview.includes('effective')).toBe(review);
  });

  it('was known from its filing for public inspection, where that is told', async () => {
    const [draft] = (await read({ ...japan, filed_at: '2025-09-05T16:15:00-04:00' })).drafts;
    expect(draft?.event.knownOn).toEqual({ date: '2025-09-05' });
  });

  it('with a comment period is two events', async () => {
    const { drafts } = await read({ ...japan, type: 'Proposed Rule', comments_close_on: '2025-10-09' });
    expect(drafts.map(({ event: { type, modality } }) => [type, modality])).toEqual([
      ['PolicyAdopted', 'PROPOSED'],
      ['DeadlineSet', undefined],
    ]);
    expect(drafts[1]?.event).toMatchObject({ effective: { from: { date: '2025-10-09' } } });
  });
});

describe('EO 14388, which was printed twice', () => {
  it.each([
    ['second printing first', [deMinimisAgain, japan, deMinimis]],
    ['in order', [deMinimis, japan, deMinimisAgain]],
  ])('is one draft with both documents as sources (%s)', async (_order, documents) => {
    const { drafts } = await read(...documents);
    const own = drafts.filter(({ event }) => event.stream === 'policy/us/eo-14388');
    expect(own).toHaveLength(1);
    expect(own[0]?.id).toBe('fr:2026-03829');
    expect(own[0]?.event.sources.map(({ id }) => id)).toEqual(['fr-2026-03829', 'fr-R1-2026-03829']);
    expect(own[0]?.event.knownOn).toEqual({ date: '2026-02-25' });
  });

  it('is the same event where a file has the second printing alone', async () => {
    const { drafts } = await read(deMinimisAgain);
    expect(drafts.map(({ id }) => id)).toEqual(['fr:2026-03829']);
    expect(drafts[0]?.needsReview).toContain('knownOn');
  });

  it.each([
    ['the second printing in a later file', [deMinimis], [deMinimisAgain]],
    ['the first printing in a later file', [deMinimisAgain], [deMinimis]],
    ['both in a later file', [deMinimis], [deMinimisAgain, deMinimis]],
  ])('is one and the same record in one file and in two: %s', async (_order, first, second) => {
    const comments = (document: object) => ({ ...document, comments_close_on: '2026-05-01' });
    const together = record(await read(comments(deMinimis), comments(deMinimisAgain)));
    const before = record(await read(...first.map(comments)));
    const later = await importText('FEDERAL_REGISTER', page(...second.map(comments)), before);
    expect(later).toMatchObject({ drafts: [], errors: [] });
    expect(later.corrections.map(({ target }) => target)).toEqual([
      'fr:2026-03829',
      'fr:2026-03829:comments',
    ]);
    const after = before.map((event) => corrected(event, later));
    expect(after).toEqual(together);
    expect(after[0]).toMatchObject({ knownOn: { date: '2026-02-25' }, publishedOn: { date: '2026-02-25' } });
    expect(await importText('FEDERAL_REGISTER', page(...second.map(comments)), after)).toMatchObject({
      drafts: [],
      corrections: [],
      recorded: 2,
    });
  });

  it('leaves what an editor has written, an earlier day of knowledge and sources of other kinds', async () => {
    const [event] = record(await read(deMinimisAgain));
    if (!event) throw new Error('no event');
    const [printed] = event.sources;
    const whiteHouse = { ...printed, id: 'eo-14388', publisher: 'The White House', date: '2026-02-20' };
    const edited: PolicyEvent = {
      ...event,
      knownOn: { date: '2026-02-20' },
      title: { en: 'De minimis stays closed', ja: '少額免税の停止' },
      sources: [whiteHouse, printed],
    };
    const later = await importText('FEDERAL_REGISTER', page(deMinimis), [edited]);
    const after = corrected(edited, later);
    expect(after).toMatchObject({ knownOn: edited.knownOn, title: edited.title });
    expect(after.sources.map(({ id }) => id)).toEqual(['eo-14388', 'fr-2026-03829', 'fr-R1-2026-03829']);
  });
});

/** The drafts appended unseen, as `--unreviewed` does. */
const record = (imported: Imported): readonly PolicyEvent[] =>
  eventsOf(imported).map((event, i) => ({
    ...event,
    inferred: [...new Set([...event.inferred, ...(imported.drafts[i]?.needsReview ?? [])])],
  }));

const corrected = (event: PolicyEvent, { corrections }: Imported): PolicyEvent => {
  const correction = corrections.find(({ target }) => target === event.id);
  return { ...event, ...(correction && patchOfDraft(correction.patch)) };
};

it('imported twice gives one draft per document', async () => {
  const first = await read(deMinimisAgain, deMinimis, japan);
  expect(first.drafts).toHaveLength(2);
  const second = await importText(
    'FEDERAL_REGISTER',
    page(deMinimisAgain, deMinimis, japan),
    eventsOf(first),
  );
  expect(second).toMatchObject({ drafts: [], errors: [], recorded: 2 });
});

it('reads one document alone, and a list without its page', async () => {
  for (const text of [JSON.stringify(japan), JSON.stringify([japan])])
    expect((await importText('FEDERAL_REGISTER', text)).drafts.map(({ id }) => id)).toEqual([
      'fr:2025-17389',
    ]);
});

it('tells each broken document with its line', async () => {
  const text = `{"results": [
    {"document_number": "2025-1", "title": "No day"},
    {"document_number": "2025-2", "title": "Never", "publication_date": "2025-02-29"},
    {"document_number": 3, "title": "Wrong shape", "publication_date": "2025-02-28"},
    {"document_number": "../etc", "title": "Not an id", "publication_date": "2025-02-28"},
    ${JSON.stringify(japan)}
  ]}`;
  const { drafts, errors } = await importText('FEDERAL_REGISTER', text);
  expect(drafts).toHaveLength(1);
  expect(errors.map(({ line, code }) => [line, code])).toEqual([
    [2, 'MISSING_FIELD'],
    [3, 'INVALID_DATE'],
    [4, 'WRONG_SHAPE'],
    [5, 'INVALID_ID'],
  ]);
});

describe('a file that is no answer of the API', () => {
  it.each([
    ['<html><body>502 Bad Gateway</body></html>', 'NOT_JSON'],
    ['<html><style>p { color: red }</style></html>', 'NOT_JSON'],
    ['Too many requests', 'NOT_JSON'],
    ['"rate limited"', 'WRONG_SHAPE'],
    ['{"error":"rate limited"}', 'WRONG_SHAPE'],
  ])('%s is refused, not taken for a page without documents', async (text, code) => {
    const { drafts, errors } = await importText('FEDERAL_REGISTER', text);
    expect(drafts).toEqual([]);
    expect(errors).toMatchObject([{ line: 1, code }]);
  });

  it('cut off between two documents, says so beside the documents that came whole', async () => {
    const whole = page(japan, deMinimis);
    const cut = whole.slice(0, whole.indexOf('},', 40) + 2);
    const { drafts, errors } = await importText('FEDERAL_REGISTER', cut);
    expect(drafts.map(({ id }) => id)).toEqual(['fr:2025-17389']);
    expect(errors).toMatchObject([{ code: 'NOT_JSON', reason: expect.stringContaining('end') }]);
  });

  it.each(['', '\n', '\ufeff', '[]', '{"count":0,"results":[]}'])('%j holds no documents', async (text) => {
    expect(await importText('FEDERAL_REGISTER', text)).toMatchObject({ drafts: [], errors: [] });
  });
});
