'use client';
import { useCallback, useLayoutEffect, useState } from 'react';
import { keep, kept } from './kept';

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
