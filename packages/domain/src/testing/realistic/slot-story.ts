import type { Day } from '../../calendar/civil-day.js';
import type { PolicyEvent } from '../../events/envelope.js';

/** An event that stands on a slot, with the days by which the story goes on. */
export interface Standing {
  readonly event: PolicyEvent;
  readonly from: Day;
  readonly rank: number;
  /** Told by an amendment: other accounts of it would be accounts of the amendment. */
  readonly amended: boolean;
}
export interface Pause {
  readonly id: string;
  readonly from: Day;
  readonly until: Day;
}

/**
 * What the story still knows of a slot, so that it pauses and ends only what holds. It forgets rather than guesses:
 * after a void or a revocation nothing counts as standing until something is asserted anew.
 */
export class SlotStory {
  standing: Standing | undefined;
  /** Announced, and not yet begun. */
  scheduled: Standing | undefined;
  pause: Pause | undefined;
  endsOn: Day | undefined;
  endedOn: Day | undefined;
  /** The newest assertion as our record has it now: what an erratum or a void speaks of. */
  newest: PolicyEvent | undefined;
  erratum: string | undefined;
  revocation: string | undefined;

  /** What was announced for a day up to `today` has come. */
  advance(today: Day): void {
    if (this.scheduled && this.scheduled.from <= today) {
      this.standing = this.scheduled;
      this.scheduled = undefined;
    }
    if (this.endsOn !== undefined && this.endsOn <= today) {
      if (this.standing && this.standing.from <= this.endsOn) this.standing = undefined;
      this.endedOn = this.endsOn;
      this.endsOn = undefined;
    }
    if (this.pause && this.pause.until <= today) this.pause = undefined;
  }

  /** A step that has begun stands when nothing newer stands and no end came after it. */
  begun(told: Standing): void {
    if (this.endedOn !== undefined && told.from <= this.endedOn) return;
    if (this.standing && told.from < this.standing.from) return;
    this.standing = told;
  }

  /** A target of the story is gone from the record: nothing is certain any more. */
  forget(): void {
    this.standing = undefined;
    this.scheduled = undefined;
    this.pause = undefined;
    this.newest = undefined;
  }
}
