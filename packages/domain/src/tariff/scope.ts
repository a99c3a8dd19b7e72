import type { Day } from '../calendar/civil-day.js';
import { parseDay } from '../calendar/civil-day.js';
import type { GoodsScope, TariffTerms } from '../events/tariff-terms.js';
import type { Text } from '../events/text.js';
import { InvalidCode } from './errors.js';
import { type DutySlot, type Instruments, LEVELS } from './instruments.js';
import { listNames } from './list-names.js';
import type { Product } from './product.js';

/** Lists that name no goods of their own: everything, or partners. */
const EVERY_GOOD = new Set(['all-goods', 'eo14257-annex-i-partners', 'additional-ieepa-duties']);
/** A list that begins on a day: `civil-aircraft-gn6-from-2025-09-16`. */
const DATED = /^(.+)-from-(\d{4}-\d{2}-\d{2})$/;

/** The product as this record's lists know it. */
export type KnownProduct =
  | {
      readonly kind: 'HS';
      readonly digits: string;
      /** The lists that the good is on; null: not told. */
      readonly on: ReadonlySet<string> | null;
    }
  | {
      readonly kind: 'NAMED';
      readonly name: string;
      readonly lists: ReadonlySet<string>;
      /** The good is on no other list: told, not assumed. */
      readonly toldAll: boolean;
    }
  | { readonly kind: 'ORDINARY' };

export type Match =
  /** `assumed`: the codes bound a list, and the good is taken to be on it. */
  | { readonly is: 'IN'; readonly assumed?: Text }
  | { readonly is: 'OUT'; readonly by?: string }
  /** The record does not hold the members of the list, or the code is too short to tell. */
  | {
      readonly is: 'UNKNOWN';
      readonly why: Text;
      /** The lists of which it would have to be told whether the good is on them. */
      readonly lists: readonly string[];
      /** The lists are covered in part: the codes that are, which an HS code alone can tell. */
      readonly partCodes?: readonly string[];
    };

const IN: Match = { is: 'IN' };
const OUT: Match = { is: 'OUT' };

/**
 * The product, and the lists it is said to be on. @throws InvalidCode when no instrument of the record names a list.
 */
export function knownProduct(
  product: Product,
  instruments: Instruments,
  told: readonly string[] | null,
): KnownProduct {
  if (product.kind === 'ORDINARY') return product;
  const on = told && new Set(told.flatMap((name) => [...listsNamed(name, instruments, 'lists')]));
  if (product.kind === 'HS') return { ...product, on };
  const lists = listsNamed(product.name, instruments, 'product');
  return { ...product, lists: on ? new Set([...lists, ...on]) : lists, toldAll: on !== null };
}

/**
 * A name is looked up among the scopes of slots (`steel`, `copper`) and the lists of instruments, exactly and without the
 * programme in front (`s232-steel-mill-articles` is also `steel-mill-articles`), then as the beginning of a list's name.
 * @throws InvalidCode when no instrument of the record names it.
 */
function listsNamed(name: string, instruments: Instruments, field: string): ReadonlySet<string> {
  const cache = listsByName.get(instruments) ?? new Map<string, ReadonlySet<string>>();
  listsByName.set(instruments, cache);
  const cached = cache.get(name);
  if (cached) return cached;

  const scoped = instruments.all.filter((duty) => duty.scopeNames.has(name) && !coversEverything(duty));
  const every = new Set(instruments.all.flatMap((duty) => [...duty.lists]));
  const goods = [...every].filter((list) => !EVERY_GOOD.has(list));
  const bare = (list: string): string => list.replace(/^s\d{3}-/, '');
  const exact = goods.filter((list) => list === name || bare(list) === name);
  const starting = goods.filter((list) => list.startsWith(`${name}-`) || bare(list).startsWith(`${name}-`));
  const paths = new Set(scoped.map(({ scopePath }) => scopePath));
  if (paths.size > 1 && exact.length === 0) throw new InvalidCode(field, name, namesSeveral(scoped));
  const ofScope = scoped.flatMap(mainLists);
  const lists = scoped.length + exact.length > 0 ? [...exact, ...ofScope] : starting;
  if (scoped.length + lists.length === 0) throw new InvalidCode(field, name, notNamed(field, name, goods));
  const known = new Set(lists);
  cache.set(name, known);
  return known;
}
const listsByName = new WeakMap<Instruments, Map<string, ReadonlySet<string>>>();

/** A duty may be for several lists, each of other goods: its name stands for the first, not for a good on all of them. */
const mainLists = ({ terms }: DutySlot): readonly string[] =>
  [...terms.values()].flatMap(({ include }) =>
    include.lists.filter((list) => !EVERY_GOOD.has(list)).slice(0, 1),
  );

function namesSeveral(duties: readonly DutySlot[]): string {
  const lists = [...new Set(duties.flatMap(mainLists))];
  return `is the name of several duties, each for goods of its own; write an HS code or a list: ${lists.slice(0, 4).join(', ')}`;
}

