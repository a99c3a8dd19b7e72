import { spellDay } from '@/language/format-day';
import { href } from '@/language/href';
import type { Locale } from '@/language/locale';
import type { Translate } from '@/language/translate';
import { Icon } from '@/ui/icon';
import { StatusMark } from '@/ui/status-mark';
import type { CompareData } from './compare-query';
import { type ComparedView, isoOrNone } from './compared-view';

/** One view: its two days and how many of each status. */
export function ViewCard({
  label,
  view,
  counts,
  locale,
  t,
}: {
  readonly label: string;
  readonly view: ComparedView;
  readonly counts: CompareData['a']['counts'];
  readonly locale: Locale;
  readonly t: Translate;
}) {
  return (
    <section className="card" aria-label={label}>
      <p className="sec-row">
        <b>
          {label}　{spellDay(view.date, locale)}
        </b>
        <span className="kchip">
          <Icon name="known" />
          {view.known === null
            ? t('mode.nowChip')
            : t('mode.planAsOf', { day: spellDay(view.known, locale) })}
        </span>
      </p>
      <div className="sum" style={{ marginTop: 'var(--space-3)' }}>
        {(
          [
            ['IN_FORCE', counts.inForce],
            ['SCHEDULED', counts.scheduled],
            ['SUSPENDED', counts.suspended],
          ] as const
        ).map(([status, count]) => (
          <div key={status}>
            <b className="num">{count}</b>
            <span className="word">
              <StatusMark status={status} word="" />
              {t(`status.${status}`)}
            </span>
          </div>
        ))}
      </div>
      <p className="note">
        <a href={href(locale, '/', { d: isoOrNone(view.date), k: isoOrNone(view.known) })}>
          {t('pages.event.onTimeline')}
        </a>
      </p>
    </section>
  );
}
