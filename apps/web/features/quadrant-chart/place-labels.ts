export interface LabelWish {
  readonly id: string;
  readonly x: number;
  readonly y: number;
  readonly text: string;
  /** Units of the drawing; Japanese letters are as wide as they are high. */
  readonly width: number;
  /** Written even where it covers a mark or crosses the line; only another name keeps it out. */
  readonly must?: boolean;
}
export interface PlacedLabel extends LabelWish {
  readonly at: { readonly x: number; readonly y: number };
  readonly anchor: 'start' | 'middle' | 'end';
}
export interface LabelField {
  readonly left: number;
  readonly right: number;
  /** An upright line that names should not cross. */
  readonly line?: number;
  /** Words that already stand there. */
  readonly taken?: readonly Box[];
}

export interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

const HIGH = 14;

/** Names beside their marks, most wanted first; a name that would cover another or a mark is left to the table. */
export function placeLabels(
  wishes: readonly LabelWish[],
  marks: readonly { readonly x: number; readonly y: number }[],
  { left, right, line, taken = [] }: LabelField,
): readonly PlacedLabel[] {
  const names: Box[] = [...taken];
  const points: readonly Box[] = marks.map(({ x, y }) => ({
    left: x - 5,
    right: x + 5,
    top: y - 5,
    bottom: y + 5,
  }));
  const fits = (box: Box, strict: boolean): boolean =>
    box.left >= left &&
    box.right <= right + 8 &&
    !names.some((other) => overlaps(box, other)) &&
    (!strict ||
      (!points.some((other) => overlaps(box, other)) &&
        (line === undefined || box.left >= line + 2 || box.right <= line - 2)));
  return wishes.flatMap((wish) => {
    const places = placesOf(wish);
    const place =
      places.find(({ box }) => fits(box, true)) ??
      (wish.must ? places.find(({ box }) => fits(box, false)) : undefined);
    if (!place) return [];
    names.push(place.box);
    return [{ ...wish, at: place.at, anchor: place.anchor }];
  });
}

/** Right, left, above, below, and the four corners of the mark. */
function placesOf({ x, y, width }: LabelWish) {
  return (
    [
      ['start', 10, 4],
      ['end', -10, 4],
      ['middle', 0, -10],
      ['middle', 0, 19],
      ['start', 8, 16],
      ['end', -8, 16],
      ['end', -8, -7],
      ['start', 8, -7],
    ] as const
  ).map(([anchor, dx, dy]) => {
    const at = { x: x + dx, y: y + dy };
    const from = anchor === 'start' ? at.x : anchor === 'end' ? at.x - width : at.x - width / 2;
    return { anchor, at, box: { left: from, right: from + width, top: at.y - HIGH + 3, bottom: at.y + 3 } };
  });
}

const overlaps = (a: Box, b: Box): boolean =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
