import type { Source } from '@policy-timeline/domain';
import { parsePartialDate } from '@policy-timeline/domain';
import { dayText, edtfOrInstantText } from '../event-day.js';
import { idPart, required, sourceText, webAddress } from '../event-text.js';
import { type ImportDraft, RowFault } from '../imported-row.js';
import type { FrDocument } from './document.js';

const PUBLISHER = 'Office of the Federal Register';

/** `R1-2026-03829` prints `2026-03829` again: the same act, a second document. */
export function republishedNumber(documentNumber: string): string {
  return documentNumber.replace(/^R\d+-/, '');
}

/** The act a document carries: what its stream and its slot are named after. */
interface Instrument {
  readonly path: string;
  readonly en: string | null;
  readonly ja: string | null;
}

function instrumentOf(document: FrDocument): Instrument {
  const numbered = (given: unknown, field: string): string | undefined =>
    sourceText(given) === undefined ? undefined : idPart(given, field, '14345').toLowerCase();
  const order = numbered(document.executive_order_number, 'executive_order_number');
  if (order) return { path: `eo-${order}`, en: `Executive Order ${order}`, ja: `大統領令${order}号` };
  const proclamation = numbered(document.proclamation_number, 'proclamation_number');
  if (proclamation)
    return {
      path: `proclamation-${proclamation}`,
      en: `Proclamation ${proclamation}`,
      ja: `大統領布告${proclamation}号`,
    };
  return {
    path: `fr-${republishedNumber(idPart(document.document_number, 'document_number', '2025-17389')).toLowerCase()}`,
    en: null,
    ja: null,
  };
}

/** The document as a source; the Japanese title is its label, no translation. */
export function sourceOf(document: FrDocument): Source {
  const number = idPart(document.document_number, 'document_number', '2025-17389');
  const title = required(document.title, 'title', 'Implementing the United States-Japan Agreement');
  const { en, ja } = instrumentOf(document);
  const citation = sourceText(document.citation, 200);
  const url = webAddress(document.html_url) ?? webAddress(document.pdf_url);
  return {
    id: `fr-${number}`,
    kind: 'OFFICIAL',
    title: {
      en: en ? `${en}, ${title}` : title,
      ja: ja ? `${ja}（連邦官報${number}）` : `連邦官報${number}`,
    },
    publisher: PUBLISHER,
    date: publishedOn(document),
    ...(citation && { where: citation }),
    ...(url && { url }),
  };
}

function publishedOn(document: FrDocument): string {
  const day = dayText(document.publication_date, 'publication_date');
  if (day === undefined)
    throw new RowFault(
      'MISSING_FIELD',
      'publication_date is left out; every document of the Federal Register has one, for example 2025-09-09.',
    );
  return day;
}

/** The drafts of one document: the act, and the closing of its comment period where it has one. `republished`: its other printings. */
export function draftsOf(
  document: FrDocument,
  line: number,
  republished: readonly Source[] = [],
): readonly ImportDraft[] {
  const id = `fr:${republishedNumber(idPart(document.document_number, 'document_number', '2025-17389'))}`;
  const title = required(document.title, 'title', 'Implementing the United States-Japan Agreement');
  const { path } = instrumentOf(document);
  const stream = `policy/us/${path}`;
  const published = publishedOn(document);
  const effective = effectiveOf(document);
  const own = sourceOf(document);
  const sources = [own, ...republished.filter((other) => other.id !== own.id)].sort(byDay);
  const first = `fr-${id.slice('fr:'.length)}`;
  const printings = [first, ...sources.map((source) => source.id).filter((other) => other !== first)];
  const signed = dayText(document.signing_date, 'signing_date');
  const correctionOf = sourceText(document.correction_of);
  const notes = sourceText(document.disposition_notes, 2000);
  const needsReview = [
    ...(effective.certain ? [] : ['effective']),
    'title.ja',
    // A later printing alone tells that the act was public by then, not since when.
    ...(own.id === first ? [] : ['knownOn']),
    ...(notes ? ['relations'] : []),
  ];
  const act: ImportDraft = {
    id,
    line,
    needsReview,
    printings,
    event: {
      id,
      stream,
      topic: 'federal-register',
      type: 'PolicyAdopted',
      modality: isProposed(document) ? 'PROPOSED' : 'FACT',
      title: { en: title, ja: '' },
      knownOn: { date: knownOn(document, published) },
      knownBasis: 'PUBLISHED',
      ...(signed && { signedOn: { date: signed } }),
      publishedOn: { date: published },
      effective: effective.day ? { from: { date: effective.day } } : { from: { date: null }, dateOpen: true },
      actors: ['USA'],
      sources,
      ...(correctionOf && {
        relations: [
          {
            type: 'CORRECTS' as const,
            to: `fr:${republishedNumber(correctionOf.replace(/^.*\//, '').replace(/\.json$/, ''))}`,
          },
        ],
      }),
      effects: [{ act: 'ASSERT', slot: stream, value: { flag: true } }],
      ...(effective.day && !effective.certain && { inferred: ['effective'] }),
      ...(notes && { note: `Disposition notes of the Federal Register: ${notes}` }),
      data: dataOf(document),
    },
  };
  const closes = dayText(document.comments_close_on, 'comments_close_on');
  return closes ? [act, commentsClose(act, closes)] : [act];
}

