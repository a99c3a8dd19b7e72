import type { PackReader } from '@policy-timeline/domain';
import { clampDay, restingWindow, windowWith } from './scrub-range';
import { recordFrame, type ScrubView, scrubView } from './scrub-view';
import { readQuery } from './url-codec';

/** Rows sent ahead of the pack: a screen and a little more. */
const ROWS_AHEAD = 48;
const CHANGES_AHEAD = 40;

/** The first view of an address, cut to what the first paint shows. */
export function startOf(reader: PackReader, params: URLSearchParams) {
  const query = readQuery(params);
  const frame = recordFrame(reader);
  const date = clampDay(
    query.date === 'earliest'
      ? frame.range.from
      : query.date === 'latest' || query.date === null
        ? frame.newestKnown
        : query.date,
    frame.range,
  );
  const place = { date, knowledge: query.knowledge };
  const view = scrubView(reader, frame, {
    place,
    pin: query.pin,
    filter: query.filter,
    selected: query.selected,
    withPast: false,
    window: windowWith(date, query.window ?? restingWindow(place, frame.range), frame.range),
  });
  return {
    start: {
      view: ahead(view),
      filter: query.filter,
      selected: query.selected,
      position: query.position,
      pin: query.pin,
      viewName: query.view,
      window: query.window,
    },
    unreadable: query.unreadable,
  };
}

function ahead(view: ScrubView): ScrubView {
  let room = ROWS_AHEAD;
  const groups = view.list.groups.flatMap((group) => {
    const rows = group.rows.slice(0, Math.max(0, room));
    room -= rows.length;
    return rows.length > 0 ? [{ ...group, rows }] : [];
  });
  const changes = view.changes.slice(0, CHANGES_AHEAD);
  const spoken = new Set([
    ...groups.flatMap(({ rows }) => rows.map(({ slot }) => slot)),
    ...changes.map(({ slot }) => slot),
    ...view.lanes.map(({ slot }) => slot),
    view.reason?.slot,
    ...(view.reason?.notApplied.map(({ slot }) => slot) ?? []),
  ]);
  const names = Object.fromEntries(Object.entries(view.names).filter(([slot]) => spoken.has(slot)));
  return { ...view, list: { ...view.list, groups }, changes, names };
}
