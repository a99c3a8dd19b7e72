import type { Column, PackStatement, PackTrack } from './pack.js';

/** One slot's rows within a track, and what its events are numbered in the track to be made. */
export interface TrackPart {
  readonly of: PackTrack;
  /** Place within `of.slots`. */
  readonly at: number;
  readonly eventOf?: (event: number) => number;
}

const ROW_COLUMNS = {
  dateFrom: Int32Array,
  dateUntil: Int32Array,
  knownFrom: Int32Array,
  knownUntil: Int32Array,
  dueOn: Int32Array,
  traits: Uint16Array,
} as const;
type PlainColumn = keyof typeof ROW_COLUMNS;

/** A track out of the rows of others, one part for each of `slots`; statements are numbered by first use. */
export function assembleTrack(parts: readonly TrackPart[], slots: Column): PackTrack {
  const slotStart = new Int32Array(parts.length + 1);
  parts.forEach(({ of, at }, i) => {
    slotStart[i + 1] = (slotStart[i] as number) + startOf(of, at + 1) - startOf(of, at);
  });
  const rows = slotStart[parts.length] as number;
  const plain = Object.fromEntries(
    Object.entries(ROW_COLUMNS).map(([name, Kind]) => {
      const out = new Kind(rows);
      parts.forEach(({ of, at }, i) => {
        const column = of[name as PlainColumn];
        const shift = (slotStart[i] as number) - startOf(of, at);
        for (let row = startOf(of, at); row < startOf(of, at + 1); row++)
          out[row + shift] = column[row] as number;
      });
      return [name, out];
    }),
  ) as unknown as Pick<PackTrack, PlainColumn>;
  const statement = new Int32Array(rows);
  const event = new Int32Array(rows);
  const statements: PackStatement[] = [];
  parts.forEach(({ of, at, eventOf = same }, i) => {
    const codes = new Map<number, number>();
    const shift = (slotStart[i] as number) - startOf(of, at);
    for (let row = startOf(of, at); row < startOf(of, at + 1); row++) {
      const [says, decides] = [of.statement[row] as number, of.event[row] as number];
      event[row + shift] = decides < 0 ? -1 : eventOf(decides);
      let code = says < 0 ? -1 : codes.get(says);
      if (code === undefined) {
        const said = of.statements[says] as PackStatement;
        code =
          statements.push(
            eventOf === same ? said : { ...said, event: said.event < 0 ? -1 : eventOf(said.event) },
          ) - 1;
        codes.set(says, code);
      }
      statement[row + shift] = code;
    }
  });
  return {
    ...plain,
    slots,
    statements,
    slotStart,
    statement,
    event,
    coveredThrough: Int32Array.from(parts, ({ of, at }) => of.coveredThrough[at] as number),
  };
}

const same = (event: number): number => event;
const startOf = (track: PackTrack, at: number): number => track.slotStart[at] as number;
