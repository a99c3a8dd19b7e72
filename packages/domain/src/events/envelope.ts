import type { TariffTerms } from './tariff-terms.js';
import type { Text } from './text.js';
import type { Value } from './value.js';

/** ISO 3166-1 alpha-3 (`JPN`), an `org:` id (`org:eu`), or `*` for everyone. */
export type PartyId = string;
/** `tariff/us/reciprocal/JPN`: a path from general to particular. */
export type SubjectId = string;
/** `subject`, or `subject#attribute` for an attribute beside the subject's main one. Holds at most one value at a time. */
export type SlotId = string;

/**
 * A day as the source gives it. `date` is EDTF text, or null where no source gives it.
 * `earliest`/`latest` (YYYY-MM-DD) narrow the stated unit by what the source proves; for an unstated start they are
 * the founding of the body or office and the last day by which it must have begun.
 */
export interface DateSpec {
  readonly date: string | null;
  readonly earliest?: string;
  readonly latest?: string;
}

export const MODALITIES = [
  'FACT',
  'REPORTED',
  'PLANNED',
  'PROPOSED',
  'THREATENED',
  'CONDITIONAL',
  'FORECAST',
  'OPINION',
] as const;
/** Only FACT and REPORTED make slots hold; the others are listed with their modality (semantics §5). */
export type Modality = (typeof MODALITIES)[number];

export const KNOWN_BASES = ['ANNOUNCED', 'PUBLISHED', 'CITED', 'DOCUMENTED', 'INFERRED'] as const;
/** Where the known day comes from: an announcement, a publication, a paper that cites it, the paper’s own date, our inference. */
export type KnownBasis = (typeof KNOWN_BASES)[number];

export const FAMILIES = [
  'TARIFF',
  'SANCTION',
  'NEGOTIATION',
  'AGREEMENT',
  'MEMBERSHIP',
  'OFFICE',
  'ELECTION',
  'DEPLOYMENT',
  'DESIGNATION',
  'INDICATOR',
  'DOCUMENT',
  'THREAT',
  'MEETING',
  'STATEMENT',
  'POLICY',
  'SITUATION',
  'FORECAST',
] as const;
/** The kind of policy an event belongs to; its types are in `families.ts`. */
export type Family = (typeof FAMILIES)[number];

export const RELATION_TYPES = [
  'AMENDS',
  'SUSPENDS',
  'RESUMES',
  'EXTENDS',
  'SUPERSEDES',
  'REPEALS',
  'CORRECTS',
  'IMPLEMENTS',
  'UNDER_AUTHORITY_OF',
  'STRUCK_DOWN_BY',
  'CITES',
  'FOLLOWS',
  'PART_OF',
  'RESPONDS_TO',
  'ENDS',
  'CORRESPONDS_TO',
  'DEPENDS_ON',
  'EXEMPTS_FROM',
  'CONTRADICTS',
  'REALISES',
] as const;
/** How an event stands to another. */
export type RelationType = (typeof RELATION_TYPES)[number];
/** A link to another event of the record or of the same batch. */
export interface Relation {
  readonly type: RelationType;
  /** The id of another event. */
  readonly to: string;
}

/** Rank in a conflict: OFFICIAL before STATEMENT and DATASET before PAPER and PRESS (semantics §4). */
export const SOURCE_KINDS = ['OFFICIAL', 'STATEMENT', 'DATASET', 'PAPER', 'PRESS'] as const;
/** See `SOURCE_KINDS` for what the kind decides. */
export type SourceKind = (typeof SOURCE_KINDS)[number];
/** Where a fact is taken from. */
export interface Source {
  readonly kind: SourceKind;
  /** `paper-000`, `eo-14257`: the same source has the same id everywhere. */
  readonly id: string;
  readonly title: Text;
  readonly author?: string;
  readonly publisher: string;
  /** EDTF text: the day, month or year the source carries. */
  readonly date: string;
  /** Page, section or heading within it. */
  readonly where?: string;
  readonly url?: string;
}

/** Towards more restriction, less, or neither. */
export type Direction = 'TIGHTENING' | 'EASING' | 'NEITHER';

