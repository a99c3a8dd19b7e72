import type { DateSpec, Effect, PolicyEvent, Track } from '../events/envelope.js';
import type { EventCorrected, LogRecord } from '../events/record-event.js';
import type { Value } from '../events/value.js';

/**
 * What docs/semantics says, written out a second time: literal, slow, and without a line of the code it checks.
 * Reads the nominal day of every window. Days are numbers since 1970-01-01.
 */
export interface OracleQuestion {
  readonly slot: string;
  readonly date: number;
  readonly knownAt: number;
  readonly track?: Track;
}
export interface OracleReading {
  /** The value that holds, null where nothing does. */
  readonly holds: Value | null;
  /** The event whose statement decides; null where none does. */
  readonly decidedBy: string | null;
  /** Null where no firm statement decides. */
  readonly status: 'IN_FORCE' | 'SUSPENDED' | 'ENDED' | 'SUPERSEDED' | 'NOT_IN_FORCE' | null;
}

/** One sentence of semantics §3 about a slot. `until` null: a step. */
interface Said {
  readonly event: string;
  readonly fact: string;
  readonly kind: 'value' | 'suspension' | 'end' | 'retraction';
  readonly value: Value | null;
  readonly from: number;
  readonly until: number | null;
  /** Back to this day an unstated start is possible. */
  readonly possibleSince: number | null;
  readonly open: boolean;
  readonly aimsAt: string | null;
  readonly successor: boolean;
  readonly order: Order;
}
interface TakenAway {
  readonly byFact: string;
  readonly fact: string;
  /** An amendment replaces, a revocation revokes: only the latter takes back other revocations. */
  readonly revokes: boolean;
  readonly from: number | null;
  readonly until: number | null;
  readonly order: Order;
}
type Order = readonly [known: number, rank: number, position: number, index: number];
interface Entry {
  readonly event: PolicyEvent;
  readonly position: number;
}
interface Account {
  readonly said: readonly Said[];
  readonly taken: readonly TakenAway[];
}

const LAST = dayNumber(9999, 12, 31);

/** Semantics §4 for one slot. */
export function oracleReading(records: readonly LogRecord[], question: OracleQuestion): OracleReading {
  return oracleOf(records, question.slot, question.track)(question.date, question.knownAt);
}

/** The same for many days of one slot: what the record says of it is gathered once. */
export function oracleOf(
  records: readonly LogRecord[],
  slot: string,
  track: Track = 'LEGAL',
): (date: number, knownAt: number) => OracleReading {
  // 1. what the record says, after errata, voids and accounts
  const entries = settledEntries(records);
  const chosen = chosenAccounts(entries);
  const said: Said[] = [];
  const taken: TakenAway[] = [];
  for (const entry of chosen.values()) {
    if (entry.event.modality !== 'FACT' && entry.event.modality !== 'REPORTED') continue;
    entry.event.effects.forEach((effect, index) => {
      if (effect.slot !== slot || (effect.track !== undefined && effect.track !== track)) return;
      const account = meaning(entry, effect, index, entries, chosen);
      said.push(...account.said);
      taken.push(...account.taken);
    });
  }
  return (date, knownAt) => decided(said, taken, date, knownAt);
}

function decided(said: readonly Said[], taken: readonly TakenAway[], v: number, k: number): OracleReading {
  // 2. known by k, and not revoked at v
  const inForceAtV = (r: TakenAway): boolean =>
    r.order[0] <= k && (r.from === null || r.from <= v) && (r.until === null || v < r.until);
  const standsAtV = (r: TakenAway): boolean =>
    inForceAtV(r) &&
    !taken.some((other) => other !== r && other.revokes && other.fact === r.byFact && standsAtV(other));
  const live = said.filter(
    (s) => s.order[0] <= k && !s.open && !taken.some((r) => r.fact === s.fact && standsAtV(r)),
  );

  // 3. the baseline
  const begun = live.filter((s) => s.until === null && s.from <= v);
  const start = Math.max(...begun.map((s) => s.from));
  const together = begun.filter((s) => s.from === start);
  const notEnded = together.filter(
    (s) =>
      s.value === null ||
      !together.some((end) => end.kind === 'end' && end.aimsAt === s.fact && isLater(end.order, s.order)),
  );
  const withValue = notEnded.filter((s) => s.value !== null);
  const baseline = latest(withValue.length > 0 ? withValue : notEnded);

  // 4. the overlay
  const overlay = latest(live.filter((s) => s.until !== null && s.from <= v && v < s.until));

  // 5. which of them
  let winner = overlay ?? baseline;
  if (overlay && baseline && baseline.from >= overlay.from && isLater(baseline.order, overlay.order))
    winner = baseline;

  // an unstated start may already have been, where nothing else decides
  winner ??= latest(live.filter((s) => s.possibleSince !== null && s.possibleSince <= v && v < s.from));

  // 6. the reading
  if (!winner) return { holds: null, decidedBy: null, status: null };
  const status =
    winner.kind === 'value'
      ? 'IN_FORCE'
      : winner.kind === 'suspension'
        ? 'SUSPENDED'
        : winner.kind === 'retraction'
          ? 'NOT_IN_FORCE'
          : winner.successor
            ? 'SUPERSEDED'
            : 'ENDED';
  return { holds: winner.value, decidedBy: winner.event, status };
}

