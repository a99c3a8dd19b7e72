'use client';
import dynamic from 'next/dynamic';
import { useEffect, useState } from 'react';
import { useLanguage } from '@/language/language-provider';
import { IconButton } from '@/ui/icon-button';

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
      <IconButton
        icon="down"
        label={t('take.title')}
        aria-haspopup="dialog"
        data-testid="take-away"
        onClick={() => setOpen(true)}
      />
      {open ? <TakeAwayDialog onClose={() => setOpen(false)} /> : null}
    </>
  );
}
