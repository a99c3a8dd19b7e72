import { placeSlot } from '../bitemporal/answer.js';
import { knownDay, OPEN, type PlacedRevocation, type PlacedStatement } from '../bitemporal/lens.js';
import { later, resolve, revokedBy } from '../bitemporal/resolve.js';
import type { SaidSlot, SlotEvents } from '../bitemporal/slot-events.js';
import { isFirm } from '../bitemporal/statement.js';
import type { Timeline } from '../bitemporal/timeline.js';
import type { Day } from '../calendar/civil-day.js';
import type { PolicyEvent, Track } from '../events/envelope.js';
import { answersTo, endsBy } from './answers-to.js';
import type { DeadlineLens } from './deadline-lens.js';
import type { NamedDay } from './named-days.js';
import { isOnTrack } from './on-track.js';

/** Whether a plan stood as known on a day, and the days of knowledge on which that may change. */
export interface Standing {
  readonly stands: (knownAt: Day) => boolean;
  readonly days: readonly Day[];
}

/** A plan stands while it is not revoked, replaced, lengthened, superseded or already fulfilled. */
export function standing(
  timeline: Timeline,
  event: PolicyEvent,
  { edge, effects, window: { nominal: day }, spec }: NamedDay,
  lens: DeadlineLens,
): Standing {
  const answered = answeredOn(timeline, event.id, lens);
  const ending =
    edge === 'START'
      ? answersTo(timeline, event.id).filter((one) =>
          // What has no day yet would begin after any end.
          endsBy(one.event, event.id, spec.date === null ? OPEN : day),
        )
      : [];
  const parts = effects.map((effect): Standing => {
    const slot = timeline.index.slots.get(effect.slot);
    if (!slot || effect.act === 'REVOKE') return ALWAYS;
    const placed = placedOf(slot, lens);
    const revocations = (isFirm(event.modality) ? placed.revocations : placed.softRevocations).about([
      event.fact ?? event.id,
    ]);
    const last = edge === 'END' ? ((day - 1) as Day) : day;
    const ends = edge === 'END' ? replacement(timeline, event.id, placed, day) : NEVER;
    const passed = edge === 'END' ? overtaking(placed, event.id, day) : NEVER;
    const ended = ending
      .filter((one) => one.event.effects.some(({ act, slot }) => act === 'END' && slot === effect.slot))
      .map(({ known }) => knownDay(known, lens.reading));
    return {
      stands: (knownAt) =>
        revokedBy(event.fact ?? event.id, () => revocations, last, knownAt) === undefined &&
        !ends.stands(knownAt) &&
        !passed.stands(knownAt) &&
        !ended.some((known) => known <= knownAt),
      days: [...revocations.map(({ known }) => known), ...ends.days, ...passed.days, ...ended],
    };
  });
  return {
    stands: (knownAt) =>
      !answered.some((known) => known <= knownAt) &&
      (event.effects.length === 0 || parts.some((part) => part.stands(knownAt))),
    days: [...answered, ...parts.flatMap((part) => part.days)],
  };
}

const ALWAYS: Standing = { stands: () => true, days: [] };
const NEVER: Standing = { stands: () => false, days: [] };

/**
 * Whether what decides from `day` on begins there and is said to change the event. Only what begins on that day can, and
 * only a bounded statement that covers it can stand before it: the others of the slot need not be looked at.
 */
function replacement(timeline: Timeline, expected: string, placed: Placed, day: Day): Standing {
  const beginning = placed.byStart.get(day) ?? [];
  const changes = ({ statement }: PlacedStatement): boolean =>
    timeline.event(statement.event)?.event.effects.some(({ target }) => target === expected) === true;
  if (!beginning.some(changes)) return NEVER;
  const statements = beginning.some(({ shade }) => shade)
    ? placed.firm
    : placed.firm.filter(
        ({ statement, from, until, shade }) =>
          !shade && (from === day || (statement.until !== null && from < day && day < until)),
      );
  const revocations = placed.revocations.about(statements.map(({ statement }) => statement.fact));
  return {
    stands: (knownAt) => {
      const { winner } = resolve(statements, revocations, day, knownAt);
      return winner?.from === day && changes(winner);
    },
    days: [...statements, ...revocations].map(({ known }) => known),
  };
}

/**
 * Whether a step has overtaken what runs until `day`: it begins later, was said later, and decides on the last day, so that
 * nothing happens when the rest runs out (semantics §4, step 5). A pause of a duty that has ended resumes nothing.
 */
function overtaking(placed: Placed, expected: string, day: Day): Standing {
  const own = runningUntil(placed, expected, day).map((running) => ({
    running,
    steps: stepsWithin(placed, running),
  }));
  if (own.every(({ steps }) => steps.length === 0)) return NEVER;
  const all = own.flatMap(({ running, steps }) => [running, ...steps]);
  const revocations = placed.revocations.about(all.map(({ statement }) => statement.fact));
  return {
    stands: (knownAt) =>
      own.every(({ running, steps }) => {
        const { winner } = resolve([running, ...steps], revocations, lastOf(running), knownAt);
        return winner !== undefined && winner !== running;
      }),
    days: [...all, ...revocations].map(({ known }) => known),
  };
}

