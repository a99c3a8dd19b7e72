import { describe, expect, it } from 'vitest';
import { Timeline } from '../bitemporal/timeline.js';
import type { Effect, PolicyEvent } from '../events/envelope.js';
import type { LogEvent } from '../events/record-event.js';
import {
  amended,
  corrected,
  ended,
  log,
  on,
  ordered,
  paused,
  percent,
  policyEvent,
  revoked,
  voided,
} from '../testing/builders.js';
import { decideAppend } from './append-events.js';
import { decideCorrection } from './correct-event.js';
import type { Decision } from './decision.js';
import { decideVoid } from './void-event.js';

const order = ordered('24 %', { id: 'order', from: '2025-04-05', known: '2025-04-02' });
const pause = paused({
  id: 'pause',
  from: '2025-04-09',
  until: '2025-07-09',
  known: '2025-04-09',
  rate: '10 %',
});
const record = [order, pause];
const after = (...events: readonly LogEvent[]): Timeline => Timeline.of(log(...record, ...events));
const today = on('2026-11-21');

/** The rule's code and the path of each refusal; `accepted` when there is none. */
const told = (decision: Decision): string =>
  decision.ok ? 'accepted' : decision.refusals.map(({ reason, path }) => `${reason} ${path}`).join('; ');
const append = (event: PolicyEvent, timeline = after()): string =>
  told(decideAppend(timeline, [event], { today }));

const member = (type: string, act: Effect['act'], id: string): PolicyEvent =>
  policyEvent({
    id,
    type,
    family: 'MEMBERSHIP',
    stream: 'membership/alba',
    effective: { from: { date: '2010-01-12' } },
    effects: [{ act, slot: 'membership/alba/HND', ...(act === 'ASSERT' && { value: { kind: 'FLAG' } }) }],
  });

describe('the state that an event finds', () => {
  it.each([
    ['a pause of a duty in force', pause, [order], 'accepted'],
    ['a pause of no duty', pause, [], 'NOTHING_TO_SUSPEND events[0].effects[0].slot'],
    [
      'a pause after the duty has ended',
      paused({ id: 'late', from: '2026-03-01', until: '2026-04-01', known: '2026-03-01' }),
      [order, ended({ id: 'end', from: '2026-02-20', known: '2026-02-20' })],
      'NOTHING_TO_SUSPEND events[0].effects[0].slot',
    ],
    [
      'an end of what holds',
      ended({ id: 'end', from: '2026-02-20', known: '2026-02-20' }),
      [order],
      'accepted',
    ],
    [
      'an end before it was announced',
      ended({ id: 'end', from: '2025-04-01', known: '2025-04-01' }),
      [order],
      'NOTHING_TO_END events[0].effects[0].slot',
    ],
    [
      'a pause lifted that was lifted already',
      revoked(pause, { id: 'again', known: '2025-06-01' }),
      [order, pause, revoked(pause, { id: 'lifted', known: '2025-05-01' })],
      'NOTHING_TO_REVOKE events[0].effects[0].target',
    ],
    [
      'a revoked pause extended',
      amended(pause, { id: 'amended', known: '2025-06-01', until: '2025-08-01' }),
      [order, pause, revoked(pause, { id: 'lifted', known: '2025-05-01' })],
      'NOTHING_TO_AMEND events[0].effects[0].target',
    ],
    [
      'a pause extended in time',
      amended(pause, { id: 'amended', known: '2025-07-07', until: '2025-08-01' }),
      [order, pause],
      'accepted',
    ],
    [
      'a pause extended after it ran out',
      amended(pause, { id: 'amended', known: '2025-08-07', until: '2025-09-01' }),
      [order, pause],
      'NOTHING_TO_EXTEND events[0].effects[0].target',
    ],
    [
      'a slot retracted of which nothing was said',
      policyEvent({
        id: 'gone',
        type: 'TariffRetracted',
        effects: [{ act: 'RETRACT', slot: 'tariff/us/reciprocal/BRA' }],
      }),
      [order],
      'NOTHING_TO_RETRACT events[0].effects[0].slot',
    ],
    [
      'a member leaving a body',
      member('MemberLeft', 'END', 'left'),
      [member('MemberJoined', 'ASSERT', 'in')],
      'accepted',
    ],
    [
      'a member leaving a body it is not in',
      member('MemberLeft', 'END', 'left'),
      [],
      'NOTHING_TO_END events[0].effects[0].slot',
    ],
    ['a threat of what may come', { ...pause, modality: 'THREATENED' as const }, [], 'accepted'],
  ])('%s', (_story, event, before, expected) =>
    expect(append(event, Timeline.of(log(...before)))).toBe(expected),
  );

  it('is that of the events before it in the batch', () => {
    expect(told(decideAppend(Timeline.of([]), [order, pause], { today }))).toBe('accepted');
    expect(told(decideAppend(Timeline.of([]), [pause, order], { today }))).toContain('NOTHING_TO_SUSPEND');
  });
});

