'use client';
import { formatDay } from '@policy-timeline/domain';
import { fullValue, inLocale } from '@/language/format-value';
import { useLanguage } from '@/language/language-provider';
import { atBorder } from '@/timeline/at-border';
import { useScrub } from '@/timeline/scrub-context';

/** What the border did on this day, where the law said otherwise: duties struck down are collected until the border stops. */
export function BorderLine() {
  const { locale, t } = useLanguage();
  const { view, reader } = useScrub();
  const border = reader && view.reason ? atBorder(reader, view.reason.index, view.place) : null;
  if (!border) return null;
  const { reading, until } = border;
  return (
    <ol className="why" data-testid="at-border">
      <li>
        <i />
        <span className="vb">{t('why.border')}</span>
        <div>
          {t(`status.${reading.status}`)} <b>{fullValue(reading.value, locale, t)}</b>
          {until ? (
            <small>
              {t('why.until', { until: formatDay(until.day) })}
              {until.title ? `${locale === 'ja' ? '・' : ' · '}${inLocale(until.title, locale)}` : ''}
            </small>
          ) : null}
        </div>
      </li>
    </ol>
  );
}
