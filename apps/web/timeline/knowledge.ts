import { type Day, formatDay, type PackReader, type PackReading } from '@policy-timeline/domain';

/** Which knowledge a day is read with: everything known, what was known on the day itself, or what was known by a fixed day. */
export type Knowledge =
  | { readonly mode: 'now' }
  | { readonly mode: 'lived' }
  | { readonly mode: 'fixed'; readonly day: Day };
export type KnowledgeMode = Knowledge['mode'];

/** Where the reader stands: a day, and the knowledge it is read with. */
export interface Place {
  readonly date: Day;
  readonly knowledge: Knowledge;
}

export const HINDSIGHT: Knowledge = { mode: 'now' };

/** `knownAt` as the domain takes it: null is everything. */
export function knownAtOf({ date, knowledge }: Place): Day | null {
  switch (knowledge.mode) {
    case 'now':
      return null;
    case 'lived':
      return date;
    case 'fixed':
      return knowledge.day;
  }
}

/** The day beyond which the screen shows the plan: the known day, or the newest day of the record. */
export function borderOf(place: Place, newestKnown: Day): Day {
  return knownAtOf(place) ?? newestKnown;
}

export function readAt(reader: PackReader, index: number, place: Place): PackReading {
  return reader.read(index, place.date, knownAtOf(place));
}

/** `now`, `lived`, or the day: as written in the address. */
export function knowledgeText(knowledge: Knowledge): string {
  return knowledge.mode === 'fixed' ? formatDay(knowledge.day) : knowledge.mode;
}
