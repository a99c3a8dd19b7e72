import { type Family, type PackReader, type PartyId, STATUSES, type Text } from '@policy-timeline/domain';
import { knownAtOf, type Place } from '@/timeline/knowledge';
import { type RowReading, rowReading } from '@/timeline/reading-list';

/** What one instrument means for one party: the reading that stands for it, and how many more there are. */
export interface MatrixCell {
  readonly index: number;
  readonly slot: string;
  readonly reading: RowReading;
  readonly more: number;
}
export interface MatrixPicture {
  readonly kind: 'matrix';
  readonly instruments: readonly { readonly id: string; readonly title: Text }[];
  readonly rows: readonly {
    readonly party: PartyId;
    readonly name: Text;
    /** By instrument, in the order above. */
    readonly cells: readonly (MatrixCell | null)[];
  }[];
}

/** Families whose readings are done to somebody. */
const TOWARDS: ReadonlySet<Family> = new Set([
  'TARIFF',
  'SANCTION',
  'DESIGNATION',
  'THREAT',
  'NEGOTIATION',
  'AGREEMENT',
  'DEPLOYMENT',
]);
const SPOKEN: ReadonlySet<string> = new Set([
  'IN_FORCE',
  'SUSPENDED',
  'SCHEDULED',
  'THREATENED',
  'UNKNOWN',
  'DATE_OPEN',
]);
const MOST_INSTRUMENTS = 12;
const MOST_ROWS = 90;

/** Parties down, instruments across; what holds at the place. */
export function matrixPicture(reader: PackReader, slots: readonly number[], place: Place): MatrixPicture {
  const { pack } = reader;
  const knownAt = knownAtOf(place);
  const cells = new Map<string, Map<PartyId, MatrixCell>>();
  for (const index of slots) {
    const slot = pack.slots[index];
    if (!slot || !TOWARDS.has(slot.family) || slot.id.includes('#')) continue;
    const reading = reader.read(index, place.date, knownAt);
    if (!SPOKEN.has(reading.status)) continue;
    const instrument = programmeOf(slot.subject);
    const column = cells.get(instrument) ?? new Map<PartyId, MatrixCell>();
    cells.set(instrument, column);
    for (const party of slot.partners) {
      const held = column.get(party);
      const cell = { index, slot: slot.id, reading: rowReading(reading), more: held ? held.more + 1 : 0 };
      column.set(party, held && strength(held) >= strength(cell) ? { ...held, more: held.more + 1 } : cell);
    }
  }
  const instruments = [...cells]
    .sort(([, a], [, b]) => b.size - a.size)
    .slice(0, MOST_INSTRUMENTS)
    .map(([id]) => ({ id, title: titleOf(reader, id) }));
  const parties = new Map<PartyId, number>();
  for (const { id } of instruments)
    for (const party of cells.get(id)?.keys() ?? []) parties.set(party, (parties.get(party) ?? 0) + 1);
  const rows = [...parties]
    .sort((a, b) => Number(b[0] === '*') - Number(a[0] === '*') || b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .slice(0, MOST_ROWS)
    .map(([party]) => ({
      party,
      name: pack.parties[party] ?? { en: party, ja: party },
      cells: instruments.map(({ id }) => cells.get(id)?.get(party) ?? null),
    }));
  return { kind: 'matrix', instruments, rows };
}

const programmeOf = (subject: string): string => subject.split('/').slice(0, 3).join('/');

/** What holds before what is planned, the whole before a part of the goods, the higher rate before the lower. */
function strength({ slot, reading }: MatrixCell): number {
  const rank = STATUSES.length - STATUSES.indexOf(reading.status);
  const rate = reading.value?.kind === 'RATE' ? reading.value.ratePercent : 0;
  return rank * 10_000 - slot.split('/').length * 1000 + rate;
}

/** The title of the programme’s own subject, or what its members’ titles share. */
function titleOf({ pack }: PackReader, programme: string): Text {
  const members = pack.slots.filter(
    ({ subject }) => subject === programme || subject.startsWith(`${programme}/`),
  );
  const own = members.find(({ subject }) => subject === programme) ?? members[0];
  if (!own) return { en: programme, ja: programme };
  return own.subject === programme
    ? own.title
    : { en: own.title.en.split(' · ')[0] ?? '', ja: own.title.ja.split('・')[0] ?? '' };
}
