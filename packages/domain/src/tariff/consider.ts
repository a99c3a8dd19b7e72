import type { Day } from '../calendar/civil-day.js';
import type { TariffTerms } from '../events/tariff-terms.js';
import type { Text } from '../events/text.js';
import { type Effects, weigh } from './conditions.js';
import type { DutyReading } from './duty-reading.js';
import { LEVELS } from './instruments.js';
import type { PartnerOnDay } from './partner.js';
import type { ImportCase } from './question.js';
import { additionOf, exact, NOTHING, type RateExpression, rateOf, type Span, union } from './rate.js';
import { assumedOffLists, excluded, included, type KnownProduct, type Match, recast } from './scope.js';

/** A list that leaves a duty open; `partCodes`: the good is on it, and the duty is on these codes of it alone. */
export interface OpenScope {
  readonly name: string;
  readonly partCodes: readonly string[];
}

/** A duty in play for the import, not yet weighed against the others. */
export interface LiveDuty {
  readonly reading: DutyReading;
  readonly rate: RateExpression;
  readonly addition: Span;
  /** Why it is not settled that the duty is on this good; empty: it is. */
  readonly open: readonly Text[];
  /** Why its rate is not settled though the duty is on the good. */
  readonly openRate: readonly Text[];
  readonly assumptions: readonly Text[];
  /** Exclusion lists whose members are not recorded; the good is taken to be on none. */
  readonly offLists: readonly string[];
  /** Lists of which it is not told whether the good is on them, and which decide whether the duty is on it. */
  readonly openLists: readonly OpenScope[];
  /** Duties of which no source says whether they are paid beside this one. */
  readonly unsettledWith: readonly string[];
  /** Why an earlier rate of the slot is paid; null: it is the rate of the day. */
  readonly kept: Text | null;
}

/** A line that is told and counts for nothing. */
export interface ToldDuty {
  readonly reading: DutyReading;
  readonly status: 'EXEMPT' | 'NOT_YET' | 'ENDED';
  readonly rate: RateExpression;
  readonly why: Text | null;
  readonly assumptions: readonly Text[];
}

export type Considered =
  | { readonly is: 'LIVE'; readonly live: LiveDuty }
  | { readonly is: 'TOLD'; readonly told: ToldDuty }
  /** Nothing to tell, but something was taken for granted. */
  | { readonly is: 'SILENT'; readonly assumptions: readonly Text[]; readonly offLists: readonly string[] };

const SMALL_PARCELS = 'shipments-up-to-usd-800';
const SILENT: Considered = { is: 'SILENT', assumptions: [], offLists: [] };

/**
 * What the slot's reading means for this import, other duties aside. `earlier` reads the slot on the eve of the reading's
 * own act: grace for goods in transit leaves them what was in force then, and nothing only where nothing was. `heirs`: see
 * `heirsOf`.
 */
export function consider(
  reading: DutyReading,
  asked: ImportCase,
  product: KnownProduct,
  who: PartnerOnDay,
  date: Day,
  earlier: (reading: DutyReading) => DutyReading | null,
  heirs: ReadonlySet<string>,
): Considered {
  const { duty, terms, status } = reading;
  const named = smallParcel(terms, asked) ?? included(product, terms.include, duty, date);
  const goods =
    named.is === 'OUT' && heirs.has(reading.statement.event)
      ? (recast(product, terms.include) ?? named)
      : named;
  if (goods.is === 'OUT') return SILENT;
  // What is over or yet to come is told of the goods it surely is on.
  const settledGoods = goods.is === 'IN';
  const effects = weigh(terms, asked, product, date);
  const inPlay = status === 'IN_FORCE' || status === 'SUSPENDED' || status === 'UNKNOWN';
  if (effects.notMeant)
    return inPlay ? { is: 'SILENT', assumptions: effects.assumptions, offLists: [] } : SILENT;

  switch (status) {
    case 'SCHEDULED':
    case 'DATE_OPEN':
      return settledGoods ? told(reading, 'NOT_YET', rateOf(reading.value), null, []) : SILENT;
    case 'ENDED':
    case 'EXPIRED':
    case 'SUPERSEDED':
      return settledGoods ? told(reading, 'ENDED', { kind: 'NONE' }, null, []) : SILENT;
    case 'NEVER_TOOK_EFFECT':
    case 'THREATENED':
    case 'PROPOSED':
    case 'NOT_IN_FORCE':
      return SILENT;
    case 'IN_FORCE':
    case 'SUSPENDED':
    case 'UNKNOWN':
      break;
  }

  const rate = rateOf(reading.value ?? reading.before);
  if (rate.kind === 'NONE') return SILENT;
  if (who.isIn(terms.exclude.partners)) {
    return told(reading, 'EXEMPT', rate, { en: 'the partner is left out of it', ja: '当該国は対象外' }, []);
  }
  const off = excluded(product, terms, date);
  if (off.is === 'IN') {
    return told(reading, 'EXEMPT', rate, { en: 'the good is left out of it', ja: '当該品目は対象外' }, []);
  }
  if (effects.inTransit) {
    const before = earlier(reading);
    if (before?.status === 'IN_FORCE') {
      const kept = consider(before, asked, product, who, date, earlier, heirs);
      if (kept.is === 'LIVE') return inGrace(kept.live, reading, effects);
    }
  }
  if (effects.out) return told(reading, 'EXEMPT', rate, effects.out, effects.assumptions);
  // An exemption of listed goods within a wider duty is an exclusion list under another name.
  const forSomeGoods = duty.level === LEVELS.GENERAL || duty.level === LEVELS.PART_OF_COUNTRY;
  if (rate.kind === 'EXEMPT' && goods.is === 'UNKNOWN' && forSomeGoods)
    return { is: 'SILENT', assumptions: [], offLists: terms.include.lists };
  return {
    is: 'LIVE',
    live: liveDuty(
      reading,
      rate,
      asked,
      effects,
      [
        ...(reading.openStart ? [reading.openStart] : []),
        ...(goods.is === 'UNKNOWN' ? [goods.why] : []),
        ...(off.is === 'UNKNOWN' ? [off.why] : []),
        ...effects.open,
      ],
      goods.is === 'IN' && goods.assumed ? [goods.assumed] : [],
      assumedOffLists(product, terms, date),
      goods.is === 'UNKNOWN' ? goods.lists.map((name) => ({ name, partCodes: goods.partCodes ?? [] })) : [],
    ),
  };
}

