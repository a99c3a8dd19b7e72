'use client';
import { useEffect, useState } from 'react';
import { useLanguage } from '@/language/language-provider';
import { IconButton } from './icon-button';

const SAID_MS = 2_500;

/** Copies, and says so for a moment; where the browser forbids it the text is shown to be copied by hand. */
function useCopy() {
  const [state, setState] = useState<'idle' | 'copied' | 'refused'>('idle');
  useEffect(() => {
    if (state !== 'copied') return;
    const timer = setTimeout(() => setState('idle'), SAID_MS);
    return () => clearTimeout(timer);
  }, [state]);
  const copy = (text: string): void => {
    if (!navigator.clipboard) {
      setState('refused');
      return;
    }
    navigator.clipboard.writeText(text).then(
      () => setState('copied'),
      () => setState('refused'),
    );
  };
  return { state, copy };
}

/** In the bar: the address of this page. */
export function CopyLink() {
  const { t } = useLanguage();
  const { state, copy } = useCopy();
  const said = state === 'copied' ? t('nav.copied') : t('nav.copy');
  return (
    <IconButton
      icon={state === 'copied' ? 'check' : 'link'}
      label={said}
      onClick={() => copy(window.location.href)}
    />
  );
}

/** A citation of what the page shows; the address and the day of access are added when it is pressed. */
export function CopyCitation({ citation }: { readonly citation: string }) {
  const { t } = useLanguage();
  const { state, copy } = useCopy();
  const [text, setText] = useState('');
  return (
    <>
      <button
        type="button"
        className="linkish"
        data-testid="copy-citation"
        onClick={() => {
          const accessed = new Date().toISOString().slice(0, 10);
          const whole = `${citation} ${window.location.href} (${t('pages.tools.accessed', { day: accessed })})`;
          setText(whole);
          copy(whole);
        }}
      >
        {state === 'copied' ? t('pages.tools.cited') : t('pages.tools.cite')}
      </button>
      {state === 'refused' ? <output className="q">{text}</output> : null}
    </>
  );
}
