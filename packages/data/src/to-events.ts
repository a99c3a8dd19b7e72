import {
  type CoverageDeclared,
  type DateSpec,
  type Effect,
  eventType,
  type PartiesDescribed,
  type PolicyEvent,
  type Source,
  type SubjectDescription,
  type SubjectsDescribed,
  type TariffTerms,
  type Text,
} from '@policy-timeline/domain';
import type { Papers, Topics } from './catalogue-files.js';
import type { CatalogueFile } from './parse-file.js';
import { type PartyNames, partyName } from './parties.js';
import type { YamlDate, YamlEffect, YamlEvent, YamlHeader, YamlSource } from './schema.js';
import { slotsOf } from './schema.js';

/** A copy without the keys whose value is undefined: the log stores plain JSON. */
function present<T extends object>(fields: { [K in keyof T]: T[K] | undefined }): T {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as T;
}

/** One event per (topic, source), topics by name. */
export function coverageEvents(topics: Topics): readonly CoverageDeclared[] {
  return Object.keys(topics)
    .sort()
    .flatMap((topic) => {
      const { title, family, coverage } = topics[topic] as Topics[string];
      return coverage.map(
        ({ source, completeFrom, completeThrough, note }): CoverageDeclared =>
          present({
            id: `coverage:${topic}:${source}`,
            schemaVersion: 1,
            stream: `coverage/${topic}`,
            type: 'CoverageDeclared',
            topic,
            title,
            family,
            source,
            completeFrom,
            completeThrough,
            note,
          }),
      );
    });
}

export function subjectsEvent(
  { stream }: CatalogueFile,
  header: YamlHeader,
  names: PartyNames,
): SubjectsDescribed {
  const { family, topic, title, partners, authorities } = header;
  const own: SubjectDescription = { id: stream, title, family, topic, partners, authorities };
  const further = Object.entries(header.subjects).map(([key, subject]): SubjectDescription => {
    const whom = subject?.partners.length ? subject.partners : partyName(key, names) ? [key] : [];
    return {
      id: `${stream}/${key}`,
      title: subject?.title ?? titleFor(title, key, whom, names),
      family,
      topic,
      partners: whom,
      authorities: subject?.authorities ?? authorities,
    };
  });
  return {
    id: `${stream}:subjects`,
    schemaVersion: 1,
    stream,
    type: 'SubjectsDescribed',
    subjects: [own, ...further],
  };
}

/** "ALBA · Honduras": the stream's title and the country or body the subject is about. */
function titleFor(title: Text, key: string, partners: readonly string[], names: PartyNames): Text {
  const name =
    partyName(key, names) ?? (partners[0] === undefined ? undefined : partyName(partners[0], names));
  return name ? { en: `${title.en} · ${name.en}`, ja: `${title.ja}・${name.ja}` } : title;
}

/** The event as the log keeps it. @throws Error when the event's type or paper is unknown; check the catalogue first. */
export function policyEvent(
  { stream }: CatalogueFile,
  { family, topic }: YamlHeader,
  event: YamlEvent,
  papers: Papers,
): PolicyEvent {
  const {
    id,
    type,
    modality,
    fact,
    signedOn,
    publishedOn,
    actors,
    targets,
    persons,
    title,
    summary,
    direction,
    relations,
    deadline,
    inferred,
    note,
    data,
  } = event;
  const known = eventType(type);
  if (!known) throw new Error(`${id}: unknown event type ${type}`);
  const written = [...(event.source ? [event.source] : []), ...(event.sources ?? [])];
  const knownBasis = event.knownBasis ?? 'DOCUMENTED';
  return present<PolicyEvent>({
    id,
    schemaVersion: 1,
    stream,
    topic,
    family,
    type,
    modality,
    fact,
    knownOn: event.knownOn
      ? dateSpec(event.knownOn)
      : knownBasis === 'DOCUMENTED'
        ? dayOfPaper(written, papers)
        : undefined,
    knownBasis,
    signedOn: signedOn && dateSpec(signedOn),
    publishedOn: publishedOn && dateSpec(publishedOn),
    effective: present<PolicyEvent['effective']>({
      from: event.from ? dateSpec(event.from) : { date: null },
      until: event.until && dateSpec(event.until),
      dateOpen: event.dateOpen,
    }),
    extent: known.definition.extent,
    actors,
    targets,
    persons,
    title,
    summary,
    direction,
    relations,
    // The schema refuses an event without a source.
    sources: written.map((source) => expandSource(source, papers)) as [Source, ...Source[]],
    effects: event.effects.flatMap(expandEffect),
    deadline:
      deadline &&
      present<NonNullable<PolicyEvent['deadline']>>({ kind: deadline.kind, firmness: deadline.firmness }),
    inferred,
    note,
    data,
  });
}

function dateSpec({ date, earliest, latest }: YamlDate): DateSpec {
  return present<DateSpec>({ date, earliest, latest });
}

/** A documented act is known from the writing of its paper: the window the paper's own text proves. */
function dayOfPaper(sources: readonly YamlSource[], papers: Papers): DateSpec | undefined {
  const paper = sources.length === 1 ? sources[0]?.paper : undefined;
  const written = paper === undefined ? undefined : papers[paper]?.written;
  return written && dateSpec(written);
}

function expandSource(source: YamlSource, papers: Papers): Source {
  const where =
    source.where === undefined || typeof source.where === 'string'
      ? source.where
      : `${source.where.en} / ${source.where.ja}`;
  if (source.paper === undefined) {
    const { id, kind, title, author, publisher, date, url } = source;
    return present({ kind, id, title, author, publisher, date, where, url }) as Source;
  }
  const paper = papers[source.paper];
  if (!paper) throw new Error(`unknown paper ${source.paper}`);
  const { kind, title, author, publisher, date } = paper;
  return present<Source>({
    kind,
    id: `paper-${source.paper}`,
    title,
    author,
    publisher,
    date,
    where,
    url: source.url,
  });
}

function expandEffect(effect: YamlEffect): readonly Effect[] {
  const { act, value, from, until, target, successor, track, terms } = effect;
  return slotsOf(effect).map((slot) =>
    present<Effect>({
      act,
      slot,
      value,
      from: from && dateSpec(from),
      until: until && dateSpec(until),
      target,
      successor,
      track,
      terms: terms && tariffTerms(terms),
    }),
  );
}

function tariffTerms({ stacking, ...terms }: NonNullable<YamlEffect['terms']>): TariffTerms {
  return { ...terms, stacking: stacking && present<NonNullable<TariffTerms['stacking']>>(stacking) };
}

/** The names of every country and body the record speaks of: the first record of the log. */
export function partiesEvent(parties: PartyNames): PartiesDescribed {
  return { id: 'parties', schemaVersion: 1, stream: 'parties', type: 'PartiesDescribed', parties };
}
