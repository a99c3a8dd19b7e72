// Naive replay: every statement of the log as an object, in log order, folded from the first to the last for each question.
// The events are settled and projected beforehand, which a replay from the stored events would have to do every time.
import { Timeline } from '@policy-timeline/domain';

const OPEN = 0x3fffffff;
const firm = ({ modality }) => modality === 'FACT' || modality === 'REPORTED';
const legal = ({ track }) => track === null || track === 'LEGAL';

/** What the log says, slot by number; days at their nominal reading. */
export function statementsOf(records, slotIndex) {
  const codes = new Map();
  /** A number for each fact on a slot, so that a replay compares no texts. */
  const codeOf = (slot, fact) => {
    const key = `${slot} ${fact}`;
    const known = codes.get(key) ?? codes.size;
    codes.set(key, known);
    return known;
  };
  const statements = [];
  const revocations = [];
  for (const said of Timeline.of(records).slots) {
    for (const s of said.statements) {
      if (!firm(s) || !legal(s) || s.dateOpen) continue;
      const common = {
        slot: slotIndex.get(s.slot),
        event: s.event,
        fact: codeOf(s.slot, s.fact),
        act: s.act,
        value: s.value,
        targetFact: s.targetFact === null ? -1 : codeOf(s.slot, s.targetFact),
        known: s.known.nominal,
        rank: s.rank,
        position: s.position,
        index: s.index,
      };
      const from = s.from.nominal;
      const until = s.until === null ? OPEN : s.until.nominal;
      if (from < until) statements.push({ ...common, from, until, step: s.until === null, shade: false });
      if (s.from.founding !== null)
        statements.push({ ...common, from: s.from.founding, until: from, step: false, shade: true });
    }
    for (const r of said.revocations) {
      if (!firm(r) || !legal(r)) continue;
      revocations.push({
        slot: slotIndex.get(r.slot),
        revokes: true,
        position: r.position,
        index: r.index,
        fact: codeOf(r.slot, r.fact),
        targetFact: codeOf(r.slot, r.targetFact),
        takesBack: r.kind === 'REVOKE',
        known: r.known.nominal,
        from: r.from === null ? -OPEN : r.from.nominal,
        until: r.until === null ? OPEN : r.until.nominal,
      });
    }
  }
  const inLogOrder = (a, b) => a.position - b.position || a.index - b.index;
  return { statements: statements.sort(inLogOrder), revocations: revocations.sort(inLogOrder) };
}

/** Later in (known, rank, position, index). */
const isLater = (a, b) =>
  (a.known - b.known || a.rank - b.rank || a.position - b.position || a.index - b.index) > 0;

/** The facts that are ignored at (date, knownAt); revocations that are themselves revoked do not count. */
export function ignoredAt(revocations, date, knownAt) {
  const byTarget = new Map();
  for (const r of revocations) {
    if (r.known > knownAt || r.from > date || date >= r.until) continue;
    const list = byTarget.get(r.targetFact);
    if (list) list.push(r);
    else byTarget.set(r.targetFact, [r]);
  }
  const counts = (r, way) => {
    const against = byTarget.get(r.fact);
    return !against?.some(
      (other) => other.takesBack && !way.includes(other) && counts(other, [...way, other]),
    );
  };
  const ignored = new Set();
  for (const [fact, list] of byTarget) if (list.some((r) => counts(r, [r]))) ignored.add(fact);
  return ignored;
}

/** Semantics §4 steps 3–5, one statement after the other. */
export class SlotFold {
  baseline;
  sameDay;
  overlay;
  shade;

  take(s, date) {
    if (s.from > date || date >= s.until) return;
    if (s.shade) {
      if (!this.shade || isLater(s, this.shade)) this.shade = s;
    } else if (!s.step) {
      if (!this.overlay || isLater(s, this.overlay)) this.overlay = s;
    } else if (!this.baseline || s.from > this.baseline.from) {
      this.baseline = s;
      this.sameDay = undefined;
    } else if (s.from === this.baseline.from) {
      this.sameDay ??= [this.baseline];
      this.sameDay.push(s);
    }
  }

  winner() {
    const { overlay } = this;
    const baseline = this.sameDay ? firstOfTheDay(this.sameDay) : this.baseline;
    if (baseline && (!overlay || (baseline.from >= overlay.from && isLater(baseline, overlay))))
      return baseline;
    return overlay ?? this.shade;
  }
}

/** Steps of one day: those ended by a later end that names them drop out, then values come before nothing. */
function firstOfTheDay(steps) {
  const ends = steps.filter(({ act }) => act === 'END');
  const standing = steps.filter(
    (s) => s.value === null || !ends.some((end) => end.targetFact === s.fact && isLater(end, s)),
  );
  const values = standing.filter(({ value }) => value !== null);
  return (values.length > 0 ? values : standing).reduce((best, s) => (isLater(s, best) ? s : best));
}

export class NaiveReplay {
  constructor(statements, revocations, slotCount) {
    this.statements = statements;
    this.revocations = revocations;
    this.slotCount = slotCount;
  }

  /** The deciding statement of every slot, undefined where none decides. */
  state(date, knownAt) {
    const ignored = ignoredAt(this.revocations, date, knownAt);
    const folds = new Array(this.slotCount);
    for (const s of this.statements) {
      if (s.known > knownAt || s.from > date || date >= s.until) continue;
      if (ignored.has(s.fact)) continue;
      folds[s.slot] ??= new SlotFold();
      folds[s.slot].take(s, date);
    }
    for (let slot = 0; slot < folds.length; slot++) folds[slot] = folds[slot]?.winner();
    return folds;
  }

  /** Slots decided otherwise in the second view. */
  diff(a, b) {
    const [before, after] = [this.state(a.date, a.knownAt), this.state(b.date, b.knownAt)];
    const changed = [];
    for (let slot = 0; slot < this.slotCount; slot++) if (before[slot] !== after[slot]) changed.push(slot);
    return changed;
  }
}
