'use client';
import dynamic from 'next/dynamic';
import { useCallback, useState } from 'react';
import { useLanguage } from '@/language/language-provider';
import { Icon } from '@/ui/icon';
import { useKeys } from './use-keys';

const HelpDialog = dynamic(() => import('./help-dialog').then((module) => module.HelpDialog), { ssr: false });

/** Listens for the keys and shows what they do. */
export function KeyHelp() {
  const { t } = useLanguage();
  const [open, setOpen] = useState(false);
  useKeys(useCallback(() => setOpen(true), []));
  return (
    <>
      <button
        type="button"
        className="ib not-phone"
        aria-label={t('nav.help')}
        title={t('nav.help')}
        onClick={() => setOpen(true)}
      >
        <Icon name="help" />
      </button>
      {open ? <HelpDialog onClose={() => setOpen(false)} /> : null}
    </>
  );
}
