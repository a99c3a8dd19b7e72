import { formatFault, loadCatalogue } from '@policy-timeline/data';
import type { LogEvent } from '@policy-timeline/domain';

/** What the process tells: the events of the catalogue, or its faults in words. */
export interface CatalogueLoaded {
  readonly events: readonly LogEvent[];
  readonly faults: readonly string[];
}

const { events, faults } = loadCatalogue();
process.send?.({ events, faults: faults.map(formatFault) } satisfies CatalogueLoaded);
