import type { Day } from '../calendar/civil-day.js';
import type { DutyReading } from './duty-reading.js';
import { included, type KnownProduct } from './scope.js';

/**
 * Acts that took the place of a duty on a named list and are on other lists: of its goods the record does not say which of
 * those lists they are on, so that the new duties are open for them and not absent. An act that names the list itself is none.
 */
export function heirsOf(
  readings: readonly DutyReading[],
  product: KnownProduct,
  date: Day,
): ReadonlySet<string> {
  if (product.kind !== 'NAMED' || product.toldAll) return new Set();
  const isOn = ({ terms, duty }: DutyReading): boolean =>
    included(product, terms.include, duty, date).is !== 'OUT';
  const acts = new Set<string>();
  for (const reading of readings) {
    const { status, statement } = reading;
    if (status === 'SUPERSEDED' && statement.successor !== null && isOn(reading))
      acts.add(statement.successor);
  }
  for (const reading of readings)
    if (reading.status !== 'SUPERSEDED' && isOn(reading)) acts.delete(reading.statement.event);
  return acts;
}
