import { decideAppend, eventOfDraft, type PolicyEvent, parseDay, Timeline } from '@policy-timeline/domain';
import { HOSTILE_VALUES, pick, seeded, spoiled } from '@policy-timeline/domain/testing';
import { afterAll, expect, it } from 'vitest';
import type { ImportDraft, ImportKind } from '../src/import/index.js';
import { importText } from '../src/import/testing/import-text.js';

// Row 14 of the promises: hostile values against importers, rules and engine. TRIALS=large is the large size.
const LARGE = process.env.TRIALS === 'large';
const SEED = Number(process.env.TRIAL_SEED ?? (LARGE ? Date.now() % 1_000_000_000 : 20_251_121));
const ROWS = LARGE ? 1_000_000 : 2_000;
/** Rows of one file; the neighbours of a spoiled row must be read all the same. */
const FILE = 40;

const text = { en: 'Ordered', ja: '命令' };
const own = {
  id: 'x-0',
  stream: 'tariff/us/hostile',
  topic: 'hostile',
  type: 'TariffOrdered',
  title: text,
  knownOn: { date: '2025-04-02' },
  effective: { from: { date: '2025-04-05' }, until: { date: '2025-07' } },
  actors: ['USA'],
  targets: ['JPN'],
  sources: [
    {
      id: 's',
      kind: 'OFFICIAL',
      title: text,
      publisher: 'P',
      date: '2025-04-02',
      url: 'https://example.org',
    },
  ],
  effects: [
    {
      act: 'ASSERT',
      slot: 'tariff/us/hostile/JPN',
      value: { rate: { ratePercent: 24, rateBasis: 'TOTAL' } },
    },
  ],
  data: { round: 4 },
};
const document = {
  document_number: '2025-17389',
  title: 'Implementing',
  executive_order_number: '14345',
  signing_date: '2025-09-04',
  publication_date: '2025-09-09',
  effective_on: '2025-09-16',
  dates: 'Effective September 16, 2025.',
  agencies: [{ name: 'Treasury' }],
  comments_close_on: '2025-10-01',
  html_url: 'https://example.org',
};
const intervention = {
  intervention_id: 901,
  state_act_id: 55,
  state_act_title: 'Duty on ethanol',
  gta_evaluation: 'Red',
  implementing_jurisdictions: [{ iso: 'BRA' }],
  affected_jurisdictions: [{ iso: 'USA' }],
  affected_products: [220710],
  date_announced: '2024-07-04',
  date_implemented: '2024-07-01',
  date_removed: '2025-06-30',
};
const sanction = {
  id: 'xx-s',
  schema: 'Sanction',
  properties: { entity: ['xx'], authority: ['OFAC'], listingDate: ['2019-04-17'], endDate: ['2020'] },
};
const sdn = ['101', 'EJEMPLO', 'individual', 'SDGT', ...Array.from({ length: 7 }, () => '-0- '), 'DOB 1950.'];
const ownCells = [
  'eo-x',
  'TariffOrdered',
  'tariff/us/hostile/JPN',
  '24',
  'percent',
  '2025-04-05',
  '2025-04-02',
  '90 FR 1',
  'Ordered',
  '命令',
];
const OWN_HEADER = 'event_id,kind,key,value,unit,valid_from,known_from,source_citation,title_en,title_ja';

/** How a kind's rows are written into one file, from rows that are already spoiled. */
const kinds: readonly (readonly [ImportKind, unknown, (rows: readonly unknown[]) => string])[] = [
  ['OWN_NDJSON', own, jsonLines],
  ['FEDERAL_REGISTER', document, (rows) => `{"results": [${rows.map(json).join(',\n')}]}`],
  ['GLOBAL_TRADE_ALERT', intervention, (rows) => `[${rows.map(json).join(',\n')}]`],
  ['FOLLOW_THE_MONEY', sanction, jsonLines],
  ['OFAC_SDN', sdn, (rows) => rows.map(csv).join('\r\n')],
  ['OWN_CSV', ownCells, (rows) => `${OWN_HEADER}\n${rows.map(csv).join('\n')}`],
];

let [trials, failures, told, accepted, refused] = [0, 0, 0, 0, 0];
afterAll(() =>
  process.stdout.write(
    `row 14: ${failures} failures in ${trials} trials (95 % bound 3/${trials}) seed ${SEED}: hostile rows of ${kinds.length} kinds of file; ${told} told with line and reason, ${refused} refused by a rule, ${accepted} accepted and read back\n`,
  ),
);

