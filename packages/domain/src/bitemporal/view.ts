import type { Day } from '../calendar/civil-day.js';
import { DomainError } from '../calendar/errors.js';
import type { Family, PartyId, SubjectId, Track } from '../events/envelope.js';
import type { Reading } from './lens.js';
import type { Status } from './status.js';

/** The coordinates of a question (semantics §1). */
export interface View {
  /** Valid day. */
  readonly date: Day;
  /** Known day; null: the newest known or covered day of the log prefix. */
  readonly knownAt: Day | null;
  /** `knownAt` follows `date`; refused beside a `knownAt`. */
  readonly asLived: boolean;
  readonly reading: Reading;
  readonly track: Track;
}

/** Every list given narrows; an empty or missing list does not. */
export interface ReadingFilter {
  readonly families?: readonly Family[];
  /** A subject, and everything beneath it. */
  readonly subjects?: readonly SubjectId[];
  /** Countries or blocs concerned; a rule for everyone (`*`) matches every partner. */
  readonly partners?: readonly PartyId[];
  /** Actors of the deciding event. */
  readonly actors?: readonly PartyId[];
  /** Who acts on the subject. */
  readonly authorities?: readonly PartyId[];
  readonly statuses?: readonly Status[];
  readonly topics?: readonly string[];
  /** Found in the titles of subject or deciding event, in either language, without regard to case or width. */
  readonly text?: string;
}

export class InvalidView extends DomainError {
  readonly code = 'INVALID_VIEW';
  constructor() {
    super(
      'asLived: knownAt cannot be given beside asLived: true, because knownAt then follows date; leave one of them out.',
    );
    this.name = 'InvalidView';
  }
}

/** A full view from the parts a caller gives. @throws InvalidView */
export function viewOf(
  parts: Pick<View, 'date'> & { readonly [K in Exclude<keyof View, 'date'>]?: View[K] | undefined },
): View {
  const view: View = {
    date: parts.date,
    knownAt: parts.knownAt ?? null,
    asLived: parts.asLived ?? false,
    reading: parts.reading ?? 'NOMINAL',
    track: parts.track ?? 'LEGAL',
  };
  if (view.asLived && view.knownAt !== null) throw new InvalidView();
  return view;
}