/** The events of the record: voided ones left out, errata laid over the others, oldest first. */
function settledEntries(records: readonly LogRecord[]): readonly Entry[] {
  const ordered = [...records].sort((a, b) => a.position - b.position);
  const isVoided = (id: string): boolean =>
    ordered.some(
      ({ event }) =>
        event.type === 'EventVoided' && 'target' in event && event.target === id && !isVoided(event.id),
    );
  const patchFor = (id: string): EventCorrected['patch'] => {
    let patch: EventCorrected['patch'] = {};
    for (const { event } of ordered) {
      if (event.type !== 'EventCorrected' || !('patch' in event) || event.target !== id || isVoided(event.id))
        continue;
      patch = { ...patch, ...event.patch, ...patchFor(event.id) };
    }
    return patch;
  };
  const entries: Entry[] = [];
  for (const { event, position } of ordered) {
    if ('effects' in event && !isVoided(event.id))
      entries.push({ event: { ...event, ...patchFor(event.id) }, position });
  }
  return entries;
}

/** Of the accounts of one fact, the one of the best source; of equal ones the last. */
function chosenAccounts(entries: readonly Entry[]): ReadonlyMap<string, Entry> {
  const chosen = new Map<string, Entry>();
  for (const entry of entries) {
    const rival = chosen.get(factOf(entry.event));
    if (!rival || rankOf(entry.event) >= rankOf(rival.event)) chosen.set(factOf(entry.event), entry);
  }
  return chosen;
}

/** The table of semantics §3, one act after the other. */
function meaning(
  entry: Entry,
  effect: Effect,
  index: number,
  entries: readonly Entry[],
  chosen: ReadonlyMap<string, Entry>,
): Account {
  const { event, position } = entry;
  const known = knownDay(event);
  const order: Order = [known, rankOf(event), position, index];
  const factNamed = (id: string | undefined): string => {
    const named = entries.find((e) => e.event.id === id);
    return named ? factOf(named.event) : (id ?? '');
  };
  const ownDays = effect.from !== undefined;
  const fromSpec = effect.from ?? event.effective.from;
  const untilSpec = effect.until ?? (ownDays ? undefined : event.effective.until);
  const open = event.effective.dateOpen === true && !ownDays;
  const common = { event: event.id, fact: factOf(event), open, aimsAt: null, successor: false, order };
  const nothing: Account = { said: [], taken: [] };

  switch (effect.act) {
    case 'ASSERT':
    case 'SUSPEND': {
      const kind = effect.act === 'ASSERT' ? 'value' : 'suspension';
      const until = untilSpec ? endDay(untilSpec, known) : null;
      return {
        said: [
          { ...common, kind, value: effect.value ?? { kind: 'FLAG' }, ...startDay(fromSpec, known), until },
        ],
        taken: [],
      };
    }
    case 'END': {
      const aimsAt = effect.target === undefined ? null : factNamed(effect.target);
      return {
        said: [
          {
            ...common,
            kind: 'end',
            value: null,
            from: endDay(fromSpec, known),
            possibleSince: null,
            until: null,
            aimsAt,
            successor: effect.successor !== undefined,
          },
        ],
        taken: [],
      };
    }
    case 'RETRACT':
      return {
        said: [
          {
            ...common,
            open: false,
            kind: 'retraction',
            value: null,
            ...startDay(fromSpec, known),
            until: untilSpec ? endDay(untilSpec, known) : LAST,
          },
        ],
        taken: [],
      };
    case 'REVOKE': {
      const from = effect.from ? startDay(effect.from, known).from : null;
      const until = effect.until ? endDay(effect.until, known) : null;
      return {
        said: [],
        taken: [{ byFact: factOf(event), fact: factNamed(effect.target), revokes: true, from, until, order }],
      };
    }
    case 'AMEND': {
      const targetFact = factNamed(effect.target);
      const target = saidByTarget(targetFact, effect.slot, entries, chosen);
      if (!target) return nothing;
      const moved =
        fromSpec.date === null
          ? { from: target.from, possibleSince: target.possibleSince }
          : target.kind === 'end'
            ? { from: endDay(fromSpec, known), possibleSince: null }
            : startDay(fromSpec, known);
      // An end is a step: it has no end of its own.
      const until = target.kind === 'end' ? null : untilSpec ? endDay(untilSpec, known) : target.until;
      const value = target.kind === 'end' ? null : (effect.value ?? target.value);
      const said: Said = {
        ...target,
        ...common,
        open: event.effective.dateOpen === true,
        aimsAt: target.aimsAt,
        successor: effect.successor !== undefined || target.successor,
        ...moved,
        until,
        value,
      };
      const away = (from: number | null, to: number | null): TakenAway => ({
        byFact: factOf(event),
        fact: targetFact,
        revokes: false,
        from,
        until: to,
        order,
      });

      const sameValue = JSON.stringify(value) === JSON.stringify(target.value);
      const oldUntil = target.until ?? Number.POSITIVE_INFINITY;
      const newUntil = until ?? Number.POSITIVE_INFINITY;
      if (sameValue && !said.open && target.kind !== 'end') {
        if ((moved.from === target.from || moved.from === target.until) && newUntil > oldUntil)
          return { said: [{ ...said, from: oldUntil, possibleSince: null }], taken: [] };
        if (moved.from === target.from && newUntil < oldUntil)
          return { said: [], taken: [away(newUntil, target.until)] };
      }
      const hadBegun = target.from < known && moved.from > target.from && !said.open;
      return { said: [said], taken: [away(hadBegun ? moved.from : null, null)] };
    }
  }
}

