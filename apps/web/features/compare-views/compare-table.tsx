import { columnDate } from '@/language/format-day';
import { fullValue, inLocale } from '@/language/format-value';
import { eventHref } from '@/language/href';
import type { Locale } from '@/language/locale';
import type { Translate } from '@/language/translate';
import { asValue } from '@/lib/value-text';
import { ScrollRegion } from '@/ui/scroll-region';
import { SlotSubject, StatusWord } from '@/ui/slot-subject';
import type { CompareRow } from './compare-query';

/** What differs, subject by subject: before, after, and the act that decided. */
export function CompareTable({
  id,
  label,
  rows,
  locale,
  t,
}: {
  readonly id: string;
  readonly label: string;
  readonly rows: readonly CompareRow[];
  readonly locale: Locale;
  readonly t: Translate;
}) {
  return (
    <ScrollRegion label={label}>
      <table className="tbl by-rows" id={id}>
        <caption className="vh">{label}</caption>
        <thead>
          <tr>
            <th scope="col" style={{ width: '26%' }}>
              {t('list.who')}
            </th>
            <th scope="col" style={{ width: '10%' }}>
              {t('pages.compare.step')}
            </th>
            <th scope="col" style={{ width: '20%' }}>
              A
            </th>
            <th scope="col" style={{ width: '20%' }}>
              B
            </th>
            <th scope="col">{t('pages.reading.decidedBy')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => {
            const subject = (row.after ?? row.before)?.subject;
            const by = row.after?.decidedBy ?? row.before?.decidedBy;
            return (
              <tr
                key={`${row.kind} ${row.slot}`}
                data-testid="compare-row"
                data-kind={row.kind}
                data-slot={row.slot}
              >
                <th scope="row">
                  <SlotSubject slot={row.slot} subject={subject} locale={locale} t={t} />
                </th>
                <td className="line q">{t(`changes.kind.${row.change}`)}</td>
                <Cell side={row.before} label="A" locale={locale} t={t} />
                <Cell side={row.after} label="B" locale={locale} t={t} />
                <td className="line">
                  {by ? <a href={eventHref(locale, by.id)}>{inLocale(by.title, locale)}</a> : '—'}
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
  side,
  label,
  locale,
  t,
}: {
  readonly side: CompareRow['before'];
  readonly label: 'A' | 'B';
  readonly locale: Locale;
  readonly t: Translate;
}) {
  if (!side)
    return (
      <td className="q half" data-label={label}>
        {t('status.NOT_IN_FORCE')}
      </td>
    );
  return (
    <td className="half" data-label={label}>
      <StatusWord reading={side} t={t} /> <b>{fullValue(asValue(side.value), locale, t)}</b>
      {side.validFrom ? <div className="q s12">{columnDate(side.validFrom, locale)}</div> : null}
    </td>
  );
}
