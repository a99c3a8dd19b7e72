import { Metadata, status } from '@grpc/grpc-js';
/** What a call asks for. */
export type CallKind = 'append' | 'read' | 'subscribe' | 'features';

/**
 * How the server is to misbehave on one call. `at` counts the events of the call's answer from 0.
 * For an append: `refuse` nothing is written; `drop` nothing is written and nothing answered; `lose-answer` it is written and
 * nothing answered; `close` it is written and the call broken off; `late` it is written after `ms`, when the client may have given up;
 * `duplicate` it is carried out and answered twice; `wrong-revision` the answer tells a revision that is not so.
 */
export type Fault =
  | { readonly do: 'refuse' | 'drop' | 'lose-answer' }
  | { readonly do: 'late'; readonly ms: number }
  | {
      readonly do: 'close' | 'end' | 'skip' | 'duplicate' | 'reorder' | 'wrong-revision' | 'early-checkpoint';
      readonly at: number;
    };

/** Asked at each call; `number` counts the calls of all kinds. */
export type Misbehaviour = (call: { readonly kind: CallKind; readonly number: number }) => Fault | null;

/** One event on its way out, under the revision that the server says it has. */
export interface Outgoing {
  readonly revision: number;
}

/** Carries out a fault on the way of events to the reader. */
export class FaultyDelivery<Event extends Outgoing> {
  readonly #fault: Fault | null;
  readonly #deliver: (event: Event) => void;
  readonly #checkpoint: () => void;
  #count = 0;
  #held: Event | null = null;

  constructor(fault: Fault | null, deliver: (event: Event) => void, checkpoint: () => void) {
    this.#fault = fault;
    this.#deliver = deliver;
    this.#checkpoint = checkpoint;
  }

  /** What the call is to end with before this event, or `null` after it was dealt with. */
  send(event: Event): 'close' | 'end' | null {
    const fault = this.#fault;
    const here = fault !== null && 'at' in fault && fault.at === this.#count;
    this.#count += 1;
    const held = this.#held;
    this.#held = null;
    if (!here) this.#deliver(event);
    else
      switch (fault.do) {
        case 'close':
        case 'end':
          return fault.do;
        case 'skip':
          break;
        case 'duplicate':
          this.#deliver(event);
          this.#deliver(event);
          break;
        case 'reorder':
          this.#held = event;
          break;
        case 'wrong-revision':
          this.#deliver({ ...event, revision: event.revision + 1 });
          break;
        case 'early-checkpoint':
          this.#checkpoint();
          this.#deliver(event);
          break;
      }
    if (held !== null) this.#deliver(held);
    return null;
  }

  /** An event that waited for the one behind it goes out when none comes. */
  finish(): void {
    if (this.#held !== null) this.#deliver(this.#held);
    this.#held = null;
  }
}

/** How a call ends that is refused or broken off; without a fault the caller is nobody the server knows. */
export const failure = (fault: Fault | null) => ({
  code: fault === null ? status.UNAUTHENTICATED : status.UNAVAILABLE,
  details: fault === null ? 'who are you' : `planted: ${fault.do}`,
  metadata: new Metadata(),
});