export const ACTS = ['ASSERT', 'SUSPEND', 'END', 'AMEND', 'RETRACT', 'REVOKE'] as const;
/** What an effect does to its slot (semantics §3). SUSPEND is a closed assertion whose value is what applies meanwhile. */
export type Act = (typeof ACTS)[number];
/** LEGAL: what the acts say. COLLECTED: what the border did, where it differs. */
export type Track = 'LEGAL' | 'COLLECTED';

/** One thing an event says of one slot. Days left out are those of the event's `effective`. */
export interface Effect {
  readonly act: Act;
  readonly slot: SlotId;
  /** Required for ASSERT and SUSPEND; for AMEND it re-rates the target, left out it keeps the target's value. */
  readonly value?: Value;
  readonly from?: DateSpec;
  readonly until?: DateSpec;
  /** The event aimed at: required for AMEND and REVOKE, optional for END. */
  readonly target?: string;
  /** For END: the event that takes the place; the reading then says SUPERSEDED. */
  readonly successor?: string;
  /** Left out: the effect counts on both tracks. */
  readonly track?: Track;
  /** For a duty: what goods it covers and how it stacks. */
  readonly terms?: TariffTerms;
}

export const DEADLINE_KINDS = [
  'START',
  'END',
  'EXPIRY',
  'STEP_UP',
  'REVIEW',
  'ROUND',
  'ELECTION',
  'MEETING',
  'VISIT',
  'DECISION',
  'COMMENT_CLOSE',
  'PUBLICATION',
  'OTHER',
] as const;
/** What is to happen on an awaited day. */
export type DeadlineKind = (typeof DEADLINE_KINDS)[number];
export const FIRMNESSES = ['FIXED', 'CONDITIONAL', 'ESTIMATED', 'NO_DATE'] as const;
/** How sure an awaited day is. */
export type Firmness = (typeof FIRMNESSES)[number];
export const OUTCOMES = ['KEPT', 'EXTENDED', 'BROUGHT_FORWARD', 'SUPERSEDED', 'LAPSED', 'UNKNOWN'] as const;
/** What became of an awaited day by what is known; UNKNOWN: the record does not tell. */
export type Outcome = (typeof OUTCOMES)[number];

/** What every dated policy event carries. Plain JSON: the log stores it as it is. */
export interface PolicyEvent<Type extends string = string, Data = unknown> {
  readonly id: string;
  readonly schemaVersion: 1;
  /** The instrument, body or negotiation whose history it belongs to: `tariff/us/reciprocal`. */
  readonly stream: string;
  /** The topic whose coverage tells how far the record is complete. */
  readonly topic: string;
  readonly family: Family;
  readonly type: Type;
  readonly modality: Modality;
  /** The act told of; two sources telling of one act share it. Left out: the event's own id. */
  readonly fact?: string;
  /** Left out: the day of the source (DOCUMENTED), else the effective day (INFERRED). */
  readonly knownOn?: DateSpec;
  readonly knownBasis: KnownBasis;
  readonly signedOn?: DateSpec;
  readonly publishedOn?: DateSpec;
  /** `dateOpen`: the act is given but its day is not fixed. `until` is the first day that no longer counts. */
  readonly effective: { readonly from: DateSpec; readonly until?: DateSpec; readonly dateOpen?: true };
  /** A happening (a visit, a vote) fills its day or window and holds nothing afterwards; a state holds until something ends it. */
  readonly extent: 'HAPPENING' | 'STATE';
  readonly actors: readonly PartyId[];
  readonly targets: readonly PartyId[];
  readonly persons: readonly string[];
  readonly title: Text;
  readonly summary: Text;
  readonly direction: Direction;
  readonly relations: readonly Relation[];
  readonly sources: readonly [Source, ...Source[]];
  readonly effects: readonly Effect[];
  /** How the day counts as a deadline, when seen from before it; left out where it is derived from type and modality. */
  readonly deadline?: { readonly kind?: DeadlineKind; readonly firmness?: Firmness };
  /** Names of envelope fields that are inferred rather than read in a source. */
  readonly inferred: readonly string[];
  /** Doubt about the source or the reading of it, for editors and careful readers. */
  readonly note?: string;
  readonly data: Data;
}
