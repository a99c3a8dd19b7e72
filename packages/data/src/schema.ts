import {
  ACTS,
  DEADLINE_KINDS,
  FAMILIES,
  FIRMNESSES,
  InvalidDate,
  KNOWN_BASES,
  MODALITIES,
  parseDay,
  parsePartialDate,
  RELATION_TYPES,
  SOURCE_KINDS,
  TARIFF_AUTHORITIES,
  type Value,
} from '@policy-timeline/domain';
import { z } from 'zod';

/** An issue of our own: `fault` is the stable code that the linter prints. */
const custom = (fault: string, message: string) => ({ code: 'custom' as const, message, params: { fault } });

const readable = (parse: (text: string) => unknown) =>
  z.string().superRefine((text, context) => {
    try {
      parse(text);
    } catch (error) {
      if (!(error instanceof InvalidDate)) throw error;
      context.addIssue(custom('WRONG_DATE', error.message.replace(/^date: /, '')));
    }
  });
export const edtfText = readable((text) => parsePartialDate(text));
const dayText = readable((text) => parseDay(text));

/** `2017`, `2017-08~` or `{ date, earliest, latest }`; always read as the latter. */
export const dateSpec = z.preprocess(
  (given) => (given === null || typeof given === 'string' ? { date: given } : given),
  z.strictObject({ date: edtfText.nullable(), earliest: dayText.optional(), latest: dayText.optional() }),
);

const JAPANESE = /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u;
const language = (fits: (text: string) => boolean, hint: string) =>
  z.string().superRefine((text, context) => {
    if (text.trim() === '') context.addIssue(custom('MISSING_LANGUAGE', `The text is empty; ${hint}.`));
    else if (!fits(text))
      context.addIssue(custom('WRONG_LANGUAGE', `"${text.slice(0, 60)}" is in the wrong language; ${hint}.`));
  });
/** What Japanese writes as it is: names such as NSS2025. */
const ACRONYM = /^[A-Z0-9][A-Z0-9 .&/-]*$/;
/** Both languages, each in its own script: `ja` has Japanese characters or is an acronym, `en` has none. */
export const text = z.strictObject({
  en: language((value) => !JAPANESE.test(value), 'write English without Japanese characters'),
  ja: language(
    (value) => JAPANESE.test(value) || ACRONYM.test(value),
    'write Japanese, for example "ALBA（米州ボリバル代替統合構想）"',
  ),
});

const figure = z
  .string()
  .regex(/^-?\d+(\.\d+)?$/, 'write a plain figure, for example 24 or -0.5')
  .transform(Number);
const rate = z.strictObject({
  ratePercent: figure,
  rateBasis: z.enum(['ADDITIONAL', 'TOTAL', 'INCLUSIVE']),
  upTo: z.literal(true).optional(),
});
const quantity = z.strictObject({ amount: figure, unit: z.string().min(1) });
const textValue = z.strictObject({ text });
const flag = z.strictObject({ flag: z.literal(true) });
const exempt = z.strictObject({ exempt: z.literal(true) });
const specific = z.strictObject({ specific: text });
const quota = z.strictObject({
  withinPercent: figure,
  abovePercent: figure.nullable(),
  quotaBasis: z.enum(['ADDITIONAL', 'INCLUSIVE']),
  quota: z.string().min(1),
});

/** The schema is chosen by the key that is there, so that a fault names the field and not every alternative. */
export const value = z.unknown().transform((given, context): Value => {
  const has = (key: string): boolean => typeof given === 'object' && given !== null && key in given;
  const read = <T>(schema: z.ZodType<T>): T => {
    const result = schema.safeParse(given);
    if (result.success) return result.data;
    for (const issue of result.error.issues)
      context.addIssue({ ...issue, code: 'custom', message: issue.message } as never);
    return z.NEVER;
  };
  if (has('ratePercent')) {
    const { upTo, ...rest } = read(rate) ?? {};
    return { kind: 'RATE', ...rest, ...(upTo && { upTo }) } as Value;
  }
  if (has('amount')) return { kind: 'QUANTITY', ...read(quantity) };
  if (has('text')) return { kind: 'TEXT', ...read(textValue) };
  if (has('withinPercent')) {
    const { quotaBasis, ...rest } = read(quota) ?? {};
    return { kind: 'QUOTA', ...rest, rateBasis: quotaBasis } as Value;
  }
  if (has('specific')) return { kind: 'SPECIFIC', text: read(specific)?.specific } as Value;
  if (has('exempt')) {
    read(exempt);
    return { kind: 'EXEMPT' };
  }
  if (has('flag')) {
    read(flag);
    return { kind: 'FLAG' };
  }
  context.addIssue(
    custom(
      'WRONG_VALUE',
      'A value is written { ratePercent: 24, rateBasis: TOTAL }, { withinPercent: 10, abovePercent: 25, quotaBasis: ADDITIONAL, quota: … }, { specific: { en, ja } }, { exempt: true }, { amount: 4, unit: round }, { text: { en, ja } } or { flag: true }.',
    ),
  );
  return z.NEVER;
});