/** What the act aimed at says of the slot. */
function saidByTarget(
  fact: string,
  slot: string,
  entries: readonly Entry[],
  chosen: ReadonlyMap<string, Entry>,
): Said | undefined {
  const target = chosen.get(fact);
  if (!target) return undefined;
  for (const [index, effect] of target.event.effects.entries()) {
    if (effect.slot !== slot) continue;
    const first = meaning(target, effect, index, entries, chosen).said[0];
    if (first) return first;
  }
  return undefined;
}

const factOf = (event: PolicyEvent): string => event.fact ?? event.id;

function rankOf(event: PolicyEvent): number {
  const ranks = { OFFICIAL: 3, STATEMENT: 2, DATASET: 2, PAPER: 1, PRESS: 1 };
  return Math.max(...event.sources.map(({ kind }) => ranks[kind]));
}

function isLater(a: Order, b: Order): boolean {
  for (const [i, x] of a.entries()) {
    const y = b[i] as number;
    if (x !== y) return x > y;
  }
  return false;
}

function latest(candidates: readonly Said[]): Said | undefined {
  return [...candidates].sort((a, b) => (isLater(a.order, b.order) ? -1 : 1))[0];
}

/** The first day of the stated unit; where none is stated, the last day by which it must have begun, else the known day. */
function startDay(
  spec: DateSpec,
  known: number,
): { readonly from: number; readonly possibleSince: number | null } {
  if (spec.date === null) {
    const from = spec.latest === undefined ? known : utcDay(spec.latest);
    const founding = spec.earliest === undefined ? null : utcDay(spec.earliest);
    return { from, possibleSince: founding !== null && founding < from ? founding : null };
  }
  return { from: within(unitOf(spec.date).first, spec), possibleSince: null };
}

/** The first day after the stated unit; a day names itself the first that no longer counts. */
function endDay(spec: DateSpec, known: number): number {
  return spec.date === null ? startDay(spec, known).from : within(unitOf(spec.date).after, spec);
}

/** The last day of the window in which it became known; for a documented event the effective day where that is earlier. */
function knownDay(event: PolicyEvent): number {
  const { from, dateOpen } = event.effective;
  const spec = event.knownOn ?? { date: event.sources[0].date };
  const stated =
    spec.date === null
      ? spec.latest === undefined
        ? startDay(from, LAST).from
        : utcDay(spec.latest)
      : within(unitOf(spec.date).last, spec);
  const unplaced = dateOpen === true || (from.date === null && from.latest === undefined);
  return event.knownBasis === 'DOCUMENTED' && !unplaced
    ? Math.min(stated, startDay(from, stated).from)
    : stated;
}

function within(day: number, { earliest, latest: last }: DateSpec): number {
  const notBefore = earliest === undefined ? day : Math.max(day, utcDay(earliest));
  return last === undefined ? notBefore : Math.min(notBefore, utcDay(last));
}

function unitOf(text: string): { readonly first: number; readonly last: number; readonly after: number } {
  const [year, month, day] = text
    .replace(/[~?%]$/, '')
    .split('-')
    .map(Number);
  if (year === undefined) throw new Error(`the oracle cannot read ${text}`);
  if (month === undefined)
    return { first: dayNumber(year, 1, 1), last: dayNumber(year, 12, 31), after: dayNumber(year + 1, 1, 1) };
  if (day === undefined)
    return {
      first: dayNumber(year, month, 1),
      last: dayNumber(year, month + 1, 0),
      after: dayNumber(year, month + 1, 1),
    };
  const it = dayNumber(year, month, day);
  return { first: it, last: it, after: it };
}

function utcDay(text: string): number {
  return unitOf(text).first;
}

function dayNumber(year: number, month: number, day: number): number {
  return Date.UTC(year, month - 1, day) / 86_400_000;
}
