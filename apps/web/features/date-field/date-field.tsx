'use client';
import { formatDay } from '@policy-timeline/domain';
import dynamic from 'next/dynamic';
import { useCallback, useEffect, useRef, useState } from 'react';
import { besideDay, shortWeekday, weekday } from '@/language/format-day';
import { useLanguage } from '@/language/language-provider';
import { useScrub } from '@/timeline/scrub-context';
import { writeText } from '@/ui/write-text';
import { hearTypedAhead } from './typed-ahead';

// Reading typed dates of every kind waits until somebody types one.
const DateInput = dynamic(() => import('./date-input').then((module) => module.DateInput), { ssr: false });

/** Listened to by the field, so that the G key can open it from anywhere. */
export const EDIT_DATE = 'policy-timeline:edit-date';

/** The date in large figures, with its weekday and era; a press opens typing. */
export function DateField() {
  const { locale, t } = useLanguage();
  const { store, view } = useScrub();
  const [editing, setEditing] = useState(false);
  const chip = useRef<HTMLButtonElement>(null);
  const { date } = view.place;
  const typedAhead = useRef<() => string>(() => '');
  const close = useCallback((): void => {
    setEditing(false);
    chip.current?.focus();
  }, []);

  useEffect(
    () =>
      store.onHot((place) => {
        const [figures, beside, plain, short] = chip.current?.children ?? [];
        writeText(figures, formatDay(place.date));
        writeText(beside, besideDay(place.date, locale));
        writeText(plain, weekday(place.date, locale));
        writeText(short, shortWeekday(place.date, locale));
      }),
    [store, locale],
  );
  useEffect(() => {
    const open = (): void => {
      typedAhead.current = hearTypedAhead(close);
      setEditing(true);
    };
    window.addEventListener(EDIT_DATE, open);
    return () => window.removeEventListener(EDIT_DATE, open);
  }, [close]);

  return (
    <div className="date-field">
      <button
        type="button"
        className="date"
        ref={chip}
        title={t('date.edit')}
        onClick={() => {
          typedAhead.current = () => '';
          setEditing(true);
        }}
      >
        <span className="d num" data-testid="date-value">
          {formatDay(date)}
        </span>
        <span className="e era">{besideDay(date, locale)}</span>
        <span className="e no-era">{weekday(date, locale)}</span>
        <span className="e-short">{shortWeekday(date, locale)}</span>
      </button>
      {editing ? <DateInput typedAhead={typedAhead.current} onClose={close} /> : null}
    </div>
  );
}
