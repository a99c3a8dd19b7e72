import { type Day, parseDay } from '../calendar/civil-day.js';
import type {
  Act,
  DateSpec,
  Effect,
  KnownBasis,
  Modality,
  PolicyEvent,
  SlotId,
  SourceKind,
  Track,
} from '../events/envelope.js';
import type {
  CoverageDeclared,
  EventCorrected,
  EventVoided,
  LogEvent,
  LogRecord,
  SubjectDescription,
  SubjectsDescribed,
} from '../events/record-event.js';
import type { Text } from '../events/text.js';
import type { RateValue, TextValue, Value } from '../events/value.js';

/** The slot of a fact that names none. */
export const RECIPROCAL_JAPAN = 'tariff/us/reciprocal/JPN';
/** The topic of a fact that names none. */
export const RECIPROCAL_TARIFFS = 'reciprocal-tariffs';

/** A day as the source gives it: `2025-04-02`, `2025-04`, `2025`; null where it gives none; or a full window. */
export type Dated = string | null | DateSpec;
/** An event, or its id. */
export type Named = string | { readonly id: string };

/** The parts of an event that a story may want to say; all others have small defaults. */
export type EventParts = Partial<PolicyEvent> & { readonly id: string };

/** What a one-line fact says beside its act. */
export interface Told {
  /** Left out: a sentence made of the act, its value and its days. */
  readonly id?: string;
  readonly slot?: SlotId;
  readonly from?: Dated;
  /** The first day that no longer counts. */
  readonly until?: Dated;
  /** Left out: known on the day it begins. */
  readonly known?: Dated;
  readonly basis?: KnownBasis;
  readonly fact?: string;
  readonly source?: SourceKind;
  readonly sourceDate?: string;
  readonly modality?: Modality;
  readonly track?: Track;
  readonly topic?: string;
  readonly dateOpen?: true;
}

/** The day written `2025-04-02`. */
export const on = (text: string): Day => parseDay(text);
export const inBoth = (text: string): Text => ({ en: text, ja: text });
/** 25 means 25 %. */
export const percent = (ratePercent: number): RateValue => ({
  kind: 'RATE',
  ratePercent,
  rateBasis: 'ADDITIONAL',
});
export const words = (text: string): TextValue => ({ kind: 'TEXT', text: inBoth(text) });

/** A policy event with small defaults: a tariff fact of an official source, known on the day it begins. */
export function policyEvent(parts: EventParts): PolicyEvent {
  const effective = parts.effective ?? { from: { date: '2025-04-02' } };
  const sourceDate = parts.knownOn?.date ?? effective.from.date ?? '2025-04-02';
  return {
    schemaVersion: 1,
    stream: 'tariff/us/reciprocal',
    topic: RECIPROCAL_TARIFFS,
    family: 'TARIFF',
    type: 'TariffOrdered',
    modality: 'FACT',
    knownBasis: 'ANNOUNCED',
    effective,
    extent: 'STATE',
    actors: ['USA'],
    targets: ['JPN'],
    persons: [],
    title: inBoth(parts.id),
    summary: inBoth(parts.id),
    direction: 'NEITHER',
    relations: [],
    sources: [sourceOf('OFFICIAL', sourceDate)],
    effects: [],
    inferred: [],
    data: {},
    ...parts,
  };
}

/** The log that holds these events, in this order, at dense positions. */
export function log(...events: readonly LogEvent[]): LogRecord[] {
  return events.map((event, position) => ({ position, event }));
}

/** `ordered('25 %', { from: '2025-04-02' })`: a step without `until`, an overlay with it. */
export function ordered(rate: `${number} %` | Value, told: Told & { readonly from: Dated }): PolicyEvent {
  return fact('TariffOrdered', 'ASSERT', told, { value: rateOf(rate) }, `ordered ${named(rate)}`);
}

/** A pause; the rate is what applies meanwhile, 0 % if none is given. */
export function paused(told: Told & { readonly from: Dated; readonly rate?: `${number} %` }): PolicyEvent {
  return fact('TariffSuspended', 'SUSPEND', told, { value: rateOf(told.rate ?? '0 %') }, 'paused');
}

/** Ends what holds, or one target of it; with a successor it is superseded. */
export function ended(
  told: Told & { readonly from: Dated; readonly target?: Named; readonly successor?: Named },
): PolicyEvent {
  const aims = {
    ...(told.target === undefined ? {} : { target: idOf(told.target) }),
    ...(told.successor === undefined ? {} : { successor: idOf(told.successor) }),
  };
  return fact('TariffEnded', 'END', told, aims, 'ended');
}

/** Moves or re-rates the target from its known day on; what it does not say stays. */
export function amended(
  target: Named,
  told: Told & { readonly known: Dated; readonly rate?: `${number} %` },
): PolicyEvent {
  const value = told.rate === undefined ? {} : { value: rateOf(told.rate) };
  return fact(
    'TariffAmended',
    'AMEND',
    { from: null, ...told },
    { target: idOf(target), ...value },
    `amended ${idOf(target)}`,
  );
}

/** The world now holds that it never was so; without `until` for good. */
export function retracted(told: Told & { readonly from: Dated }): PolicyEvent {
  return fact('TariffRetracted', 'RETRACT', told, {}, 'retracted');
}

