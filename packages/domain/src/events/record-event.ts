import type { Family, PartyId, PolicyEvent, SubjectId } from './envelope.js';
import type { Text } from './text.js';

interface RecordEnvelope<Type extends string> {
  readonly id: string;
  readonly schemaVersion: 1;
  readonly stream: string;
  readonly type: Type;
}

/** Erratum: our record was wrong. Replaces the named fields of the target in every view with a position ≥ its own. */
export interface EventCorrected extends RecordEnvelope<'EventCorrected'> {
  readonly target: string;
  /** New content of the named envelope fields; id, stream, schemaVersion stay. */
  readonly patch: Partial<Omit<PolicyEvent, 'id' | 'stream' | 'schemaVersion'>>;
  readonly reason: Text;
}
/** Recorded by mistake: the target is ignored in every view with a position ≥ this one. */
export interface EventVoided extends RecordEnvelope<'EventVoided'> {
  readonly target: string;
  readonly reason: Text;
}
/** How far one source makes the record of a topic complete. The newest per (topic, source) counts. */
export interface CoverageDeclared extends RecordEnvelope<'CoverageDeclared'> {
  readonly topic: string;
  readonly title: Text;
  readonly family: Family;
  readonly source: string;
  /** EDTF text. */
  readonly completeFrom: string;
  /** EDTF text; its last day is the last day covered. */
  readonly completeThrough: string;
  readonly note?: Text;
}
/** What lists and filters know of a subject. */
export interface SubjectDescription {
  readonly id: SubjectId;
  readonly title: Text;
  readonly family: Family;
  readonly topic: string;
  /** Whom it concerns: countries, bodies or `*`; what the filter `partners` looks at. */
  readonly partners: readonly PartyId[];
  /** Who acts: what the filter `authorities` looks at. */
  readonly authorities: readonly PartyId[];
}
/** Names the subjects of a stream; the newest description of a subject counts. */
export interface SubjectsDescribed extends RecordEnvelope<'SubjectsDescribed'> {
  readonly subjects: readonly SubjectDescription[];
}
/** Names of countries, bodies and `*` in both languages; the newest name of a party counts. */
export interface PartiesDescribed extends RecordEnvelope<'PartiesDescribed'> {
  readonly parties: Readonly<Record<PartyId, Text>>;
}
/** Speaks of our record, not of the world: moves with the basis alone. */
export type RecordEvent =
  | EventCorrected
  | EventVoided
  | CoverageDeclared
  | SubjectsDescribed
  | PartiesDescribed;
/** What the log holds. */
export type LogEvent = PolicyEvent | RecordEvent;
/** One event at its place in the log. */
export interface LogRecord {
  /** Dense, from 0. */
  readonly position: number;
  readonly event: LogEvent;
}

/** True for an event that speaks of our record (an erratum, a void, coverage, names), not of the world. */
export function isRecordEvent(event: LogEvent): event is RecordEvent {
  switch (event.type) {
    case 'EventCorrected':
    case 'EventVoided':
    case 'CoverageDeclared':
    case 'SubjectsDescribed':
    case 'PartiesDescribed':
      return true;
    default:
      return false;
  }
}
