import type { Revision } from './port.js';

/** Everything the store refuses or fails with. Switch on `code`: it never changes; the sentence may. */
export abstract class EventStoreError extends Error {
  abstract readonly code:
    | 'WRONG_REVISION'
    | 'IDEMPOTENCY_CONFLICT'
    | 'INVALID_INPUT'
    | 'STORE_DAMAGED'
    | 'STORE_UNAVAILABLE'
    | 'GAP';

  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = new.target.name;
  }
}

const standing = (revision: Revision): string =>
  revision === 'none' ? 'without events' : `at revision ${revision}`;

/** Somebody wrote to the stream after it was read. Nothing was appended. */
export class WrongRevision extends EventStoreError {
  readonly code = 'WRONG_REVISION';
  readonly stream: string;
  readonly expected: Revision;
  readonly actual: Revision;

  constructor(stream: string, expected: Revision, actual: Revision) {
    super(
      `Stream "${stream}" was expected ${standing(expected)} but is ${standing(actual)}; nothing was appended. ` +
        `Read the stream, decide again, and append with expected ${JSON.stringify(actual)}.`,
    );
    this.stream = stream;
    this.expected = expected;
    this.actual = actual;
  }
}

/** OTHER_BODY, OTHER_STREAM: the id is of another event. PARTLY_NEW: some of the batch are there. KEY_REUSED: the key is of another batch. */
export type ConflictReason = 'OTHER_BODY' | 'OTHER_STREAM' | 'PARTLY_NEW' | 'KEY_REUSED';

/** An id or key already stands for something else in the log. Nothing was appended. */
export class IdempotencyConflict extends EventStoreError {
  readonly code = 'IDEMPOTENCY_CONFLICT';
  readonly reason: ConflictReason;
  /** The event id, or for `KEY_REUSED` the idempotency key. */
  readonly given: string;
  /** Where the log first holds it. */
  readonly firstPosition: number;

  constructor(reason: ConflictReason, given: string, firstPosition: number) {
    super(`${conflictSentence(reason, given, firstPosition)} Nothing was appended.`);
    this.reason = reason;
    this.given = given;
    this.firstPosition = firstPosition;
  }
}

function conflictSentence(reason: ConflictReason, given: string, position: number): string {
  switch (reason) {
    case 'OTHER_BODY':
      return `Event id "${given}" is at position ${position} with another body; repeat the body exactly, or give the new event its own id.`;
    case 'OTHER_STREAM':
      return `Event id "${given}" is at position ${position} in another stream; give the new event its own id.`;
    case 'PARTLY_NEW':
      return `Event id "${given}" is at position ${position} but other events of the batch are new; repeat the first batch whole, or send only the new events.`;
    case 'KEY_REUSED':
      return `Idempotency key "${given}" belongs to the batch at position ${position}; repeat that batch exactly, or use a new key.`;
  }
}

/** The call itself cannot be carried out by any store. */
export class InvalidInput extends EventStoreError {
  readonly code = 'INVALID_INPUT';
  /** Where in the argument, for example `writes[0].events[2].data.rate`. */
  readonly path: string;

  constructor(path: string, sentence: string) {
    super(`${path}: ${sentence}`);
    this.path = path;
  }
}

/**
 * Bytes of the log are not what was written. The store serves what lies before `position` and refuses appends.
 * `message` names the place and is for operators; `sentence` is for anybody.
 */
export class StoreDamaged extends EventStoreError {
  readonly code = 'STORE_DAMAGED';
  readonly file: string;
  /** First record that cannot be trusted; `null` when every record is whole and only an index is hurt. */
  readonly position: number | null;
  readonly reason: string;
  /** What is wrong, without the place. */
  readonly sentence: string;

  constructor(file: string, position: number | null, reason: string, options?: ErrorOptions) {
    const where = position === null ? 'outside the records' : `at position ${position}`;
    super(
      `${file} is damaged ${where}: ${reason}. Nothing will be appended to it; restore a backup, and keep this file for study.`,
      options,
    );
    this.sentence = `The log is damaged ${where}: ${reason}. Nothing is appended to it.`;
    this.file = file;
    this.position = position;
    this.reason = reason;
  }
}

/**
 * The medium cannot be used now. What was not acknowledged may be sent again: repeated events are recognised.
 * `message` names the place and is for operators; `sentence` is for anybody.
 */
export class StoreUnavailable extends EventStoreError {
  readonly code = 'STORE_UNAVAILABLE';
  /** What is wrong, without the place and the words of the medium. */
  readonly sentence: string;

  /** @param sentence where it is left out, nobody but operators is told more than that the log cannot be used. */
  constructor(
    message: string,
    {
      sentence = 'The log cannot be used now.',
      ...options
    }: ErrorOptions & { readonly sentence?: string } = {},
  ) {
    super(message, options);
    this.sentence = sentence;
  }

  /**
   * @param condition a sentence that names no place
   * @param said what the medium itself said
   */
  static at(
    place: string,
    condition: string,
    { said, cause }: { readonly said?: string; readonly cause?: unknown } = {},
  ): StoreUnavailable {
    return new StoreUnavailable(
      said === undefined ? `${place}: ${condition}` : `${place}: ${condition} (${said})`,
      {
        sentence: `The log cannot be used now: ${condition}`,
        cause,
      },
    );
  }
}

/** A position is missing: the reader stops rather than skip it. */
export class GapInLog extends EventStoreError {
  readonly code = 'GAP';
  /** The position that should have come. */
  readonly position: number;
  /** The position that was there, or was asked for, instead. */
  readonly found: number;

  constructor(position: number, found: number) {
    super(
      `The log should continue at position ${position}, but ${found} is next. The reader stopped after ${position - 1}; ` +
        `verify the log, then resume from ${position}.`,
    );
    this.position = position;
    this.found = found;
  }
}
