'use client';
import { type Day, formatDay, InvalidDate, readTypedDate } from '@policy-timeline/domain';
import { type FormEvent, useEffect, useId, useRef, useState } from 'react';
import { useLanguage } from '@/language/language-provider';

interface DayInputProps {
  readonly label: string;
  readonly testId: string;
  readonly current: Day;
  /** Typed before the field was there: it begins with that instead of the day, and goes on after it. */
  readonly typed?: string;
  /** Half-open days that may be typed. */
  readonly range: { readonly from: Day; readonly until: Day };
  /** Words that mean a day here, such as `next change`; null for all others. */
  readonly wordToDay?: (text: string) => Day | null;
  readonly onDay: (day: Day) => void;
  readonly onClose: () => void;
}

/** A typed date in any of its forms; what cannot be read is answered by one sentence, and the field stays open. */
export function DayInput({
  label,
  testId,
  current,
  typed = '',
  range,
  wordToDay,
  onDay,
  onClose,
}: DayInputProps) {
  const { t } = useLanguage();
  const [text, setText] = useState(typed || formatDay(current));
  const [fault, setFault] = useState<string | null>(null);
  const input = useRef<HTMLInputElement>(null);
  const hint = useId();
  const ahead = useRef(typed);
  useEffect(() => {
    const { length } = ahead.current;
    if (length === 0) input.current?.select();
    else input.current?.setSelectionRange(length, length);
  }, []);

  const submit = (event: FormEvent): void => {
    event.preventDefault();
    try {
      const day = wordToDay?.(text) ?? readTypedDate(text, { current });
      if (day < range.from || day >= range.until) {
        setFault(
          t('date.outside', {
            day: formatDay(day),
            from: formatDay(range.from),
            until: formatDay((range.until - 1) as Day),
          }),
        );
        return;
      }
      onDay(day);
      onClose();
    } catch (error) {
      if (!(error instanceof InvalidDate)) throw error;
      setFault(t('date.unreadable', { given: text.slice(0, 40) }));
    }
  };
  return (
    <form
      className="day-input"
      onSubmit={submit}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        onClose();
      }}
      onBlur={(event) => {
        if (fault === null && !event.currentTarget.contains(event.relatedTarget)) onClose();
      }}
    >
      <input
        ref={input}
        // biome-ignore lint/a11y/noAutofocus: the field opens where the reader asked to type
        autoFocus
        value={text}
        aria-label={label}
        aria-describedby={hint}
        aria-invalid={fault !== null}
        data-testid={testId}
        autoComplete="off"
        spellCheck={false}
        onChange={(event) => {
          setText(event.target.value);
          setFault(null);
        }}
      />
      <button type="submit" className="btn">
        {t('date.go')}
      </button>
      <p
        id={hint}
        role={fault === null ? undefined : 'alert'}
        className={fault === null ? 'day-hint' : 'day-hint fault'}
      >
        {fault ?? t('date.hint')}
      </p>
    </form>
  );
}
