import type { Day } from '@policy-timeline/domain';
import { spellPartial } from '@/language/format-day';
import { figure, inLocale } from '@/language/format-value';
import { eventHref, subjectHref } from '@/language/href';
import type { Locale } from '@/language/locale';
import type { Translate } from '@/language/translate';
import { ScrollRegion } from '@/ui/scroll-region';
import { WordMark } from '@/ui/word-mark';
import { absence } from './absence';
import type { Quote, QuoteLine } from './duty-query';

const MARKS: Readonly<Record<QuoteLine['status'], readonly [string, string]>> = {
  APPLIED: ['st-force', 'force'],
  SUSPENDED: ['st-susp', 'susp'],
  DISPLACED: ['st-super', 'super'],
  ENDED: ['st-end', 'end'],
  EXEMPT: ['st-none', 'none'],
  NOT_YET: ['st-sched', 'sched'],
  UNRESOLVED: ['st-open', 'open'],
};

/** One line per instrument, by each of the two states of knowledge: what applies first, then what does not and why. */
export function DutyLines({
  earlier,
  later,
  known,
  laterKnown,
  thenLabel,
  laterLabel,
  locale,
  t,
}: {
  readonly earlier: Quote;
  readonly later: Quote;
  readonly known: Day;
  /** Null: by all that is recorded. */
  readonly laterKnown: Day | null;
  readonly thenLabel: string;
  readonly laterLabel: string;
  readonly locale: Locale;
  readonly t: Translate;
}) {
  const before = new Map(earlier.lines.map((line) => [line.slot, line]));
  const after = new Map(later.lines.map((line) => [line.slot, line]));
  const slots = [...new Set([...later.lines, ...earlier.lines].map(({ slot }) => slot))];
  return (
    <ScrollRegion label={t('pages.duty.lines')}>
      <table className="tbl by-rows" id="duty-lines" data-testid="duty-lines">
        <caption className="vh">{t('pages.duty.lines')}</caption>
        <thead>
          <tr>
            <th scope="col" style={{ width: '20%' }}>
              {t('pages.duty.instrument')}
            </th>
            <th scope="col" style={{ width: '17%' }}>
              {thenLabel}
            </th>
            <th scope="col" style={{ width: '17%' }}>
              {laterLabel}
            </th>
            <th scope="col">{t('pages.duty.reason')}</th>
            <th scope="col" style={{ width: '16%' }}>
              {t('pages.duty.ground')}
            </th>
          </tr>
        </thead>
        <tbody>
          {slots.map((slot) => {
            const [was, is] = [before.get(slot), after.get(slot)];
            const line = (is ?? was) as QuoteLine;
            const [source] = line.decidedBy.sources;
            return (
              <tr key={slot} data-slot={slot} data-earlier={was?.status ?? ''} data-later={is?.status ?? ''}>
                <th scope="row">
                  <a className="quiet" href={subjectHref(locale, line.instrument.id)}>
                    {inLocale(line.instrument.title, locale)}
                  </a>
                </th>
                <Cell line={was} absent={t(absence(line, known))} label={thenLabel} locale={locale} t={t} />
                <Cell
                  line={is}
                  absent={t(absence(line, laterKnown))}
                  label={laterLabel}
                  locale={locale}
                  t={t}
                />
                <td className="line-why line">
                  {inLocale(line.reason, locale)}
                  {line.until ? ` ${t('pages.duty.until', { day: spellPartial(line.until, locale) })}` : ''}
                </td>
                <td className="line-why line" data-label={t('pages.duty.ground')}>
                  <a href={eventHref(locale, line.decidedBy.id)}>
                    {source ? inLocale(source.title, locale) : inLocale(line.decidedBy.title, locale)}
                  </a>
                  {source?.where ? <div className="q">{source.where}</div> : null}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </ScrollRegion>
  );
}

function Cell({
  line,
  absent,
  label,
  locale,
  t,
}: {
  readonly line: QuoteLine | undefined;
  readonly absent: string;
  readonly label: string;
  readonly locale: Locale;
  readonly t: Translate;
}) {
  if (!line)
    return (
      <td className="q line" data-label={label}>
        {absent}
      </td>
    );
  const [symbol, tone] = MARKS[line.status];
  const amount =
    line.status === 'APPLIED' && line.additionalPercent !== null
      ? `+${figure(line.additionalPercent)}%`
      : rateOf(line, locale, t);
  return (
    <td className="line" data-label={label}>
      <WordMark symbol={symbol} tone={tone}>
        {t(`pages.duty.status.${line.status}`)}
      </WordMark>{' '}
      {line.status === 'APPLIED' ? <b>{amount}</b> : <span className="q">{amount}</span>}
    </td>
  );
}

function rateOf({ rate }: QuoteLine, locale: Locale, t: Translate): string {
  switch (rate.kind) {
    case 'INCLUSIVE':
      return t('value.basis.INCLUSIVE', { rate: `${figure(rate.percent ?? 0)}%` });
    case 'ADDITIONAL':
      return t('value.basis.ADDITIONAL', { rate: `${figure(rate.percent ?? 0)}%` });
    case 'QUOTA':
      return t('value.quota', {
        within: `${figure(rate.withinPercent ?? 0)}%`,
        above: rate.abovePercent === null ? t('value.noEntry') : `${figure(rate.abovePercent)}%`,
      });
    case 'SPECIFIC':
      return rate.text ? inLocale(rate.text, locale) : '';
    default:
      return '';
  }
}
