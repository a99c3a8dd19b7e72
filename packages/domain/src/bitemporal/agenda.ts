import type { Day } from '../calendar/civil-day.js';
import { placeSlot } from './answer.js';
import { countUpTo } from './day-lists.js';
import type { KnownPlacement } from './known-placement.js';
import type { PlacedRevocation, PlacedStatement, Reading } from './lens.js';
import type { Said } from './said.js';
import type { Slices } from './slices.js';

/** The ways in which a slot is placed on the plane. */
export interface Placements {
  readonly main: KnownPlacement;
  /** Windows of days that nobody states exactly, as shades; undefined where all days are exact. */
  readonly windows: KnownPlacement | undefined;
  /** The certain and the possible reading; empty where all days are exact. */
  readonly extremes: readonly KnownPlacement[];
}

/** What is heard on one day of knowledge. */
export interface Heard {
  statements: (readonly [KnownPlacement, PlacedStatement])[];
  revocations: (readonly [KnownPlacement, PlacedRevocation])[];
  soft: PlacedStatement[];
  softRevocations: PlacedRevocation[];
  /** Something is heard, or falls due, that may explain why nothing holds. */
  explains: boolean;
}

/** So many statements are placed between two stops. */
const PLACED_PER_SLICE = 512;

/** Which day of knowledge brings what. */
export class Agenda {
  readonly #heard = new Map<Day, Heard>();
  /** Ascending. */
  #days: Day[] = [];

  constructor(
    private readonly placements: Placements,
    private readonly reading: Reading,
  ) {}

  get days(): readonly Day[] {
    return this.#days;
  }
  on(day: Day): Heard {
    return this.#heard.get(day) as Heard;
  }

  /** Fills an empty agenda. */
  *fill({ statements, revocations }: Said): Slices<void> {
    const on = (day: Day, explains: boolean): Heard => this.#onDay(day, explains);
    for (let i = 0; i < statements.length; i += PLACED_PER_SLICE) {
      this.#place({ statements: statements.slice(i, i + PLACED_PER_SLICE), revocations: [] }, on);
      yield;
    }
    for (let i = 0; i < revocations.length; i += PLACED_PER_SLICE) {
      this.#place({ statements: [], revocations: revocations.slice(i, i + PLACED_PER_SLICE) }, on);
      yield;
    }
    this.#days = [...this.#heard.keys()].sort((a, b) => a - b);
  }

  add(said: Said): void {
    this.#place(said, (day, explains) => {
      const at = countUpTo(this.#days, day);
      if (this.#days[at - 1] !== day) this.#days.splice(at, 0, day);
      return this.#onDay(day, explains);
    });
  }

  /** Strikes what is no longer said; its days stay. */
  strike(gone: Said): void {
    const statements = new Set(gone.statements);
    const revocations = new Set(gone.revocations);
    for (const day of this.daysOf(gone)) {
      const heard = this.on(day);
      heard.statements = heard.statements.filter(([, s]) => !statements.has(s.statement));
      heard.revocations = heard.revocations.filter(([, r]) => !revocations.has(r.revocation));
      heard.soft = heard.soft.filter((s) => !statements.has(s.statement));
      heard.softRevocations = heard.softRevocations.filter((r) => !revocations.has(r.revocation));
    }
  }

  /** The days on which it is heard, or would be. */
  daysOf(said: Said): Set<Day> {
    const days = new Set<Day>();
    if (said.statements.length + said.revocations.length === 0) return days;
    const elsewhere = nothingHeard(false);
    this.#place(said, (day) => {
      days.add(day);
      return elsewhere;
    });
    return days;
  }

  #onDay(day: Day, explains: boolean): Heard {
    const known = this.#heard.get(day);
    if (known) {
      known.explains ||= explains;
      return known;
    }
    const heard = nothingHeard(explains);
    this.#heard.set(day, heard);
    return heard;
  }

  /** Puts what is said where it is heard: `on` gives what is heard on a day. */
  #place({ statements, revocations }: Said, on: (day: Day, explains: boolean) => Heard): void {
    const { main, windows, extremes } = this.placements;
    const placed = placeSlot(statements, revocations, this.reading, windows === undefined);
    for (const s of placed.firm) on(s.known, true).statements.push([main, s]);
    for (const r of placed.revocations) on(r.known, true).revocations.push([main, r]);
    for (const s of placed.soft) {
      on(s.known, true).soft.push(s);
      // A plan whose day comes without word of it is no longer a plan.
      if (s.from > s.known) on(s.from, true);
    }
    for (const r of placed.softRevocations) on(r.known, true).softRevocations.push(r);
    if (!windows) return;
    for (const s of placed.firm) {
      if (s.shade || s.statement.dateOpen) continue;
      for (const w of [s.statement.from, s.statement.until]) {
        if (w !== null && w.earliest < w.latest) {
          const window = { ...s, from: w.earliest, until: w.latest, shade: true };
          on(s.statement.known.earliest, false).statements.push([windows, window]);
        }
      }
    }
    for (const r of placed.revocations) on(r.known, false).revocations.push([windows, r]);
    placed.extremes.forEach(({ firm, revocations }, i) => {
      const extreme = extremes[i] as KnownPlacement;
      for (const s of firm) on(s.known, false).statements.push([extreme, s]);
      for (const r of revocations) on(r.known, false).revocations.push([extreme, r]);
    });
  }
}

const nothingHeard = (explains: boolean): Heard => ({
  statements: [],
  revocations: [],
  soft: [],
  softRevocations: [],
  explains,
});
