import type { SlotId, SubjectId } from '../events/envelope.js';
import type { SubjectDescription } from '../events/record-event.js';
import type { SettledRecord } from '../project/settle-record.js';
import type { BuiltTable } from './built-table.js';
import { subjectOf } from './record-index.js';
import type { ReadingFilter } from './view.js';

type Describe = (subject: SubjectId) => SubjectDescription;
/** Places in the order of slot ids, ascending. */
type Places = readonly number[];

/** The slots of each family, topic, partner and authority: lists are met with one another before any slot is read. */
class Facets {
  readonly #ids: readonly string[];
  readonly #families = new Map<string, number[]>();
  readonly #topics = new Map<string, number[]>();
  readonly #partners = new Map<string, number[]>();
  readonly #authorities = new Map<string, number[]>();

  constructor({ ids, order, families }: BuiltTable, describe: Describe) {
    this.#ids = order.map((slot) => ids[slot] as SlotId);
    this.#ids.forEach((id, place) => {
      const subject = describe(subjectOf(id));
      note(this.#families, families[order[place] as number] as string, place);
      note(this.#topics, subject.topic, place);
      for (const partner of new Set(subject.partners)) note(this.#partners, partner, place);
      for (const authority of new Set(subject.authorities)) note(this.#authorities, authority, place);
    });
  }

  /** Null: the filter names no facet. */
  places({ families, topics, partners, authorities, subjects }: ReadingFilter): Places | null {
    const lists = [
      anyOf(this.#families, families),
      anyOf(this.#topics, topics),
      // A rule for everyone concerns every partner.
      anyOf(this.#partners, given(partners) ? [...(partners ?? []), '*'] : undefined),
      anyOf(this.#authorities, authorities),
      given(subjects) ? union((subjects ?? []).map((subject) => this.#beneath(subject))) : null,
    ].filter((list): list is Places => list !== null);
    if (lists.length === 0) return null;
    const [shortest, ...others] = lists.sort((a, b) => a.length - b.length) as [Places, ...Places[]];
    const sets = others.map((list) => new Set(list));
    return shortest.filter((place) => sets.every((set) => set.has(place)));
  }

  /** The slots of a subject, of subjects beneath it, and a slot named by its whole id. */
  #beneath(subject: string): number[] {
    const found: number[] = [];
    for (let place = this.#countBefore(subject); place < this.#ids.length; place++) {
      const id = this.#ids[place] as string;
      if (!id.startsWith(subject)) break;
      const next = id[subject.length];
      if (next === undefined || next === '/' || next === '#') found.push(place);
    }
    return found;
  }

  #countBefore(id: string): number {
    let [low, high] = [0, this.#ids.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#ids[middle] as string) < id) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

/** The order changes with a new slot, the subjects with a new description; until then one set of lists serves all versions. */
const made = new WeakMap<BuiltTable['order'], { readonly subjects: unknown; readonly facets: Facets }>();

/** Numbers of the slots that pass what the filter says of slots, in order of slot id. */
export function slotsPassing(
  built: BuiltTable,
  { subjects }: SettledRecord,
  describe: Describe,
  filter: ReadingFilter,
): readonly number[] {
  let known = made.get(built.order);
  if (known?.subjects !== subjects) {
    known = { subjects, facets: new Facets(built, describe) };
    made.set(built.order, known);
  }
  const places = known.facets.places(filter);
  return places === null ? built.order : places.map((place) => built.order[place] as number);
}

const given = (list: readonly unknown[] | undefined): boolean => list !== undefined && list.length > 0;

function anyOf(lists: ReadonlyMap<string, number[]>, names: readonly string[] | undefined): Places | null {
  return given(names) ? union((names ?? []).map((name) => lists.get(name) ?? [])) : null;
}

function union(lists: readonly Places[]): Places {
  if (lists.length === 1) return lists[0] as Places;
  return [...new Set(lists.flat())].sort((a, b) => a - b);
}

function note(lists: Map<string, number[]>, key: string, place: number): void {
  const list = lists.get(key);
  if (list) list.push(place);
  else lists.set(key, [place]);
}
