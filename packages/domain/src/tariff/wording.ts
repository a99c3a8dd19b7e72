import type { Timeline } from '../bitemporal/timeline.js';
import { parsePartialDate } from '../calendar/partial-date.js';
import { spellDay, spellPartial } from '../calendar/spelled-date.js';
import type { Text } from '../events/text.js';
import type { LiveDuty, ToldDuty } from './consider.js';
import type { DutyReading } from './duty-reading.js';
import type { RateExpression } from './rate.js';
import type { Settled } from './settle.js';

/** The words of a rate: `20 %`, `15 % including MFN`. */
function rateText(rate: RateExpression): Text {
  switch (rate.kind) {
    case 'ADDITIONAL':
      return rate.upTo
        ? { en: `up to ${rate.percent} % on top`, ja: `最大${rate.percent}%の上乗せ` }
        : { en: `${rate.percent} % on top`, ja: `${rate.percent}%の上乗せ` };
    case 'INCLUSIVE':
      return { en: `${rate.percent} % with MFN included`, ja: `最恵国税率込みで${rate.percent}%` };
    case 'QUOTA':
      return {
        en: `${rate.withinPercent} % within the quota, ${rate.abovePercent === null ? 'no entry' : `${rate.abovePercent} %`} above it`,
        ja: `割当内${rate.withinPercent}%、割当超過${rate.abovePercent === null ? 'は輸入不可' : `${rate.abovePercent}%`}`,
      };
    case 'EXEMPT':
      return { en: 'no duty', ja: '課税なし' };
    case 'SPECIFIC':
      return rate.text;
    case 'NONE':
      return { en: 'no rate', ja: '税率なし' };
  }
}

/** Why a duty in play stands as it does, in one sentence. */
export function settledReason(timeline: Timeline, { duty, outcome, by, unsettledWith }: Settled): Text {
  const { reading, rate, open, openRate, kept } = duty;
  const name = actOf(timeline, reading);
  const other = by && titleOf(by);
  const cause = open[0] ?? openRate[0];
  if (rate.kind === 'EXEMPT' && open.length === 0 && outcome !== 'OPEN') {
    return { en: `Exempt by ${name.en}.`, ja: `${name.ja}により免除。` };
  }
  if (outcome === 'ABSORBED' && other) {
    return {
      en: `Suspended by ${name.en}; the ${rateText(rate).en} paid meanwhile is that of ${other.en} and is counted there.`,
      ja: `${name.ja}により停止中。その間の${rateText(rate).ja}は${other.ja}そのもので、そちらで数える。`,
    };
  }
  if (outcome === 'DISPLACED' && other)
    return { en: `${other.en} applies in its place.`, ja: `代わりに${other.ja}が適用される。` };
  if (unsettledWith) {
    const with_ = titleOf(unsettledWith);
    return {
      en: `${capital(rateText(rate).en)} by ${name.en}, but no source states whether it is added to ${with_.en}.`,
      ja: `${name.ja}による${rateText(rate).ja}。ただし${with_.ja}に加算されるかを示す出典はない。`,
    };
  }
  if (cause) {
    return {
      en: `${capital(rateText(rate).en)} by ${name.en}, but not settled: ${cause.en}.`,
      ja: `${name.ja}による${rateText(rate).ja}。ただし未確定：${cause.ja}。`,
    };
  }
  if (outcome === 'OPEN' && other) {
    return {
      en: `${capital(rateText(rate).en)} by ${name.en}, unless ${other.en} applies in its place, which is not settled.`,
      ja: `${name.ja}による${rateText(rate).ja}。ただし${other.ja}が代わりに適用されるかは未確定。`,
    };
  }
  if (reading.status === 'SUSPENDED') {
    return {
      en: `Suspended by ${name.en}; meanwhile ${rateText(rate).en}.`,
      ja: `${name.ja}により停止中。その間は${rateText(rate).ja}。`,
    };
  }
  if (kept) {
    return {
      en: `${capital(rateText(rate).en)} by ${name.en} still, for ${kept.en}.`,
      ja: `${kept.ja}ため、${name.ja}による${rateText(rate).ja}のまま。`,
    };
  }
  return withPast(reading, {
    en: `${capital(rateText(rate).en)} by ${name.en}`,
    ja: `${name.ja}による${rateText(rate).ja}`,
  });
}

/** Why a duty is told though it counts for nothing. */
export function toldReason(timeline: Timeline, { reading, status, rate, why }: ToldDuty): Text {
  const name = actOf(timeline, reading);
  const { from } = reading.statement;
  switch (status) {
    case 'EXEMPT':
      return {
        en: `Not due by ${name.en}: ${why?.en ?? 'exempt'}.`,
        ja: `${name.ja}では課されない：${why?.ja ?? '免除'}。`,
      };
    case 'NOT_YET':
      return reading.status === 'DATE_OPEN' || from.text === null
        ? {
            en: `${capital(rateText(rate).en)} by ${name.en}; its day is not fixed.`,
            ja: `${name.ja}による${rateText(rate).ja}。開始日は未定。`,
          }
        : {
            en: `${capital(rateText(rate).en)} by ${name.en} only from ${spellPartial(from.text, 'en')}.`,
            ja: `${name.ja}による${rateText(rate).ja}は${spellPartial(from.text, 'ja')}から。`,
          };
    case 'ENDED': {
      const since = reading.statement.act === 'END' ? from.text : (reading.statement.until?.text ?? null);
      return since === null
        ? { en: `Ended by ${name.en}.`, ja: `${name.ja}により終了。` }
        : {
            en: `Ended ${onDate(since)} by ${name.en}.`,
            ja: `${name.ja}により${spellPartial(since, 'ja')}に終了。`,
          };
    }
  }
}

/** A duty laid on days that had passed says so: which act, known when, from when. */
function withPast({ statement }: DutyReading, { en, ja }: Text): Text {
  const from = statement.from.text;
  if (from === null || statement.known.earliest <= statement.from.latest)
    return { en: `${en}.`, ja: `${ja}。` };
  const known = statement.known.nominal;
  return {
    en: `${en}, known on ${spellDay(known, 'en')} and retroactive to ${spellPartial(from, 'en')}.`,
    ja: `${ja}（${spellDay(known, 'ja')}に公表、${spellPartial(from, 'ja')}に遡って適用）。`,
  };
}

/** `on 20 February 2026`, `in February 2026`. */
const onDate = (text: string): string =>
  `${parsePartialDate(text).precision === 'DAY' ? 'on' : 'in'} ${spellPartial(text, 'en')}`;

function actOf(timeline: Timeline, { decidedBy, duty }: DutyReading): Text {
  const { en, ja } = timeline.event(decidedBy)?.event.title ?? duty.title;
  return { en: `“${en}”`, ja: `「${ja}」` };
}

export const titleOf = ({ reading }: LiveDuty): Text => ({
  en: `“${reading.duty.title.en}”`,
  ja: `「${reading.duty.title.ja}」`,
});
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
