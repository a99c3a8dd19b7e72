'use client';
import { useCallback, useState } from 'react';
import { href } from '@/language/href';
import { useLanguage } from '@/language/language-provider';
import { AppendForm } from './append-form';
import type { TargetEvent } from './append-queries';
import { AuditList } from './audit-list';
import { CorrectForm } from './correct-form';
import { ACTIONS, type Action, draftOf } from './draft';
import { TokenField, useEditorToken } from './editor-token';
import { ImportDesk } from './import-desk';
import type { KnownSubject } from './known-subject';
import { TargetPicker } from './target-picker';
import { TASKS, type Task } from './tasks';

/** Everything an editor does to the record, one task at a time; each shows what would change before it is written. */
export function AdminDesk({
  task,
  target,
  subjects,
  topics,
}: {
  readonly task: Task;
  /** Id of the event to act on, as the address has it. */
  readonly target: string;
  readonly subjects: readonly KnownSubject[];
  readonly topics: readonly { readonly id: string; readonly title: string }[];
}) {
  const { locale, t } = useLanguage();
  const held = useEditorToken();
  const [chosen, setChosen] = useState<TargetEvent | null>(null);
  const choose = useCallback((event: TargetEvent | null) => setChosen(event), []);
  const action = ACTIONS.find((name): name is Action => name === task) ?? null;
  const start = action !== null && chosen !== null ? draftOf(action, asTarget(chosen)) : null;
  return (
    <>
      <nav className="chips" aria-label={t('pages.admin.tasks')} style={{ marginTop: 'var(--space-5)' }}>
        {TASKS.map((name) => (
          <a
            key={name}
            className="chip"
            href={href(locale, '/admin', { do: name, target: chosen?.id ?? target })}
            aria-current={name === task ? 'true' : undefined}
            data-testid={`task-${name}`}
          >
            {t(`pages.admin.task.${name}`)}
          </a>
        ))}
      </nav>
      <div className="form asks">
        {task === 'audit' ? null : <p className="note">{t(`pages.admin.about.${task}`)}</p>}
        <TokenField {...held} />
        {action !== null || task === 'correct' || task === 'void' ? (
          <TargetPicker start={target} onTarget={choose} />
        ) : null}
        {action !== null && chosen !== null && start === null ? (
          <p className="fault" role="alert">
            {t('pages.admin.noSuchAct')}
          </p>
        ) : null}
      </div>
      {task === 'append' ? <AppendForm subjects={subjects} topics={topics} token={held.token} /> : null}
      {start !== null && chosen !== null ? (
        <AppendForm
          key={`${task} ${chosen.id}`}
          subjects={subjects}
          topics={topics}
          token={held.token}
          start={start}
          action={action}
        />
      ) : null}
      {(task === 'correct' || task === 'void') && chosen !== null ? (
        <CorrectForm
          key={`${task} ${chosen.id}`}
          target={chosen}
          token={held.token}
          voiding={task === 'void'}
        />
      ) : null}
      {task === 'audit' ? <AuditList token={held.token} /> : null}
      {task === 'import' ? <ImportDesk token={held.token} /> : null}
    </>
  );
}

const asTarget = (event: TargetEvent) => ({
  id: event.id,
  family: event.family,
  stream: event.stream,
  topic: event.topic,
  actors: event.actors,
  targets: event.targets,
  from: event.effective.from.date ?? null,
  slots: [...new Set(event.effects.map(({ slot }) => slot))],
});
