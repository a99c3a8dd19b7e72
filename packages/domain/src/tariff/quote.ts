import type { Reading } from '../bitemporal/lens.js';
import type { Timeline } from '../bitemporal/timeline.js';
import type { Day } from '../calendar/civil-day.js';
import type { Track } from '../events/envelope.js';
import type { Text } from '../events/text.js';
import { beforeTheRecord, type Unrecorded } from './before-record.js';
import { consider, type LiveDuty, type ToldDuty } from './consider.js';
import { type CoverageTouched, coverageOf, outsideCoverage } from './coverage.js';
import { type DutyReading, readDuty, readDutyBefore } from './duty-reading.js';
import { heirsOf } from './heirs.js';
import { type Instruments, instrumentsOf } from './instruments.js';
import { byWeight, isWorthTelling, settledLine, type TariffLine, toldLine } from './line.js';
import { listName, listNames } from './list-names.js';
import { concerns, partnerOnDay } from './partner.js';
import { type ImportCase, readQuestion, type TariffQuestion } from './question.js';
import { exact, NOTHING, type PercentRange, type Span, settledPoints, union } from './rate.js';
import { type KnownProduct, knownProduct } from './scope.js';
import { settle } from './settle.js';
import { perhapsFree, routeIsOpen } from './small-shipments.js';
import { titleOf } from './wording.js';

/** When the import enters, what may be known, and whether the law or the border is asked. */
export interface QuoteView {
  readonly date: Day;
  /** Left out or null: everything the record knows. */
  readonly knownAt?: Day | null;
  readonly track?: Track;
  /** Which day of a part-known date counts; left out: NOMINAL. */
  readonly reading?: Reading;
}

/** What an import pays on top of MFN, instrument by instrument. */
export interface TariffQuote {
  /** Points on top of MFN; null where it is not settled. */
  readonly additionalPercent: number | null;
  /** Holds whatever is not settled; null bounds where nothing tells, as before the record begins. */
  readonly additionalRange: PercentRange;
  /** With MFN; null where MFN is not given or the addition is not settled. */
  readonly allInPercent: number | null;
  /** One per instrument that could apply, decisive first. */
  readonly lines: readonly TariffLine[];
  readonly assumptions: readonly Text[];
  /** What `lists` of the question would settle, those that decide a duty first. */
  readonly openLists: readonly OpenList[];
  readonly coverage: readonly CoverageTouched[];
}

/** A list whose members the record does not hold, as far as the answer depends on it. */
export interface OpenList {
  readonly name: string;
  readonly title: Text;
  /** The answer takes the good not to be on it; false: it leaves a duty unsettled. */
  readonly assumedOff: boolean;
  /** The good is on the list and a duty is on these codes of it alone: its HS code settles it, `lists` does not. */
  readonly partCodes: readonly string[];
}

/**
 * The duty on an import, from instruments alone (semantics §8): each duty is read on the day as known, tried on the good and
 * its facts, and weighed against the others (`settle`). What no source settles is a range, never a guess.
 * @throws InvalidCode, InvalidInput, InvalidDate
 */
export function quoteTariff(timeline: Timeline, question: TariffQuestion, view: QuoteView): TariffQuote {
  const instruments = instrumentsOf(timeline, view.track ?? 'LEGAL', view.reading ?? 'NOMINAL');
  const asked = readQuestion(question, view.date);
  const product = knownProduct(asked.product, instruments, asked.lists);
  return quoteCase(timeline, instruments, asked, product, view.date, view.knownAt ?? timeline.newestKnown);
}

