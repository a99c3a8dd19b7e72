'use client';
import type { Day } from '@policy-timeline/domain';
import { columnDate } from '@/language/format-day';
import { inLocale } from '@/language/format-value';
import { useLanguage } from '@/language/language-provider';
import type { Locale } from '@/language/locale';
import type { Translate } from '@/language/translate';
import { useScrub } from '@/timeline/scrub-context';
import type { UpcomingRow } from '@/timeline/scrub-view';

/** Dated expectations as they stood: the day as precise as its source, how firm, and in hindsight what became of it. */
export function UpcomingPanel() {
  const { locale, t } = useLanguage();
  const { view, goTo } = useScrub();
  const { upcoming, place } = view;
  const outcomes = place.knowledge.mode === 'now';
  return (
    <section className="pane-upcoming" aria-labelledby="upcoming-title" id="upcoming" tabIndex={-1}>
      <div className="ph">
        <h2 id="upcoming-title">{t(outcomes ? 'upcoming.titleOutcome' : 'upcoming.title')}</h2>
        <span className="q num">{upcoming.length}</span>
      </div>
      {upcoming.length === 0 ? <p className="empty q">{t('upcoming.empty')}</p> : null}
      <ol className="up-list">
        {upcoming.map((row) => (
          <li
            key={row.deadline.id}
            data-testid="upcoming-row"
            data-event={row.deadline.event}
            data-kind={row.deadline.kind}
            data-date={row.deadline.date ?? ''}
          >
            <span className="dd num">
              {row.deadline.date === null ? t('upcoming.noDate') : columnDate(row.deadline.date, locale)}
            </span>
            <span className="what">
              {row.day === null ? (
                <span className="tt">{inLocale(row.title, locale)}</span>
              ) : (
                <button type="button" className="tt linkish" onClick={() => goTo(row.day as Day)}>
                  {inLocale(row.title, locale)}
                </button>
              )}
              <small>{detail(row, locale, t)}</small>
            </span>
            <span className="lf">
              {outcomes && row.deadline.outcome !== null
                ? t(`upcoming.outcome.${row.deadline.outcome}`)
                : daysLeft(row, place.date, t)}
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}

function detail({ deadline }: UpcomingRow, locale: Locale, t: Translate): string {
  const parts = [t(`upcoming.kind.${deadline.kind}`)];
  if (deadline.firmness !== 'NO_DATE') parts.push(t(`upcoming.firmness.${deadline.firmness}`));
  if (deadline.outcome !== null && deadline.daysLeft !== null && deadline.daysLeft > 0)
    parts.push(t('upcoming.left', { days: deadline.daysLeft }));
  return parts.join(locale === 'ja' ? '・' : ' · ');
}

function daysLeft({ deadline }: UpcomingRow, date: Day, t: Translate): string {
  if (deadline.daysLeft === null) return '';
  if (deadline.daysLeft > 0) return t('upcoming.left', { days: deadline.daysLeft });
  return deadline.earliest === date && deadline.latest === date ? t('upcoming.today') : t('upcoming.within');
}
