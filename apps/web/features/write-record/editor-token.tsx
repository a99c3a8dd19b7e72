'use client';
import { useEffect, useId, useState } from 'react';
import { useLanguage } from '@/language/language-provider';

const TOKEN = 'policy-timeline:editor-token';

/** The editor's key lives in this window until it is closed, and goes to the API with each mutation, nowhere else. */
export function useEditorToken(): { readonly token: string; readonly keep: (token: string) => void } {
  const [token, setToken] = useState('');
  useEffect(() => setToken(sessionStorage.getItem(TOKEN) ?? ''), []);
  const keep = (given: string): void => {
    setToken(given);
    sessionStorage.setItem(TOKEN, given);
  };
  return { token, keep };
}

export function TokenField({ token, keep }: ReturnType<typeof useEditorToken>) {
  const { t } = useLanguage();
  const id = useId();
  return (
    <div className="fld">
      <label htmlFor={id}>{t('append.token')}</label>
      <input
        id={id}
        className="inp"
        type="password"
        autoComplete="off"
        value={token}
        aria-describedby={`${id}-hint`}
        data-testid="field-token"
        onChange={(event) => keep(event.target.value)}
      />
      <span className="hint" id={`${id}-hint`}>
        {t('append.tokenHint')}
      </span>
    </div>
  );
}
