import { dayOf, formatDay, partsOf } from '@policy-timeline/domain';
import { monthName } from '@/language/format-day';
import { fullValue } from '@/language/format-value';
import type { Locale } from '@/language/locale';
import { attributeName } from '@/language/name-slot';
import type { Translate } from '@/language/translate';
import type { Lane } from '@/timeline/lanes';
import type { Span } from '@/timeline/scrub-range';
import { LaneBars } from '@/ui/lane-bars';
import { TableTwin } from '@/ui/table-twin';

interface Props {
  readonly lanes: readonly Lane[];
  readonly span: Span;
  readonly locale: Locale;
  readonly t: Translate;
}

const FAR = 2 ** 28;

/** When each slot of a subject held, as bars over one stretch of years; with the table of the same stretches. */
export function HeldBars({ lanes, span, locale, t }: Props) {
  const nameOf = (slot: string): string =>
    slot.includes('#') ? attributeName(slot.split('#')[1] ?? null, t) : t('list.value');
  return (
    <section className="blk">
      <h2 className="sec">{t('pages.subject.bars')}</h2>
      <div className="strip-row" aria-hidden="true">
        <span />
        <div className="strip-axis">
          {ticksOf(span, locale).map(({ label, share }) => (
            <span key={share} style={{ left: `${share * 100}%` }}>
              {label}
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
      <TableTwin
        summary={t('pages.subject.table')}
        caption={t('pages.subject.bars')}
        headings={[
          t('list.who'),
          t('list.since'),
          t('pages.subject.until'),
          t('pages.reading.status'),
          t('list.value'),
        ]}
        id="held"
      >
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
      </TableTwin>
    </section>
  );
}

const MOST_TICKS = 8;
const MONTHS_APART = [1, 2, 3, 6, 12, 24, 60, 120] as const;

/** Firsts of months or years inside the span, thinned to at most eight; a January carries its year. */
function ticksOf(span: Span, locale: Locale): readonly { readonly label: string; readonly share: number }[] {
  const days = span.until - span.from;
  const apart = MONTHS_APART.find((months) => days / 30.4 / months <= MOST_TICKS) ?? 240;
  const first = partsOf(span.from);
  const ticks: { label: string; share: number }[] = [];
  for (let index = Math.ceil((first.year * 12 + first.month) / apart) * apart; ; index += apart) {
    const [year, month] = [Math.floor(index / 12), (index % 12) + 1];
    const day = dayOf(year, month, 1);
    // A label that begins at the edge would be cut.
    if (day >= span.from + days * 0.95) return ticks;
    ticks.push({
      label: month === 1 ? String(year) : monthName(month, locale),
      share: (day - span.from) / days,
    });
  }
}
