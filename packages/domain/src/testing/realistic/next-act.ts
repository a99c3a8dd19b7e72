import { addDays, type Day } from '../../calendar/civil-day.js';
import { parsePartialDate } from '../../calendar/partial-date.js';
import type { DateSpec, Effect, Modality, PolicyEvent, SourceKind } from '../../events/envelope.js';
import type { LogEvent } from '../../events/record-event.js';
import { rankOf } from '../../project/facts.js';
import { startWindow } from '../../project/window.js';
import type { Random } from './random.js';
import type { SlotStory } from './slot-story.js';
import type { SubjectOfSlot } from './subjects.js';
import { dated, looselyDated, looselyKnown, type Told, tell } from './tell.js';

/** Where the story stands when the next act is told. */
export interface Moment {
  readonly random: Random;
  readonly id: string;
  readonly today: Day;
  readonly subject: SubjectOfSlot;
  readonly story: SlotStory;
  /** Other slots of the programme that one order may name as well. */
  readonly neighbours: readonly { readonly subject: SubjectOfSlot; readonly story: SlotStory }[];
}

type Plot =
  | 'STEP'
  | 'SCHEDULE'
  | 'CLOSED'
  | 'RETROACTIVE'
  | 'LATE'
  | 'PAUSE'
  | 'END'
  | 'EXTEND'
  | 'POSTPONE'
  | 'RERATE'
  | 'REVOKE'
  | 'REVOKE_BACK'
  | 'RETRACT'
  | 'ACCOUNT'
  | 'THREAT'
  | 'ERRATUM'
  | 'VOID';

const WEIGHTS: readonly (readonly [Plot, number])[] = [
  ['STEP', 33],
  ['SCHEDULE', 9],
  ['CLOSED', 7],
  ['RETROACTIVE', 5],
  ['LATE', 3],
  ['PAUSE', 9],
  ['END', 7],
  ['EXTEND', 3],
  ['POSTPONE', 3],
  ['RERATE', 3],
  ['REVOKE', 4],
  ['REVOKE_BACK', 0.5],
  ['RETRACT', 2],
  ['ACCOUNT', 4],
  ['THREAT', 3],
  ['ERRATUM', 4],
  ['VOID', 1.5],
];
const SOURCES: readonly (readonly [SourceKind, number])[] = [
  ['OFFICIAL', 70],
  ['DATASET', 12],
  ['PRESS', 10],
  ['PAPER', 8],
];
const NOT_FIRM: readonly (readonly [Modality, number])[] = [
  ['THREATENED', 5],
  ['PROPOSED', 3],
  ['PLANNED', 2],
];

/** The next thing told of a slot; where the plot drawn does not fit what stands there, a plain new step is told. */
export function nextAct(moment: Moment): LogEvent {
  moment.story.advance(moment.today);
  return TELL[moment.random.weighted(WEIGHTS)](moment) ?? (TELL.STEP(moment) as LogEvent);
}