/** Vacated: the target is ignored, in the period from `from` to `until` or wholly, and what lies beneath shows again. */
export function revoked(target: Named, told: Told & { readonly known: Dated }): PolicyEvent {
  const period = {
    ...(told.from === undefined ? {} : { from: specOf(told.from) }),
    ...(told.until === undefined ? {} : { until: specOf(told.until) }),
  };
  return fact(
    'TariffRevoked',
    'REVOKE',
    { ...told, from: told.from ?? told.known },
    { target: idOf(target), ...period },
    `revoked ${idOf(target)}`,
  );
}

/** A measure held out and not ordered. */
export function threatened(rate: `${number} %`, told: Told & { readonly from: Dated }): PolicyEvent {
  return {
    ...fact(
      'ThreatMade',
      'ASSERT',
      { modality: 'THREATENED', ...told },
      { value: rateOf(rate) },
      `threatened ${rate}`,
    ),
    family: 'THREAT',
  };
}

/** A membership that a list attests; `from: { date: null, earliest, latest }` where the list gives no start. */
export function attested(slot: SlotId, told: Told & { readonly from: Dated }): PolicyEvent {
  return {
    ...fact('MembersAttested', 'ASSERT', { topic: 'bodies', ...told, slot }, {}, `attested ${slot}`),
    family: 'MEMBERSHIP',
    stream: 'membership',
  };
}

/** Erratum: our record was wrong. */
export function corrected(
  target: Named,
  patch: EventCorrected['patch'],
  id = `corrected ${idOf(target)}`,
): EventCorrected {
  return {
    id,
    schemaVersion: 1,
    stream: 'record',
    type: 'EventCorrected',
    target: idOf(target),
    patch,
    reason: inBoth('mistyped'),
  };
}

/** Recorded by mistake. */
export function voided(target: Named, id = `voided ${idOf(target)}`): EventVoided {
  return {
    id,
    schemaVersion: 1,
    stream: 'record',
    type: 'EventVoided',
    target: idOf(target),
    reason: inBoth('recorded by mistake'),
  };
}

/** The record of a topic is complete through this day. */
export function covered(
  completeThrough: string,
  parts: { readonly topic?: string; readonly source?: string; readonly id?: string } = {},
): CoverageDeclared {
  const { topic = RECIPROCAL_TARIFFS, source = 'federal-register' } = parts;
  return {
    id: parts.id ?? `covered ${topic} by ${source} through ${completeThrough}`,
    schemaVersion: 1,
    stream: 'record',
    type: 'CoverageDeclared',
    topic,
    title: inBoth(topic),
    family: 'TARIFF',
    source,
    completeFrom: '2017',
    completeThrough,
  };
}

export function described(subject: Partial<SubjectDescription> & { readonly id: string }): SubjectsDescribed {
  const full = {
    title: inBoth(subject.id),
    family: 'TARIFF',
    topic: RECIPROCAL_TARIFFS,
    partners: ['JPN'],
    authorities: ['USA'],
    ...subject,
  } as const;
  return {
    id: `described ${subject.id}`,
    schemaVersion: 1,
    stream: 'record',
    type: 'SubjectsDescribed',
    subjects: [full],
  };
}

export function sourceOf(kind: SourceKind, date: string): PolicyEvent['sources'][0] {
  return {
    kind,
    id: `${kind.toLowerCase()}-${date}`,
    title: inBoth(`${kind} of ${date}`),
    publisher: 'Federal Register',
    date,
  };
}

export const specOf = (day: Dated): DateSpec =>
  typeof day === 'string' || day === null ? { date: day } : day;

function fact(type: string, act: Act, told: Told, parts: Partial<Effect>, sentence: string): PolicyEvent {
  const from = specOf(told.from ?? null);
  const until = told.until === undefined ? undefined : specOf(told.until);
  const knownOn =
    told.known === undefined
      ? told.sourceDate === undefined && from.date !== null
        ? from
        : undefined
      : specOf(told.known);
  const id =
    told.id ??
    [
      sentence,
      from.date === null ? '' : `from ${from.date}`,
      until ? `until ${until.date}` : '',
      knownOn ? `known ${knownOn.date}` : '',
    ]
      .filter((word) => word !== '')
      .join(' ');
  return policyEvent({
    id,
    type,
    modality: told.modality ?? 'FACT',
    topic: told.topic ?? RECIPROCAL_TARIFFS,
    knownBasis: told.basis ?? 'ANNOUNCED',
    ...(told.fact === undefined ? {} : { fact: told.fact }),
    ...(knownOn === undefined ? {} : { knownOn }),
    effective: {
      from,
      ...(until === undefined ? {} : { until }),
      ...(told.dateOpen ? { dateOpen: true as const } : {}),
    },
    sources: [
      sourceOf(told.source ?? 'OFFICIAL', told.sourceDate ?? knownOn?.date ?? from.date ?? '2025-04-02'),
    ],
    effects: [
      {
        act,
        slot: told.slot ?? RECIPROCAL_JAPAN,
        ...parts,
        ...(told.track === undefined ? {} : { track: told.track }),
      },
    ],
  });
}

const idOf = (named: Named): string => (typeof named === 'string' ? named : named.id);
const rateOf = (rate: `${number} %` | Value): Value =>
  typeof rate === 'string' ? percent(Number.parseFloat(rate)) : rate;
const named = (rate: `${number} %` | Value): string =>
  typeof rate === 'string' ? rate : rate.kind.toLowerCase();
