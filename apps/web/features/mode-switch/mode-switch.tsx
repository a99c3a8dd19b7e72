'use client';
import { formatDay } from '@policy-timeline/domain';
import dynamic from 'next/dynamic';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { useLanguage } from '@/language/language-provider';
import type { KnowledgeMode } from '@/timeline/knowledge';
import { useScrub } from '@/timeline/scrub-context';
import { Icon } from '@/ui/icon';
import { IconButton } from '@/ui/icon-button';
import { writeText } from '@/ui/write-text';

// Reading typed dates of every kind waits until somebody types one.
const DayInput = dynamic(() => import('@/ui/day-input').then((module) => module.DayInput), { ssr: false });

const MODES: readonly KnowledgeMode[] = ['now', 'lived', 'fixed'];
const TEST_IDS = { now: 'mode-hindsight', lived: 'mode-lived', fixed: 'mode-fixed' } as const;

/** Hindsight, as lived, or fixed at a day of its own; that day is typed beside the segment. */
export function ModeSwitch() {
  const { t } = useLanguage();
  const { store, view, setKnowledge } = useScrub();
  const { knowledge, date } = view.place;
  const [editing, setEditing] = useState(false);
  const group = useRef<HTMLDivElement>(null);
  const fixedDay = useRef(knowledge.mode === 'fixed' ? knowledge.day : null);
  const label = useRef<HTMLSpanElement>(null);
  useEffect(
    () =>
      store.onHot(({ knowledge: hot }) => {
        if (hot.mode !== 'fixed') return;
        fixedDay.current = hot.day;
        writeText(label.current, t('mode.fixedDay', { day: formatDay(hot.day) }));
      }),
    [store, t],
  );

  const choose = (mode: KnowledgeMode): void => {
    if (mode !== 'fixed') setKnowledge({ mode });
    else if (knowledge.mode === 'fixed') setEditing(true);
    else
      setKnowledge({
        mode: 'fixed',
        day: fixedDay.current ?? (Math.min(date, view.frame.newestKnown) as typeof date),
      });
  };
  const arrows = (event: KeyboardEvent): void => {
    const turn =
      event.key === 'ArrowRight' || event.key === 'ArrowDown'
        ? 1
        : event.key === 'ArrowLeft' || event.key === 'ArrowUp'
          ? 2
          : 0;
    if (turn === 0) return;
    event.preventDefault();
    const next = MODES[(MODES.indexOf(knowledge.mode) + turn) % 3];
    if (next) choose(next);
    if (next) group.current?.querySelector<HTMLButtonElement>(`[data-testid="${TEST_IDS[next]}"]`)?.focus();
  };
  return (
    <div className="mode">
      <div
        className="seg"
        role="radiogroup"
        aria-label={t('mode.group')}
        ref={group}
        onKeyDown={arrows}
        tabIndex={-1}
      >
        {MODES.map((mode) => (
          // biome-ignore lint/a11y/useSemanticElements: a segmented control with arrow keys, as the radio group pattern asks
          <button
            key={mode}
            type="button"
            role="radio"
            aria-checked={knowledge.mode === mode}
            tabIndex={knowledge.mode === mode ? 0 : -1}
            className={mode === 'fixed' ? 'k' : ''}
            data-testid={TEST_IDS[mode]}
            onClick={() => choose(mode)}
          >
            {mode === 'fixed' ? <Icon name="known" /> : null}
            <span ref={mode === 'fixed' ? label : null} className="num">
              {mode === 'fixed' && knowledge.mode === 'fixed'
                ? t('mode.fixedDay', { day: formatDay(knowledge.day) })
                : t(`mode.${mode}`)}
            </span>
          </button>
        ))}
      </div>
      <select
        className="p-mode"
        aria-label={t('mode.group')}
        data-mode={knowledge.mode}
        data-testid="mode-select"
        value={knowledge.mode}
        onChange={(event) => choose(event.target.value as KnowledgeMode)}
      >
        {MODES.map((mode) => (
          <option key={mode} value={mode}>
            {mode === 'fixed' && knowledge.mode === 'fixed'
              ? `◆ ${t('scrub.knownShort', { day: formatDay(knowledge.day) })}`
              : t(`mode.${mode}`)}
          </option>
        ))}
      </select>
      {knowledge.mode === 'fixed' && !editing ? (
        <IconButton
          icon="pen"
          label={t('mode.editFixed')}
          data-testid="known-edit"
          onClick={() => setEditing(true)}
        />
      ) : null}
      {editing && knowledge.mode === 'fixed' ? (
        <DayInput
          label={t('mode.fixedLabel')}
          testId="known-input"
          current={knowledge.day}
          range={view.frame.range}
          onDay={(day) => setKnowledge({ mode: 'fixed', day })}
          onClose={() => setEditing(false)}
        />
      ) : null}
    </div>
  );
}
