import { hasValueAt, type PackReader, STATUSES, statusCodeAt, type Text } from '@policy-timeline/domain';
import { frameState } from '@/timeline/frame-state';
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
  /** Countries that anything speaks of, by their place in the arrays below. */
  readonly isos: readonly string[];
  /** Percent or count, and whether something begins soon, as of the last `read`. */
  readonly amounts: Float32Array;
  readonly soon: Uint8Array;
  readonly #decidedBy: Int32Array;
  readonly #slots: Int32Array;
  /** Places in `isos` of each slot, one run after another. */
  readonly #spokenStart: Int32Array;
  readonly #spoken: Int32Array;
  readonly #bloc: Uint8Array;
  readonly #members: readonly { readonly index: number; readonly at: number }[];
  readonly #rates: Float32Array;

  constructor(
    readonly reader: PackReader,
    slots: readonly number[],
  ) {
    const { pack } = reader;
    const places = new Map<string, number>();
    const placeOf = (iso: string): number => {
      const at = places.get(iso) ?? places.size;
      places.set(iso, at);
      return at;
    };
    const spoken = slots.flatMap((index) => {
      const slot = pack.slots[index];
      if (!slot || slot.family === 'INDICATOR') return [];
      const isos = slot.partners.filter((id) => ISO.test(id));
      const bloc = slot.partners.includes(BLOC);
      return isos.length > 0 || bloc ? [{ index, isos, bloc, slot }] : [];
    });
    const tariffs = spoken.filter(({ slot }) => slot.family === 'TARIFF' && slot.authorities.includes('USA'));
    this.measure = tariffs.length > 0 ? 'rate' : 'count';
    const counted = this.measure === 'rate' ? tariffs : spoken;
    this.#slots = Int32Array.from(counted, ({ index }) => index);
    this.#bloc = Uint8Array.from(counted, ({ bloc }) => Number(bloc));
    const starts = [0];
    const all: number[] = [];
    for (const { isos } of counted) {
      for (const iso of isos) all.push(placeOf(iso));
      starts.push(all.length);
    }
    this.#spokenStart = Int32Array.from(starts);
    this.#spoken = Int32Array.from(all);
    const anyBloc = this.#bloc.includes(1);
    this.#members = pack.slots.flatMap(({ id }, index) => {
      const iso = anyBloc ? BLOC_MEMBERS.exec(id)?.[1] : undefined;
      return iso === undefined ? [] : [{ index, at: placeOf(iso) }];
    });
    this.isos = [...places.keys()];
    this.amounts = new Float32Array(this.isos.length);
    this.soon = new Uint8Array(this.isos.length);
    this.#decidedBy = new Int32Array(this.isos.length);
    this.#rates = Float32Array.from(pack.tracks.LEGAL.statements, ({ value }) =>
      value?.kind === 'RATE' ? value.ratePercent : Number.NaN,
    );
  }

  /** Writes `amounts` and `soon` for the place: no allocation, made for scrubbing. */
  read(place: Place): void {
    const known = borderOf(place, this.reader.newestKnown);
    const state = frameState(this.reader);
    const rows = state.at(place.date, known);
    const statuses = state.statusCodes(place.date, known);
    const { LEGAL } = this.reader.pack.tracks;
    const isRate = this.measure === 'rate';
    this.amounts.fill(0);
    this.soon.fill(0);
    for (let i = 0; i < this.#slots.length; i++) {
      const slot = this.#slots[i] as number;
      const row = rows[slot] as number;
      const status = statuses[slot];
      const holds = status === IN_FORCE || status === SUSPENDED;
      const soon = status === SCHEDULED && (LEGAL.dateUntil[row] as number) - place.date <= SOON_DAYS;
      if (!holds && !soon) continue;
      const amount = !holds
        ? 0
        : !isRate
          ? 1
          : hasValueAt(LEGAL, row)
            ? this.#rates[LEGAL.statement[row] as number] || 0
            : 0;
      if (amount === 0 && !soon) continue;
      const end = this.#spokenStart[i + 1] as number;
      for (let k = this.#spokenStart[i] as number; k < end; k++)
        this.#add(this.#spoken[k] as number, amount, soon, slot);
      if (this.#bloc[i] === 1)
        for (const { index, at } of this.#members)
          if (statusCodeAt(LEGAL, rows[index] as number) === IN_FORCE) this.#add(at, amount, soon, slot);
    }
  }

  #add(at: number, amount: number, soon: boolean, slot: number): void {
    const before = this.amounts[at] as number;
    if (before === 0 && this.soon[at] === 0) this.#decidedBy[at] = slot;
    if (this.measure === 'count') this.amounts[at] = before + amount;
    else if (amount > before) {
      this.amounts[at] = amount;
      this.#decidedBy[at] = slot;
    }
    if (soon) this.soon[at] = 1;
  }

  /** The countries that anything speaks of at the place, strongest first. */
  at(place: Place): readonly CountryStrength[] {
    this.read(place);
    return this.isos
      .map((iso, i) => ({
        iso,
        amount: this.amounts[i] as number,
        step: stepOf(this.amounts[i] as number, this.measure),
        soon: this.soon[i] === 1,
        index: this.#decidedBy[i] as number,
      }))
      .filter(({ amount, soon }) => amount > 0 || soon)
      .sort((a, b) => b.amount - a.amount || (a.iso < b.iso ? -1 : 1));
  }
}

export function stepOf(amount: number, measure: Measure): number {
  const bounds = CLASSES[measure];
  let step = 0;
  while (step < bounds.length && amount >= (bounds[step] as number)) step++;
  return step;
}

/** The map of one place as plain data, strongest first. */
export function mapPicture(reader: PackReader, slots: readonly number[], place: Place): MapPicture {
  return pictureOf(new StrengthIndex(reader, slots), place);
}

export function pictureOf(strengths: StrengthIndex, place: Place): MapPicture {
  const { pack } = strengths.reader;
  const countries = strengths.at(place);
  return {
    kind: 'map',
    measure: strengths.measure,
    countries,
    names: Object.fromEntries(countries.map(({ iso }) => [iso, pack.parties[iso] ?? { en: iso, ja: iso }])),
    slots: Object.fromEntries(countries.map(({ index }) => [index, pack.slots[index]?.id ?? ''])),
  };
}
