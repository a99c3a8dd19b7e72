'use client';
import { useCallback, useLayoutEffect, useState } from 'react';

/**
 * How somebody likes the screen, kept in this browser: written on the root element as `data-NAME="VALUE"`, where the style sheet
 * reads it, and absent while the choice is not made. Where the browser keeps nothing it lasts as long as the page.
 */
export function useKeptChoice(name: string, value: string): readonly [boolean, (chosen: boolean) => void] {
  const [chosen, setChosen] = useState(() => kept(name) === value);
  useLayoutEffect(() => {
    const { dataset } = document.documentElement;
    if (chosen) dataset[name] = value;
    else delete dataset[name];
  }, [chosen, name, value]);
  const choose = useCallback(
    (next: boolean): void => {
      setChosen(next);
      keep(name, next ? value : null);
    },
    [name, value],
  );
  return [chosen, choose];
}

const key = (name: string): string => `policy-timeline:${name}`;

export function kept(name: string): string | null {
  try {
    return window.localStorage.getItem(key(name));
  } catch {
    return null;
  }
}

export function keep(name: string, value: string | null): void {
  try {
    if (value === null) window.localStorage.removeItem(key(name));
    else window.localStorage.setItem(key(name), value);
  } catch {
    // Storage is switched off: the choice lasts as long as the page.
  }
}
