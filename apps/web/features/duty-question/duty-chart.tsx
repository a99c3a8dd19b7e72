import { type Day, formatDay } from '@policy-timeline/domain';
import { spellMonthDay } from '@/language/format-day';
import type { Locale } from '@/language/locale';
import type { Translate } from '@/language/translate';
import { TableTwin } from '@/ui/table-twin';
import { DutyDrawing, NARROW, WIDE } from './duty-drawing';
import type { DutyStep } from './duty-steps';
import { midOf, totalOf } from './total';

interface Props {
  readonly date: Day;
  readonly marks: readonly Day[];
  readonly mfn: number | null;
  readonly from: Day;
  readonly until: Day;
  readonly steps: readonly DutyStep[];
  readonly locale: Locale;
  readonly t: Translate;
}

/** Across the known day, up the total for the one day of entry; left of that day it was a plan. With its table. */
export function DutyChart({ date, mfn, until, steps, locale, t, ...span }: Props) {
  const drawn = steps.flatMap((step, i) => {
    const band = midOf(step.quote, mfn);
    return band === null ? [] : [{ step, band, until: steps[i + 1]?.from ?? until }];
  });
  if (drawn.length === 0) return null;
  return (
    <section className="blk">
      <h2 className="sec">{t('pages.duty.chartTitle', { day: spellMonthDay(date, locale) })}</h2>
      <figure className="chart">
        <div className="drawings duty-drawings">
          {[WIDE, NARROW].map((size) => (
            <DutyDrawing key={size.width} {...span} {...{ size, date, mfn, until, drawn, locale, t }} />
          ))}
        </div>
        <figcaption className="note">
          {t('pages.duty.chartNote', { day: spellMonthDay(date, locale) })}
        </figcaption>
        <TableTwin
          summary={t('pages.duty.chartTable')}
          caption={t('pages.duty.chart')}
          headings={[t('pages.duty.knownFrom'), { number: t('pages.duty.total') }]}
        >
          {steps.map((step) => (
            <tr key={step.from}>
              <td className="num">{formatDay(step.from)}</td>
              <td className="r num">{totalOf(step.quote, mfn, t).text}</td>
            </tr>
          ))}
        </TableTwin>
      </figure>
    </section>
  );
}
