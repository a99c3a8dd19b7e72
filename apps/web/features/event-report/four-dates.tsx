import { columnDate } from '@/language/format-day';
import type { Locale } from '@/language/locale';
import type { Translate } from '@/language/translate';
import type { EventReportData } from './event-query';

/** When it counts from, when it was signed or said, when it was printed, and when it stopped counting. */
export function FourDates({
  event,
  decidesUntil,
  locale,
  t,
}: {
  readonly event: EventReportData;
  readonly decidesUntil: string | null;
  readonly locale: Locale;
  readonly t: Translate;
}) {
  const { effective, knownWindow, signedOn, publishedOn, knownBasis } = event;
  const known = event.knownOn?.date ?? knownWindow?.nominal ?? null;
  const until = effective.until?.date ?? decidesUntil;
  const dates: readonly (readonly [string, string | null, string])[] = [
    [
      t('append.from'),
      effective.from.date,
      effective.dateOpen ? t('status.DATE_OPEN') : effective.from.date === null ? t('list.noStart') : '',
    ],
    [
      t(signedOn?.date ? 'pages.event.signedKnown' : 'pages.event.known'),
      known,
      t(`pages.knownBasis.${knownBasis}`),
    ],
    [
      t('pages.event.published'),
      publishedOn?.date ?? null,
      publishedOn?.date ? '' : t('pages.event.notPrinted'),
    ],
    [
      t('append.until'),
      until,
      until === null
        ? t('pages.event.noEnd')
        : effective.until?.date
          ? t('pages.event.endSet')
          : t('pages.event.endByOther'),
    ],
  ];
  return (
    <section>
      <h2 className="sec">{t('pages.event.fourDates')}</h2>
      <dl className="dates">
        {dates.map(([label, date, note]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>
              <span className={date !== null && /^\d{4}-\d{2}-\d{2}$/.test(date) ? 'num' : 'num long'}>
                {date === null ? '—' : columnDate(date, locale)}
              </span>
              {note ? <span className="q">{note}</span> : null}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