const names = z.array(z.string().min(1)).default([]);
const prefixes = z
  .array(z.string().regex(/^\d{2,10}$/, 'write an HS prefix of 2 to 10 digits without dots'))
  .default([]);
const terms = z.strictObject({
  authority: z.enum(TARIFF_AUTHORITIES),
  include: z.strictObject({ hs: prefixes, lists: names }).prefault({}),
  exclude: z.strictObject({ partners: names, hs: prefixes, lists: names, conditions: names }).prefault({}),
  conditions: names,
  stacking: z
    .strictObject({
      displaces: names,
      excludedBy: names,
      cumulatesWith: names,
      unsettledWith: names,
      rule: text.optional(),
      source: z.string().min(1),
    })
    .nullable(),
});

const effect = z.strictObject({
  act: z.enum(ACTS),
  slot: z.string().optional(),
  slots: z.array(z.string()).optional(),
  value: value.optional(),
  from: dateSpec.optional(),
  until: dateSpec.optional(),
  target: z.string().optional(),
  successor: z.string().optional(),
  track: z.enum(['LEGAL', 'COLLECTED']).optional(),
  terms: terms.optional(),
});

/** A place in a source; a heading is quoted as the source prints it, so either language may hold Japanese. */
const where = z.union([z.string().min(1), z.strictObject({ en: z.string().min(1), ja: z.string().min(1) })]);
const source = z.strictObject({
  /** Key of papers.yaml; the other fields are then left out. */
  paper: z.string().optional(),
  id: z.string().optional(),
  kind: z.enum(SOURCE_KINDS).optional(),
  title: text.optional(),
  author: z.string().optional(),
  publisher: z.string().optional(),
  date: edtfText.optional(),
  where: where.optional(),
  url: z.url({ protocol: /^https?$/ }).optional(),
});
export type YamlSource = z.infer<typeof source>;

const words = z.array(z.string().min(1)).default([]);

export const event = z.strictObject({
  id: z.string().regex(/^[a-z0-9][A-Za-z0-9/.-]*$/, 'write kebab-case, for example honduras-leaves-alba'),
  type: z.string(),
  modality: z.enum(MODALITIES).default('FACT'),
  fact: z.string().min(1).optional(),
  knownOn: dateSpec.optional(),
  knownBasis: z.enum(KNOWN_BASES).optional(),
  signedOn: dateSpec.optional(),
  publishedOn: dateSpec.optional(),
  from: dateSpec.optional(),
  until: dateSpec.optional(),
  dateOpen: z.literal(true).optional(),
  actors: words,
  targets: words,
  persons: words,
  title: text,
  summary: text,
  direction: z.enum(['TIGHTENING', 'EASING', 'NEITHER']).default('NEITHER'),
  relations: z.array(z.strictObject({ type: z.enum(RELATION_TYPES), to: z.string() })).default([]),
  source: source.optional(),
  sources: z.array(source).optional(),
  effects: z.array(effect).default([]),
  deadline: z
    .strictObject({ kind: z.enum(DEADLINE_KINDS).optional(), firmness: z.enum(FIRMNESSES).optional() })
    .optional(),
  inferred: words,
  note: z.string().min(1).optional(),
  data: z.record(z.string(), z.unknown()).default({}),
});
export type YamlEvent = z.infer<typeof event>;
export type YamlEffect = YamlEvent['effects'][number];
export type YamlDate = z.infer<typeof dateSpec>;

/** The slots of an effect, written one by one or as a list. */
export function slotsOf(effect: YamlEffect): readonly string[] {
  return [...(effect.slot === undefined ? [] : [effect.slot]), ...(effect.slots ?? [])];
}

const subject = z.strictObject({
  title: text.optional(),
  partners: words,
  authorities: z.array(z.string()).optional(),
});
/** A file without its events; those are read one by one, so that a broken one does not hide the others. */
export const header = z.strictObject({
  family: z.enum(FAMILIES),
  topic: z.string(),
  title: text,
  partners: words,
  authorities: words,
  subjects: z.record(z.string(), subject.nullable()).default({}),
});
export type YamlHeader = z.infer<typeof header>;

export const parties = z.record(z.string(), text);
export const topics = z.record(
  z.string(),
  z.strictObject({
    title: text,
    family: z.enum(FAMILIES),
    coverage: z
      .array(
        z.strictObject({
          source: z.string(),
          completeFrom: edtfText,
          completeThrough: edtfText,
          note: text.optional(),
        }),
      )
      .default([]),
  }),
);
export const papers = z.record(
  z.string(),
  z.strictObject({
    title: text,
    author: z.string().optional(),
    publisher: z.string(),
    kind: z.enum(SOURCE_KINDS),
    /** The day, month or year the paper carries. */
    date: edtfText,
    /** When it was written, as narrowly as its text proves. */
    written: dateSpec,
  }),
);
