import {
  keepGrid,
  keepLatest,
  keepLine,
  latestFrom,
  servingGrid,
  servingLatest,
  servingLine,
} from './derived-lists.js';
import { facetsInSlices, hasFacets, namesFacet } from './facets.js';
import { Grid } from './grid.js';
import { type Along, Line } from './line.js';
import type { Slices } from './slices.js';
import type { Timeline } from './timeline.js';
import type { ReadingFilter, View } from './view.js';
import { isLatest } from './whole-state.js';

/** A structure that a question would make in one go: its name, and how to make it in slices. */
export interface Missing {
  /** The same for all questions that this structure serves, in one version. */
  readonly name: string;
  make(): Slices<unknown>;
}

/**
 * The first structure that a question in this view would wait for; null: all of them are there. To be asked again when it is
 * made: there may be another. @param filter of a question that lists slots
 */
export function missingFor(timeline: Timeline, view: View, filter: ReadingFilter = {}): Missing | null {
  const { reading, track } = view;
  if (timeline.position < 0) return null;
  const of = `${reading} ${track}`;
  if (!timeline.hasTable(reading, track))
    return { name: `table ${of}`, make: () => timeline.tableInSlices(reading, track) };
  const built = timeline.table(reading, track);
  if (namesFacet(filter) && !hasFacets(built))
    return {
      name: `facets ${of}`,
      make: () => facetsInSlices(built, (subject) => timeline.subject(subject)),
    };
  const { columns } = built.table;
  const along: Along = view.asLived
    ? { axis: 'VALID', asLived: true }
    : { axis: 'VALID', knownAt: timeline.knownAtOf(view) };
  if (servingLine(built, along)) return null;
  if (!('knownAt' in along))
    return {
      name: `lived ${of}`,
      *make() {
        keepLine(built, yield* Line.inSlices(columns, along));
      },
    };
  const { knownAt } = along;
  if (isLatest(timeline, built, knownAt))
    return servingLatest(built, knownAt)
      ? null
      : {
          name: `latest ${of}`,
          *make() {
            keepLatest(built, yield* latestFrom(built, knownAt));
          },
        };
  return servingGrid(built)
    ? null
    : {
        name: `grid ${of}`,
        *make() {
          keepGrid(built, yield* Grid.inSlices(columns));
        },
      };
}
