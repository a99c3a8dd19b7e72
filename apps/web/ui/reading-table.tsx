import { columnDate } from '@/language/format-day';
import { fullValue, inLocale } from '@/language/format-value';
import { eventHref } from '@/language/href';
import type { Locale } from '@/language/locale';
import type { Translate } from '@/language/translate';
import { asValue } from '@/lib/value-text';
import type { WireReading } from '@/lib/wire-reading';
import { ScrollRegion } from './scroll-region';
import { SlotSubject, StatusWord } from './slot-subject';

interface Props {
  readonly id?: string;
  readonly label: string;
  readonly readings: readonly WireReading[];
  readonly locale: Locale;
  readonly t: Translate;
}

/** Nothing at all for no value, so that a phone leaves no gap for it. */
const Bold = ({ children }: { readonly children: string | null }) => (children ? <b>{children}</b> : null);

/** What slots read on a day: mark and word, value, since when, decided by what. */
export function ReadingTable({ id, label, readings, locale, t }: Props) {
  return (
    <ScrollRegion label={label}>
      <table className="tbl by-rows" id={id}>
        <caption className="vh">{label}</caption>
        <thead>
          <tr>
            <th scope="col" style={{ width: '30%' }}>
              {t('list.who')}
            </th>
            <th scope="col" style={{ width: '14%' }}>
              {t('pages.reading.status')}
            </th>
            <th scope="col" style={{ width: '18%' }}>
              {t('list.value')}
            </th>
            <th scope="col" style={{ width: '12%' }}>
              {t('list.since')}
            </th>
            <th scope="col">{t('pages.reading.decidedBy')}</th>
          </tr>
        </thead>
        <tbody>
          {readings.map((reading) => (
            <tr key={reading.slot} data-slot={reading.slot} data-status={reading.status}>
              <th scope="row">
                <SlotSubject slot={reading.slot} subject={reading.subject} locale={locale} t={t} />
              </th>
              <td>
                <StatusWord reading={reading} t={t} />
              </td>
              <td>
                <Bold>{fullValue(asValue(reading.value), locale, t)}</Bold>
              </td>
              <td className="num" data-label={t('list.since')}>
                {reading.validFrom === null ? '—' : columnDate(reading.validFrom, locale)}
              </td>
              <td className="line">
                {reading.decidedBy ? (
                  <a href={eventHref(locale, reading.decidedBy.id)}>
                    {inLocale(reading.decidedBy.title, locale)}
                  </a>
                ) : (
                  '—'
                )}
                {(reading.retroactiveDays ?? 0) > 0 ? (
                  <span className="kn s12"> ⟲ {t('list.retro', { days: reading.retroactiveDays ?? 0 })}</span>
                ) : null}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}
