import { type Day, NO_DAY, type PackReader, STATUSES, type Text } from '@policy-timeline/domain';
import { borderOf, type Place } from '@/timeline/knowledge';

/** What the colour counts: the highest US rate that names the country, or how many readings of the filter hold for it. */
export type Measure = 'rate' | 'count';
/** One country of the map. */
export interface CountryStrength {
  readonly iso: string;
  /** Percent, or a count. */
  readonly amount: number;
  /** 0: nothing; 1 to 5: paler to darker. */
  readonly step: number;
  /** Something that names it begins within thirty days. */
  readonly soon: boolean;
  /** The slot that gives the amount, or that begins soon. */
  readonly index: number;
}
export interface MapPicture {
  readonly kind: 'map';
  readonly measure: Measure;
  readonly countries: readonly CountryStrength[];
  readonly names: Readonly<Record<string, Text>>;
  /** The slots that give the amounts, by index. */
  readonly slots: Readonly<Record<number, string>>;
}

const SOON_DAYS = 30;
/** Lower bounds of the classes. */
export const CLASSES: Readonly<Record<Measure, readonly number[]>> = {
  rate: [0.01, 11, 20, 30, 40],
  count: [1, 2, 4, 7, 11],
};
const ISO = /^[A-Z]{3}$/;
const BLOC = 'org:eu';
const BLOC_MEMBERS = /^membership\/eu\/([A-Z]{3})$/;
const code = (status: (typeof STATUSES)[number]): number => STATUSES.indexOf(status);
const [IN_FORCE, SUSPENDED, SCHEDULED] = [code('IN_FORCE'), code('SUSPENDED'), code('SCHEDULED')];

/** Which slots speak of which countries; made once per record and filter, read every frame. */
export class StrengthIndex {
  readonly measure: Measure;
  readonly #slots: readonly {
    readonly index: number;
    readonly isos: readonly string[];
    readonly bloc: boolean;
  }[];
  readonly #members: readonly { readonly index: number; readonly iso: string }[];
  readonly #rates: Float32Array;

  constructor(
    readonly reader: PackReader,
    slots: readonly number[],
  ) {
    const { pack } = reader;
    const spoken = slots.flatMap((index) => {
      const slot = pack.slots[index];
      if (!slot || slot.family === 'INDICATOR') return [];
      const isos = slot.partners.filter((id) => ISO.test(id));
      const bloc = slot.partners.includes(BLOC);
      return isos.length > 0 || bloc ? [{ index, isos, bloc, slot }] : [];
    });
    const tariffs = spoken.filter(({ slot }) => slot.family === 'TARIFF' && slot.authorities.includes('USA'));
    this.measure = tariffs.length > 0 ? 'rate' : 'count';
    this.#slots = this.measure === 'rate' ? tariffs : spoken;
    this.#members = pack.slots.flatMap(({ id }, index) => {
      const iso = BLOC_MEMBERS.exec(id)?.[1];
      return iso === undefined ? [] : [{ index, iso }];
    });
    this.#rates = Float32Array.from(pack.tracks.LEGAL.statements, ({ value }) =>
      value?.kind === 'RATE' ? value.ratePercent : Number.NaN,
    );
  }

  /** The countries that anything speaks of at the place. */
  at(place: Place): ReadonlyMap<string, CountryStrength> {
    const known = borderOf(place, this.reader.newestKnown);
    const table = this.reader.table('LEGAL');
    const { columns } = table;
    const found = new Map<string, { amount: number; soon: boolean; index: number }>();
    let members: readonly string[] | null = null;
    const membersNow = (): readonly string[] =>
      this.#members
        .filter(({ index }) => columns.status[table.row(index, place.date, known)] === IN_FORCE)
        .map(({ iso }) => iso);
    for (const { index, isos, bloc } of this.#slots) {
      const row = table.row(index, place.date, known);
      const status = columns.status[row] as number;
      const holds =
        (status === IN_FORCE || status === SUSPENDED) &&
        !lapsedUnseen(columns, index, row, place.date, known);
      const soon = status === SCHEDULED && (columns.dateUntil[row] as number) - place.date <= SOON_DAYS;
      if (!holds && !soon) continue;
      let amount = 0;
      if (holds && this.measure === 'count') amount = 1;
      else if (holds && columns.hasValue[row] === 1)
        amount = this.#rates[columns.statement[row] as number] || 0;
      if (amount === 0 && !soon) continue;
      if (bloc) members ??= membersNow();
      for (const iso of bloc ? [...isos, ...(members ?? [])] : isos) {
        const before = found.get(iso);
        if (!before) found.set(iso, { amount, soon, index });
        else {
          if (this.measure === 'rate' && amount > before.amount) before.index = index;
          before.amount = this.measure === 'count' ? before.amount + amount : Math.max(before.amount, amount);
          before.soon ||= soon;
        }
      }
    }
    const strengths = new Map<string, CountryStrength>();
    for (const [iso, { amount, soon, index }] of found)
      strengths.set(iso, { iso, amount, soon, index, step: stepOf(amount, this.measure) });
    return strengths;
  }
}

/** A change fell due after the topic's coverage ends: nobody recorded whether the answer still holds. */
function lapsedUnseen(
  columns: { readonly dueOn: Int32Array; readonly coveredThrough: Int32Array },
  slot: number,
  row: number,
  date: Day,
  known: Day,
): boolean {
  const due = columns.dueOn[row] as number;
  return due !== NO_DAY && due > (columns.coveredThrough[slot] as number) && due <= date && due <= known;
}

export function stepOf(amount: number, measure: Measure): number {
  return CLASSES[measure].filter((bound) => amount >= bound).length;
}

/** The map of one place as plain data, strongest first. */
export function mapPicture(reader: PackReader, slots: readonly number[], place: Place): MapPicture {
  return pictureOf(new StrengthIndex(reader, slots), place);
}

export function pictureOf(strengths: StrengthIndex, place: Place): MapPicture {
  const { pack } = strengths.reader;
  const countries = [...strengths.at(place).values()].sort(
    (a, b) => b.amount - a.amount || (a.iso < b.iso ? -1 : 1),
  );
  return {
    kind: 'map',
    measure: strengths.measure,
    countries,
    names: Object.fromEntries(countries.map(({ iso }) => [iso, pack.parties[iso] ?? { en: iso, ja: iso }])),
    slots: Object.fromEntries(countries.map(({ index }) => [index, pack.slots[index]?.id ?? ''])),
  };
}
