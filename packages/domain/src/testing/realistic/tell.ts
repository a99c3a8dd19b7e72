import { addDays, type Day, formatDay } from '../../calendar/civil-day.js';
import type {
  Act,
  DateSpec,
  Effect,
  KnownBasis,
  Modality,
  PolicyEvent,
  SourceKind,
} from '../../events/envelope.js';
import type { Random } from './random.js';
import type { SubjectOfSlot } from './subjects.js';

export interface Told {
  readonly id: string;
  readonly act: Act;
  readonly subject: SubjectOfSlot;
  readonly known: DateSpec;
  readonly from: DateSpec;
  readonly until?: DateSpec;
  readonly effects: readonly Effect[];
  readonly source: SourceKind;
  readonly fact?: string;
  readonly basis?: KnownBasis;
  readonly modality?: Modality;
  readonly dateOpen?: true;
  readonly relatedTo?: { readonly type: PolicyEvent['relations'][0]['type']; readonly to: string };
}

const PUBLISHERS: Readonly<Record<SourceKind, string>> = {
  OFFICIAL: 'Official gazette',
  STATEMENT: 'Press office',
  DATASET: 'Public dataset',
  PAPER: 'Working paper',
  PRESS: 'News agency',
};
const VERBS: Readonly<Record<Act, readonly [en: string, ja: string]>> = {
  ASSERT: ['set', '設定'],
  SUSPEND: ['suspended', '停止'],
  END: ['ended', '終了'],
  AMEND: ['amended', '改正'],
  RETRACT: ['taken back', '撤回'],
  REVOKE: ['revoked', '取消'],
};
const NOBODY: readonly string[] = [];
const NO_DATA = {};

/** The whole envelope of one act, as an editor would fill it. */
export function tell(told: Told): PolicyEvent {
  const { subject, act } = told;
  const { description, kind } = subject;
  const [en, ja] = VERBS[act];
  const day = told.known.date ?? '';
  const publisher = PUBLISHERS[told.source];
  const title = { en: `${description.title.en}: ${en}`, ja: `${description.title.ja}：${ja}` };
  return {
    id: told.id,
    schemaVersion: 1,
    stream: subject.stream,
    topic: description.topic,
    family: kind.family,
    type: kind.types[act] ?? kind.types.ASSERT,
    modality: told.modality ?? 'FACT',
    ...(told.fact === undefined ? {} : { fact: told.fact }),
    knownOn: told.known,
    knownBasis: told.basis ?? 'ANNOUNCED',
    effective: {
      from: told.from,
      ...(told.until === undefined ? {} : { until: told.until }),
      ...(told.dateOpen ? { dateOpen: true as const } : {}),
    },
    extent: 'STATE',
    actors: description.authorities,
    targets: description.partners,
    persons: NOBODY,
    title,
    summary: {
      en: `${title.en}, announced ${day}.`,
      ja: `${title.ja}（${day}発表）。`,
    },
    direction: act === 'ASSERT' ? 'TIGHTENING' : act === 'SUSPEND' || act === 'END' ? 'EASING' : 'NEITHER',
    relations: told.relatedTo === undefined ? [] : [told.relatedTo],
    sources: [
      {
        kind: told.source,
        id: `${told.source.toLowerCase()}-${day}`,
        title: { en: `${publisher}, ${day}`, ja: `${publisher}、${day}` },
        publisher,
        date: day,
      },
    ],
    effects: told.effects,
    inferred: NOBODY,
    data: NO_DATA,
  };
}

export const dated = (day: Day): DateSpec => ({ date: formatDay(day) });

/** A start as sources give it: mostly a day, sometimes a month or a year that has passed, sometimes only a last day by which. */
export function looselyDated(random: Random, day: Day): DateSpec {
  const text = formatDay(day);
  if (random.chance(0.88)) return { date: text };
  if (random.chance(0.65)) return { date: text.slice(0, 7) };
  if (random.chance(0.5)) return { date: text.slice(0, 4) };
  return { date: null, earliest: formatDay(addDays(day, -900)), latest: text };
}

/** A known day; now and then the source tells only the month, and then one that is over. */
export function looselyKnown(random: Random, day: Day): DateSpec {
  return { date: random.chance(0.97) ? formatDay(day) : formatDay(addDays(day, -31)).slice(0, 7) };
}
