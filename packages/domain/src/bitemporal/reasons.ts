import type { RelationType, SlotId } from '../events/envelope.js';
import { sameValue, type Value } from '../events/value.js';
import { type PlacedSlot, placeSlot } from './answer.js';
import { Recent } from './recent.js';
import { type Resolution, resolve, revokedBy } from './resolve.js';
import type { Slot } from './slot-history.js';
import type { Timeline } from './timeline.js';
import type { View } from './view.js';

export type ReasonVerb =
  | 'DECIDED_BY'
  | RelationType
  | 'DISPLACES'
  | 'REVOKED_BY'
  | 'NOT_YET'
  | 'RAN_OUT'
  | 'LATER'
  | 'OTHER_ACCOUNT';

/** One line of the chain of why: a verb and the event it leads to; `depth` counts from the deciding event. */
export interface ReasonLink {
  readonly verb: ReasonVerb;
  readonly event: string;
  readonly depth: number;
}
export interface Reasons {
  /** The deciding event first, then what it rests on: amends, implements, under authority of… */
  readonly because: readonly ReasonLink[];
  /** What was also said of the slot and does not decide: displaced, revoked, future, ran out. */
  readonly insteadOf: readonly ReasonLink[];
  /** Events that say otherwise with equal authority, and other accounts of the same act. */
  readonly conflicts: readonly string[];
}

const MAX_DEPTH = 4;

/** What a page of readings leans on is nearly the same on the next day asked. */
interface Heard {
  readonly chains: Recent<string, readonly ReasonLink[]>;
  /** Slots with what counts of them for a reading and a track. */
  readonly slots: Recent<string, PlacedSaid>;
}
interface PlacedSaid {
  readonly slot: Slot;
  readonly placed: PlacedSlot;
}
const MOST_CHAINS = 2048;
/** In all slots together: a megabyte or two. */
const MOST_STATEMENTS = 4096;

const heard = new WeakMap<Timeline, Heard>();
function heardOf(timeline: Timeline): Heard {
  const known = heard.get(timeline) ?? {
    chains: new Recent(MOST_CHAINS),
    slots: new Recent(MOST_STATEMENTS),
  };
  heard.set(timeline, known);
  return known;
}

/** Why the slot reads as it does in this view, and why not otherwise. Only what was known by the view's day appears. */
export function reasonsOf(timeline: Timeline, slotId: SlotId, view: View): Reasons {
  const found = timeline.index.slots.get(slotId);
  const { decidedBy } = timeline.read(slotId, view);
  if (!found) return { because: [], insteadOf: [], conflicts: [] };
  const knownAt = timeline.knownAtOf(view);
  const because = decidedBy === null ? [] : chainFrom(timeline, decidedBy, knownAt);
  const { slot, placed } = placedSlot(timeline, found, view);
  const resolution = resolve(placed.firm, placed.revocations, view.date, knownAt);
  const insteadOf = alternatives(placed, resolution, view, knownAt).filter(
    ({ event }) => !because.some((link) => link.event === event),
  );
  return {
    because,
    insteadOf,
    // Seldom shown, and more than half of the work.
    get conflicts() {
      return conflictsOf(timeline, slot, resolution, view, knownAt);
    },
  };
}

function chainFrom(timeline: Timeline, decidedBy: string, knownAt: number): readonly ReasonLink[] {
  const { chains } = heardOf(timeline);
  const key = `${knownAt} ${decidedBy}`;
  return chains.get(key) ?? chains.keep(key, chainOf(timeline, decidedBy, knownAt));
}

function placedSlot(timeline: Timeline, slot: Slot, view: View): PlacedSaid {
  const { slots } = heardOf(timeline);
  const key = `${view.reading} ${view.track} ${slot.id}`;
  const kept = slots.get(key);
  if (kept) return kept;
  const { statements, revocations } = slot;
  const placed = placedFor(statements, revocations, view, view.reading);
  return slots.keep(key, { slot, placed }, 1 + statements.length + revocations.length);
}