export function quoteCase(
  timeline: Timeline,
  instruments: Instruments,
  asked: ImportCase,
  product: KnownProduct,
  date: Day,
  knownAt: Day,
): TariffQuote {
  const who = partnerOnDay(instruments.built, asked.partner, date, knownAt);
  const duties = instruments.forPartner(asked.partner).filter((duty) => concerns(duty, who));
  if (instruments.begins === null || date < instruments.begins)
    return unrecorded(beforeTheRecord(timeline, instruments, duties));

  const earlier = (reading: DutyReading) => readDutyBefore(instruments, reading, knownAt);
  const live: LiveDuty[] = [];
  const told: ToldDuty[] = [];
  const assumptions: Text[] = [];
  const offLists = new Set<string>();
  const openLists = new Map<string, readonly string[]>();
  const topics = new Set<string>();
  const readings = duties.flatMap((duty) => readDuty(instruments, duty, date, knownAt) ?? []);
  const heirs = heirsOf(readings, product, date);
  for (const reading of readings) {
    const { duty } = reading;
    const considered = consider(reading, asked, product, who, date, earlier, heirs);
    if (considered.is === 'SILENT') {
      assumptions.push(...considered.assumptions);
      for (const list of considered.offLists) offLists.add(list);
      continue;
    }
    if (duty.topic !== null) topics.add(duty.topic);
    if (considered.is === 'LIVE') live.push(considered.live);
    else told.push(considered.told);
  }

  const { duties: settled, total: weighed, silent } = settle(live, instruments, knownAt);
  const mayBeFree = routeIsOpen(instruments, asked, who, date, knownAt);
  const paid =
    asked.overQuota === null && live.some(isQuotaUnsettled)
      ? [false, true]
          .map((overQuota) =>
            quoteCase(timeline, instruments, { ...asked, overQuota }, product, date, knownAt),
          )
          .map(
            ({ additionalRange: { minPercent, maxPercent } }): Span => ({
              low: minPercent ?? weighed.low,
              high: maxPercent ?? weighed.high,
            }),
          )
          .reduce(union)
      : weighed;
  const total = mayBeFree ? union(NOTHING, paid) : paid;
  for (const { duty, outcome } of settled) {
    if (outcome === 'DISPLACED') continue;
    assumptions.push(...duty.assumptions);
    for (const list of duty.offLists) offLists.add(list);
    for (const { name, partCodes } of duty.openLists)
      openLists.set(name, [...new Set([...(openLists.get(name) ?? []), ...partCodes])]);
  }
  const shown = told.filter((one) => isWorthTelling(one, live, told));
  for (const one of shown) assumptions.push(...one.assumptions);
  assumptions.push(...silent.map(([a, b]) => addedTogether(a, b)));
  if (offLists.size > 0) assumptions.push(onNoneOf([...offLists]));
  if (product.kind === 'NAMED' && !product.toldAll) assumptions.push(onNoOtherList(product.name));
  if (!who.blocsRecorded && instruments.all.some(({ party }) => party === 'EU')) assumptions.push(IN_NO_BLOC);
  assumptions.push(...outsideCoverage(timeline, instruments, topics, date));

  const lines = [
    ...settled.map((one) => settledLine(timeline, one)).map((line) => (mayBeFree ? perhapsFree(line) : line)),
    ...shown.map((one) => toldLine(timeline, one)),
  ].sort(byWeight);
  // A duty that is no percentage has no place in the sum, and only the lower bound holds.
  const noPercent = settled.some(({ duty, outcome }) => outcome !== 'DISPLACED' && hasNoPercent(duty, asked));
  const additionalPercent = noPercent ? null : settledPoints(total);
  return {
    additionalPercent,
    additionalRange: { minPercent: total.low, maxPercent: noPercent ? null : total.high },
    allInPercent:
      additionalPercent === null || asked.mfnRatePercent === null
        ? null
        : exact(asked.mfnRatePercent + additionalPercent),
    lines,
    assumptions: unique(assumptions),
    openLists: [
      ...[...openLists].map(([name, partCodes]) => openList(name, false, partCodes)),
      ...[...offLists].filter((name) => !openLists.has(name)).map((name) => openList(name, true)),
    ],
    coverage: coverageOf(timeline, topics),
  };
}

const unrecorded = ({ why, lines, coverage }: Unrecorded): TariffQuote => ({
  additionalPercent: null,
  additionalRange: { minPercent: null, maxPercent: null },
  allInPercent: null,
  lines,
  assumptions: [why],
  openLists: [],
  coverage,
});

const openList = (name: string, assumedOff: boolean, partCodes: readonly string[] = []): OpenList => ({
  name,
  title: listName(name),
  assumedOff,
  partCodes,
});

/** Within the quota and above it other duties may be paid beside it, so that each side is worked out by itself. */
const isQuotaUnsettled = ({ rate, unsettledWith }: LiveDuty): boolean =>
  rate.kind === 'QUOTA' && rate.abovePercent !== null && unsettledWith.length > 0;

/** A specific duty, and goods above a quota that admits none, have no place in the sum. */
const hasNoPercent = ({ rate }: LiveDuty, { overQuota }: ImportCase): boolean =>
  rate.kind === 'SPECIFIC' || (rate.kind === 'QUOTA' && rate.abovePercent === null && overQuota === true);

function unique(texts: readonly Text[]): readonly Text[] {
  const seen = new Set<string>();
  return texts.filter(({ en }) => !seen.has(en) && seen.add(en));
}

const addedTogether = (a: LiveDuty, b: LiveDuty): Text => ({
  en: `${titleOf(a).en} and ${titleOf(b).en} are added together: neither names the other`,
  ja: `${titleOf(a).ja}と${titleOf(b).ja}は加算する（互いに言及がない）`,
});
const onNoOtherList = (name: string): Text => ({
  en: `the good is on no product list but ${listName(name).en}`,
  ja: `${listName(name).ja}以外の品目表には含まれない`,
});
const IN_NO_BLOC: Text = {
  en: 'the country of origin is not taken as a member of the EU: the record holds no members',
  ja: '原産国はEU加盟国として扱わない（加盟国の記録がない）',
};

const onNoneOf = (lists: readonly string[]): Text => ({
  en: `the good is on none of: ${listNames(lists).en}`,
  ja: `次の品目表のいずれにも含まれない：${listNames(lists).ja}`,
});
