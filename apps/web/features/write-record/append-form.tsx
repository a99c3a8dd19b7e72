'use client';
import { type FormEvent, useMemo, useState } from 'react';
import { useLanguage } from '@/language/language-provider';
import { AnswerPanel } from './answer-panel';
import { appendMutation } from './append-queries';
import {
  type Action,
  actsOf,
  type Draft,
  type DraftField,
  EMPTY_DRAFT,
  eventInput,
  faultsOf,
  shownField,
} from './draft';
import { FormContext } from './field';
import { Fields } from './fields';
import { useFirstFault } from './first-fault';
import type { KnownSubject } from './known-subject';
import { sayUserError } from './say-fault';
import { useWrite } from './use-write';

interface Props {
  readonly subjects: readonly KnownSubject[];
  readonly topics: readonly { readonly id: string; readonly title: string }[];
  readonly token: string;
  /** What the form begins with: an action on something recorded, or nothing. */
  readonly start?: Draft;
  /** The action that the start is of: its act and target are settled. */
  readonly action?: Action | null;
}

/** Writes one event: what it changes is shown before it is written. */
export function AppendForm({ subjects, topics, token, start = EMPTY_DRAFT, action = null }: Props) {
  const { t } = useLanguage();
  const [draft, setDraft] = useState<Draft>(start);
  const [tried, setTried] = useState(false);
  const { state, send, restart, forget, fetchRevision } = useWrite();
  const firstFault = useFirstFault(state.answer);

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
      const field = shownField(error.path, draft, action);
      if (field !== null) said[field] = sayUserError(t, error, state.sent) ?? error.message;
    }
    return said;
  }, [tried, local, state, draft, action, t]);

  const write = (dryRun: boolean): void => {
    if (Object.keys(local).length > 0) {
      firstFault.show(() => setTried(true));
      return;
    }
    setTried(true);
    void send(
      appendMutation,
      (frame) => ({ ...frame, events: [eventInput(draft)] }),
      draft.stream.trim(),
      token,
      dryRun,
    );
  };
  return (
    <FormContext value={{ draft, set, faults }}>
      <div className="two append">
        <form
          ref={firstFault.form}
          className="form"
          onSubmit={(event: FormEvent) => {
            event.preventDefault();
            write(true);
          }}
          noValidate
        >
          <Fields draft={draft} subjects={subjects} topics={topics} action={action} />
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
        <AnswerPanel
          state={state}
          general={
            state.answer?.userErrors.filter(({ path }) => shownField(path, draft, action) === null) ?? []
          }
          unchanged={
            draft.knownOn.trim() === '' ? null : (
              <p className="note">
                {t('append.unchanged')}: {t('append.unchangedKnown', { day: draft.knownOn.trim() })}
              </p>
            )
          }
          seenAt={{ date: /^\d{4}-\d{2}-\d{2}$/.test(draft.from) ? draft.from : null, slot: draft.subject }}
          commitLabel={t('append.commit')}
          onCommit={() => write(false)}
          onRestart={() => {
            restart();
            setTried(false);
            setDraft(start);
          }}
        />
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