/** A list of the record whose name holds a word of what was written, if there is one. */
function notNamed(field: string, name: string, goods: readonly string[]): string {
  const words = name
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word.length > 2);
  const near = goods.filter((list) => words.some((word) => list.includes(word)));
  const offered = [...near, ...goods.filter((list) => !near.includes(list))].slice(0, 3);
  const what = field === 'product' ? 'is neither an HS code nor a list' : 'is no list';
  const write = field === 'product' ? 'write a code such as 8703, or a list' : 'write a list';
  return `${what} that an instrument of this record names; ${write} such as ${offered.join(', ') || 'potash'}`;
}

const coversEverything = (duty: DutySlot): boolean =>
  [...duty.terms.values()].every((terms) => isEveryGood(terms.include));
const isEveryGood = ({ hs, lists }: GoodsScope): boolean =>
  lists.some((list) => list === 'all-goods') ||
  (hs.length === 0 && lists.every((list) => EVERY_GOOD.has(list)));

/**
 * Whether the duty is on the product. Codes beside lists bound the lists: a code outside is out, one inside is taken to be on
 * the list. A list without codes here has those that another duty writes beside it alone; without any its members are not
 * recorded, and a code leaves it open.
 */
export function included(product: KnownProduct, include: GoodsScope, duty: DutySlot, date: Day): Match {
  if (isEveryGood(include)) return IN;
  switch (product.kind) {
    case 'ORDINARY':
      return OUT;
    case 'NAMED':
      if (include.lists.some((list) => product.lists.has(list))) return IN;
      return (
        partOf(product, include, duty) ??
        (duty.scopeNames.has(product.name) && duty.level !== LEVELS.PART_OF_COUNTRY ? IN : OUT)
      );
    case 'HS': {
      const { digits, on: told } = product;
      if (include.hs.some((prefix) => digits.startsWith(bare(prefix))))
        return insideList(digits, include.lists);
      const finer = include.hs.filter((prefix) => bare(prefix).startsWith(digits));
      if (finer.length > 0) return byList(told, include.lists) ?? tooShort(digits, finer, include.lists);
      if (include.hs.length > 0) return OUT;
      const lists = include.lists.filter((list) => begun(list, date));
      const on = lists.find((list) => codesOf(list, duty).some((prefix) => digits.startsWith(bare(prefix))));
      if (on !== undefined) return insideList(digits, [on]);
      const part = lists.flatMap((list) =>
        codesOf(list, duty).filter((prefix) => bare(prefix).startsWith(digits)),
      );
      if (part.length > 0) return byList(told, lists) ?? tooShort(digits, part, lists);
      const unknown = lists.filter((list) => codesOf(list, duty).length === 0);
      return unknown.length === 0 ? OUT : (byList(told, unknown) ?? unlisted(digits, unknown));
    }
  }
}

/** Codes within a list that the good is on: the duty is on a part of the list, and the name does not tell which part. */
function partOf(
  { lists }: Extract<KnownProduct, { kind: 'NAMED' }>,
  include: GoodsScope,
  duty: DutySlot,
): Match | undefined {
  // Codes beside lists only bound them.
  if (include.lists.length > 0) return undefined;
  const covered = [...lists].flatMap((list) => {
    const codes = include.hs.filter((prefix) =>
      codesOf(list, duty).some((whole) => bare(prefix).startsWith(bare(whole))),
    );
    return codes.length > 0 ? [{ list, codes }] : [];
  });
  if (covered.length === 0) return undefined;
  const names = covered.map(({ list }) => list);
  const codes = [...new Set(covered.flatMap((one) => one.codes))];
  return {
    is: 'UNKNOWN',
    lists: names,
    partCodes: codes,
    why: {
      en: `of ${some(names).en} it is on ${some(codes).en} only; the HS code of the good would tell`,
      ja: `${some(names).ja}のうち対象は${some(codes).ja}のみ（品目のHSコードがあれば判定できる）`,
    },
  };
}

/** A duty that took the place of one on the named list and is on lists of its own, whose members are not recorded. */
export function recast(product: KnownProduct, include: GoodsScope): Match | undefined {
  if (product.kind !== 'NAMED' || include.hs.length > 0 || include.lists.length === 0) return undefined;
  const [from, to] = [listNames([product.name]), some(include.lists)];
  return {
    is: 'UNKNOWN',
    lists: include.lists,
    why: {
      en: `whether the good, of ${from.en} before, is on ${to.en} is not recorded`,
      ja: `以前${from.ja}に含まれた当該品が${to.ja}に含まれるかは記録がない`,
    },
  };
}

