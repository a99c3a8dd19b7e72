'use client';
import { useState } from 'react';
import { useLanguage } from '@/language/language-provider';
import type { VariablesOf } from '@/lib/graphql';
import { AnswerPanel } from './answer-panel';
import { appendMutation, type ImportedDraft } from './append-queries';
import { PlainField } from './plain-field';
import { useWrite } from './use-write';

type EventInput = NonNullable<VariablesOf<typeof appendMutation>['input']['events']>[number];

/** One imported draft, in the shape of the API: what is to be looked at is named, everything can be changed. */
export function DraftReview({ draft, token }: { readonly draft: ImportedDraft; readonly token: string }) {
  const { t } = useLanguage();
  const [text, setText] = useState(() => JSON.stringify(draft.event, null, 2));
  const { state, send, restart, forget } = useWrite();
  const event = readEvent(text);
  const write = (dryRun: boolean): void => {
    if (event === null) return;
    void send(appendMutation, (frame) => ({ ...frame, events: [event] }), event.stream, token, dryRun);
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
        <div className={draft.needsReview.length > 0 ? 'fld warn' : 'fld'}>
          <span className="lb">{draft.id}</span>
          {draft.needsReview.length > 0 ? (
            <span className="hint">
              {t('pages.admin.reviewThese', { fields: draft.needsReview.join(', ') })}
            </span>
          ) : null}
        </div>
        <PlainField
          label={t('pages.admin.draftJson')}
          value={text}
          onChange={(value) => {
            forget();
            setText(value);
          }}
          testId="draft-json"
          rows={22}
          bad={event === null}
          hint={event === null ? t('pages.admin.notJson') : undefined}
        />
        <p className="actions">
          <button
            type="submit"
            className="btn primary"
            disabled={state.sending || event === null}
            data-testid="preview"
          >
            {t(state.sending ? 'append.sending' : 'append.preview')}
          </button>
        </p>
      </form>
      <AnswerPanel
        state={state}
        general={state.answer?.userErrors ?? []}
        unchanged={null}
        seenAt={{ date: null, slot: event?.effects?.[0]?.slot ?? null }}
        commitLabel={t('append.commit')}
        onCommit={() => write(false)}
        onRestart={restart}
      />
    </div>
  );
}

/** The API checks every field; here it only has to be an object with a stream. */
function readEvent(text: string): EventInput | null {
  try {
    const value = JSON.parse(text) as EventInput | null;
    return value !== null && typeof value === 'object' && typeof value.stream === 'string' ? value : null;
  } catch {
    return null;
  }
}
