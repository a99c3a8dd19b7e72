import {
  type Act,
  eventType,
  type Family,
  families,
  InvalidDate,
  parsePartialDate,
  type RelationType,
  type SourceKind,
  type Value,
} from '@policy-timeline/domain';

/** What the editor has typed, field by field. */
export interface Draft {
  readonly subject: string;
  /** Further slots that the same act does the same to, parted by spaces. */
  readonly alsoSlots: string;
  readonly stream: string;
  readonly topic: string;
  readonly type: string;
  /** Empty: the event has no effect. */
  readonly act: Act | '';
  readonly target: string;
  /** What the event says of the target; empty: nothing. */
  readonly relation: RelationType | '';
  readonly valueKind: Value['kind'];
  readonly rate: string;
  readonly rateBasis: 'ADDITIONAL' | 'TOTAL' | 'INCLUSIVE';
  readonly amount: string;
  readonly unit: string;
  readonly valueEn: string;
  readonly valueJa: string;
  readonly from: string;
  readonly until: string;
  readonly knownOn: string;
  readonly titleEn: string;
  readonly titleJa: string;
  readonly summaryEn: string;
  readonly summaryJa: string;
  readonly direction: 'TIGHTENING' | 'EASING' | 'NEITHER';
  readonly actors: string;
  readonly targets: string;
  readonly sourceKind: SourceKind;
  readonly sourceTitleEn: string;
  readonly sourceTitleJa: string;
  readonly sourcePublisher: string;
  readonly sourceDate: string;
  readonly sourceUrl: string;
}
export type DraftField = keyof Draft;
export type FieldFault = 'required' | 'unreadableDate';
export type DraftFaults = Partial<Record<DraftField, FieldFault>>;

export const EMPTY_DRAFT: Draft = {
  subject: '',
  alsoSlots: '',
  stream: '',
  topic: '',
  type: 'TariffOrdered',
  act: 'ASSERT',
  target: '',
  relation: '',
  valueKind: 'RATE',
  rate: '',
  rateBasis: 'ADDITIONAL',
  amount: '',
  unit: 'percent',
  valueEn: '',
  valueJa: '',
  from: '',
  until: '',
  knownOn: '',
  titleEn: '',
  titleJa: '',
  summaryEn: '',
  summaryJa: '',
  direction: 'NEITHER',
  actors: 'USA',
  targets: '',
  sourceKind: 'OFFICIAL',
  sourceTitleEn: '',
  sourceTitleJa: '',
  sourcePublisher: '',
  sourceDate: '',
  sourceUrl: '',
};

const ALWAYS: readonly DraftField[] = [
  'stream',
  'topic',
  'type',
  'from',
  'titleEn',
  'titleJa',
  'sourceTitleEn',
  'sourceTitleJa',
  'sourcePublisher',
  'sourceDate',
];
const DATES: readonly DraftField[] = ['from', 'until', 'knownOn', 'sourceDate'];

export const takesValue = (act: Draft['act']): boolean => act === 'ASSERT' || act === 'SUSPEND';
export const takesTarget = (act: Draft['act']): boolean =>
  act === 'AMEND' || act === 'REVOKE' || act === 'END';

/** What keeps the draft from being sent; empty when nothing does. The rules of the record itself are the server's. */
export function faultsOf(draft: Draft): DraftFaults {
  const faults: DraftFaults = {};
  const need = (field: DraftField): void => {
    if (draft[field].trim() === '') faults[field] = 'required';
  };
  for (const field of ALWAYS) need(field);
  if (draft.act !== '') need('subject');
  if (draft.act === 'AMEND' || draft.act === 'REVOKE') need('target');
  if (takesValue(draft.act)) {
    if (draft.valueKind === 'RATE' && !isNumber(draft.rate)) faults.rate = 'required';
    if (draft.valueKind === 'QUANTITY' && !isNumber(draft.amount)) faults.amount = 'required';
    if (draft.valueKind === 'TEXT') for (const field of ['valueEn', 'valueJa'] as const) need(field);
  }
  for (const field of DATES)
    if (draft[field].trim() !== '' && !isPartialDate(draft[field])) faults[field] = 'unreadableDate';
  return faults;
}

const isNumber = (text: string): boolean => text.trim() !== '' && Number.isFinite(Number(text));

function isPartialDate(text: string): boolean {
  try {
    parsePartialDate(text.trim());
    return true;
  } catch (error) {
    if (error instanceof InvalidDate) return false;
    throw error;
  }
}

/** The event as the API takes it. Call it on a draft without faults. */
export function eventInput(draft: Draft) {
  const date = (text: string): { date: string } => ({ date: text.trim() });
  const slug = draft.sourceTitleEn
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '')
    .slice(0, 60);
  return {
    stream: draft.stream.trim(),
    topic: draft.topic.trim(),
    type: draft.type,
    title: { en: draft.titleEn.trim(), ja: draft.titleJa.trim() },
    summary: {
      en: draft.summaryEn.trim() || draft.titleEn.trim(),
      ja: draft.summaryJa.trim() || draft.titleJa.trim(),
    },
    direction: draft.direction,
    effective: { from: date(draft.from), ...(draft.until.trim() ? { until: date(draft.until) } : {}) },
    ...(draft.knownOn.trim() ? { knownOn: date(draft.knownOn), knownBasis: 'ANNOUNCED' as const } : {}),
    actors: parties(draft.actors),
    targets: parties(draft.targets),
    ...(draft.relation !== '' && draft.target.trim() !== ''
      ? { relations: [{ type: draft.relation, to: draft.target.trim() }] }
      : {}),
    effects:
      draft.act === ''
        ? []
        : [draft.subject, ...draft.alsoSlots.split(/\s+/)]
            .map((slot) => slot.trim())
            .filter((slot) => slot !== '')
            .map((slot) => ({
              act: draft.act as Act,
              slot,
              ...(takesTarget(draft.act) && draft.target.trim() ? { target: draft.target.trim() } : {}),
              ...(takesValue(draft.act) ? { value: valueInput(draft) } : {}),
            })),
    sources: [
      {
        kind: draft.sourceKind,
        id: slug || 'source',
        title: { en: draft.sourceTitleEn.trim(), ja: draft.sourceTitleJa.trim() },
        publisher: draft.sourcePublisher.trim(),
        date: draft.sourceDate.trim(),
        ...(draft.sourceUrl.trim() ? { url: draft.sourceUrl.trim() } : {}),
      },
    ],
  };
}

