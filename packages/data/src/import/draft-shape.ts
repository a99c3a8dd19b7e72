import {
  ACTS,
  DEADLINE_KINDS,
  type EventDraft,
  FIRMNESSES,
  KNOWN_BASES,
  MODALITIES,
  RELATION_TYPES,
  SOURCE_KINDS,
  TARIFF_AUTHORITIES,
} from '@policy-timeline/domain';
import { z } from 'zod';
import type { ImportDraft } from './imported-row.js';

const long = z.string().max(4000);
const text = z.strictObject({ en: long, ja: long });
const dateSpec = z.strictObject({
  date: z.string().max(20).nullish(),
  earliest: z.string().max(20).nullish(),
  latest: z.string().max(20).nullish(),
});
const strings = z.array(z.string().max(300)).max(2000).nullish();
const value = z
  .strictObject({
    rate: z
      .strictObject({
        ratePercent: z.number(),
        rateBasis: z.enum(['ADDITIONAL', 'TOTAL', 'INCLUSIVE']).nullish(),
        upTo: z.boolean().nullish(),
      })
      .nullish(),
    quantity: z.strictObject({ amount: z.number(), unit: z.string().max(100) }).nullish(),
    text: text.nullish(),
    quota: z
      .strictObject({
        withinPercent: z.number(),
        abovePercent: z.number().nullish(),
        rateBasis: z.enum(['ADDITIONAL', 'INCLUSIVE']).nullish(),
        quota: long,
      })
      .nullish(),
    specific: text.nullish(),
    exempt: z.boolean().nullish(),
    flag: z.boolean().nullish(),
  })
  .refine((given) => Object.values(given).filter((member) => member != null).length === 1, {
    message: 'give exactly one of rate, quantity, text, quota, specific, exempt, flag',
  });
const scope = { hs: z.array(z.string()), lists: z.array(z.string()) };
const terms = z.strictObject({
  authority: z.enum(TARIFF_AUTHORITIES),
  include: z.strictObject(scope),
  exclude: z.strictObject({ ...scope, partners: z.array(z.string()), conditions: z.array(z.string()) }),
  conditions: z.array(z.string()),
  stacking: z
    .strictObject({
      displaces: z.array(z.string()),
      excludedBy: z.array(z.string()),
      cumulatesWith: z.array(z.string()),
      unsettledWith: z.array(z.string()).nullish(),
      rule: text.nullish(),
      source: z.string(),
    })
    .nullish(),
});

/** An event as `appendEvents` takes it (`EventInput` of the schema), written in a file. */
export const eventDraft: z.ZodType<EventDraft> = z.strictObject({
  id: z.string().min(1).max(200),
  stream: z.string().min(1).max(200),
  topic: z.string().min(1).max(200),
  type: z.string().min(1).max(100),
  title: text,
  summary: text.nullish(),
  modality: z.enum(MODALITIES).nullish(),
  fact: z.string().max(200).nullish(),
  knownOn: dateSpec.nullish(),
  knownBasis: z.enum(KNOWN_BASES).nullish(),
  signedOn: dateSpec.nullish(),
  publishedOn: dateSpec.nullish(),
  effective: z.strictObject({
    from: dateSpec,
    until: dateSpec.nullish(),
    dateOpen: z.boolean().nullish(),
  }),
  actors: strings,
  targets: strings,
  persons: strings,
  direction: z.enum(['TIGHTENING', 'EASING', 'NEITHER']).nullish(),
  relations: z.array(z.strictObject({ type: z.enum(RELATION_TYPES), to: z.string().max(200) })).nullish(),
  sources: z.array(
    z.strictObject({
      id: z.string().max(200),
      kind: z.enum(SOURCE_KINDS),
      title: text,
      author: z.string().max(500).nullish(),
      publisher: z.string().max(500),
      date: z.string().max(20),
      where: long.nullish(),
      url: z
        .url({ protocol: /^https?$/ })
        .max(2000)
        .nullish(),
    }),
  ),
  effects: z
    .array(
      z.strictObject({
        act: z.enum(ACTS),
        slot: z.string().min(1).max(300),
        value: value.nullish(),
        from: dateSpec.nullish(),
        until: dateSpec.nullish(),
        target: z.string().max(200).nullish(),
        successor: z.string().max(200).nullish(),
        track: z.enum(['LEGAL', 'COLLECTED']).nullish(),
        terms: terms.nullish(),
      }),
    )
    .max(2000)
    .nullish(),
  deadline: z
    .strictObject({ kind: z.enum(DEADLINE_KINDS).nullish(), firmness: z.enum(FIRMNESSES).nullish() })
    .nullish(),
  inferred: strings,
  note: long.nullish(),
  data: z.unknown().optional(),
}) as z.ZodType<EventDraft>;

/** What a draft still lacks, by its own content; `dateOpen` is said on purpose. */
function lacksOf(event: EventDraft): string[] {
  return [
    ...(event.effective.from.date == null && event.effective.from.latest == null && !event.effective.dateOpen
      ? ['effective']
      : []),
    ...(event.title.en.trim() === '' ? ['title.en'] : []),
    ...(event.title.ja.trim() === '' ? ['title.ja'] : []),
    ...(event.sources.length === 0 ? ['sources'] : []),
  ];
}

/** A draft of our own formats. */
export function ownDraft(event: EventDraft, line: number, review: readonly string[] = []): ImportDraft {
  const id = event.id ?? '';
  return { id, line, needsReview: [...review, ...lacksOf(event)], event: { ...event, id } };
}