it(
  'no hostile row ends an import, hides its neighbours, or gets into the record otherwise than it is read',
  async () => {
    const random = seeded(SEED);
    while (trials < ROWS) {
      const [kind, row, write] = pick(kinds, random);
      const rows = Array.from({ length: FILE }, (_, i) =>
        i % 2 === 1
          ? numbered(kind, row, i)
          : spoiled(numbered(kind, row, i), random, pick(HOSTILE_VALUES, random)),
      );
      const whole = write(rows);
      const content = scratched(whole, kind, random);
      const file = await importText(kind, content, [], {}, [content]).catch((error: unknown) =>
        failed(kind, content, error),
      );
      trials += FILE;
      told += file.errors.length;
      for (const { line, code, reason } of file.errors)
        if (!(line > 0 && /^[A-Z_]+$/.test(code) && reason.length > 8 && reason.length < 2_000))
          failed(kind, content, `an error without line, code or reason: ${line} ${code} ${reason}`);
      const ids = new Set(file.drafts.map(({ id }) => id));
      for (let i = 1; i < FILE && content === whole; i += 2)
        if (!ids.has(idOf(kind, i))) failed(kind, content, `the clean row ${i} was lost`);
      for (const draft of file.drafts) judged(kind, draft);
      if (Object.keys(Object.prototype).length > 0 || 'hostile' in {})
        failed(kind, content, 'the prototype of all objects was changed');
    }
    expect(failures).toBe(0);
    expect(Math.min(told, accepted, refused)).toBeGreaterThan(ROWS / 100);
  },
  LARGE ? 3_600_000 : 60_000,
);

const empty = Timeline.of([]);
const today = parseDay('2026-11-21');

/** The rules say yes or no with code, path and sentence; what they let in is plain JSON that the engine reads. */
function judged(kind: ImportKind, { id, event: draft }: ImportDraft): void {
  const both = { en: draft.title.en || draft.title.ja, ja: draft.title.ja || draft.title.en };
  try {
    const event: PolicyEvent = eventOfDraft({ ...draft, title: both }, id);
    const decision = decideAppend(empty, [event], { today, recorded: () => true });
    if (!decision.ok) {
      refused++;
      for (const { code, path, message } of decision.refusals)
        if (code === undefined || !path.startsWith('events[0].') || message.length < 20)
          failed(kind, draft, `a refusal that says too little: ${code} ${path} ${message}`);
      return;
    }
    accepted++;
    const kept = JSON.parse(JSON.stringify(event));
    expect(kept).toEqual(event);
    const timeline = Timeline.of([{ position: 0, event: kept }]);
    for (const slot of timeline.index.slots.keys())
      timeline.read(slot, {
        date: today,
        knownAt: today,
        asLived: false,
        reading: 'NOMINAL',
        track: 'LEGAL',
      });
  } catch (error) {
    failed(kind, draft, error);
  }
}

function failed(kind: ImportKind, given: unknown, why: unknown): never {
  failures++;
  throw new Error(
    `${kind}, seed ${SEED}, trial ${trials}: ${why instanceof Error ? why.stack : why}\n${json(given).slice(0, 2_000)}`,
  );
}

function numbered(kind: ImportKind, row: unknown, i: number): unknown {
  if (Array.isArray(row)) return [`${i + 1}`, ...row.slice(1)];
  const key =
    { FEDERAL_REGISTER: 'document_number', GLOBAL_TRADE_ALERT: 'intervention_id' }[kind as string] ?? 'id';
  return { ...(row as object), [key]: kind === 'FEDERAL_REGISTER' ? `2025-${i}` : `x-${i}` };
}

/** The id of the draft that a clean row gives. */
const idOf = (kind: ImportKind, i: number): string =>
  ({
    FEDERAL_REGISTER: `fr:2025-${i}`,
    GLOBAL_TRADE_ALERT: `gta:x-${i}`,
    FOLLOW_THE_MONEY: `ftm:x-${i}`,
    OFAC_SDN: `ofac-sdn:${i + 1}`,
    OWN_CSV: `${i + 1}`,
  })[kind as string] ?? `x-${i}`;

/** Now and then the file itself is hurt: cut off, or a few characters of it are others. */
function scratched(content: string, kind: ImportKind, random: () => number): string {
  if (random() > 0.1) return content;
  const at = Math.floor(random() * content.length);
  const scratch = pick(['', '"', '{', ']', '\n', ',', '\u0000', '\\', '\uD800'], random);
  return random() < 0.5 && kind !== 'OWN_CSV'
    ? content.slice(0, at)
    : content.slice(0, at) + scratch + content.slice(at + 1);
}

function json(value: unknown): string {
  // Deeper than a stack: written without recursion.
  try {
    return JSON.stringify(value) ?? 'null';
  } catch {
    return '['.repeat(10_000) + ']'.repeat(10_000);
  }
}
function jsonLines(rows: readonly unknown[]): string {
  return rows.map(json).join('\n');
}
function csv(row: unknown): string {
  const cells: unknown[] = typeof row === 'object' && row !== null ? Object.values(row) : [row];
  return cells
    .map((cell) => `"${(typeof cell === 'string' ? cell : json(cell)).replaceAll('"', '""')}"`)
    .join(',');
}
