import type { Day, Deadline, Family, PackEvent, PackReader, PartyId, Text } from '@policy-timeline/domain';
import { fourKinds, type KindRow } from './four-kinds';
import { type Tallies, tallyStatuses } from './frame-state';
import { borderOf, knownAtOf, type Place } from './knowledge';
import { type Lane, laneSlots } from './lanes';
import { type LocalReason, localReason } from './local-reason';
import { changedFirst, type ReadingList, readingList } from './reading-list';
import { recentChanges } from './recent-changes';

import { type Span, scrubRange } from './scrub-range';
import { slotFilter, slotsOf } from './slot-filter';

/** What stays the same while a reader scrubs one version of the record. */
export interface RecordFrame {
  readonly position: number;
  /** Of the log record at `position`. */
  readonly hash: string;
  readonly newestKnown: Day;
  readonly range: Span;
  readonly families: readonly Family[];
  readonly eventCount: number;
}
/** A row's names: the title cut where it ends in the name of whom it concerns. */
export interface SlotNames {
  readonly title: Text;
  readonly attribute: string | null;
  readonly partners: readonly { readonly id: PartyId; readonly name: Text }[];
}
export interface UpcomingRow {
  /** `daysLeft` counts from the date of the place. */
  readonly deadline: Deadline;
  readonly title: Text;
  readonly day: number | null;
}
/** Everything one place of the screen shows; plain data, so that the server can send it ahead of the pack. */
export interface ScrubView {
  readonly place: Place;
  readonly frame: RecordFrame;
  readonly list: ReadingList;
  readonly tallies: Tallies;
  /** Listed rows that the filter hides. */
  readonly hidden: number;
  /** Against the pin; without one, against the day thirty days before. */
  readonly changes: readonly KindRow[];
  readonly upcoming: readonly UpcomingRow[];
  readonly lanes: readonly Lane[];
  readonly reason: LocalReason | null;
  /** The day through which every current topic of the filter is complete; null where the record says nothing of it. */
  readonly coveredThrough: Day | null;
  /** Names of the slots spoken of above. */
  readonly names: Readonly<Record<string, SlotNames>>;
}
export interface ViewQuestion {
  readonly place: Place;
  readonly pin: Place | null;
  readonly filter: readonly string[];
  readonly selected: string | null;
  readonly withPast: boolean;
  readonly window: Span;
}

const UPCOMING_DAYS = 365;

export function recordFrame(reader: PackReader): RecordFrame {
  const { pack } = reader;
  const range = scrubRange(pack);
  return {
    position: pack.position,
    hash: pack.hash,
    newestKnown: reader.newestKnown,
    range,
    families: [...new Set(pack.slots.map(({ family }) => family))],
    eventCount: pack.events.length,
  };
}

/** Answers one place of the screen out of the pack: the same on the server and in the browser. */
export function scrubView(
  reader: PackReader,
  frame: RecordFrame,
  { place, pin, filter, selected, withPast, window }: ViewQuestion,
): ScrubView {
  const { pack } = reader;
  const passes = slotFilter(pack, filter);
  const slots = slotsOf(pack, passes);
  const chosen = selected === null ? -1 : pack.slots.findIndex(({ id }) => id === selected);
  const plain = readingList(reader, slots, place, withPast, chosen);
  const everything = passes.empty
    ? plain.shown
    : readingList(
        reader,
        pack.slots.map((_, i) => i),
        place,
        withPast,
        chosen,
      ).shown;
  const changes = pin ? fourKinds(reader, slots, pin, place) : recentChanges(reader, slots, place);
  const list = pin ? changedFirst(plain, new Set(changes.map(({ slot }) => slot))) : plain;
  const index = chosen >= 0 ? chosen : (list.groups[0]?.rows[0]?.index ?? null);
  const lanes = laneSlots(reader, slots, place, window, index);
  const reason = index === null ? null : localReason(reader, index, place);
  const spoken = new Set([
    ...list.groups.flatMap(({ rows }) => rows.map((row) => row.index)),
    ...changes.map((change) => change.index),
    ...lanes.map((lane) => lane.index),
    ...(index === null ? [] : [index]),
    ...(reason?.notApplied.map((one) => one.index) ?? []),
  ]);
  return {
    place,
    frame,
    list,
    tallies: tallyStatuses(reader, slots, place.date, borderOf(place, reader.newestKnown)),
    hidden: everything - list.shown,
    changes,
    upcoming: upcomingRows(reader, place, (event) => passes.event(event)),
    lanes,
    reason,
    coveredThrough: coveredThroughOf(reader, slots),
    names: Object.fromEntries([...spoken].map((i) => [pack.slots[i]?.id ?? '', slotNames(reader, i)])),
  };
}

/** Topics given up years ago say nothing about how fresh the record is. */
const CURRENT_DAYS = 370;

function coveredThroughOf({ pack, newestKnown }: PackReader, slots: readonly number[]): Day | null {
  const topics = new Set(slots.map((index) => pack.slots[index]?.topic));
  let least: number | null = null;
  for (const topic of topics) {
    const through = topic == null ? null : (pack.topics[topic]?.through ?? null);
    if (through !== null && newestKnown - through < CURRENT_DAYS) least = Math.min(least ?? through, through);
  }
  return least as Day | null;
}

/**
 * The deadlines of the filter ahead of the place, soonest first; where the knowledge is fixed before the date, also those planned for
 * the days between. `most` cuts the list before titles are looked up.
 */
export function upcomingRows(
  reader: PackReader,
  place: Place,
  passes: (event: PackEvent) => boolean,
  most = Number.POSITIVE_INFINITY,
): readonly UpcomingRow[] {
  const rows: UpcomingRow[] = [];
  const { date, knowledge } = place;
  const since = knowledge.mode === 'fixed' ? (Math.min(knowledge.day, date) as Day) : date;
  for (const deadline of reader.upcoming({
    date: since,
    knownAt: knownAtOf(place),
    withinDays: date - since + UPCOMING_DAYS,
  })) {
    if (rows.length >= most) break;
    const event = reader.eventsById.get(deadline.event);
    if (!event || !passes(event)) continue;
    const day = deadline.earliest;
    const daysLeft = day === null ? null : Math.max(0, day - date);
    rows.push({ deadline: { ...deadline, daysLeft }, title: event.title, day });
  }
  return rows;
}

export function slotNames({ pack }: PackReader, index: number): SlotNames {
  const slot = pack.slots[index];
  return {
    title: slot?.title ?? { en: '', ja: '' },
    attribute: slot?.id.split('#')[1] ?? null,
    partners: (slot?.partners ?? []).flatMap((id) =>
      pack.parties[id] ? [{ id, name: pack.parties[id] }] : [],
    ),
  };
}

/** The border between what was known and the plan, for this view. */
export const viewBorder = ({ place, frame }: Pick<ScrubView, 'place' | 'frame'>): Day =>
  borderOf(place, frame.newestKnown);
