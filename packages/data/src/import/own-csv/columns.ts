import { RowFault } from '../imported-row.js';

/** Columns of our exports of states and events; those of a state alone are read past. */
const COLUMNS = {
  event_id: 'read',
  stream: 'read',
  topic: 'read',
  kind: 'read',
  act: 'read',
  key: 'read',
  subject: 'read',
  target: 'read',
  instrument: 'past',
  status: 'past',
  modality: 'read',
  value: 'read',
  unit: 'read',
  basis: 'read',
  valid_from: 'read',
  valid_from_precision: 'past',
  valid_to_exclusive: 'read',
  track: 'read',
  known_from: 'read',
  acted_on: 'read',
  decided_by: 'past',
  authority: 'read',
  relation_types: 'read',
  relation_targets: 'read',
  deadline_date: 'past',
  deadline_kind: 'read',
  deadline_firmness: 'read',
  source_citation: 'read',
  source_url: 'read',
  source_id: 'read',
  source_kind: 'read',
  source_publisher: 'read',
  title_en: 'read',
  title_ja: 'read',
  date: 'past',
  known_at: 'past',
  position: 'past',
  rev: 'past',
  recorded_at: 'past',
  aims_at: 'read',
} as const;
export type OwnColumn = keyof typeof COLUMNS;

const REQUIRED: readonly OwnColumn[] = ['event_id', 'kind', 'key', 'valid_from', 'title_en'];

/** What each column is. @throws RowFault UNKNOWN_HEADER, DUPLICATE_HEADER, MISSING_HEADER */
export function columnsOf(header: readonly string[]): readonly OwnColumn[] {
  const names = header.map((given) => {
    const name = given.trim().toLowerCase();
    if (!Object.hasOwn(COLUMNS, name))
      throw new RowFault(
        'UNKNOWN_HEADER',
        `"${given.slice(0, 60)}" is no column of our exports; they are ${Object.keys(COLUMNS).join(', ')}.`,
      );
    return name as OwnColumn;
  });
  const twice = names.find((name, i) => names.indexOf(name) !== i);
  if (twice) throw new RowFault('DUPLICATE_HEADER', `the column ${twice} is there twice; leave one out.`);
  const missing = REQUIRED.filter((name) => !names.includes(name));
  if (missing.length > 0)
    throw new RowFault(
      'MISSING_HEADER',
      `the columns ${missing.join(', ')} are missing; the first row names the columns.`,
    );
  return names;
}
