import { type PolicyEvent, parsePartialDate, type Source, type Value } from '@policy-timeline/domain';
import type { Cell } from './csv-text.js';

/** A value as the cells `value`, `unit` and `basis`: `15`, `percent`, `INCLUSIVE`. */
export function valueCells(value: Value | null | undefined): { value: Cell; unit: Cell; basis: Cell } {
  switch (value?.kind) {
    case 'RATE':
      return { value: value.ratePercent, unit: 'percent', basis: value.rateBasis };
    case 'QUOTA':
      return {
        value: `${value.withinPercent} % within ${value.quota}, ${value.abovePercent === null ? 'nothing' : `${value.abovePercent} %`} above`,
        unit: null,
        basis: value.rateBasis,
      };
    case 'QUANTITY':
      return { value: value.amount, unit: value.unit, basis: null };
    case 'TEXT':
    case 'SPECIFIC':
      return { value: value.text.en, unit: null, basis: null };
    case 'EXEMPT':
      return { value: 'exempt', unit: null, basis: null };
    default:
      return { value: null, unit: null, basis: null };
  }
}

/** `DAY`, `MONTH` or `YEAR`, with ~ for about and ? for uncertain. */
export function precisionOf(date: string | null): Cell {
  if (date === null) return null;
  const { precision, approximate, uncertain } = parsePartialDate(date);
  return `${precision}${approximate ? '~' : ''}${uncertain ? '?' : ''}`;
}

/** Enough to find the source: author, title, publisher, date, place in it. */
export function sourceCitation({ author, title, publisher, date, where }: Source): string {
  return [author, title.en, publisher, date, where].filter((part) => part !== undefined).join(', ');
}

/** The cells that name the first, deciding source of an event. */
export function sourceCells(event: PolicyEvent | undefined): { source_citation: Cell; source_url: Cell } {
  const source = event?.sources[0];
  return { source_citation: source ? sourceCitation(source) : null, source_url: source?.url ?? null };
}
