'use client';
import dynamic from 'next/dynamic';
import { useEffect, useState } from 'react';
import { useLanguage } from '@/language/language-provider';
import { Icon } from '@/ui/icon';

const TakeAwayDialog = dynamic(() => import('./take-away-dialog').then((module) => module.TakeAwayDialog), {
  ssr: false,
});
/** Sent by the palette. */
const OPEN = 'policy-timeline:take-away';

/** Opens what can be taken along: links, the citation, tables, the calendar, print. */
export function TakeAway() {
  const { t } = useLanguage();
  const [open, setOpen] = useState(false);
  useEffect(() => {
    const show = (): void => setOpen(true);
    window.addEventListener(OPEN, show);
    return () => window.removeEventListener(OPEN, show);
  }, []);
  return (
    <>
      <button
        type="button"
        className="ib"
        aria-label={t('take.title')}
        title={t('take.title')}
        aria-haspopup="dialog"
        data-testid="take-away"
        onClick={() => setOpen(true)}
      >
        <Icon name="down" />
      </button>
      {open ? <TakeAwayDialog onClose={() => setOpen(false)} /> : null}
    </>
  );
}
