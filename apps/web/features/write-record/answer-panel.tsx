'use client';
import type { ReactNode } from 'react';
import { timelineHref } from '@/language/href';
import { useLanguage } from '@/language/language-provider';
import type { UserError } from './append-queries';
import { Preview } from './preview';
import { labelAt, sayFailure, sayUserError } from './say-fault';
import type { WriteState } from './use-write';

interface Props {
  readonly state: WriteState;
  /** Errors that no field of the form shows. */
  readonly general: readonly UserError[];
  /** What stays as it is, said beside a preview. */
  readonly unchanged: ReactNode;
  /** Where the written thing can be seen. */
  readonly seenAt: { readonly date: string | null; readonly slot: string | null };
  readonly commitLabel: string;
  readonly onCommit: () => void;
  readonly onRestart: () => void;
}

/** The other half of every form: what would change, then the word that it is written. */
export function AnswerPanel({ state, general, unchanged, seenAt, commitLabel, onCommit, onRestart }: Props) {
  const { locale, t } = useLanguage();
  const errors = state.answer?.userErrors.length ?? 0;
  const atFields = errors - general.length;
  const previewed = state.answer !== null && state.preview && errors === 0;
  const written = state.answer?.receipt && !state.preview ? state.answer.receipt : null;
  return (
    <section className="card side answer" aria-live="polite" data-testid="append-answer">
      <h2 className="sec">
        {t('append.changesTitle')} <span className="q s12">{written ? '' : t('append.notYet')}</span>
      </h2>
      {state.failure ? (
        <p className="fault" role="alert" data-testid="append-failure" data-code={state.failure.code}>
          {sayFailure(t, state.failure)}
        </p>
      ) : null}
      {general.map((error) => (
        <p key={error.message} className="fault" role="alert" data-testid="user-error" data-code={error.code}>
          <Fault error={error} sent={state.sent} />
        </p>
      ))}
      {atFields > 0 ? (
        <p className="note" data-testid="faults-at-fields">
          {t('pages.refusal.fields', { count: atFields })}
        </p>
      ) : null}
      {written ? (
        <p className="done" data-testid="append-receipt">
          {t('append.committed', { position: written.positions.join(', ') })}{' '}
          <a href={timelineHref(locale, seenAt)}>{t('nav.timeline')}</a>
        </p>
      ) : null}
      {state.answer && errors === 0 ? (
        <Preview rows={state.answer.viewDiff} />
      ) : state.failure || errors > 0 ? null : (
        <p className="note">{t('append.previewFirst')}</p>
      )}
      {previewed ? unchanged : null}
      {previewed ? (
        <p className="actions">
          <button
            type="button"
            className="btn primary"
            disabled={state.sending}
            data-testid="commit"
            onClick={onCommit}
          >
            {commitLabel}
          </button>
        </p>
      ) : null}
      {written ? (
        <p className="actions">
          <button type="button" className="btn" onClick={onRestart}>
            {t('append.another')}
          </button>
        </p>
      ) : null}
    </section>
  );
}

/** A fault that no field shows: which one it speaks of, and what is wrong, in the page's language where it has a sentence for it. */
function Fault({ error, sent }: { readonly error: UserError; readonly sent: unknown }) {
  const { t } = useLanguage();
  const text = sayUserError(t, error, sent);
  if (text === null) return <span lang="en">{error.message}</span>;
  const label = labelAt(t, error.path);
  return label === null ? text : t('pages.refusal.at', { label, text });
}
