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
  Track,
} from '../events/envelope.js';
import type { Text } from '../events/text.js';
import type { Value } from '../events/value.js';

/**
 * The browser's data: every slot resolved by the domain into rectangles, in columns, with what is needed to list, label and
 * filter them. Plain JSON; a given position and hash always give the same pack.
 */
export interface Pack {
  readonly format: 1;
  readonly position: number;
  /** Hash of the log record at `position`. */
  readonly hash: string;
  /** Day number: what "now" means for knowledge. */
  readonly newestKnown: number;
  readonly parties: Readonly<Record<PartyId, Text>>;
  readonly topics: Readonly<Record<string, { readonly title: Text; readonly through: number | null }>>;
  readonly slots: readonly PackSlot[];
  readonly events: readonly PackEvent[];
  readonly sources: readonly Source[];
  readonly tracks: Readonly<Record<Track, PackTrack>>;
  /** `event` is an index into `events`, `outcomeBy` too. */
  readonly deadlines: readonly (Omit<DeadlineRow, 'event' | 'outcomeBy'> & {
    readonly event: number;
    readonly outcomeBy: number | null;
  })[];
}
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
  readonly slots: readonly number[];
  readonly statements: readonly PackStatement[];
  readonly slotStart: readonly number[];
  readonly dateFrom: readonly number[];
  readonly dateUntil: readonly number[];
  readonly knownFrom: readonly number[];
  readonly knownUntil: readonly number[];
  readonly dueOn: readonly number[];
  readonly status: readonly number[];
  readonly modality: readonly number[];
  readonly possible: readonly number[];
  readonly statement: readonly number[];
  readonly event: readonly number[];
  readonly hasValue: readonly number[];
  readonly coveredThrough: readonly number[];
}
