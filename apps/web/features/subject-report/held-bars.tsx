import { type Day, formatDay, partsOf } from '@policy-timeline/domain';
import { fullValue } from '@/language/format-value';
import type { Locale } from '@/language/locale';
import { attributeName } from '@/language/name-slot';
import type { Translate } from '@/language/translate';
import type { Lane } from '@/timeline/lanes';
import type { Span } from '@/timeline/scrub-range';
import { LaneBars } from '@/ui/lane-bars';
import { ScrollRegion } from '@/ui/scroll-region';

interface Props {
  readonly lanes: readonly Lane[];
  readonly span: Span;
  readonly locale: Locale;
  readonly t: Translate;
}

const FAR = 2 ** 28;

/** When each slot of a subject held, as bars over one stretch of years; with the table of the same stretches. */
export function HeldBars({ lanes, span, locale, t }: Props) {
  const years = yearsOf(span);
  const nameOf = (slot: string): string =>
    slot.includes('#') ? attributeName(slot.split('#')[1] ?? null, t) : t('list.value');
  return (
    <section className="blk">
      <h2 className="sec">{t('pages.subject.bars')}</h2>
      <div className="strip-row" aria-hidden="true">
        <span />
        <div className="strip-axis">
          {years.map(({ year, share }) => (
            <span key={year} style={{ left: `${share * 100}%` }}>
              {year}
            </span>
          ))}
        </div>
      </div>
      {lanes.map((lane) => (
        <div className="strip-row" key={lane.slot}>
          <span className="name">{nameOf(lane.slot)}</span>
          <div className="strip-bars" aria-hidden="true">
            <LaneBars bars={lane.bars} span={span} />
          </div>
        </div>
      ))}
      <p className="note">{t('pages.subject.barsNote')}</p>
      <details className="more-table">
        <summary>{t('pages.subject.table')}</summary>
        <ScrollRegion label={t('pages.subject.table')} className="xs fit">
          <table className="tbl" id="held">
            <caption className="vh">{t('pages.subject.bars')}</caption>
            <thead>
              <tr>
                <th scope="col">{t('list.who')}</th>
                <th scope="col">{t('list.since')}</th>
                <th scope="col">{t('pages.subject.until')}</th>
                <th scope="col">{t('pages.reading.status')}</th>
                <th scope="col">{t('list.value')}</th>
              </tr>
            </thead>
            <tbody>
              {lanes.flatMap((lane) =>
                lane.bars.map((bar) => (
                  <tr key={`${lane.slot} ${bar.from}`}>
                    <th scope="row">{nameOf(lane.slot)}</th>
                    <td className="num">{bar.from <= span.from ? '' : formatDay(bar.from)}</td>
                    <td className="num">{bar.open || bar.until > FAR ? '' : formatDay(bar.until)}</td>
                    <td>{bar.planned ? t('status.SCHEDULED') : t(`status.${bar.status}`)}</td>
                    <td>{fullValue(bar.value, locale, t)}</td>
                  </tr>
                )),
              )}
            </tbody>
          </table>
        </ScrollRegion>
      </details>
    </section>
  );
}

/** Firsts of January inside the span, thinned to at most ten. */
function yearsOf(span: Span): readonly { readonly year: number; readonly share: number }[] {
  const [first, last] = [partsOf(span.from).year + 1, partsOf((span.until - 1) as Day).year];
  const every = Math.max(1, Math.ceil((last - first + 1) / 10));
  const days = span.until - span.from;
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => first + i)
    .filter((year) => (year - first) % every === 0)
    .map((year) => ({ year, share: (Date.UTC(year, 0, 1) / 86_400_000 - span.from) / days }));
}
