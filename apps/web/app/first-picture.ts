import type { PackReader } from '@policy-timeline/domain';
import { mapPicture } from '@/features/map-view/country-strength';
import { matrixPicture } from '@/features/matrix-view/matrix-picture';
import { seriesPicture } from '@/features/series-view/series-picture';
import type { FirstPicture } from '@/timeline/scrub-context';
import type { ScrubStart } from '@/timeline/scrub-provider';
import { restingWindow } from '@/timeline/scrub-range';
import { slotFilter, slotsOf } from '@/timeline/slot-filter';

/** The picture of the address’s view, for the first paint; lanes and table draw from what the view itself holds. */
export function firstPicture(
  reader: PackReader,
  { view, filter, viewName, window }: Omit<ScrubStart, 'picture' | 'notice'>,
): FirstPicture | null {
  const slots = slotsOf(reader.pack, slotFilter(reader.pack, filter));
  switch (viewName) {
    case 'map':
      return mapPicture(reader, slots, view.place);
    case 'matrix':
      return matrixPicture(reader, slots, view.place);
    case 'series':
      return seriesPicture(
        reader,
        slots,
        view.place,
        window ?? restingWindow(view.place, view.frame.range),
        view.reason?.index ?? null,
      );
    default:
      return null;
  }
}
