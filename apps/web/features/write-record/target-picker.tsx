'use client';
import { useEffect, useId, useState } from 'react';
import { inLocale } from '@/language/format-value';
import { useLanguage } from '@/language/language-provider';
import { graphqlClient } from '@/lib/graphql-client';
import { findEventsQuery, type TargetEvent, targetQuery } from './append-queries';

const WAIT_MS = 200;

interface Found {
  readonly id: string;
  readonly title: { readonly en: string; readonly ja: string };
  readonly stream: string;
}

/** Finds the recorded event to act on: by its id, or by words of its title in either language. */
export function TargetPicker({
  start,
  onTarget,
}: {
  readonly start: string;
  readonly onTarget: (event: TargetEvent | null) => void;
}) {
  const { locale, t } = useLanguage();
  const [text, setText] = useState(start);
  const [found, setFound] = useState<readonly Found[]>([]);
  const [chosen, setChosen] = useState<TargetEvent | null>(null);
  const [missing, setMissing] = useState(false);
  const id = useId();
  useEffect(() => {
    const asked = text.trim();
    if (asked === '') {
      setFound([]);
      return;
    }
    let gone = false;
    const timer = setTimeout(async () => {
      const client = graphqlClient();
      const exact = /^[!-~]+$/.test(asked)
        ? await client.query(targetQuery, { id: asked }, { requestPolicy: 'network-only' }).toPromise()
        : null;
      if (gone) return;
      const event = exact?.data?.event ?? null;
      setChosen(event);
      onTarget(event);
      if (event) {
        setFound([]);
        setMissing(false);
        return;
      }
      const { data } = await client.query(findEventsQuery, { text: asked }).toPromise();
      if (gone) return;
      const rows = data?.events.edges.map(({ node }) => node) ?? [];
      setFound(rows);
      setMissing(rows.length === 0);
    }, WAIT_MS);
    return () => {
      gone = true;
      clearTimeout(timer);
    };
  }, [text, onTarget]);
  return (
    <div className="fld">
      <label htmlFor={id}>{t('pages.admin.target')}</label>
      <input
        id={id}
        className="inp"
        value={text}
        autoComplete="off"
        spellCheck={false}
        aria-describedby={`${id}-hint`}
        data-testid="field-target"
        onChange={(event) => setText(event.target.value)}
      />
      <span className="hint" id={`${id}-hint`} role="status">
        {chosen
          ? inLocale(chosen.title, locale)
          : missing
            ? t('pages.admin.noTarget')
            : t('pages.admin.targetHint')}
      </span>
      {found.length > 0 ? (
        <ul className="list-links">
          {found.map((event) => (
            <li key={event.id} style={{ gridTemplateColumns: 'minmax(0, 1fr)' }}>
              <button type="button" className="linkish" onClick={() => setText(event.id)}>
                {inLocale(event.title, locale)} <span className="q s12">{event.id}</span>
              </button>
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  );
}
