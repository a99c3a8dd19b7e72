import { knownDay } from '../bitemporal/lens.js';
import type { Day } from '../calendar/civil-day.js';
import type { LiveDuty } from './consider.js';
import type { DutySlot, Instruments } from './instruments.js';
import { covers } from './scope.js';

/** How two duties in play meet. SILENT: both state their rules and neither names the other. EITHER: parts of one act, for different goods. */
export type Meeting = 'EITHER' | 'TAKES_PLACE_OF' | 'GIVES_WAY_TO' | 'ADDS' | 'SILENT' | 'UNSETTLED';

/** How surely an id means a duty: the deciding act itself, or an earlier act of the same programme. */
const EXACT = 2;
const EARLIER = 1;
const OTHER = 0;

/** What a duty in play answers to when another's stacking names it. */
export interface Named {
  readonly duty: LiveDuty;
  /** Duties whose suspension left this one in place, so that what is said of them is said of it. */
  readonly standsFor: readonly LiveDuty[];
}

/**
 * The rule of one programme: of two slots for the same goods the closer one counts (part of a country before country
 * before bloc before everyone), so the same duty is never counted twice. Goods that the programme frees for everyone are
 * free whatever the rate of the country: farm goods of EO 14360 pay no reciprocal rate, Brazil's as little as the base.
 */
function outranks(a: LiveDuty, b: LiveDuty): boolean {
  if (freesGoodsOf(a, b)) return true;
  if (freesGoodsOf(b, a)) return false;
  const [above, below] = [a.reading.duty, b.reading.duty];
  return (
    above.level > below.level &&
    (below.scopePath === above.scopePath || below.scopePath.startsWith(`${above.scopePath}/`))
  );
}

function freesGoodsOf(
  { rate, reading: { duty } }: LiveDuty,
  { reading: { duty: whole } }: LiveDuty,
): boolean {
  return rate.kind === 'EXEMPT' && duty.party === null && duty.scopePath.startsWith(`${whole.scopePath}/`);
}

/**
 * A closer slot that has begun, and whose goods are settled or are at least those of the other, leaves nothing to the
 * other. What is freed is still told, as displaced.
 */
export const leavesNothing = (a: LiveDuty, b: LiveDuty): boolean =>
  outranks(a, b) &&
  !freesGoodsOf(a, b) &&
  (a.open.length === 0 ||
    (a.reading.openStart === null && covers(a.reading.terms.include, b.reading.terms.include)));

/**
 * The rule between programmes, as their sources state it: `displaces` and `excludedBy` of either side, then `cumulatesWith`.
 * An id is read first as the deciding act (or another account of it), then as an earlier act of the same slot or programme;
 * the surer reading wins, and two equally sure readings that contradict are unsettled. So is what a side names in
 * `unsettledWith`, unless a surer word decides it. Without any word of either: UNSETTLED where a side has no stated rule (`stacking: null`), else SILENT.
 */
export function meeting(a: Named, b: Named, instruments: Instruments, knownAt: Day): Meeting {
  if (outranks(a.duty, b.duty)) return 'TAKES_PLACE_OF';
  if (outranks(b.duty, a.duty)) return 'GIVES_WAY_TO';
  const parts = partsOfOneAct(a.duty, b.duty, instruments);
  if (parts) return parts;
  const [ours, theirs] = [a.duty.reading.terms.stacking, b.duty.reading.terms.stacking];
  const names = (ids: readonly string[] | undefined, whom: Named): number =>
    ids === undefined || ids.length === 0 ? OTHER : surest(ids, whom, instruments, knownAt);
  const forward = Math.max(names(ours?.displaces, b), names(theirs?.excludedBy, a));
  const backward = Math.max(names(theirs?.displaces, a), names(ours?.excludedBy, b));
  const together = Math.max(names(ours?.cumulatesWith, b), names(theirs?.cumulatesWith, a));
  const best = Math.max(forward, backward, together);
  const unsettled = Math.max(names(a.duty.unsettledWith, b), names(b.duty.unsettledWith, a));
  if (unsettled > OTHER && unsettled >= best) return 'UNSETTLED';
  if (best === OTHER) return ours === null || theirs === null ? 'UNSETTLED' : 'SILENT';
  const winners = [forward, backward, together].filter((strength) => strength === best).length;
  if (winners > 1) return 'UNSETTLED';
  return best === forward ? 'TAKES_PLACE_OF' : best === backward ? 'GIVES_WAY_TO' : 'ADDS';
}

/** One act lays one rate on a good: the part for fewer goods, else the part that surely is for it, else one of them. */
function partsOfOneAct(a: LiveDuty, b: LiveDuty, instruments: Instruments): Meeting | undefined {
  if (!instruments.accountsOf(a.reading.statement.event).has(b.reading.statement.event)) return undefined;
  const [ours, theirs] = [a.reading.terms.include, b.reading.terms.include];
  const [wider, narrower] = [covers(ours, theirs), covers(theirs, ours)];
  if (wider !== narrower) return wider ? 'GIVES_WAY_TO' : 'TAKES_PLACE_OF';
  const [surely, surelyTheirs] = [a.open.length === 0, b.open.length === 0];
  if (surely && surelyTheirs) return undefined;
  return surely ? 'TAKES_PLACE_OF' : surelyTheirs ? 'GIVES_WAY_TO' : 'EITHER';
}

function surest(
  ids: readonly string[],
  { duty, standsFor }: Named,
  instruments: Instruments,
  knownAt: Day,
): number {
  let best = OTHER;
  for (const id of ids) {
    for (const one of [duty, ...standsFor]) {
      const sure = sureness(id, one, instruments, knownAt);
      if (sure > best) best = sure;
    }
    if (best === EXACT) return best;
  }
  return best;
}

function sureness(id: string, { reading }: LiveDuty, instruments: Instruments, knownAt: Day): number {
  const { decidedBy, statement, duty } = reading;
  if (id === decidedBy || id === statement.event || id === statement.fact) return EXACT;
  if (instruments.accountsOf(decidedBy).has(id)) return EXACT;
  const heard = duty.ids.get(id);
  if (heard !== undefined) return heard <= knownAt ? EARLIER : OTHER;
  const programme = programmeIds(duty, instruments).get(id);
  return programme !== undefined && programme <= knownAt ? EARLIER : OTHER;
}

const programmes = new WeakMap<DutySlot, ReadonlyMap<string, Day>>();

/** A slot for a partner answers to the acts of the general duty it is a part of. */
function programmeIds(duty: DutySlot, { all }: Instruments): ReadonlyMap<string, Day> {
  const known = programmes.get(duty);
  if (known) return known;
  const general =
    duty.party === null ? [] : all.filter((d) => d.party === null && isPartOf(d.scopePath, duty.scopePath));
  const ids = new Map(general.flatMap((d) => [...d.ids]));
  programmes.set(duty, ids);
  return ids;
}

const isPartOf = (path: string, of: string): boolean => path === of || path.startsWith(`${of}/`);

/** Whether a duty's stated displacements, its own or those of the acts it suspends, name the other. */
export function wouldDisplace(a: LiveDuty, b: LiveDuty, instruments: Instruments, knownAt: Day): boolean {
  const { duty, terms } = a.reading;
  const beneath = [...duty.terms].filter(
    ([s]) => s.act !== 'SUSPENSION' && knownDay(s.known, instruments.reading) <= knownAt,
  );
  const ids = [
    ...(terms.stacking?.displaces ?? []),
    ...beneath.flatMap(([, t]) => t.stacking?.displaces ?? []),
  ];
  return surest(ids, { duty: b, standsFor: [] }, instruments, knownAt) > OTHER;
}
