import type { PackReader } from '@policy-timeline/domain';
import type { Locale } from '@/language/locale';
import type { Translate } from '@/language/translate';
import { type Place, readAt } from '@/timeline/knowledge';
import { rowReading } from '@/timeline/reading-list';
import { rowCells } from './row-cells';

/** Under the hand the rows in sight are rewritten in place; which rows there are is settled when the hand rests. */
export function patchRows(
  container: HTMLElement,
  reader: PackReader,
  place: Place,
  locale: Locale,
  t: Translate,
): void {
  for (const row of container.querySelectorAll<HTMLElement>('[data-index]')) {
    const index = Number(row.dataset.index);
    const reading = rowReading(readAt(reader, index, place));
    const actual = place.knowledge.mode === 'fixed' ? rowReading(reader.read(index, place.date, null)) : null;
    const cells = rowCells(reading, actual, locale, t);
    set(row, 'data-status', cells.status);
    set(row, 'data-certainty', cells.certainty);
    set(row, 'data-projected', cells.projected);
    const mark = row.querySelector<HTMLElement>('.st');
    if (mark) {
      set(mark, 'class', cells.markClass);
      set(mark.querySelector('use'), 'href', cells.symbol);
      write(mark.querySelector('.vh'), cells.word);
    }
    write(row.querySelector('.v'), cells.value);
    write(row.querySelector('.fl'), cells.flags);
    write(row.querySelector('.since'), cells.since);
    const outcome = row.querySelector('.a');
    if (outcome) set(outcome, 'class', cells.actualClass);
    write(outcome, cells.actual);
  }
}

function set(element: Element | null, name: string, value: string): void {
  if (element && element.getAttribute(name) !== value) element.setAttribute(name, value);
}

function write(element: Element | null, text: string): void {
  if (element && element.textContent !== text) element.textContent = text;
}
