import type { SlotId, SubjectId } from '../events/envelope.js';
import type { SubjectDescription } from '../events/record-event.js';
import type { BuiltTable } from './built-table.js';
import { subjectOf } from './record-index.js';
import { inOneGo, type Slices } from './slices.js';
import { firstFrom, inOrder, placeOfId } from './slot-order.js';
import type { ReadingFilter } from './view.js';

type Describe = (subject: SubjectId) => SubjectDescription;
/** Places in the order of slot ids, ascending. */
type Places = readonly number[];

/** So many slots are described between two stops: each may want an event to be read. */
const SLOTS_PER_SLICE = 64;

/** The slots of each family, topic, partner and authority: lists are met with one another before any slot is read. */
export class Facets {
  readonly #families = new Map<string, number[]>();
  readonly #topics = new Map<string, number[]>();
  readonly #partners = new Map<string, number[]>();
  readonly #authorities = new Map<string, number[]>();

  private constructor(
    /** The table that the lists are of. */
    readonly of: Pick<BuiltTable, 'ids' | 'order'>,
    /** In order. */
    private readonly ids: readonly SlotId[],
  ) {}

  static *inSlices({ ids, order, families }: BuiltTable, describe: Describe): Slices<Facets> {
    const made = new Facets({ ids, order }, inOrder(ids, order));
    for (const [place, id] of made.ids.entries()) {
      const subject = describe(subjectOf(id));
      note(made.#families, families[order[place] as number] as string, place);
      note(made.#topics, subject.topic, place);
      for (const partner of new Set(subject.partners)) note(made.#partners, partner, place);
      for (const authority of new Set(subject.authorities)) note(made.#authorities, authority, place);
      if (place % SLOTS_PER_SLICE === SLOTS_PER_SLICE - 1) yield;
    }
    return made;
  }

  /** Of a filter that names a facet. */
  places({ families, topics, partners, authorities, subjects }: ReadingFilter): Places {
    const lists = [
      anyOf(this.#families, families),
      anyOf(this.#topics, topics),
      // A rule for everyone concerns every partner.
      anyOf(this.#partners, given(partners) ? [...(partners ?? []), '*'] : undefined),
      anyOf(this.#authorities, authorities),
      given(subjects) ? union((subjects ?? []).map((subject) => this.#beneath(subject))) : null,
    ].filter((list): list is Places => list !== null);
    const [shortest, ...others] = lists.sort((a, b) => a.length - b.length) as [Places, ...Places[]];
    const sets = others.map((list) => new Set(list));
    return shortest.filter((place) => sets.every((set) => set.has(place)));
  }

  /** The slots of a subject, of subjects beneath it, and a slot named by its whole id. */
  #beneath(subject: string): number[] {
    const found: number[] = [];
    for (let place = firstFrom(this.ids, subject); place < this.ids.length; place++) {
      const id = this.ids[place] as string;
      if (!id.startsWith(subject)) break;
      if (isBeneath(id, subject)) found.push(place);
    }
    return found;
  }
}

/** A slot is asked in the same way as the lists are. */
function passes(
  { ids, families: own }: BuiltTable,
  slot: number,
  describe: Describe,
  { families, topics, partners, authorities, subjects }: ReadingFilter,
): boolean {
  const id = ids[slot] as SlotId;
  const subject = describe(subjectOf(id));
  const isAny = (names: readonly string[] | undefined, ...mine: readonly (string | null)[]): boolean =>
    !given(names) || mine.some((one) => one !== null && names?.includes(one));
  return (
    isAny(families, own[slot] as string) &&
    isAny(topics, subject.topic) &&
    (subject.partners.includes('*') || isAny(partners, ...subject.partners)) &&
    isAny(authorities, ...subject.authorities) &&
    (!given(subjects) || subjects?.some((above) => isBeneath(id, above)) === true)
  );
}

const isBeneath = (id: string, subject: string): boolean =>
  id.startsWith(subject) && [undefined, '/', '#'].includes(id[subject.length]);

/** With more slots that may be described otherwise lists are made anew: these slots are asked one by one. */
const MOST_CHANGED = 256;

/** Slots that an append has touched, and those of the appends before it. */
interface Changed {
  readonly slots: readonly number[];
  readonly before: Changed | null;
  readonly count: number;
}
/** Versions that differ in the description of few slots: lists of one serve all. */
interface Kin {
  facets: Facets | undefined;
  /** Of the version that the lists are of. */
  since: Changed | null;
}
interface Standing {
  readonly kin: Kin;
  readonly changed: Changed | null;
}
const standings = new WeakMap<BuiltTable, Standing>();

function standingOf(built: BuiltTable): Standing {
  const known = standings.get(built) ?? { kin: { facets: undefined, since: null }, changed: null };
  standings.set(built, known);
  return known;
}

/** A table grown from another: these of its slots are new, or may be described otherwise. */
export function noteDescribed(before: BuiltTable, built: BuiltTable, slots: readonly number[]): void {
  const { kin, changed } = standingOf(before);
  const count = (changed?.count ?? 0) + slots.length;
  if (count <= MOST_CHANGED)
    standings.set(built, { kin, changed: slots.length === 0 ? changed : { slots, before: changed, count } });
}

/** The filter says something of slots themselves. */
export const namesFacet = (filter: ReadingFilter): boolean =>
  (['families', 'topics', 'partners', 'authorities', 'subjects'] as const).some((name) =>
    given(filter[name]),
  );

/** The lists are there already. */
export const hasFacets = (built: BuiltTable): boolean => standingOf(built).kin.facets !== undefined;

export function* facetsInSlices(built: BuiltTable, describe: Describe): Slices<Facets> {
  const { kin, changed } = standingOf(built);
  const made = yield* Facets.inSlices(built, describe);
  kin.facets = made;
  kin.since = changed;
  return made;
}

/** Numbers of the slots that pass what the filter says of slots, in order of slot id. */
export function slotsPassing(
  built: BuiltTable,
  describe: Describe,
  filter: ReadingFilter,
): readonly number[] {
  if (!namesFacet(filter)) return built.order;
  const { kin, changed } = standingOf(built);
  const facets = kin.facets ?? inOneGo(facetsInSlices(built, describe));
  const listed = facets.places(filter).map((place) => facets.of.order[place] as number);
  const again = slotsToAsk(built, [facets.of, kin.since], [built, changed]);
  if (again.size === 0 && facets.of.order === built.order) return listed;
  const { ids } = built;
  const isBefore = (a: number, b: number): boolean => (ids[a] as string) < (ids[b] as string);
  const asked = [...again]
    .filter((slot) => passes(built, slot, describe, filter))
    .sort((a, b) => (isBefore(a, b) ? -1 : 1));
  const found: number[] = [];
  let next = 0;
  for (const slot of listed) {
    // The lists may be of a version with more slots.
    if (slot >= ids.length || again.has(slot)) continue;
    while (next < asked.length && isBefore(asked[next] as number, slot)) found.push(asked[next++] as number);
    found.push(slot);
  }
  return found.concat(asked.slice(next));
}

type ChangedIn = readonly [of: Pick<BuiltTable, 'ids'>, changed: Changed | null];

/** The slots of which one of two versions of a kin may have other descriptions than the other: all slots of their subjects. */
function slotsToAsk({ ids, order }: BuiltTable, listed: ChangedIn, asked: ChangedIn): ReadonlySet<number> {
  const found = new Set<number>();
  if (listed[1] === asked[1]) return found;
  const subjects = new Set<SubjectId>();
  for (const [of, changed] of [listed, asked])
    for (let one = changed; one; one = one.before)
      for (const slot of one.slots) subjects.add(subjectOf(of.ids[slot] as SlotId));
  for (const subject of subjects) {
    // What describes one slot of a subject may describe the others.
    for (const id of [subject, `${subject}#`])
      for (let place = placeOfId(order, ids, id); place < order.length; place++) {
        const slot = order[place] as number;
        if (subjectOf(ids[slot] as SlotId) !== subject) break;
        found.add(slot);
      }
  }
  return found;
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