function chainOf(timeline: Timeline, decidedBy: string, knownAt: number): ReasonLink[] {
  const chain: ReasonLink[] = [{ verb: 'DECIDED_BY', event: decidedBy, depth: 0 }];
  const seen = new Set([decidedBy]);
  for (const link of chain) {
    if (link.depth >= MAX_DEPTH) continue;
    const event = timeline.event(link.event)?.event;
    const steps: { type: RelationType; to: string }[] = [...(event?.relations ?? [])];
    for (const effect of event?.effects ?? []) {
      if (effect.target !== undefined)
        steps.push({
          type: effect.act === 'END' ? 'ENDS' : effect.act === 'REVOKE' ? 'REPEALS' : 'AMENDS',
          to: effect.target,
        });
    }
    for (const { type, to } of steps) {
      const known = timeline.record.knownWindows.get(to);
      if (seen.has(to) || !known || known.nominal > knownAt) continue;
      seen.add(to);
      chain.push({ verb: type, event: to, depth: link.depth + 1 });
    }
  }
  return chain;
}

function alternatives(
  placed: PlacedSlot,
  { winner }: Resolution,
  view: View,
  knownAt: View['date'],
): ReasonLink[] {
  const links: ReasonLink[] = [];
  for (const s of [...placed.firm, ...placed.soft]) {
    if (s.known > knownAt || s.shade || s.statement === winner?.statement) continue;
    const revocation = revokedBy(
      s.statement.fact,
      placed.softRevocations,
      s.from > view.date ? s.from : view.date,
      knownAt,
    );
    const verb: ReasonVerb = revocation
      ? 'REVOKED_BY'
      : s.from > view.date
        ? 'NOT_YET'
        : s.until <= view.date
          ? 'RAN_OUT'
          : 'DISPLACES';
    links.push({ verb, event: s.statement.event, depth: 1 });
  }
  return links.filter((link, i) => links.findIndex((other) => other.event === link.event) === i);
}

function conflictsOf(
  timeline: Timeline,
  slot: Slot,
  { winner, displaced }: Resolution,
  view: View,
  knownAt: View['date'],
): string[] {
  const held = winner?.statement.value ?? null;
  const conflicts = new Set<string>();
  for (const s of displaced) {
    const equal =
      winner !== undefined &&
      s.known === winner.known &&
      s.statement.rank === winner.statement.rank &&
      s.from === winner.from;
    if (
      equal &&
      !sameValue(s.statement.value, winner.statement.value) &&
      !names(timeline, winner.statement.event, s.statement.event)
    )
      conflicts.add(s.statement.event);
  }
  for (const event of new Set(slot.silenced.map((s) => s.event))) {
    const known = timeline.record.knownWindows.get(event);
    if (known !== undefined && known.nominal <= knownAt && saysOtherwise(slot, event, view, knownAt, held))
      conflicts.add(event);
  }
  return [...conflicts];
}

/** The other account in the place of the one that projects: it conflicts when the slot would read otherwise wherever in their windows its days lie. */
function saysOtherwise(
  slot: Slot,
  event: string,
  view: View,
  knownAt: View['date'],
  held: Value | null,
): boolean {
  const account = slot.silenced.filter((s) => s.event === event);
  const fact = account[0]?.fact;
  const statements = [...slot.statements.filter((s) => s.fact !== fact), ...account];
  return (['CERTAIN', 'POSSIBLE'] as const).every((reading) => {
    const placed = placedFor(statements, slot.revocations, view, reading);
    const { winner } = resolve(placed.firm, placed.revocations, view.date, knownAt);
    return !sameValue(winner?.statement.value ?? null, held);
  });
}

/** What counts on the view's track; how certain it is, nobody asks here. */
function placedFor(
  statements: Slot['statements'],
  revocations: Slot['revocations'],
  { track }: View,
  reading: View['reading'],
): PlacedSlot {
  const onTrack = (said: { readonly track: View['track'] | null }): boolean =>
    said.track === null || said.track === track;
  return placeSlot(statements.filter(onTrack), revocations.filter(onTrack), reading, true);
}

function names(timeline: Timeline, a: string, b: string): boolean {
  const related = (from: string, to: string): boolean => {
    const event = timeline.event(from)?.event;
    return (
      (event?.relations.some((r) => r.to === to) ?? false) ||
      (event?.effects.some((e) => e.target === to) ?? false)
    );
  };
  return related(a, b) || related(b, a);
}