const byDay = (a: Source, b: Source): number => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0);

function commentsClose(
  { id, line, event, needsReview, printings }: ImportDraft,
  closes: string,
): ImportDraft {
  const own = `${id}:comments`;
  const { stream, topic, knownOn, sources, title } = event;
  return {
    id: own,
    line,
    needsReview: needsReview.filter((field) => field === 'title.ja' || field === 'knownOn'),
    ...(printings && { printings }),
    event: {
      id: own,
      stream,
      topic,
      type: 'DeadlineSet',
      title: { en: `Comments close: ${title.en}`, ja: '' },
      knownOn: knownOn ?? null,
      knownBasis: 'PUBLISHED',
      effective: { from: { date: closes } },
      actors: ['USA'],
      relations: [{ type: 'PART_OF', to: id }],
      sources,
      deadline: { kind: 'COMMENT_CLOSE', firmness: 'FIXED' },
    },
  };
}

/** The day it was filed for public inspection, else the day of the issue: earlier only with a second source, by hand. */
function knownOn(document: FrDocument, published: string): string {
  return edtfOrInstantText(document.filed_at, 'filed_at') ?? published;
}

/** `effective_on`; else the one day that `dates` calls effective, to be checked; else none. */
function effectiveOf(document: FrDocument): { readonly day: string | null; readonly certain: boolean } {
  const stated = dayText(document.effective_on, 'effective_on');
  if (stated !== undefined) return { day: stated, certain: true };
  const told = [...(sourceText(document.dates) ?? '').matchAll(EFFECTIVE)].map(([, day]) =>
    isoDay(day ?? ''),
  );
  const days = new Set(told);
  const [only] = days;
  return { day: days.size === 1 && only !== undefined ? only : null, certain: false };
}

const EFFECTIVE =
  /\beffective(?: date)?(?: of this (?:rule|order|notice))?(?: is|:)?(?: on| as of)? ((?:January|February|March|April|May|June|July|August|September|October|November|December) \d{1,2}, \d{4})/gi;
const MONTHS = 'january february march april may june july august september october november december'.split(
  ' ',
);

/** `September 9, 2025` as an ISO day; undefined when there is no such day. */
function isoDay(text: string): string | undefined {
  const [, month = '', day = '', year = ''] = /^(\w+) (\d{1,2}), (\d{4})$/.exec(text) ?? [];
  const number = MONTHS.indexOf(month.toLowerCase()) + 1;
  const iso = `${year}-${String(number).padStart(2, '0')}-${day.padStart(2, '0')}`;
  try {
    return parsePartialDate(iso).text;
  } catch {
    return undefined;
  }
}

const isProposed = ({ type }: FrDocument): boolean =>
  ['prorule', 'proposed rule'].includes((type ?? '').toLowerCase());

/** What the document says beside its days, for search and for the editor. */
function dataOf(document: FrDocument): object {
  const texts = (list: readonly unknown[] | null | undefined): string[] =>
    (list ?? []).flatMap((item) => sourceText(item, 200) ?? []).slice(0, 50);
  const data = {
    documentNumber: sourceText(document.document_number),
    documentType: sourceText(document.type, 100),
    documentSubtype: sourceText(document.subtype ?? document.presidential_document_type, 100),
    executiveOrderNumber: sourceText(document.executive_order_number),
    proclamationNumber: sourceText(document.proclamation_number),
    presidentialDocumentNumber: sourceText(document.presidential_document_number),
    president: sourceText(document.president?.identifier, 100),
    agencies: texts(document.agencies?.map(({ name, raw_name }) => name ?? raw_name)),
    cfr: texts(document.cfr_references?.map(({ title, part }) => `${title ?? ''} CFR ${part ?? ''}`)),
    dockets: texts(document.docket_ids),
    regulations: texts(document.regulation_id_numbers),
    topics: texts(document.topics),
    datesText: sourceText(document.dates, 1000),
  };
  return Object.fromEntries(
    Object.entries(data).filter(
      ([, value]) => value !== undefined && !(Array.isArray(value) && value.length === 0),
    ),
  );
}
