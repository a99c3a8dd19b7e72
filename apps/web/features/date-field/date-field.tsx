'use client';
import { formatDay } from '@policy-timeline/domain';
import { useEffect, useRef, useState } from 'react';
import { besideDay } from '@/language/format-day';
import { useLanguage } from '@/language/language-provider';
import { useScrub } from '@/timeline/scrub-context';
import { DayInput } from '@/ui/day-input';

/** Listened to by the field, so that the G key can open it from anywhere. */
export const EDIT_DATE = 'policy-timeline:edit-date';

/** The date in large figures, with its weekday and era; a press opens typing. */
export function DateField() {
  const { locale, t } = useLanguage();
  const { store, view, goTo } = useScrub();
  const [editing, setEditing] = useState(false);
  const chip = useRef<HTMLButtonElement>(null);
  const { date } = view.place;

  useEffect(
    () =>
      store.onHot((place) => {
        const [figures, beside] = chip.current?.children ?? [];
        if (figures) figures.textContent = formatDay(place.date);
        if (beside) beside.textContent = besideDay(place.date, locale);
      }),
    [store, locale],
  );
  useEffect(() => {
    const open = (): void => setEditing(true);
    window.addEventListener(EDIT_DATE, open);
    return () => window.removeEventListener(EDIT_DATE, open);
  }, []);

  return (
    <div className="date-field">
      <button
        type="button"
        className="date"
        ref={chip}
        aria-label={`${t('date.edit')}: ${formatDay(date)}`}
        onClick={() => setEditing(true)}
      >
        <span className="d num" data-testid="date-value">
          {formatDay(date)}
        </span>
        <span className="e">{besideDay(date, locale)}</span>
      </button>
      {editing ? (
        <DayInput
          label={t('date.label')}
          testId="date-input"
          current={store.hot.date}
          range={view.frame.range}
          onDay={goTo}
          onClose={() => {
            setEditing(false);
            chip.current?.focus();
          }}
        />
      ) : null}
    </div>
  );
}
