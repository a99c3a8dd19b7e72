'use client';
import { type ReactNode, useState } from 'react';
import { useLanguage } from '@/language/language-provider';
import { AnswerPanel } from './answer-panel';
import { PlainField } from './plain-field';
import { useWrite } from './use-write';

interface Props<T> {
  /** The event that is written or corrected. */
  readonly id: string;
  /** What is to be looked at; nothing: null. */
  readonly hint: string | null;
  readonly warns: boolean;
  /** In the shape of the API; everything can be changed. */
  readonly given: unknown;
  /** Null where the text is not of the shape that is sent. */
  readonly read: (text: string) => T | null;
  readonly write: (value: T, send: ReturnType<typeof useWrite>['send'], dryRun: boolean) => void;
  readonly slotOf: (value: T) => string | null;
  /** Said beside a preview. */
  readonly unchanged: ReactNode;
  readonly commitLabel: string;
}

/** Something an import proposes, as JSON to complete; previewed before it is written. */
export function JsonReview<T>(props: Props<T>) {
  const { id, hint, warns, given, read, slotOf, unchanged, commitLabel } = props;
  const { t } = useLanguage();
  const [text, setText] = useState(() => JSON.stringify(given, null, 2));
  const { state, send, restart, forget } = useWrite();
  const value = read(text);
  const write = (dryRun: boolean): void => {
    if (value !== null) props.write(value, send, dryRun);
  };
  return (
    <div className="two append">
      <form
        className="form"
        onSubmit={(submitted) => {
          submitted.preventDefault();
          write(true);
        }}
      >
        <div className={warns ? 'fld warn' : 'fld'}>
          <span className="lb">{id}</span>
          {hint === null ? null : <span className="hint">{hint}</span>}
        </div>
        <PlainField
          label={t('pages.admin.draftJson')}
          value={text}
          onChange={(changed) => {
            forget();
            setText(changed);
          }}
          testId="draft-json"
          rows={22}
          bad={value === null}
          hint={value === null ? t('pages.admin.notJson') : undefined}
        />
        <p className="actions">
          <button
            type="submit"
            className="btn primary"
            disabled={state.sending || value === null}
            data-testid="preview"
          >
            {t(state.sending ? 'append.sending' : 'append.preview')}
          </button>
        </p>
      </form>
      <AnswerPanel
        state={state}
        general={state.answer?.userErrors ?? []}
        unchanged={unchanged}
        seenAt={{ date: null, slot: value === null ? null : slotOf(value) }}
        commitLabel={commitLabel}
        onCommit={() => write(false)}
        onRestart={restart}
      />
    </div>
  );
}

/** The API checks every field; here it only has to be an object. */
export function readObject(text: string): Readonly<Record<string, unknown>> | null {
  try {
    const value: unknown = JSON.parse(text);
    return value !== null && typeof value === 'object' && !Array.isArray(value)
      ? (value as Readonly<Record<string, unknown>>)
      : null;
  } catch {
    return null;
  }
}
