'use client';
import { type FormEvent, useEffect, useId, useMemo, useState } from 'react';
import { useLanguage } from '@/language/language-provider';
import { actsOf, type Draft, type DraftField, EMPTY_DRAFT, faultsOf, fieldOfPath } from './draft';
import { FormContext } from './field';
import { Fields } from './fields';
import type { KnownSubject } from './known-subject';
import { Preview } from './preview';
import { useAppend } from './use-append';

const TOKEN = 'policy-timeline:editor-token';

/** Writes one event: what it changes is shown before it is written. */
export function AppendForm({
  subjects,
  topics,
}: {
  readonly subjects: readonly KnownSubject[];
  readonly topics: readonly { readonly id: string; readonly title: string }[];
}) {
  const { locale, t } = useLanguage();
  const [draft, setDraft] = useState<Draft>(EMPTY_DRAFT);
  const [tried, setTried] = useState(false);
  const [token, setToken] = useState('');
  const tokenId = useId();
  const { state, send, restart, forget, fetchRevision } = useAppend();
  useEffect(() => setToken(sessionStorage.getItem(TOKEN) ?? ''), []);
  const keepToken = (given: string): void => {
    setToken(given);
    sessionStorage.setItem(TOKEN, given);
  };

  const set = (field: DraftField, value: string): void => {
    forget();
    setDraft((held) => follow({ ...held, [field]: value }, field, subjects));
  };
  const local = faultsOf(draft);
  const faults = useMemo(() => {
    const said: Partial<Record<DraftField, string>> = {};
    if (tried)
      for (const [field, fault] of Object.entries(local) as [DraftField, 'required' | 'unreadableDate'][])
        said[field] = t(`append.${fault}`);
    for (const error of state.answer?.userErrors ?? []) {
      const field = fieldOfPath(error.path);
      if (field !== null) said[field] = error.message;
    }
    return said;
  }, [tried, local, state.answer, t]);
  const general = state.answer?.userErrors.filter(({ path }) => fieldOfPath(path) === null) ?? [];
  const errors = state.answer?.userErrors.length ?? 0;
  const previewed = state.answer !== null && state.preview && errors === 0;
  const written = state.answer?.receipt && !state.preview ? state.answer.receipt : null;

  const submit = (event: FormEvent, dryRun: boolean): void => {
    event.preventDefault();
    setTried(true);
    if (Object.keys(local).length === 0) void send(draft, token, dryRun);
  };
  return (
    <FormContext value={{ draft, set, faults }}>
      <div className="two append">
        <form className="form" onSubmit={(event) => submit(event, true)} noValidate>
          <div className="fld">
            <label htmlFor={tokenId}>{t('append.token')}</label>
            <input
              id={tokenId}
              className="inp"
              type="password"
              autoComplete="off"
              value={token}
              data-testid="field-token"
              onChange={(event) => keepToken(event.target.value)}
            />
            <span className="hint">{t('append.tokenHint')}</span>
          </div>
          <Fields draft={draft} subjects={subjects} topics={topics} />
          <div className="fld">
            <span className="lb">
              {t('append.revision')}{' '}
              <b className="num" data-testid="revision">
                {state.revision === undefined ? '—' : String(state.revision ?? t('changes.nothing'))}
              </b>
              <button
                type="button"
                className="linkish"
                onClick={() => void fetchRevision(draft.stream.trim())}
                disabled={draft.stream.trim() === ''}
              >
                {t('append.revisionRefresh')}
              </button>
            </span>
            <span className="hint">{t('append.revisionHint')}</span>
          </div>
          <p className="actions">
            <button type="submit" className="btn primary" disabled={state.sending} data-testid="preview">
              {t(state.sending ? 'append.sending' : 'append.preview')}
            </button>
          </p>
        </form>
        <section className="card side answer" aria-live="polite" data-testid="append-answer">
          <h2 className="sec">
            {t('append.changesTitle')} <span className="q s12">{written ? '' : t('append.notYet')}</span>
          </h2>
          {state.failure ? (
            <p className="fault" role="alert" data-testid="append-failure">
              {state.failure.code === 'UNAUTHENTICATED' || state.failure.code === 'FORBIDDEN'
                ? t('append.unauthenticated')
                : t('append.failed', { reason: state.failure.message })}
            </p>
          ) : null}
          {general.map((error) => (
            <p
              key={error.message}
              className="fault"
              role="alert"
              data-testid="user-error"
              data-code={error.code}
            >
              {error.message}
            </p>
          ))}
          {written ? (
            <p className="done" data-testid="append-receipt">
              {t('append.committed', { position: written.positions.join(', ') })}{' '}
              <a
                href={`/?d=${/^\d{4}-\d{2}-\d{2}$/.test(draft.from) ? draft.from : ''}&s=${encodeURIComponent(draft.subject)}&lang=${locale}`}
              >
                {t('nav.timeline')}
              </a>
            </p>
          ) : null}
          {state.answer && errors === 0 ? (
            <Preview rows={state.answer.viewDiff} />
          ) : state.failure || errors > 0 ? null : (
            <p className="note">{t('append.previewFirst')}</p>
          )}
          {previewed && draft.knownOn.trim() !== '' ? (
            <p className="note">
              {t('append.unchanged')}: {t('append.unchangedKnown', { day: draft.knownOn.trim() })}
            </p>
          ) : null}
          {previewed ? (
            <p className="actions">
              <button
                type="button"
                className="btn primary"
                disabled={state.sending}
                data-testid="commit"
                onClick={(event) => submit(event, false)}
              >
                {t('append.commit')}
              </button>
            </p>
          ) : null}
          {written ? (
            <p className="actions">
              <button
                type="button"
                className="btn"
                onClick={() => {
                  restart();
                  setTried(false);
                  setDraft(EMPTY_DRAFT);
                }}
              >
                {t('append.another')}
              </button>
            </p>
          ) : null}
        </section>
      </div>
    </FormContext>
  );
}

/** A known subject brings its stream and topic; a type that does not allow the act takes its first. */
function follow(draft: Draft, changed: DraftField, subjects: readonly KnownSubject[]): Draft {
  if (changed === 'subject') {
    const known = subjects.find(({ id }) => id === draft.subject.trim());
    return known ? { ...draft, stream: known.stream, topic: known.topic ?? draft.topic } : draft;
  }
  if (changed !== 'type') return draft;
  const acts = actsOf(draft.type);
  return draft.act !== '' && acts.includes(draft.act) ? draft : { ...draft, act: acts[0] ?? '' };
}
