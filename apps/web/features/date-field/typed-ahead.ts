/**
 * Hears what is typed between the key that opens a field and the field's being there: its script may still be on its way. Ends
 * with whatever takes the focus, which is the field when it comes; Escape cancels.
 * @returns the text typed so far
 */
export function hearTypedAhead(onCancel: () => void): () => string {
  let typed = '';
  const ended = new AbortController();
  const hear = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'Escape') {
      ended.abort();
      onCancel();
    } else if (event.key === 'Backspace') typed = typed.slice(0, -1);
    else if (event.key.length === 1) typed += event.key;
    else return;
    // Not a command of the screen.
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  window.addEventListener('keydown', hear, { capture: true, signal: ended.signal });
  window.addEventListener('focusin', () => ended.abort(), { signal: ended.signal });
  return () => typed;
}
