import { isFirm } from '../bitemporal/statement.js';
import type { Certainty, Status } from '../bitemporal/status.js';
import type { Timeline } from '../bitemporal/timeline.js';
import type { View } from '../bitemporal/view.js';
import type { PartyId, SlotId, SubjectId } from '../events/envelope.js';
import type { Text } from '../events/text.js';
import { numberIn } from './evidence.js';

/** An office and who holds it. */
export interface OfficeHolder {
  readonly office: SubjectId;
  readonly title: Text;
  /** null: nobody recorded in office. */
  readonly holder: Text | null;
  /** ENDED after a holder left and before the next is known. */
  readonly status: Status;
  readonly certainty: Certainty;
  readonly event: string;
  /** Who was already named to follow, by a plan voiced by the date. */
  readonly successor: { readonly holder: Text; readonly event: string } | null;
}

export interface Vacancy {
  readonly office: SubjectId;
  readonly title: Text;
  readonly vacant: number;
  /** Posts in all; UNKNOWN where the source counts the vacant ones alone. */
  readonly posts: number | 'UNKNOWN';
  readonly certainty: Certainty;
  readonly event: string;
}

/** Posts without a holder. */
export interface Vacancies {
  readonly vacancies: readonly Vacancy[];
  /** Posts counted vacant in the record, of which the rest is not counted either way; UNKNOWN where it counts none. */
  readonly vacantPosts: number | 'UNKNOWN';
}

/** Who holds which office on a day, as far as the record goes; `authority` narrows to one government (`USA`). */
export function officeHolders(
  timeline: Timeline,
  view: View,
  { authority = 'USA' }: { readonly authority?: PartyId | undefined } = {},
): readonly OfficeHolder[] {
  return timeline.state(view, { families: ['OFFICE'], authorities: [authority] }).flatMap((reading) => {
    const { slot, subject, value, decidedBy, status, certainty } = reading;
    const event = timeline.event(decidedBy ?? '')?.event;
    if (slot !== subject || !event || status === 'NOT_IN_FORCE' || status === 'SCHEDULED') return [];
    if (event.persons.length === 0 || event.type === 'OfficeVacant') return [];
    return [
      {
        office: subject,
        title: timeline.subject(subject).title,
        holder: value?.kind === 'TEXT' ? value.text : null,
        status,
        certainty,
        event: event.id,
        successor: successorOf(timeline, view, slot),
      },
    ];
  });
}

function successorOf(timeline: Timeline, view: View, slot: SlotId): OfficeHolder['successor'] {
  const voicedBy = Math.min(view.date, timeline.knownAtOf(view));
  const named = timeline.index.slots
    .get(slot)
    ?.statements.find(
      (s) => !isFirm(s.modality) && s.known.nominal <= voicedBy && (s.dateOpen || s.from.nominal > view.date),
    );
  return named?.value?.kind === 'TEXT' ? { holder: named.value.text, event: named.event } : null;
}

/** Posts that stand empty on a day: vacancies of the record in force, those counted in the deciding event's data. */
export function vacancyCounter(
  timeline: Timeline,
  view: View,
  { authority = 'USA' }: { readonly authority?: PartyId | undefined } = {},
): Vacancies {
  const vacancies = new Map<SubjectId, Vacancy>();
  for (const reading of timeline.state(view, {
    families: ['OFFICE'],
    authorities: [authority],
    statuses: ['IN_FORCE'],
  })) {
    const event = timeline.event(reading.decidedBy ?? '')?.event;
    if (event?.type !== 'OfficeVacant') continue;
    vacancies.set(reading.subject, {
      office: reading.subject,
      title: timeline.subject(reading.subject).title,
      vacant: numberIn(event, 'vacantPosts') ?? 1,
      posts: numberIn(event, 'posts') ?? 'UNKNOWN',
      certainty: reading.certainty,
      event: event.id,
    });
  }
  const list = [...vacancies.values()];
  return {
    vacancies: list,
    vacantPosts: list.length === 0 ? 'UNKNOWN' : list.reduce((sum, { vacant }) => sum + vacant, 0),
  };
}