/** What takes a good out. Lists whose members are not recorded are assumed not to hold it, and said: see `assumedOffLists`. */
export function excluded(product: KnownProduct, { exclude }: TariffTerms, date: Day): Match {
  switch (product.kind) {
    case 'ORDINARY':
      return OUT;
    case 'NAMED': {
      const by = exclude.lists.find((list) => product.lists.has(list) && begun(list, date));
      return by === undefined ? OUT : IN;
    }
    case 'HS': {
      const { digits, on: told } = product;
      if (told && exclude.lists.some((list) => told.has(list) && begun(list, date))) return IN;
      if (exclude.lists.includes('chapter-98') && digits.startsWith('98')) return IN;
      if (exclude.hs.some((prefix) => digits.startsWith(bare(prefix)))) return IN;
      const finer = exclude.hs.filter((prefix) => bare(prefix).startsWith(digits));
      return finer.length > 0 ? tooShort(digits, finer, []) : OUT;
    }
  }
}

export function assumedOffLists(
  product: KnownProduct,
  { exclude }: TariffTerms,
  date: Day,
): readonly string[] {
  if (product.kind === 'ORDINARY') return [];
  if (product.kind === 'HS' ? product.on !== null : product.toldAll) return [];
  return exclude.lists.filter(
    (list) =>
      begun(list, date) &&
      !(list === 'chapter-98' && product.kind === 'HS') &&
      !(product.kind === 'NAMED' && product.lists.has(list)),
  );
}

/** Whatever is in `inner` is in `outer`: the same lists and codes, or everything. */
export function covers(outer: GoodsScope, inner: GoodsScope): boolean {
  if (isEveryGood(outer)) return true;
  if (isEveryGood(inner)) return false;
  const codes = inner.hs.every((prefix) => outer.hs.some((o) => bare(prefix).startsWith(bare(o))));
  // Codes beside lists only bound them, so the same lists without codes are no narrower.
  const sameLists = inner.lists.every((list) => outer.lists.includes(list));
  return sameLists && (codes || (inner.lists.length > 0 && outer.hs.length === 0));
}

/** The words of an instrument's scope. */
export function scopeText({ include }: TariffTerms): Text {
  if (isEveryGood(include)) return { en: 'all goods', ja: '全品目' };
  const hs = include.hs.length === 0 ? [] : [include.hs];
  const lists = include.lists.filter((list) => !EVERY_GOOD.has(list));
  return {
    en: [
      ...hs.map((codes) => `HS ${codes.join(', ')}`),
      ...(lists.length ? [`list ${listNames(lists).en}`] : []),
    ].join('; '),
    ja: [
      ...hs.map((codes) => `HS ${codes.join('、')}`),
      ...(lists.length ? [`品目表 ${listNames(lists).ja}`] : []),
    ].join('；'),
  };
}

/** The days on which a list of these terms begins. */
export const listDays = ({ include, exclude }: TariffTerms): readonly Day[] =>
  [...include.lists, ...exclude.lists].flatMap((list) => {
    const from = DATED.exec(list)?.[2];
    return from === undefined ? [] : [parseDay(from)];
  });

function begun(list: string, date: Day): boolean {
  if (!list.includes('-from-')) return true;
  const from = DATED.exec(list)?.[2];
  return from === undefined || parseDay(from) <= date;
}

const bare = (prefix: string): string => (prefix.includes('.') ? prefix.replaceAll('.', '') : prefix);

const codesOf = (list: string, { listCodes }: DutySlot): readonly string[] => listCodes.get(list) ?? [];

const insideList = (digits: string, lists: readonly string[]): Match =>
  lists.length === 0
    ? IN
    : {
        is: 'IN',
        assumed: {
          en: `the good of ${digits} is on ${some(lists).en}`,
          ja: `${digits}の当該品は${some(lists).ja}に含まれる`,
        },
      };
/** What is told of the lists that a duty is for; undefined where nothing is, or the duty names none. */
function byList(told: ReadonlySet<string> | null, lists: readonly string[]): Match | undefined {
  if (told === null || lists.length === 0) return undefined;
  return lists.some((list) => told.has(list)) ? IN : OUT;
}

const tooShort = (digits: string, finer: readonly string[], lists: readonly string[]): Match => ({
  is: 'UNKNOWN',
  lists,
  why: {
    en: `${digits} is too short to tell: of it only ${some(finer).en} is named`,
    ja: `${digits}では判定できない（対象はその一部の${some(finer).ja}）`,
  },
});
const unlisted = (digits: string, lists: readonly string[]): Match => ({
  is: 'UNKNOWN',
  lists,
  why: {
    en: `whether ${digits} is on ${some(lists).en} is not recorded`,
    ja: `${digits}が${some(lists).ja}に含まれるかは記録がない`,
  },
});
function some(codes: readonly string[]): Text {
  const { en, ja } = listNames(codes.slice(0, 4));
  return codes.length <= 4 ? { en, ja } : { en: `${en} …`, ja: `${ja}など` };
}
