import type { Day } from '../calendar/civil-day.js';
import { Agenda } from './agenda.js';
import { countUpTo } from './day-lists.js';
import { Journal } from './journal.js';
import { KnownSlot } from './known-slot.js';
import { OPEN, type Reading } from './lens.js';
import type { Rectangle, Reheard } from './rectangle.js';
import { difference, isExact, type Said } from './said.js';
import { inOneGo, type Slices } from './slices.js';
import { Stretches } from './stretches.js';

/** So many statements and revocations are heard between two stops, or what one day of knowledge brings. */
const HEARD_PER_SLICE = 64;

/**
 * Walks the days of knowledge of one slot and keeps the row of stretches as known so far. What is heard on a day is
 * asked again only where it can tell, so the cost grows with the changes and not with the square of what was said.
 * A sweep that is kept takes back its newest days and hears them again with what has been said since (`become`).
 */
export class SlotSweep {
  readonly #journal = new Journal();
  readonly #known: KnownSlot;
  readonly #agenda: Agenda;
  readonly #stretches: Stretches;
  #said: Said;

  constructor(said: Said, reading: Reading) {
    this.#said = said;
    this.#known = new KnownSlot(this.#journal, isExact(said));
    this.#agenda = new Agenda(this.#known.placements, reading);
    this.#stretches = new Stretches(this.#journal, this.#known);
  }

  /** All rectangles, in order of (knownFrom, dateFrom). `keptDays`: so many of the newest days can be taken back by `become`. */
  run(keptDays = 0): readonly Rectangle[] {
    return inOneGo(this.inSlices(keptDays));
  }

  *inSlices(keptDays: number): Slices<readonly Rectangle[]> {
    yield* this.#agenda.fill(this.#said);
    this.#stretches.begin();
    const { rectangles } = yield* this.#hearFrom(0, this.#agenda.days.length - keptDays);
    return rectangles;
  }

  /**
   * The rectangles of what is said now, told by what differs from those before. Cost: what differs, where it concerns the newest
   * days of knowledge. Null where it does not, or where the first day comes that is not exact; the sweep stays as it was.
   */
  become(said: Said): Reheard | null {
    const { gone, added } = difference(this.#said, said);
    if (this.#known.exact && !isExact(added)) return null;
    const agenda = this.#agenda;
    const since = Math.min(...agenda.daysOf(gone), ...agenda.daysOf(added), OPEN) as Day;
    if (since === OPEN) {
      this.#said = said;
      return { since, closes: new Map(), rectangles: [] };
    }
    if (!this.#journal.rewind(since)) return null;
    this.#said = said;
    agenda.strike(gone);
    agenda.add(added);
    this.#stretches.tellSince(since);
    return inOneGo(this.#hearFrom(countUpTo(agenda.days, (since - 1) as Day), 0));
  }

  /** Hears the days of the agenda from a place on, those from the place `kept` on so that they can be taken back. */
  *#hearFrom(place: number, kept: number): Slices<Reheard> {
    const { days } = this.#agenda;
    let heard = 0;
    for (let i = place; i < days.length; i++) {
      const day = days[i] as Day;
      this.#journal.begin(day, i >= kept);
      heard += yield* this.#hear(day);
      if (heard < HEARD_PER_SLICE) continue;
      heard = 0;
      yield;
    }
    return yield* this.#stretches.told();
  }

  /** Returns how much there was to hear. */
  *#hear(day: Day): Slices<number> {
    const heard = this.#agenda.on(day);
    const told = this.#known.hear(heard);
    // Where nothing decides, anything said may be what explains it.
    if (heard.explains) told.push(...this.#stretches.silent());
    putTogether(told);
    for (const [from, until] of told) yield* this.#stretches.ask(from, until, day);
    return 1 + heard.statements.length + heard.revocations.length;
  }
}

/** Sorts ranges, and makes one of those that touch. */
function putTogether(ranges: [Day, Day][]): void {
  if (ranges.length < 2) return;
  if (ranges.length > 2 || (ranges[0] as [Day, Day])[0] > (ranges[1] as [Day, Day])[0])
    ranges.sort((a, b) => a[0] - b[0]);
  let kept = 0;
  for (let i = 1; i < ranges.length; i++) {
    const [here, last] = [ranges[i] as [Day, Day], ranges[kept] as [Day, Day]];
    if (here[0] > last[1]) ranges[++kept] = here;
    else if (here[1] > last[1]) last[1] = here[1];
  }
  ranges.length = kept + 1;
}