const TELL: Readonly<Record<Plot, (moment: Moment) => LogEvent | undefined>> = {
  STEP: (m) => {
    const late = m.random.chance(0.05) ? m.random.between(1, 40) : 0;
    return assert(m, { known: m.today, from: addDays(m.today, -late), batch: m.random.chance(0.04) });
  },
  SCHEDULE: (m) => {
    if (m.story.scheduled) return undefined;
    return assert(m, { known: m.today, from: addDays(m.today, m.random.between(7, 200)) });
  },
  CLOSED: (m) => {
    const from = addDays(m.today, m.random.between(-20, 60));
    return assert(m, { known: m.today, from, days: m.random.between(20, 365) });
  },
  RETROACTIVE: (m) => {
    const from = addDays(m.today, -m.random.between(30, 1500));
    return assert(m, {
      known: m.today,
      from,
      ...(m.random.chance(0.5) ? { days: m.random.between(20, 400) } : {}),
    });
  },
  LATE: (m) => {
    const known = addDays(m.today, -m.random.between(30, 700));
    return assert(m, { known, from: addDays(known, -m.random.between(0, 20)) });
  },
  PAUSE: (m) => {
    const { story, random, today } = m;
    const from = addDays(today, random.between(0, 10));
    if (!story.standing || !m.subject.kind.types.SUSPEND) return undefined;
    if (story.pause || (story.endsOn !== undefined && story.endsOn <= from)) return undefined;
    const until = addDays(from, random.between(20, 180));
    story.pause = { id: m.id, from, until };
    return act(m, 'SUSPEND', {
      from: dated(from),
      until: dated(until),
      effect: { value: m.subject.kind.value(random) },
      relatedTo: { type: 'SUSPENDS', to: story.standing.event.id },
    });
  },
  END: (m) => {
    const { story, random, today } = m;
    if (!story.standing || story.endsOn !== undefined || !m.subject.kind.types.END) return undefined;
    const day = random.chance(0.4) ? today : addDays(today, random.between(10, 365));
    story.endsOn = day;
    return act(m, 'END', {
      from: dated(day),
      effect: random.chance(0.5) ? { target: story.standing.event.id } : {},
    });
  },
  EXTEND: (m) => {
    const { story, random } = m;
    if (!story.pause) return undefined;
    const until = addDays(story.pause.until, random.between(10, 90));
    const { id: target, from } = story.pause;
    story.pause = { ...story.pause, until };
    return act(m, 'AMEND', {
      from: dated(from),
      until: dated(until),
      effect: { target },
      relatedTo: { type: 'EXTENDS', to: target },
    });
  },
  POSTPONE: (m) => {
    const { story, random } = m;
    if (!story.scheduled) return undefined;
    const target = story.scheduled.event.id;
    const from = addDays(story.scheduled.from, random.between(5, 120));
    const event = act(m, 'AMEND', {
      from: dated(from),
      effect: { target },
      relatedTo: { type: 'AMENDS', to: target },
    });
    story.scheduled = { event, from, rank: rankOf(event), amended: true };
    return event;
  },
  RERATE: (m) => {
    const { story, random } = m;
    if (!story.standing || !m.subject.kind.types.AMEND) return undefined;
    const target = story.standing.event.id;
    const event = act(m, 'AMEND', {
      from: { date: null },
      effect: { target, value: m.subject.kind.value(random) },
      relatedTo: { type: 'AMENDS', to: target },
    });
    story.standing = { event, from: story.standing.from, rank: rankOf(event), amended: true };
    return event;
  },
  REVOKE: (m) => {
    const { story } = m;
    const target = story.pause?.id ?? story.standing?.event.id;
    if (target === undefined) return undefined;
    if (story.pause) story.pause = undefined;
    else story.standing = undefined;
    story.revocation = m.id;
    return act(m, 'REVOKE', { from: dated(m.today), effect: { target } });
  },
  REVOKE_BACK: (m) => {
    const target = m.story.revocation;
    if (target === undefined) return undefined;
    m.story.revocation = undefined;
    return act(m, 'REVOKE', { from: dated(m.today), effect: { target } });
  },
  RETRACT: (m) => {
    const { random, today } = m;
    if (!m.subject.kind.types.RETRACT) return undefined;
    const from = addDays(today, -random.between(60, 900));
    return act(m, 'RETRACT', { from: dated(from), until: dated(addDays(from, random.between(10, 60))) });
  },
  ACCOUNT: (m) => {
    const { story, random, today } = m;
    const told = story.standing;
    if (!told || told.amended || told.event.effects.length > 1) return undefined;
    const from = addDays(told.from, random.between(-2, told.from < today ? 0 : -1));
    const effect = told.event.effects[0] as Effect;
    const event = act(m, 'ASSERT', {
      from: dated(from),
      effect: { value: random.chance(0.7) && effect.value ? effect.value : m.subject.kind.value(random) },
      fact: told.event.fact ?? told.event.id,
      source: random.weighted(SOURCES),
    });
    const rank = rankOf(event);
    if (rank >= told.rank) story.standing = { event, from, rank, amended: false };
    return event;
  },
  THREAT: (m) => {
    const from = addDays(m.today, m.random.between(10, 120));
    return act(m, 'ASSERT', {
      from: dated(from),
      effect: { value: m.subject.kind.value(m.random) },
      modality: m.random.weighted(NOT_FIRM),
    });
  },
  ERRATUM: (m) => {
    const { story, random } = m;
    const target = story.newest;
    if (!target) return undefined;
    const patch = patchOf(m, target);
    story.newest = { ...target, ...patch };
    story.erratum = m.id;
    return {
      id: m.id,
      schemaVersion: 1,
      stream: target.stream,
      type: 'EventCorrected',
      target: target.id,
      patch,
      reason: random.chance(0.5) ? MISTYPED : MISREAD,
    };
  },
  VOID: (m) => {
    const { story, random } = m;
    const target = random.chance(0.2) ? (story.erratum ?? story.newest?.id) : story.newest?.id;
    if (target === undefined) return undefined;
    // A void of an erratum brings back days that the story no longer has.
    story.forget();
    story.erratum = undefined;
    return {
      id: m.id,
      schemaVersion: 1,
      stream: m.subject.stream,
      type: 'EventVoided',
      target,
      reason: TWICE,
    };
  },
};

