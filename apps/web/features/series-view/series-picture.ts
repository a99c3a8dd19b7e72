import type { Day, PackReader, Status, Value } from '@policy-timeline/domain';
import type { Place } from '@/timeline/knowledge';
import { laneBars, laneSlots } from '@/timeline/lanes';
import type { Span } from '@/timeline/scrub-range';

/** One stretch of a step line. */
export interface SeriesStep {
  readonly from: Day;
  readonly until: Day;
  readonly amount: number;
  readonly status: Status;
  readonly planned: boolean;
}
export interface Series {
  readonly index: number;
  readonly slot: string;
  /** `%`, or the unit of the quantity. */
  readonly unit: string;
  readonly steps: readonly SeriesStep[];
}
export interface SeriesPicture {
  readonly kind: 'series';
  readonly series: readonly Series[];
}

export const CARDS = 12;

/** The selected slot and those of the filter whose figures move most in the window, at most twelve. */
export function seriesPicture(
  reader: PackReader,
  slots: readonly number[],
  place: Place,
  span: Span,
  selected: number | null,
): SeriesPicture {
  const { pack } = reader;
  const figures = new Set(
    slots.filter((index) => {
      const { columns } = reader.table('LEGAL');
      for (
        let row = columns.slotStart[index] as number;
        row < (columns.slotStart[index + 1] as number);
        row++
      ) {
        const statement = pack.tracks.LEGAL.statements[pack.tracks.LEGAL.statement[row] as number];
        if (unitOf(statement?.value ?? null) !== null) return true;
      }
      return false;
    }),
  );
  const chosen = selected !== null && figures.has(selected) ? selected : null;
  const lanes = laneSlots(reader, [...figures], place, span, chosen, CARDS * 3);
  const series = lanes.flatMap(({ index, slot }): Series[] => {
    const steps: SeriesStep[] = [];
    let unit: string | null = null;
    for (const { from, until, status, value, planned } of laneBars(reader, index, place, span)) {
      const amount = amountOf(value);
      if (amount === null) continue;
      unit ??= unitOf(value);
      steps.push({ from, until, amount, status, planned });
    }
    return unit === null || steps.length === 0 ? [] : [{ index, slot, unit, steps }];
  });
  return { kind: 'series', series: series.slice(0, CARDS) };
}

function amountOf(value: Value | null): number | null {
  return value?.kind === 'RATE' ? value.ratePercent : value?.kind === 'QUANTITY' ? value.amount : null;
}

function unitOf(value: Value | null): string | null {
  return value?.kind === 'RATE' ? '%' : value?.kind === 'QUANTITY' ? value.unit : null;
}
