import type { Day, PackReader } from '@policy-timeline/domain';
import type { Locale } from '@/language/locale';
import type { Translate } from '@/language/translate';
import { frameState } from '@/timeline/frame-state';
import { borderOf, type Place, readAt } from '@/timeline/knowledge';
import { rowReading } from '@/timeline/reading-list';
import { writeText } from '@/ui/write-text';
import { rowCells } from './row-cells';

/** Which answer each row was last given; forgotten when React writes the list. */
export type GivenAnswers = WeakMap<Element, string>;

/** Under the hand the rows in sight are rewritten in place; which rows there are is settled when the hand rests. */
export function patchRows(
  container: HTMLElement,
  given: GivenAnswers,
  reader: PackReader,
  place: Place,
  locale: Locale,
  t: Translate,
): void {
  const known = borderOf(place, reader.newestKnown);
  for (const row of container.getElementsByClassName('row')) {
    const index = Number(row.getAttribute('data-index'));
    const answer = answerAt(reader, index, place, known);
    if (given.get(row) === answer) continue;
    given.set(row, answer);
    const reading = rowReading(readAt(reader, index, place));
    const actual = place.knowledge.mode === 'fixed' ? rowReading(reader.read(index, place.date, null)) : null;
    const cells = rowCells(reading, actual, locale, t);
    set(row, 'data-status', cells.status);
    set(row, 'data-certainty', cells.certainty);
    set(row, 'data-projected', cells.projected);
    const mark = row.querySelector('.st');
    if (mark) {
      set(mark, 'class', cells.markClass);
      set(mark.querySelector('use'), 'href', cells.symbol);
      writeText(mark.querySelector('.vh'), cells.word);
    }
    writeText(row.querySelector('.v'), cells.value);
    writeText(row.querySelector('.fl'), cells.flags);
    writeText(row.querySelector('.since'), cells.since);
    const outcome = row.querySelector('.a');
    if (outcome) set(outcome, 'class', cells.actualClass);
    writeText(outcome, cells.actual);
  }
}

function set(element: Element | null, name: string, value: string): void {
  if (element && element.getAttribute(name) !== value) element.setAttribute(name, value);
}

/** Equal for equal answers, and cheaper than they are: under the hand most rows answer as in the frame before. */
function answerAt(reader: PackReader, index: number, { date, knowledge }: Place, known: Day): string {
  const table = reader.table('LEGAL');
  const codeOf = (row: number, by: Day): string =>
    `${row} ${table.statusCodeAt(index, row, date, by)} ${table.projectedAt(index, date, by)}`;
  const then = codeOf(frameState(reader).at(date, known)[index] as number, known);
  if (knowledge.mode !== 'fixed') return then;
  return `${then} ${codeOf(table.row(index, date, reader.newestKnown), reader.newestKnown)}`;
}
