'use client';
import { type KeyboardEvent, useDeferredValue, useEffect, useMemo, useRef, useState } from 'react';
import { useLanguage } from '@/language/language-provider';
import { useActions } from '@/timeline/actions';
import { useScrub } from '@/timeline/scrub-context';
import { type PaletteEntry, paletteEntries } from './palette-entries';

/** A combobox over everything: arrows choose, Enter goes. */
export function PaletteDialog({ onClose }: { readonly onClose: () => void }) {
  const { locale, t } = useLanguage();
  const { reader, setFilter, select, goTo, searchBothLanguages } = useScrub();
  const act = useActions();
  const dialog = useRef<HTMLDialogElement>(null);
  const [typed, setTyped] = useState('');
  const [at, setAt] = useState(0);
  const asked = useDeferredValue(typed);
  const entries = useMemo(() => paletteEntries(reader, asked, locale, t), [reader, asked, locale, t]);
  useEffect(() => dialog.current?.showModal(), []);
  useEffect(() => searchBothLanguages(), [searchBothLanguages]);
  const chosen = Math.min(at, entries.length - 1);
  const take = (entry: PaletteEntry | undefined): void => {
    if (!entry) return;
    dialog.current?.close();
    // The action may look for the focus, which the dialog first gives back.
    requestAnimationFrame(() => {
      if (entry.kind === 'action') act(entry.action);
      else if (entry.kind === 'party') setFilter([entry.id]);
      else if (entry.kind === 'slot') select(entry.id);
      else {
        if (entry.slot !== null) select(entry.slot);
        goTo(entry.day);
      }
    });
  };
  const keys = (event: KeyboardEvent): void => {
    const turn = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (turn !== 0) {
      event.preventDefault();
      setAt((chosen + turn + entries.length) % Math.max(1, entries.length));
    } else if (event.key === 'Enter') {
      event.preventDefault();
      take(entries[chosen]);
    }
  };
  return (
    <dialog ref={dialog} className="help palette" aria-label={t('palette.title')} onClose={onClose}>
      <input
        autoFocus
        role="combobox"
        aria-expanded="true"
        aria-controls="palette-list"
        aria-activedescendant={entries[chosen] ? `palette-${chosen}` : undefined}
        aria-label={t('palette.title')}
        placeholder={t('palette.placeholder')}
        data-testid="palette-input"
        autoComplete="off"
        spellCheck={false}
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value);
          setAt(0);
        }}
        onKeyDown={keys}
      />
      <div id="palette-list" role="listbox" aria-label={t('palette.title')}>
        {entries.map((entry, i) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the field above takes the keys
          <div
            key={`${entry.kind} ${entry.id}`}
            id={`palette-${i}`}
            role="option"
            aria-selected={i === chosen}
            tabIndex={-1}
            onClick={() => take(entry)}
          >
            <span>{entry.label}</span>
            <small className="q">{t(`palette.kind.${entry.kind}`)}</small>
          </div>
        ))}
      </div>
      {entries.length === 0 ? <p className="q">{t('palette.none')}</p> : null}
    </dialog>
  );
}
