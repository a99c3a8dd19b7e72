import type { SlotReading } from '../bitemporal/slot-reading.js';
import type { Timeline } from '../bitemporal/timeline.js';
import type { View } from '../bitemporal/view.js';
import type { PartyId, SlotId } from '../events/envelope.js';
import type { Text } from '../events/text.js';
import { COUNTRIES } from '../tariff/countries.js';
import { type Figure, figuresOf } from './evidence.js';

/** One kind of figure about a partner over time, e.g. the US goods balance with Mexico. */
export interface FigureSeries {
  readonly slot: SlotId;
  /** Of the subject: the table the figures stand in. */
  readonly title: Text;
  /** What is counted: `balance`, `exports`, `military-spending` …; null for a subject's main slot. */
  readonly attribute: string | null;
  readonly unit: string;
  /** Oldest first; never empty. */
  readonly figures: readonly Figure[];
}

/** What the record says of one country or bloc in one view. */
export interface PartnerReadings {
  /** Bodies it is a member of in the view; their rules are among `readings`. */
  readonly blocs: readonly PartyId[];
  /** In order of slot id: what concerns it by name, as a member of a bloc or as one of all, and what it decides itself. NOT_IN_FORCE is left out. */
  readonly readings: readonly SlotReading[];
}

/** A country of ISO 3166-1, or a party that the record names. */
export function isPartner(timeline: Timeline, code: PartyId): boolean {
  return code !== '*' && (COUNTRIES.has(code) || timeline.record.parties.has(code));
}

export function partnerReadings(timeline: Timeline, view: View, code: PartyId): PartnerReadings {
  const readings = timeline.state(view).filter(({ status }) => status !== 'NOT_IN_FORCE');
  const blocs = new Set(
    readings
      .filter(
        ({ family, status, slot }) =>
          family === 'MEMBERSHIP' && status === 'IN_FORCE' && slot.endsWith(`/${code}`),
      )
      .flatMap(({ subject }) => timeline.subject(subject).authorities),
  );
  blocs.delete(code);
  return {
    blocs: [...blocs].sort(),
    readings: readings.filter(({ subject }) => {
      const { partners, authorities } = timeline.subject(subject);
      return (
        authorities.includes(code) ||
        partners.some((party) => party === '*' || party === code || blocs.has(party))
      );
    }),
  };
}

/** Every indicator of the record about the partner alone, each with its figures up to the view's date. */
export function figureSeriesOf(timeline: Timeline, view: View, code: PartyId): readonly FigureSeries[] {
  const passes = timeline.passes({ families: ['INDICATOR'], partners: [code] });
  return timeline.slots.flatMap((slot) => {
    if (!passes.slot(slot)) return [];
    const [subject = slot.id, attribute = null] = slot.id.split('#');
    const described = timeline.subject(subject);
    if (!described.partners.includes(code)) return [];
    const figures = figuresOf(timeline, view, slot.id);
    const unit = figures[0]?.unit;
    return unit === undefined ? [] : [{ slot: slot.id, title: described.title, attribute, unit, figures }];
  });
}
