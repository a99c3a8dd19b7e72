import type { Day, Modality, Pack } from '@policy-timeline/domain';
import type { Span } from './scrub-range';
import type { SlotFilter } from './slot-filter';

/** Events that begin in one bin, by direction; `planned` are not firm or lie beyond the known day. */
export interface DensityBins {
  readonly span: Span;
  readonly tightening: readonly number[];
  readonly easing: readonly number[];
  readonly neither: readonly number[];
  readonly plannedUp: readonly number[];
  readonly plannedDown: readonly number[];
}

const FIRM: ReadonlySet<Modality> = new Set(['FACT', 'REPORTED']);

/** Bins of equal length over the span, from the events known by `known`. Forecasts of papers are no policy and stay out. */
export function densityBins(
  pack: Pack,
  filter: SlotFilter,
  span: Span,
  bins: number,
  known: Day,
): DensityBins {
  const column = (): number[] => new Array<number>(bins).fill(0);
  const made = {
    tightening: column(),
    easing: column(),
    neither: column(),
    plannedUp: column(),
    plannedDown: column(),
  };
  const width = (span.until - span.from) / bins;
  for (const event of pack.events) {
    if (
      event.day === null ||
      event.known > known ||
      event.family === 'FORECAST' ||
      event.family === 'INDICATOR'
    )
      continue;
    if (event.day < span.from || event.day >= span.until || !filter.event(event)) continue;
    const bin = Math.floor((event.day - span.from) / width);
    const planned = !FIRM.has(event.modality) || event.day > known;
    const into = planned
      ? event.direction === 'EASING'
        ? made.plannedDown
        : made.plannedUp
      : event.direction === 'TIGHTENING'
        ? made.tightening
        : event.direction === 'EASING'
          ? made.easing
          : made.neither;
    into[bin] = (into[bin] ?? 0) + 1;
  }
  return { span, ...made };
}
