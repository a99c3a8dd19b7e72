import type { Day } from '../calendar/civil-day.js';
import type { RelationType, SlotId } from '../events/envelope.js';
import { sameValue, type Value } from '../events/value.js';
import { type PlacedSlot, placeSlot } from './answer.js';
import type { BuiltTable } from './built-table.js';
import { Recent } from './recent.js';
import { type Resolution, resolve, revokedBy } from './resolve.js';
import type { Slot } from './slot-history.js';
import { type Timeline, UnknownSubject } from './timeline.js';
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
  /** By deciding event, as of the known day that was asked last. */
  readonly chains: Recent<string, { readonly knownAt: Day; readonly links: readonly ReasonLink[] }>;
  /** By slot, for the reading and track of a table. */
  readonly slots: Recent<SlotId, PlacedSaid>;
}
/** A slot with what counts of it for a reading and a track. */
interface PlacedSaid {
  readonly slot: Slot;
  readonly placed: PlacedSlot;
}
const MOST_CHAINS = 2048;
/** In all slots together: a megabyte or two. */
const MOST_STATEMENTS = 4096;

/** A table is that of one version of the record. */
const heard = new WeakMap<BuiltTable, Heard>();
function heardOf(table: BuiltTable): Heard {
  const known = heard.get(table) ?? {
    chains: new Recent(MOST_CHAINS),
    slots: new Recent(MOST_STATEMENTS),
  };
  heard.set(table, known);
  return known;
}

/**
 * Why the slot reads as it does in this view, and why not otherwise. Only what was known by the view's day appears.
 * @throws UnknownSubject when nobody ever spoke of it.
 */
export function reasonsOf(timeline: Timeline, slotId: SlotId, view: View): Reasons {
  const table = timeline.table(view.reading, view.track);
  const knownAt = timeline.knownAtOf(view);
  const index = table.slotIndex.get(slotId);
  if (index === undefined) throw new UnknownSubject(slotId);
  const said = placedSlot(timeline, table, slotId, view);
  if (!said) return { because: [], insteadOf: [], conflicts: [] };
  const { slot, placed } = said;
  const decidedBy = table.decidedBy(index, view.date, knownAt);
  const because = decidedBy === null ? [] : chainFrom(timeline, table, decidedBy, knownAt);
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

function chainFrom(
  timeline: Timeline,
  table: BuiltTable,
  decidedBy: string,
  knownAt: Day,
): readonly ReasonLink[] {
  const { chains } = heardOf(table);
  const kept = chains.get(decidedBy);
  if (kept?.knownAt === knownAt) return kept.links;
  return chains.keep(decidedBy, { knownAt, links: chainOf(timeline, decidedBy, knownAt) }).links;
}

function placedSlot(timeline: Timeline, table: BuiltTable, id: SlotId, view: View): PlacedSaid | undefined {
  const { slots } = heardOf(table);
  const kept = slots.get(id);
  if (kept) return kept;
  const slot = timeline.index.slots.get(id);
  if (!slot) return undefined;
  const { statements, revocations } = slot;
  const placed = placedFor(statements, revocations, view, view.reading);
  return slots.keep(id, { slot, placed }, 1 + statements.length + revocations.length);
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
      () => placed.softRevocations,
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
