import type { DeadlineRow } from '../deadlines/deadline-rows.js';
import type {
  Direction,
  Family,
  KnownBasis,
  Modality,
  PartyId,
  SlotId,
  Source,
  SubjectId,
} from '../events/envelope.js';
import type { Text } from '../events/text.js';
import type { Value } from '../events/value.js';

/** The form of the bytes and of what is read from them: raised with every change, so that no page reads those of another release. */
export const PACK_FORMAT = 4;

/**
 * The browser's data: every slot resolved by the domain into rectangles, in columns, with what is needed to list, label and
 * filter them. A given position and hash always give the same pack. Over the wire it travels as columns (`writeWirePack`)
 * and, apart from them, texts by language (`packTexts`).
 */
export interface Pack {
  readonly format: typeof PACK_FORMAT;
  /** The languages whose texts are here. A text in another stands in the first of these; with none, the end of an id. */
  readonly languages: readonly Language[];
  readonly position: number;
  /** Hash of the log record at `position`. */
  readonly hash: string;
  /** Day number: what "now" means for knowledge. */
  readonly newestKnown: number;
  readonly parties: Readonly<Record<PartyId, Text>>;
  readonly topics: Readonly<Record<string, { readonly title: Text; readonly through: number | null }>>;
  readonly slots: readonly PackSlot[];
  readonly events: readonly PackEvent[];
  /** Come with the texts. */
  readonly sources: readonly Source[];
  /** COLLECTED is left out where nobody asks for it: the screen shows the law. */
  readonly tracks: { readonly LEGAL: PackTrack; readonly COLLECTED: PackTrack | null };
  readonly deadlines: readonly PackDeadline[];
}
export type Language = keyof Text;
/** `event` is an index into `events`, `outcomeBy` too. */
export type PackDeadline = Omit<DeadlineRow, 'event' | 'outcomeBy'> & {
  readonly event: number;
  readonly outcomeBy: number | null;
};
export interface PackSlot {
  readonly id: SlotId;
  readonly subject: SubjectId;
  readonly title: Text;
  readonly family: Family;
  readonly topic: string | null;
  readonly partners: readonly PartyId[];
  readonly authorities: readonly PartyId[];
}
export interface PackEvent {
  readonly id: string;
  readonly title: Text;
  readonly stream: string;
  readonly topic: string;
  readonly family: Family;
  readonly type: string;
  readonly modality: Modality;
  readonly direction: Direction;
  /** Nominal day on which it begins; null where no source gives one. */
  readonly day: number | null;
  readonly from: string | null;
  readonly until: string | null;
  readonly known: number;
  readonly knownBasis: KnownBasis;
  readonly actors: readonly PartyId[];
  readonly targets: readonly PartyId[];
  /** Partners for filtering: targets, and those of the subjects it speaks of. */
  readonly partners: readonly PartyId[];
  /** Indexes into `slots`. */
  readonly slots: readonly number[];
  /** Indexes into `sources`. */
  readonly sources: readonly number[];
}
export interface PackStatement {
  readonly value: Value | null;
  readonly event: number;
  readonly from: string | null;
  readonly until: string | null;
  readonly known: number;
  readonly retroactiveDays: number | null;
}
/**
 * Columns as in `ReadingColumns`; bounds and indexes are plain numbers. LEGAL has every slot; COLLECTED only those that read
 * otherwise on that track, see `slots`.
 */
export interface PackTrack {
  /** Indexes of the slots whose rows follow, in order. */
  readonly slots: Column;
  readonly statements: readonly PackStatement[];
  readonly slotStart: Column;
  readonly dateFrom: Column;
  readonly dateUntil: Column;
  readonly knownFrom: Column;
  readonly knownUntil: Column;
  readonly dueOn: Column;
  /** Status, modality, certainty and whether a value applies, see `traitsOf`. */
  readonly traits: Column;
  readonly statement: Column;
  readonly event: Column;
  readonly coveredThrough: Column;
}
/** Whole numbers by row; typed arrays once they have been read. */
export type Column = ArrayLike<number>;
