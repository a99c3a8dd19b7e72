import { DomainError } from '../calendar/errors.js';
import type { LogEvent } from './record-event.js';

/** The form in which this program writes events. Raised with a step in `STEPS` when a field is renamed, split or gains a duty. */
export const EVENT_SCHEMA_VERSION = 1;

/** An event as some version of this program wrote it: only these members are sure. */
export interface StoredEventForm {
  readonly id: string;
  readonly stream: string;
  readonly schemaVersion: number;
}

/**
 * Brings an event from one version to the next and sets that `schemaVersion`. Pure, and total over what its version could
 * write: an erratum's `patch` holds fields of its own version too. What an event meant stays: a reading at an old basis
 * must not change.
 */
export type Upcast = (event: StoredEventForm) => StoredEventForm;

/** `STEPS[0]` leads from version 1 to 2, and so on. A released step is never changed: golden logs hold it to that. */
const STEPS: readonly Upcast[] = [];

/** An event of a form that this program does not know: a newer program wrote it. */
export class UnknownEventForm extends DomainError {
  readonly code = 'UNKNOWN_EVENT_FORM';
  constructor(
    readonly eventId: string,
    given: unknown,
    known: number,
  ) {
    super(
      `The event "${eventId}" has schemaVersion ${JSON.stringify(given)}; this program reads 1 to ${known}. Read the log with the newer program that wrote it.`,
    );
    this.name = 'UnknownEventForm';
  }
}

/** Chains steps into one that brings an event of any version up to the newest. Exported for trying a chain; readers use `upcast`. */
export function chainOf(steps: readonly Upcast[]): Upcast {
  const newest = steps.length + 1;
  return (stored) => {
    const { schemaVersion } = stored;
    if (!Number.isInteger(schemaVersion) || schemaVersion < 1 || schemaVersion > newest)
      throw new UnknownEventForm(stored.id, schemaVersion, newest);
    return steps.slice(schemaVersion - 1).reduce((event, step) => step(event), stored);
  };
}

const newest = chainOf(STEPS);

/** The event in today's form. The log keeps what was written: hashes and bodies are those of the day. @throws UnknownEventForm */
export function upcast(stored: StoredEventForm): LogEvent {
  return newest(stored) as LogEvent;
}
