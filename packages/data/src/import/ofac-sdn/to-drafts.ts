import { countryCode } from '../country-codes.js';
import { idPart, required, sourceText } from '../event-text.js';
import { type ImportDraft, RowFault } from '../imported-row.js';
import { slug } from '../slug.js';

/** The columns of SDN.CSV, which has no header. */
export const COLUMNS = [
  'ent_num',
  'name',
  'type',
  'program',
  'title',
  'callSign',
  'vesselType',
  'tonnage',
  'grossTonnage',
  'vesselFlag',
  'vesselOwner',
  'remarks',
] as const;

/** An entry of the list; the file gives no day, so the event is date-open until an editor finds it. @throws RowFault */
export function draftOf(cells: readonly string[], line: number, importedOn: string): ImportDraft {
  if (cells.length !== COLUMNS.length)
    throw new RowFault(
      'WRONG_SHAPE',
      `the row has ${cells.length} cells; SDN.CSV has ${COLUMNS.length} and no header.`,
    );
  const entry = Object.fromEntries(COLUMNS.map((name, i) => [name, cellOf(cells[i])])) as Record<
    (typeof COLUMNS)[number],
    string | undefined
  >;
  const number = idPart(entry.ent_num, 'ent_num', '36');
  const name = required(entry.name, 'SDN_Name', 'BANCO NACIONAL DE CUBA');
  const programs = programsOf(required(entry.program, 'Program', 'CUBA'));
  const id = `ofac-sdn:${number}`;
  const flag = entry.vesselFlag === undefined ? undefined : countryCode(entry.vesselFlag);
  const details = Object.entries(entry).filter(([key, value]) => value !== undefined && key !== 'program');
  return {
    id,
    line,
    needsReview: ['effective', 'knownOn', 'title.ja', ...(programs.length > 1 ? ['effects'] : [])],
    event: {
      id,
      stream: 'sanction/us/ofac-sdn',
      topic: 'ofac-sdn',
      type: 'SanctionImposed',
      title: { en: `${name}: OFAC SDN list (${programs.join(', ')})`, ja: '' },
      knownOn: { date: importedOn },
      knownBasis: 'INFERRED',
      effective: { from: { date: null }, dateOpen: true },
      actors: ['USA'],
      ...(flag && { targets: [flag] }),
      persons: [slug(name)],
      direction: 'TIGHTENING',
      sources: [
        {
          id: 'ofac-sdn-list',
          kind: 'OFFICIAL',
          title: {
            en: 'Specially Designated Nationals and Blocked Persons List',
            ja: '特別指定国民・資産凍結者リスト（SDNリスト）',
          },
          publisher: 'Office of Foreign Assets Control, US Department of the Treasury',
          date: importedOn,
          where: `Entry ${number}`,
        },
      ],
      effects: programs.map((program) => ({
        act: 'ASSERT',
        slot: `sanction/us/ofac-sdn/${slug(program)}/${number}`,
        value: { flag: true },
      })),
      inferred: ['knownOn'],
      data: { ...Object.fromEntries(details), programs },
    },
  };
}

/** `-0-` is how the file writes nothing. */
function cellOf(given: string | undefined): string | undefined {
  const text = sourceText(given);
  return text === '-0-' ? undefined : text;
}

/** Several programmes are written `SDGT] [IFSR`. */
function programsOf(given: string): readonly string[] {
  const programs = given
    .split(/\]\s*\[|;/)
    .map((program) => program.replace(/[[\]]/g, '').trim())
    .filter((program) => program !== '');
  return programs.length > 0 ? [...new Set(programs)].slice(0, 20) : [given];
}
