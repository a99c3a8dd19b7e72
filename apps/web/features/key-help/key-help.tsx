'use client';
import dynamic from 'next/dynamic';
import { useCallback, useState } from 'react';
import { useLanguage } from '@/language/language-provider';
import { IconButton } from '@/ui/icon-button';
import { useKeys } from './use-keys';

const HelpDialog = dynamic(() => import('./help-dialog').then((module) => module.HelpDialog), { ssr: false });

/** Listens for the keys and shows what they do. */
export function KeyHelp() {
  const { t } = useLanguage();
  const [open, setOpen] = useState(false);
  useKeys(useCallback(() => setOpen(true), []));
  return (
    <>
      <IconButton icon="help" label={t('nav.help')} look=" not-phone" onClick={() => setOpen(true)} />
      {open ? <HelpDialog onClose={() => setOpen(false)} /> : null}
    </>
  );
}
