'use client';
import { useEffect, useRef } from 'react';
import { useLanguage } from '@/language/language-provider';
import { useSingleKeys } from './use-keys';

const ROWS = [
  ['arrows', '← → ↓ ↑'],
  ['shiftArrows', 'Shift ← →'],
  ['page', 'PageUp PageDown'],
  ['homeEnd', 'Home End'],
  ['comma', ', .'],
  ['selected', '[ ]'],
  ['today', 'T'],
  ['play', 'P · Space'],
  ['views', '1 2 3 4 5'],
  ['mode', 'K'],
  ['known', 'Shift K'],
  ['pin', 'A'],
  ['swap', 'X'],
  ['diff', 'D'],
  ['why', 'W'],
  ['upcoming', 'U'],
  ['plane', 'V'],
  ['peek', 'H'],
  ['zoom', '= − 0'],
  ['fitSelected', 'F'],
  ['edit', 'G · Enter'],
  ['search', '/'],
  ['palette', 'Ctrl K'],
  ['help', '?'],
  ['escape', 'Esc'],
] as const;

/** The keys and what they do, and the switch that turns single keys off. */
export function HelpDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useLanguage();
  const dialog = useRef<HTMLDialogElement>(null);
  const [singleKeys, setSingleKeys] = useSingleKeys();
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog ref={dialog} className="help" aria-labelledby="help-title" onClose={onClose}>
      {/* The first thing told, and the top of a list that may scroll. */}
      <h2 id="help-title" tabIndex={-1} ref={(title) => title?.focus()}>
        {t('help.title')}
      </h2>
      <p className="q">{t('help.intro')}</p>
      <dl>
        {ROWS.map(([name, keys]) => (
          <div key={name}>
            <dt>
              {keys.split(' ').map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dt>
            <dd>{t(`help.keys.${name}`)}</dd>
          </div>
        ))}
      </dl>
      <label className="check">
        <input
          type="checkbox"
          checked={singleKeys}
          onChange={(event) => setSingleKeys(event.target.checked)}
        />
        {t('help.enabled')}
      </label>
      <form method="dialog">
        <button type="submit" className="btn primary">
          {t('help.close')}
        </button>
      </form>
    </dialog>
  );
}