/** The step that by all that is recorded has overtaken what an event lets run until `day`; undefined: none has. */
export function overtakenBy(
  timeline: Timeline,
  event: PolicyEvent,
  day: Day,
  lens: DeadlineLens,
): PlacedStatement['statement'] | undefined {
  for (const slotId of new Set(event.effects.map(({ slot }) => slot))) {
    const slot = timeline.index.slots.get(slotId);
    if (!slot) continue;
    const placed = placedOf(slot, lens);
    const [running] = runningUntil(placed, event.id, day);
    if (!running || !overtaking(placed, event.id, day).stands(OPEN)) continue;
    const steps = stepsWithin(placed, running);
    const revocations = placed.revocations.about(steps.map(({ statement }) => statement.fact));
    return resolve(steps, revocations, lastOf(running), OPEN).winner?.statement;
  }
  return undefined;
}

const lastOf = ({ until }: PlacedStatement): Day => (until - 1) as Day;

const runningUntil = ({ byEvent }: Placed, event: string, day: Day): readonly PlacedStatement[] =>
  (byEvent.get(event) ?? []).filter(({ statement }) => statement.until?.nominal === day);

/** Steps that begin while a statement runs and were said after it. */
function stepsWithin({ steps }: Placed, running: PlacedStatement): readonly PlacedStatement[] {
  const found: PlacedStatement[] = [];
  for (let i = firstFrom(steps, running.from); i < steps.length; i++) {
    const step = steps[i] as PlacedStatement;
    if (step.from >= running.until) break;
    if (later(step, running) > 0) found.push(step);
  }
  return found;
}

/** Where the steps that begin on or after a day begin. */
function firstFrom(steps: readonly PlacedStatement[], day: Day): number {
  let [low, high] = [0, steps.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((steps[middle] as PlacedStatement).from < day) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The known days of events that say they realise or supersede another. */
const answeredOn = (timeline: Timeline, expected: string, { reading, track }: DeadlineLens): Day[] =>
  answersTo(timeline, expected).flatMap(({ event, related, known }) =>
    related && isOnTrack(event, track) ? [knownDay(known, reading)] : [],
  );

interface Placed {
  readonly firm: readonly PlacedStatement[];
  /** Firm statements by the day on which they begin. */
  readonly byStart: ReadonlyMap<Day, readonly PlacedStatement[]>;
  /** Those that run out, by their event. */
  readonly byEvent: ReadonlyMap<string, readonly PlacedStatement[]>;
  /** Those that hold until the next, in order of their first days. */
  readonly steps: readonly PlacedStatement[];
  readonly revocations: Revocations;
  readonly softRevocations: Revocations;
}

/** A slot is placed once for each lens, however many events speak of it. */
const placedSlots = new WeakMap<SlotEvents, Map<string, Placed>>();
function placedOf(slot: SaidSlot, { reading, track }: DeadlineLens): Placed {
  const byLens = placedSlots.get(slot.from) ?? new Map<string, Placed>();
  placedSlots.set(slot.from, byLens);
  const key = `${reading} ${track}`;
  const known = byLens.get(key);
  if (known) return known;
  const counts = ({ track: own }: { readonly track: Track | null }): boolean => own === null || own === track;
  const { firm, revocations, softRevocations } = placeSlot(
    slot.statements.filter(counts),
    slot.revocations.filter(counts),
    reading,
  );
  const placed = {
    firm,
    byStart: groupedBy(firm, ({ from }) => from),
    byEvent: groupedBy(
      firm.filter(({ statement, shade }) => statement.until !== null && !shade),
      ({ statement }) => statement.event,
    ),
    steps: firm
      .filter(({ statement, shade }) => statement.until === null && !statement.dateOpen && !shade)
      .sort((a, b) => a.from - b.from),
    revocations: new Revocations(revocations),
    softRevocations: new Revocations(softRevocations),
  };
  byLens.set(key, placed);
  return placed;
}

class Revocations {
  readonly #byTarget: ReadonlyMap<string, readonly PlacedRevocation[]>;
  constructor(all: readonly PlacedRevocation[]) {
    this.#byTarget = groupedBy(all, ({ revocation }) => revocation.targetFact);
  }

  /** Those that speak of these facts, those that speak of those, and so on. */
  about(facts: readonly string[]): readonly PlacedRevocation[] {
    const found = new Set<PlacedRevocation>();
    const waiting = [...facts];
    for (let fact = waiting.pop(); fact !== undefined; fact = waiting.pop())
      for (const one of this.#byTarget.get(fact) ?? []) {
        if (found.has(one)) continue;
        found.add(one);
        waiting.push(one.revocation.fact);
      }
    return [...found];
  }
}

function groupedBy<Key, One>(
  all: readonly One[],
  keyOf: (one: One) => Key,
): ReadonlyMap<Key, readonly One[]> {
  const groups = new Map<Key, One[]>();
  for (const one of all) {
    const list = groups.get(keyOf(one));
    if (list) list.push(one);
    else groups.set(keyOf(one), [one]);
  }
  return groups;
}
