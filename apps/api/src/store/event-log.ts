import type { StoredEventForm } from '@policy-timeline/domain';
import {
  type EventStore,
  MemoryEventStore,
  openSqliteEventStore,
  type RecordAccess,
  type StoreCondition,
  StoreDamaged,
  StoreUnavailable,
} from '@policy-timeline/event-store';
import { openKurrentEventStore } from '@policy-timeline/event-store/kurrent';
import type { LogPlace } from '../configuration.js';

/**
 * The log behind its port; which adapter it is, only this folder knows. Events come out as they were written, by whatever
 * version: `upcast` brings them to today's form.
 */
export type EventLog = EventStore<StoredEventForm>;
export const EVENT_LOG = Symbol('event log');

/** @throws StoreUnavailable, StoreDamaged when nothing of the log can be served. */
export async function openEventLog(place: LogPlace): Promise<EventLog> {
  switch (place.kind) {
    case 'memory':
      return new MemoryEventStore<StoredEventForm>();
    case 'sqlite':
      return openSqliteEventStore<StoredEventForm>({ file: place.file });
    case 'kurrentdb':
      return openKurrentEventStore<StoredEventForm>({ url: place.url });
  }
}

/** Single records of the log without waiting; null where each is a call to another machine. */
export function recordAccessOf(log: EventLog): RecordAccess<StoredEventForm> | null {
  return 'recordAt' in log ? (log as EventLog & RecordAccess<StoredEventForm>) : null;
}

/** What is wrong with the log as far as it is known; null when nothing is. */
export function damageOf(log: EventLog): StoreDamaged | null {
  return (log as Partial<StoreCondition>).damage ?? null;
}

/** Why nothing can be appended just now; null as far as it is known to be possible. */
export function unavailabilityOf(log: EventLog): StoreUnavailable | null {
  return (log as Partial<StoreCondition>).unavailable ?? null;
}

/** What anybody may be told of a fault: where the log lies and what its medium said stands in the server's output alone. */
export function sentenceOf(fault: Error): string {
  return isFaultOfLog(fault) ? fault.sentence : fault.message;
}

export function isFaultOfLog(error: unknown): error is StoreDamaged | StoreUnavailable {
  return error instanceof StoreDamaged || error instanceof StoreUnavailable;
}

/** Whether an acknowledged append outlives the process: the adapters on a disk refuse to open where it would not. */
export const isDurable = ({ kind }: LogPlace): boolean => kind !== 'memory';