const MISTYPED = { en: 'Mistyped.', ja: '入力の誤り。' };
const MISREAD = { en: 'The source was misread.', ja: '出典の読み違い。' };
const TWICE = { en: 'Recorded by mistake.', ja: '誤って記録した。' };

interface Parts {
  readonly from: DateSpec;
  readonly until?: DateSpec;
  readonly effect?: Partial<Effect>;
  readonly fact?: string;
  readonly source?: SourceKind;
  readonly modality?: Modality;
  readonly relatedTo?: NonNullable<Told['relatedTo']>;
}

/** An act known today of the slot alone. */
function act(
  m: Moment,
  name: Effect['act'],
  { effect = {}, source = 'OFFICIAL', ...parts }: Parts,
): PolicyEvent {
  return tell({
    id: m.id,
    act: name,
    subject: m.subject,
    known: dated(m.today),
    source,
    effects: [{ act: name, slot: m.subject.slot, ...effect }],
    ...parts,
  });
}

/** A value said of the slot: open, or for so many days; with `batch` one order says it of its neighbours too. */
function assert(
  m: Moment,
  { known, from, days, batch = false }: { known: Day; from: Day; days?: number; batch?: boolean },
): PolicyEvent {
  const { random, subject, story } = m;
  const open = days === undefined;
  const spec = open && from <= m.today ? looselyDated(random, from) : dated(from);
  const value = subject.kind.value(random);
  const others = batch ? m.neighbours : [];
  const tracked = random.chance(0.02);
  const dateOpen = open && !tracked && random.chance(0.01);
  const source = random.weighted(SOURCES);
  const event = tell({
    id: m.id,
    act: 'ASSERT',
    subject,
    known: looselyKnown(random, known),
    from: spec,
    ...(days === undefined ? {} : { until: dated(addDays(from, days)) }),
    effects: [subject, ...others.map((other) => other.subject)].map(({ slot }) => ({
      act: 'ASSERT',
      slot,
      value,
      ...(tracked ? { track: 'COLLECTED' as const } : {}),
    })),
    source,
    basis: random.weighted([
      ['ANNOUNCED', 85],
      ['DOCUMENTED', 10],
      ['PUBLISHED', 5],
    ]),
    modality: random.chance(0.05) ? 'REPORTED' : 'FACT',
    ...(dateOpen ? { dateOpen: true as const } : {}),
  });
  if (tracked) return event;
  if (others.length === 0) story.newest = event;
  if (!open || dateOpen) return event;
  const told = { event, from: startWindow(spec, known).nominal, rank: rankOf(event), amended: false };
  if (told.from > m.today) story.scheduled = told;
  else for (const { story: each } of [{ story }, ...others]) each.begun(told);
  return event;
}

/** What an erratum replaces: a value, a text, or a known day that was typed too late. */
function patchOf({ random, subject }: Moment, target: PolicyEvent) {
  const known = target.knownOn?.date;
  if (known != null && known.length === 10 && random.chance(0.3)) {
    return { knownOn: dated(addDays(parsePartialDate(known).first, -random.between(1, 9))) };
  }
  if (random.chance(0.2))
    return { summary: { en: `${target.summary.en} Corrected.`, ja: `${target.summary.ja}訂正済み。` } };
  const value = subject.kind.value(random);
  return { effects: target.effects.map((effect) => ({ ...effect, value })) };
}
