/** Where the two edges between the three panes stand, as shares of the width. */
export interface Shares {
  readonly view: number;
  readonly list: number;
}
export type Edge = keyof Shares;

/** No pane becomes narrower than this share. */
export const LEAST = 0.18;

/** The nearest place of one edge that leaves every pane its room. */
export function withEdge(shares: Shares, edge: Edge, at: number): Shares {
  const [from, until] = roomOf(shares, edge);
  return { ...shares, [edge]: Math.min(until, Math.max(from, Math.round(at * 1000) / 1000)) };
}

/** Between which shares an edge may move. */
export function roomOf(shares: Shares, edge: Edge): readonly [number, number] {
  return edge === 'view' ? [LEAST, shares.list - LEAST] : [shares.view + LEAST, 1 - LEAST];
}

/** `0.32,0.7`, as kept; null where it is not two edges that can stand. */
export function sharesFrom(text: string | null): Shares | null {
  const [view, list, ...more] = (text ?? '').split(',').map(Number);
  if (view === undefined || list === undefined || more.length > 0) return null;
  const shares = { view, list };
  const stands = view >= LEAST && list - view >= LEAST - 1e-9 && list <= 1 - LEAST;
  return stands ? shares : null;
}

export const sharesText = ({ view, list }: Shares): string => `${view},${list}`;

export const columnsOf = ({ view, list }: Shares): string =>
  [view, list - view, 1 - list].map((share) => `minmax(0, ${share.toFixed(3)}fr)`).join(' ');
