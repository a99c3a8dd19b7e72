import {
  type Day,
  InvalidCode,
  isCountryCode,
  type ReadingFilter,
  type Timeline,
  type View,
  viewOf,
} from '@policy-timeline/domain';
import type { Prefix } from '../timeline/prefix.js';
import type { Timelines } from '../timeline/timelines.js';
import type { RequestContext } from './context.js';

/** A view resolved once at the root; every nested field is answered from it. */
export interface Asked {
  readonly timeline: Timeline;
  readonly view: View;
}

/** What carries the place an object was read from; such members are no fields of the schema. */
export interface From {
  readonly from: Asked;
}

/** The prefix a question is answered from. @throws UnknownBasis, the log's own fault when nothing can be served. */
export function prefixOf(
  timelines: Timelines,
  context: RequestContext,
  basis: string | null | undefined,
): Prefix {
  const prefix = basis == null ? newestOf(timelines, context) : timelines.at(basis);
  if (!context.answered || prefix.position > context.answered.position) context.answered = prefix;
  return prefix;
}

function newestOf(timelines: Timelines, context: RequestContext): Prefix {
  context.newest ??= timelines.current;
  return context.newest;
}

/** The view that everything known so far gives on the newest known day: for answers that ask for no day. */
export function newestView(timeline: Timeline, knownAt: Day | null = null): View {
  return viewOf({ date: knownAt ?? timeline.newestKnown, knownAt });
}

/**
 * GraphQL gives null for what the caller left empty; the domain leaves it out.
 * @throws InvalidCode for a partner that is no country and no body: the rules for everyone alone would look like an answer.
 */
export function filterOf(
  given: { readonly [K in keyof ReadingFilter]: ReadingFilter[K] | null | undefined } | null | undefined,
): ReadingFilter {
  for (const partner of given?.partners ?? []) checkPartner(partner);
  return Object.fromEntries(Object.entries(given ?? {}).filter(([, value]) => value != null));
}

/** What an event may name as a party: `check-envelope.ts` of the domain holds the same form. */
const PARTY = /^(?:[A-Z]{3}|\*|org:.+)$/;

function checkPartner(partner: string): void {
  if (PARTY.test(partner)) return;
  const upper = partner.toUpperCase();
  throw new InvalidCode(
    'filter.partners',
    partner,
    `is neither a country code of ISO 3166-1 alpha-3 nor a body; write ${isCountryCode(upper) ? upper : 'a code such as JPN'}, or a body such as org:eu`,
  );
}

/** The known day of a question that no other coordinate of a view applies to. @throws InvalidView */
export function livedKnownAt({
  date,
  knownAt,
  asLived,
}: {
  readonly date: Day;
  readonly knownAt?: Day | null;
  readonly asLived?: boolean | null;
}): Day | null {
  viewOf({ date, knownAt, asLived: asLived ?? false });
  return asLived ? date : (knownAt ?? null);
}