function liveDuty(
  reading: DutyReading,
  rate: RateExpression,
  asked: ImportCase,
  effects: Effects,
  open: readonly Text[],
  assumptions: readonly Text[],
  offLists: readonly string[],
  openLists: readonly OpenScope[],
): LiveDuty {
  const { status, terms } = reading;
  const openRate: Text[] = [];
  const further: Text[] = [];
  const whether: Text[] = [...open];
  const { mfnRatePercent: mfn, overQuota } = asked;
  let addition = additionOf(rate, mfn, overQuota);
  if (status === 'UNKNOWN') {
    const planned = additionOf(rateOf(reading.value), mfn, overQuota);
    addition = union(planned, additionOf(rateOf(reading.before), mfn, overQuota));
    openRate.push({
      en: 'a change fell due after the record ends, and what became of it is not recorded',
      ja: '収録期間後に予定の変更期日が来たが、その結果は記録がない',
    });
    if (reading.value === null || reading.before === null) whether.push(openRate[0] as Text);
  }
  if (rate.kind === 'QUOTA') {
    if (overQuota === null && rate.abovePercent === null)
      further.push({ en: 'the good enters within the quota', ja: '割当の枠内で輸入される' });
    else if (overQuota === null && rate.abovePercent !== rate.withinPercent)
      openRate.push({
        en: 'whether the good is over quota is not told',
        ja: '割当を超えるかが示されていない',
      });
    else if (overQuota && rate.abovePercent === null)
      openRate.push({ en: 'above the quota nothing may enter', ja: '割当を超える輸入は認められない' });
  } else if (terms.conditions.includes('over-quota') && rate.kind !== 'EXEMPT') {
    if (overQuota === false) addition = NOTHING;
    else if (overQuota === null) {
      addition = union(NOTHING, addition);
      openRate.push({
        en: 'whether the good is over quota is not told',
        ja: '割当を超えるかが示されていない',
      });
    }
  }
  if (rate.kind === 'INCLUSIVE' && mfn === null && !rate.upTo)
    openRate.push({
      en: 'the rate includes MFN, which is not given',
      ja: '最恵国税率を含む税率だが、その税率が示されていない',
    });
  if ((rate.kind === 'ADDITIONAL' || rate.kind === 'INCLUSIVE') && rate.upTo)
    openRate.push({ en: 'the source gives a ceiling only', ja: '出典は上限のみを示す' });
  if (rate.kind === 'SPECIFIC') openRate.push({ en: 'the duty is no percentage', ja: '従価税ではない' });
  return {
    reading,
    rate,
    addition:
      effects.share === 1
        ? addition
        : { low: exact(addition.low * effects.share), high: exact(addition.high * effects.share) },
    open: whether,
    openRate,
    assumptions: [...assumptions, ...further, ...effects.assumptions],
    offLists,
    openLists,
    // Above its quota a duty is the ordinary one of its programme, so that what is unsettled is of the part within.
    unsettledWith: rate.kind === 'QUOTA' && overQuota === true ? [] : (terms.stacking?.unsettledWith ?? []),
    kept: null,
  };
}

/** The earlier rate, for as long as the grace of the act that changed it lasts. */
const inGrace = (
  live: LiveDuty,
  { scheduledUntil }: DutyReading,
  { inTransit, out }: Effects,
): Considered => ({
  is: 'LIVE',
  live: {
    ...live,
    reading: { ...live.reading, scheduledUntil: inTransit?.until ?? scheduledUntil },
    kept: out,
  },
});

const told = (
  reading: DutyReading,
  status: ToldDuty['status'],
  rate: RateExpression,
  why: Text | null,
  assumptions: readonly Text[],
): Considered => ({ is: 'TOLD', told: { reading, status, rate, why, assumptions } });

function smallParcel({ include }: TariffTerms, { customsValueUsd }: ImportCase): Match | undefined {
  if (!include.lists.includes(SMALL_PARCELS)) return undefined;
  return customsValueUsd !== null && customsValueUsd <= 800 ? { is: 'IN' } : { is: 'OUT' };
}
