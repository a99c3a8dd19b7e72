'use client';
import { type Day, formatDay } from '@policy-timeline/domain';
import dynamic from 'next/dynamic';
import { useEffect, useRef, useState } from 'react';
import { besideDay, shortWeekday, weekday } from '@/language/format-day';
import { useLanguage } from '@/language/language-provider';
import { useScrub } from '@/timeline/scrub-context';
import { stepToChange } from '@/timeline/step-to-change';

// Reading typed dates of every kind waits until somebody types one.
const DayInput = dynamic(() => import('@/ui/day-input').then((module) => module.DayInput), { ssr: false });

/** Listened to by the field, so that the G key can open it from anywhere. */
export const EDIT_DATE = 'policy-timeline:edit-date';

/** The date in large figures, with its weekday and era; a press opens typing. */
export function DateField() {
  const { locale, t } = useLanguage();
  const { store, view, reader, slots, goTo } = useScrub();
  const [editing, setEditing] = useState(false);
  const chip = useRef<HTMLButtonElement>(null);
  const { date } = view.place;

  useEffect(
    () =>
      store.onHot((place) => {
        const [figures, beside, plain, short] = chip.current?.children ?? [];
        if (figures) figures.textContent = formatDay(place.date);
        if (beside) beside.textContent = besideDay(place.date, locale);
        if (plain) plain.textContent = weekday(place.date, locale);
        if (short) short.textContent = shortWeekday(place.date, locale);
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
        title={t('date.edit')}
        onClick={() => setEditing(true)}
      >
        <span className="d num" data-testid="date-value">
          {formatDay(date)}
        </span>
        <span className="e era">{besideDay(date, locale)}</span>
        <span className="e no-era">{weekday(date, locale)}</span>
        <span className="e-short">{shortWeekday(date, locale)}</span>
      </button>
      {editing ? (
        <DayInput
          label={t('date.label')}
          testId="date-input"
          current={store.hot.date}
          range={view.frame.range}
          wordToDay={(text) =>
            dayOfWord(
              text,
              view.frame,
              (direction) => reader && stepToChange(reader, slots, store.hot, direction),
            )
          }
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

const NEXT = /^(next change|next|次の変化|次)$/i;
const PREVIOUS = /^(previous change|prev(ious)?|前の変化|前)$/i;

/** `next change`, `previous change`, `earliest` and `latest`, in both languages. */
function dayOfWord(
  text: string,
  { range, newestKnown }: { readonly range: { readonly from: Day }; readonly newestKnown: Day },
  step: (direction: 1 | -1) => Day | null,
): Day | null {
  const word = text.trim();
  if (NEXT.test(word)) return step(1);
  if (PREVIOUS.test(word)) return step(-1);
  if (/^(earliest|最初)$/i.test(word)) return range.from;
  return /^(latest|最新)$/i.test(word) ? newestKnown : null;
}