function valueInput(draft: Draft) {
  switch (draft.valueKind) {
    case 'RATE':
      return { rate: { ratePercent: Number(draft.rate), rateBasis: draft.rateBasis } };
    case 'QUANTITY':
      return { quantity: { amount: Number(draft.amount), unit: draft.unit.trim() } };
    case 'TEXT':
      return { text: { en: draft.valueEn.trim(), ja: draft.valueJa.trim() } };
    default:
      return { flag: true };
  }
}

const parties = (text: string): string[] => text.split(/[,、\s]+/).filter((id) => id !== '');

/** Acts that the type allows; none for a happening. */
export function actsOf(type: string): readonly Act[] {
  return eventType(type)?.definition.acts ?? [];
}

const PLACES: readonly (readonly [RegExp, DraftField])[] = [
  [/effective\.from/, 'from'],
  [/effective/, 'until'],
  [/knownOn/, 'knownOn'],
  [/sources.*\.date/, 'sourceDate'],
  [/sources.*\.url/, 'sourceUrl'],
  [/sources.*\.publisher/, 'sourcePublisher'],
  [/sources/, 'sourceTitleEn'],
  [/effects.*\.target/, 'target'],
  [/effects.*\.value/, 'valueKind'],
  [/effects.*\.act/, 'act'],
  [/effects/, 'subject'],
  [/title\.ja/, 'titleJa'],
  [/title/, 'titleEn'],
  [/summary\.ja/, 'summaryJa'],
  [/summary/, 'summaryEn'],
  [/relations/, 'target'],
  [/topic/, 'topic'],
  [/stream|expected/, 'stream'],
  [/type/, 'type'],
  [/actors/, 'actors'],
  [/targets/, 'targets'],
];

/** The field that a path of the server speaks of; null when it speaks of the whole. */
export function fieldOfPath(path: string | null): DraftField | null {
  return path === null ? null : (PLACES.find(([pattern]) => pattern.test(path))?.[1] ?? null);
}

/** Fields that follow from the target of an action: its form does not show them. */
const SETTLED: readonly DraftField[] = ['subject', 'stream', 'topic', 'type', 'act', 'target'];

/** The field of the form that shows a fault at a path of the server; null where none does. */
export function shownField(path: string | null, draft: Draft, action: Action | null): DraftField | null {
  const field = fieldOfPath(path);
  if (field === null || (action !== null && SETTLED.includes(field))) return null;
  if (field === 'target') return takesTarget(draft.act) ? field : null;
  if (field !== 'valueKind') return field;
  if (!takesValue(draft.act)) return null;
  return draft.valueKind === 'RATE' ? 'rate' : draft.valueKind === 'QUANTITY' ? 'amount' : field;
}

/** What an editor does to something that is recorded already. */
export const ACTIONS = ['suspend', 'extend', 'end'] as const;
export type Action = (typeof ACTIONS)[number];

const ACTS_OF: Readonly<Record<Action, { readonly act: Act; readonly relation: RelationType }>> = {
  suspend: { act: 'SUSPEND', relation: 'SUSPENDS' },
  extend: { act: 'AMEND', relation: 'EXTENDS' },
  end: { act: 'END', relation: 'ENDS' },
};

/** An event that an action aims at, as the record has it. */
export interface Target {
  readonly id: string;
  readonly family: Family;
  readonly stream: string;
  readonly topic: string;
  readonly actors: readonly string[];
  readonly targets: readonly string[];
  readonly from: string | null;
  readonly slots: readonly string[];
}

/** The event type of a family that may do an act; first the one that is named after it. */
export function typeFor(family: Family, act: Act): string | null {
  const types = Object.entries(families.find((one) => one.family === family)?.types ?? {}).filter(
    ([, { acts }]) => (acts as readonly Act[]).includes(act),
  );
  const leads = (acts: readonly Act[]): number => Number(acts[0] === act);
  types.sort(([, a], [, b]) => leads(b.acts) - leads(a.acts) || a.acts.length - b.acts.length);
  return types[0]?.[0] ?? null;
}

/** The draft of an action: everything that follows from the target is filled in; null where its family has no such act. */
export function draftOf(action: Action, target: Target): Draft | null {
  const { act, relation } = ACTS_OF[action];
  const type = typeFor(target.family, act);
  const [first, ...also] = target.slots;
  if (type === null || first === undefined) return null;
  return {
    ...EMPTY_DRAFT,
    subject: first,
    alsoSlots: also.join(' '),
    stream: target.stream,
    topic: target.topic,
    type,
    act,
    target: target.id,
    relation,
    // What applies meanwhile is a rate for a tariff; elsewhere the measure holds or does not.
    valueKind: target.family === 'TARIFF' ? 'RATE' : 'FLAG',
    // An extension keeps the first day and moves the last.
    from: action === 'extend' ? (target.from ?? '') : '',
    direction: action === 'extend' ? 'NEITHER' : 'EASING',
    actors: target.actors.join(', '),
    targets: target.targets.join(', '),
  };
}
