import { canonicalJson, type Path } from './canonical-json.js';
import { InvalidInput } from './errors.js';
import type { AppendContext, Revision, StoredEvent, Write } from './port.js';

/** An append with its shape checked and its bodies in canonical JSON: done before any lock is taken. */
export interface Batch {
  readonly streams: readonly { readonly stream: string; readonly expected: Revision }[];
  /** In the order given, write after write. */
  readonly events: readonly { readonly stream: string; readonly id: string; readonly body: string }[];
  readonly actor: string | null;
  readonly idempotencyKey: string | null;
}

/** @throws InvalidInput naming the first thing that no store could append. */
export function batchOf<E extends StoredEvent>(writes: readonly Write<E>[], context: AppendContext): Batch {
  if (writes.length === 0) throw new InvalidInput('writes', 'is empty; give at least one write.');
  const streams = new Map<string, Revision>();
  const ids = new Set<string>();
  const events: Batch['events'][number][] = [];

  writes.forEach(({ stream, events: given, expected }, w) => {
    requireName(stream, `writes[${w}].stream`);
    requireRevision(expected, `writes[${w}].expected`);
    if (streams.has(stream))
      throw new InvalidInput(
        `writes[${w}].stream`,
        `"${stream}" is written twice in this batch; put its events into one write.`,
      );
    if (given.length === 0) throw new InvalidInput(`writes[${w}].events`, 'is empty; leave the write out.');
    streams.set(stream, expected);

    given.forEach((event, e) => {
      const path = () => `writes[${w}].events[${e}]`;
      const idPath = () => `${path()}.id`;
      requireName(event?.id, idPath);
      if (ids.has(event.id))
        throw new InvalidInput(idPath(), `"${event.id}" is in this batch twice; an id names one event.`);
      ids.add(event.id);
      events.push({ stream, id: event.id, body: canonicalJson(event, path) });
    });
  });

  if (context.actor !== undefined) requireName(context.actor, 'context.actor');
  if (context.idempotencyKey !== undefined) requireName(context.idempotencyKey, 'context.idempotencyKey');
  return {
    streams: Array.from(streams, ([stream, expected]) => ({ stream, expected })),
    events,
    actor: context.actor ?? null,
    idempotencyKey: context.idempotencyKey ?? null,
  };
}

/** @throws InvalidInput unless `position` is 0, 1, 2 … */
export function requirePosition(position: number): void {
  if (!Number.isSafeInteger(position) || position < 0)
    throw new InvalidInput('fromPosition', `${position} is not a position; positions are 0, 1, 2 …`);
}

function requireName(name: unknown, path: Path): asserts name is string {
  const fault = (sentence: string) => new InvalidInput(typeof path === 'string' ? path : path(), sentence);
  if (typeof name !== 'string' || name === '') throw fault('must be a text that is not empty.');
  if (name.length > 1_000) throw fault(`has ${name.length} characters; at most 1000 are kept.`);
  // Two names that a medium would store as the same bytes must not exist: keys are compared there, not here.
  if (!name.isWellFormed() || name.includes('\0'))
    throw fault('holds a NUL or half a surrogate pair; remove it.');
}

function requireRevision(revision: unknown, path: string): void {
  if (revision === 'none' || (Number.isSafeInteger(revision) && (revision as number) >= 0)) return;
  throw new InvalidInput(
    path,
    `${String(revision)} is not a revision; write 'none' for a stream without events, else the revision of its last one (0, 1, 2 …).`,
  );
}
