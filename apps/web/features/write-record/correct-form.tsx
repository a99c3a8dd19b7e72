'use client';
import { useState } from 'react';
import { useLanguage } from '@/language/language-provider';
import { AnswerPanel } from './answer-panel';
import { correctMutation, type TargetEvent, voidMutation } from './append-queries';
import { type Correction, correctionFaults, correctionOf, patchOf } from './correction';
import { fieldOfPath } from './draft';
import { useFirstFault } from './first-fault';
import { PlainField } from './plain-field';
import { sayUserError } from './say-fault';
import { useWrite } from './use-write';

const PATCHED = [
  'titleJa',
  'titleEn',
  'summaryJa',
  'summaryEn',
  'from',
  'until',
  'knownOn',
  'note',
] as const satisfies readonly (keyof Correction)[];

const isPatched = (name: string): name is (typeof PATCHED)[number] =>
  (PATCHED as readonly string[]).includes(name);

/** Our record was wrong: new content for the fields that were, and why; or the whole event was recorded by mistake. */
export function CorrectForm({
  target,
  token,
  voiding,
}: {
  readonly target: TargetEvent;
  readonly token: string;
  /** The event should not have been recorded at all. */
  readonly voiding: boolean;
}) {
  const { t } = useLanguage();
  const first = correctionOf(target);
  const [draft, setDraft] = useState<Correction>(first);
  const [tried, setTried] = useState(false);
  const { state, send, restart, forget } = useWrite();
  const firstFault = useFirstFault(state.answer);
  const faults = correctionFaults(draft, first, voiding);
  const set = (field: keyof Correction, value: string): void => {
    forget();
    setDraft((held) => ({ ...held, [field]: value }));
  };
  const write = (dryRun: boolean): void => {
    if (faults.size > 0) {
      firstFault.show(() => setTried(true));
      return;
    }
    setTried(true);
    const reason = { ja: draft.reasonJa.trim(), en: draft.reasonEn.trim() };
    if (voiding)
      void send(
        voidMutation,
        (frame) => ({ ...frame, target: target.id, reason }),
        target.stream,
        token,
        dryRun,
      );
    else
      void send(
        correctMutation,
        (frame) => ({ ...frame, target: target.id, patch: patchOf(draft, first), reason }),
        target.stream,
        token,
        dryRun,
      );
  };
  const errors = state.answer?.userErrors ?? [];
  const shown = (path: string | null): keyof Correction | null => {
    const name = fieldOfPath(path);
    return !voiding && name !== null && isPatched(name) ? name : null;
  };
  const faultOf = (name: keyof Correction): string | undefined => {
    const local = tried ? faults.get(name) : undefined;
    if (local) return t(local === 'required' ? 'append.required' : 'append.unreadableDate');
    const error = errors.find(({ path }) => shown(path) === name);
    return error && (sayUserError(t, error, state.sent) ?? error.message);
  };
  const field = (name: keyof Correction, label: string, rows?: number) => (
    <PlainField
      key={name}
      label={label}
      value={draft[name]}
      onChange={(value) => set(name, value)}
      testId={`field-${name}`}
      bad={faultOf(name) !== undefined}
      hint={faultOf(name)}
      {...(rows === undefined ? {} : { rows })}
      {...(name.endsWith('Ja') ? { lang: 'ja' } : name.endsWith('En') ? { lang: 'en' } : {})}
    />
  );
  const labels: Readonly<Record<(typeof PATCHED)[number], string>> = {
    titleJa: t('append.titleJa'),
    titleEn: t('append.titleEn'),
    summaryJa: t('append.summaryJa'),
    summaryEn: t('append.summaryEn'),
    from: t('append.from'),
    until: t('append.until'),
    knownOn: t('append.knownOn'),
    note: t('pages.event.note'),
  };
  return (
    <div className="two append">
      <form
        ref={firstFault.form}
        className="form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          write(true);
        }}
      >
        {voiding ? null : (
          <>
            <p className="note">{t('pages.admin.patchHint')}</p>
            {PATCHED.map((name) =>
              field(name, labels[name], name.startsWith('summary') || name === 'note' ? 2 : undefined),
            )}
          </>
        )}
        {field('reasonJa', t('pages.admin.reasonJa'), 2)}
        {field('reasonEn', t('pages.admin.reasonEn'), 2)}
        {tried && faults.has('nothing') ? (
          <p className="fault" role="alert">
            {t('pages.admin.nothingChanged')}
          </p>
        ) : null}
        <p className="actions">
          <button type="submit" className="btn primary" disabled={state.sending} data-testid="preview">
            {t(state.sending ? 'append.sending' : 'append.preview')}
          </button>
        </p>
      </form>
      <AnswerPanel
        state={state}
        general={errors.filter(({ path }) => shown(path) === null)}
        unchanged={<p className="note">{t('pages.admin.basisStays')}</p>}
        seenAt={{ date: target.effective.from.date, slot: target.effects[0]?.slot ?? null }}
        commitLabel={t(voiding ? 'pages.admin.commitVoid' : 'pages.admin.commitCorrect')}
        onCommit={() => write(false)}
        onRestart={() => {
          restart();
          setTried(false);
        }}
      />
    </div>
  );
}
