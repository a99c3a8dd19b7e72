import { type Day, formatDay } from '@policy-timeline/domain';
import { spellDay, weekday } from '@/language/format-day';
import { figure, inLocale } from '@/language/format-value';
import type { Locale } from '@/language/locale';
import type { Translate } from '@/language/translate';
import { Icon } from '@/ui/icon';
import type { Quote } from './duty-query';
import { round, totalOf } from './total';

interface Props {
  readonly quote: Quote;
  readonly date: Day;
  /** Null: by all that is recorded. */
  readonly known: Day | null;
  readonly mfn: number | null;
  /** The end of the scale both cards share, percent. */
  readonly scaleEnd: number;
  /** Points by which it is less than the answer beside it. */
  readonly less?: number;
  readonly testId: string;
  readonly locale: Locale;
  readonly t: Translate;
}

/** The known day, the total, its parts on a scale, and one sentence of why. */
export function AnswerCard({ quote, date, known, mfn, scaleEnd, less = 0, testId, locale, t }: Props) {
  const total = totalOf(quote, mfn, t);
  const applied = quote.lines.filter(({ status }) => status === 'APPLIED');
  const open = quote.lines.filter(({ status }) => status === 'UNRESOLVED').length;
  const space = locale === 'ja' ? '' : ' ';
  const width = (percent: number): string => `${(Math.max(0, percent) / scaleEnd) * 100}%`;
  const ticks = Array.from({ length: 6 }, (_, i) => round((scaleEnd / 5) * i));
  const base = mfn ?? 0;
  const { minPercent, maxPercent } = quote.additionalRange;
  const sure = quote.additionalPercent ?? minPercent ?? 0;
  const unsure = quote.additionalPercent === null && maxPercent !== null ? maxPercent - (minPercent ?? 0) : 0;
  return (
    <section className="card ans" data-testid={testId} aria-label={knownLabel(known, t)}>
      <div className="kline">
        <span className="kchip">
          <Icon name="known" />
          {knownLabel(known, t)}
        </span>
        <span className="q s12">{known === null ? '' : weekday(known, locale)}</span>
      </div>
      <p className="tot num" style={{ color: 'var(--ink)' }}>
        <span data-testid="total">{total.text}</span>
        <small>{t(total.withMfn ? 'pages.duty.allIn' : 'pages.duty.onTop')}</small>
      </p>
      <div className="stack" aria-hidden="true">
        {mfn !== null && mfn > 0 ? (
          <i className="a" style={{ width: width(base) }}>
            {figure(base)}
          </i>
        ) : null}
        {sure > 0 ? (
          <i className="b" style={{ width: width(sure) }}>
            ＋{figure(round(sure))}
          </i>
        ) : null}
        {unsure > 0 ? (
          <i className="c" style={{ width: width(unsure) }}>
            ？
          </i>
        ) : null}
        {less > 0 ? (
          <i className="c" style={{ width: width(less) }}>
            −{figure(less)}
          </i>
        ) : null}
      </div>
      <div className="stackx" aria-hidden="true">
        {ticks.map((tick, i) => (
          <span key={tick} style={{ left: `${i * 20}%` }}>
            {figure(tick)}
            {i === 5 ? '%' : ''}
          </span>
        ))}
      </div>
      <p>
        {t('pages.duty.entry', { day: spellDay(date, locale) })}
        {space}
        {applied.map((line) => inLocale(line.reason, locale)).join(space) ||
          (open > 0 ? '' : t('pages.duty.nothing'))}
        {space}
        {open > 0 ? t('pages.duty.unresolved', { count: open }) : ''}
      </p>
    </section>
  );
}

export const knownLabel = (known: Day | null, t: Translate): string =>
  known === null ? t('pages.duty.byAll') : t('pages.duty.byDay', { day: formatDay(known) });
