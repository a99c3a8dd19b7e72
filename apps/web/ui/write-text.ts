/** Writes what an element says, in the text it has wherever it has one: a frame under the hand makes no node anew. */
export function writeText(element: Element | null | undefined, text: string): void {
  if (!element) return;
  const { firstChild } = element;
  if (firstChild === null || firstChild.nodeType !== Node.TEXT_NODE || firstChild.nextSibling !== null)
    element.textContent = text;
  else if (firstChild.nodeValue !== text) firstChild.nodeValue = text;
}
