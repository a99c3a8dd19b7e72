import { type RefObject, useEffect, useRef } from 'react';
import { flushSync } from 'react-dom';
import type { AppendAnswer } from './append-queries';

/**
 * Takes an editor to the first field at fault of a form: by `show`, which first lets the form mark its own, and when an answer
 * has come that names fields. A form may be longer than the screen, and a screen reader says only what is focused.
 */
export function useFirstFault(answer: AppendAnswer | null): {
  readonly form: RefObject<HTMLFormElement | null>;
  readonly show: (mark: () => void) => void;
} {
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (answer !== null) focusFirst(form.current);
  }, [answer]);
  return {
    form,
    show: (mark) => {
      flushSync(mark);
      focusFirst(form.current);
    },
  };
}

const focusFirst = (form: HTMLFormElement | null): void =>
  form?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