describe('what an event says', () => {
  const effect = order.effects[0] as Effect;
  const bare = { ...order, id: 'new' };
  it.each<[string, Partial<PolicyEvent>]>([
    ['ID_FORM events[0].id', { id: 'no spaces' }],
    ['STREAM_FORM events[0].stream', { stream: '' }],
    ['TOPIC_FORM events[0].topic', { topic: '../etc' }],
    ['UNKNOWN_TYPE events[0].type', { type: 'TariffAbolished' }],
    ['WRONG_FAMILY events[0].family', { family: 'OFFICE' }],
    ['ACT_NOT_ALLOWED events[0].effects[0].act', { type: 'TariffEnded' }],
    ['MISSING_LANGUAGE events[0].title.ja', { title: { en: 'Ordered', ja: ' ' } }],
    ['TOO_LONG events[0].summary.en', { summary: { en: 'x'.repeat(4001), ja: '長' } }],
    ['UNREADABLE_TEXT events[0].note', { note: 'turned \u202Earound' }],
    ['UNREADABLE_TEXT events[0].note', { note: 'nothing \u0000' }],
    ['UNREADABLE_TEXT events[0].data.deep[1]', { data: { deep: ['a', '\uD800'] } }],
    ['NOT_A_NUMBER events[0].data.n', { data: { n: Number.POSITIVE_INFINITY } }],
    ['UNSOURCED events[0].sources', { sources: [] as never }],
    ['URL_FORM events[0].sources[0].url', { sources: [{ ...order.sources[0], url: 'javascript:alert(1)' }] }],
    ['UNKNOWN_PARTY events[0].targets[1]', { targets: ['JPN', 'Japan'] }],
    ['UNKNOWN_RELATION events[0].relations[0].to', { relations: [{ type: 'AMENDS', to: 'nobody' }] }],
    ['SELF_RELATION events[0].relations[0].to', { relations: [{ type: 'AMENDS', to: 'new' }] }],
    ['KNOWN_IN_FUTURE events[0].knownOn', { knownOn: { date: '2026-11-22' } }],
    ['null events[0].effective.from', { effective: { from: { date: '2025-02-30' } } }],
    [
      'EMPTY_RANGE events[0].effective',
      { effective: { from: { date: '2025-04-05' }, until: { date: '2025-04-05' } } },
    ],
    [
      'EMPTY_WINDOW events[0].effective.from',
      { effective: { from: { date: '2025', earliest: '2025-05-02', latest: '2025-05-01' } } },
    ],
    ['VALUE_MISSING events[0].effects[0].value', { effects: [{ act: 'ASSERT', slot: effect.slot }] }],
    ['RATE_OUT_OF_RANGE events[0].effects[0].value', { effects: [{ ...effect, value: percent(1e308) }] }],
    ['RATE_OUT_OF_RANGE events[0].effects[0].value', { effects: [{ ...effect, value: percent(-1) }] }],
    ['SLOT_FORM events[0].effects[0].slot', { effects: [{ ...effect, slot: 'tariff/us/reciprocal/日本' }] }],
    ['SLOT_OUTSIDE_STREAM events[0].effects[0].slot', { effects: [{ ...effect, slot: 'tariff/eu/x' }] }],
    [
      'SUCCESSOR_WITHOUT_END events[0].effects[0].successor',
      { effects: [{ ...effect, successor: 'order' }] },
    ],
    [
      'TARGET_MISSING events[0].effects[0].target',
      { type: 'TariffAmended', effects: [{ act: 'AMEND', slot: effect.slot }] },
    ],
    [
      'UNKNOWN_TARGET events[0].effects[0].target',
      { type: 'TariffAmended', effects: [{ act: 'AMEND', slot: effect.slot, target: 'nobody' }] },
    ],
    [
      'TARGET_OF_ANOTHER_SLOT events[0].effects[0].target',
      { type: 'TariffAmended', effects: [{ act: 'AMEND', slot: `${effect.slot}#x`, target: 'order' }] },
    ],
  ])('%s', (expected, parts) => expect(append({ ...bare, ...parts })).toBe(expected));

  it('stands once in a batch', () =>
    expect(told(decideAppend(after(), [bare, bare], { today }))).toBe('DUPLICATE_ID events[1].id'));

  it('says every fault at once, each with a sentence', () => {
    const decision = decideAppend(after(), [{ ...bare, sources: [] as never, title: { en: '', ja: '' } }], {
      today,
    });
    expect(decision.ok).toBe(false);
    if (decision.ok) return;
    expect(decision.refusals.map(({ reason }) => reason)).toEqual([
      'MISSING_LANGUAGE',
      'MISSING_LANGUAGE',
      'UNSOURCED',
    ]);
    for (const { message } of decision.refusals) expect(message).toMatch(/^events\[0\]\..{15,}\.$/);
  });
});

