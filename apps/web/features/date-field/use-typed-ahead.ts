import { type RefObject, useEffect, useRef } from 'react';

/**
 * What is typed between the key that opens a field and the field's being there: its script may still be on its way. Ends with
 * whatever takes the focus, which is the field when it comes.
 */
export function useTypedAhead(opening: boolean, onCancel: () => void): RefObject<string> {
  const typed = useRef('');
  const cancel = useRef(onCancel);
  cancel.current = onCancel;
  useEffect(() => {
    if (!opening) return;
    typed.current = '';
    const ended = new AbortController();
    const hear = (event: KeyboardEvent): void => {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.key === 'Escape') cancel.current();
      else if (event.key === 'Backspace') typed.current = typed.current.slice(0, -1);
      else if (event.key.length === 1) typed.current += event.key;
      else return;
      // Not a command of the screen.
      event.preventDefault();
      event.stopImmediatePropagation();
    };
    window.addEventListener('keydown', hear, { capture: true, signal: ended.signal });
    window.addEventListener('focusin', () => ended.abort(), { signal: ended.signal });
    return () => ended.abort();
  }, [opening]);
  return typed;
}
