'use client';
import { useEffect, useRef, useState } from 'react';
import { useLanguage } from '@/language/language-provider';
import { useScrub } from '@/timeline/scrub-context';
import { splitFilter } from '@/timeline/url-codec';
import { Icon } from '@/ui/icon';

/** The `/` key sends this. */
export const FOCUS_SEARCH = 'policy-timeline:search';
const REST_MS = 200;

/** Families, parties and words, separated by commas; the list narrows as one types. */
export function SearchBox() {
  const { t } = useLanguage();
  const { filter, setFilter } = useScrub();
  const joined = filter.join(', ');
  const [text, setText] = useState(joined);
  const [shown, setShown] = useState(joined);
  const input = useRef<HTMLInputElement>(null);
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null);
  if (joined !== shown) {
    setShown(joined);
    if (splitFilter(text).join(', ') !== joined) setText(joined);
  }
  useEffect(() => {
    const focus = (): void => input.current?.select();
    window.addEventListener(FOCUS_SEARCH, focus);
    return () => window.removeEventListener(FOCUS_SEARCH, focus);
  }, []);
  const change = (next: string): void => {
    setText(next);
    if (timer.current !== null) clearTimeout(timer.current);
    timer.current = setTimeout(() => setFilter(splitFilter(next)), REST_MS);
  };
  return (
    <search>
      <label className="search">
        <Icon name="search" />
        <input
          ref={input}
          type="search"
          value={text}
          data-testid="filter-input"
          placeholder={t('search.placeholder')}
          aria-label={t('search.label')}
          autoComplete="off"
          spellCheck={false}
          onChange={(event) => change(event.target.value)}
          onKeyDown={(event) => {
            if (event.key === 'Escape') {
              change('');
              input.current?.blur();
            }
          }}
        />
        <kbd>/</kbd>
      </label>
    </search>
  );
}