describe('an erratum', () => {
  const reason = { en: 'Misread.', ja: '読み違い。' };
  const correct = (patch: object, target = 'order') =>
    told(decideCorrection(after(), { id: 'erratum', target, patch, reason }, { today }));
  it.each([
    ['accepted', { note: 'page 3' }],
    ['EMPTY_PATCH patch', {}],
    ['NOTHING_CORRECTED patch', { title: order.title }],
    ['UNSOURCED sources', { sources: [] }],
    ['SLOT_OUTSIDE_STREAM effects[0].slot', { effects: [{ ...order.effects[0], slot: 'tariff/eu/x' }] }],
    ['UNREADABLE_TEXT note', { note: '\u202E' }],
    ['KNOWN_IN_FUTURE knownOn', { knownOn: { date: '2030-01-01' } }],
  ])('%s', (expected, patch) => expect(correct(patch)).toBe(expected));

  it('needs a target and a reason', () => {
    expect(correct({ note: 'x' }, 'nobody')).toBe('UNKNOWN_TARGET target');
    const silent = { id: 'e', target: 'order', patch: { note: 'x' }, reason: { en: '', ja: '' } };
    expect(told(decideCorrection(after(), silent))).toBe('REASON_MISSING reason');
  });
});

describe('a void', () => {
  const reason = { en: 'Twice.', ja: '重複。' };
  it('takes back an event, an erratum or a void, each once', () => {
    const erratum = corrected(order, { note: 'x' });
    for (const target of ['order', erratum.id])
      expect(told(decideVoid(after(erratum), { id: 'v', target, reason }))).toBe('accepted');
    expect(told(decideVoid(after(voided(order)), { id: 'v', target: 'order', reason }))).toBe(
      'UNKNOWN_TARGET target',
    );
    expect(told(decideVoid(after(voided(order)), { id: 'v', target: 'voided order', reason }))).toBe(
      'accepted',
    );
  });
});
