import type { MapPicture } from './country-strength';

/** Countries whose amount is another at one place than at another. */
export interface MapDifference {
  readonly rose: readonly string[];
  readonly fell: readonly string[];
  readonly all: ReadonlySet<string>;
}

/** What differs from the first picture to the second; nothing counts as 0. */
export function differenceOf(from: MapPicture, to: MapPicture): MapDifference {
  const before = amountsOf(from);
  const after = amountsOf(to);
  const isos = [...new Set([...before.keys(), ...after.keys()])].sort();
  const change = (iso: string): number => (after.get(iso) ?? 0) - (before.get(iso) ?? 0);
  const rose = isos.filter((iso) => change(iso) > 0);
  const fell = isos.filter((iso) => change(iso) < 0);
  return { rose, fell, all: new Set([...rose, ...fell]) };
}

export const amountsOf = ({ countries }: MapPicture): ReadonlyMap<string, number> =>
  new Map(countries.map(({ iso, amount }) => [iso, amount]));
