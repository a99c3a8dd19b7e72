import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { APPEND, appendJapanTariff, ordered, paused, SLOT, STREAM } from '../../../test/japan-tariff.js';
import { type ApiUnderTest, runApi } from '../../../test/running-api.js';

const CORRECT =
  'mutation ($input: CorrectEventInput!) { correctEvent(input: $input) { receipt { positions basis repeated } viewDiff { kind slot } userErrors { code message path reason } } }';
const VOID =
  'mutation ($input: VoidEventInput!) { voidEvent(input: $input) { receipt { positions basis repeated } viewDiff { kind slot } userErrors { code message path reason } } }';
const RATE =
  'query ($basis: Basis) { stateAsOf(date: "2025-07-20", basis: $basis) { basis knownAt counts { inForce } readings { edges { node { slot status value { ... on RateValue { ratePercent } } decidedBy { id correctedAt } because { verb event { id } } } } } } }';
const reason = { en: 'Misread.', ja: '読み違い。' };
const revision = (stream: string, of: number | null) => [{ stream, revision: of }];

let api: ApiUnderTest;
let basis: string;
beforeAll(async () => {
  api = await runApi();
  ({ basis } = await appendJapanTariff(api));
});
afterAll(() => api.remove());

const append = async (input: object) => (await api.write(APPEND, { input })).data.appendEvents;
const raised = {
  ...ordered,
  id: undefined,
  knownOn: { date: '2025-07-07' },
  effective: { from: { date: '2025-08-01' } },
  sources: [{ ...ordered.sources[0], date: '2025-07-07' }],
  effects: [{ act: 'ASSERT', slot: SLOT, value: { rate: { ratePercent: 25, rateBasis: 'TOTAL' } } }],
};

describe('appending events', () => {
  it('shows with dryRun what would change, and writes nothing', async () => {
    const before = await api.ask('{ subject(id: "tariff/us/reciprocal") { revision } }');
    const tried = await append({
      idempotencyKey: 'dry',
      expected: revision(STREAM, 1),
      events: [raised],
      dryRun: true,
    });
    expect(tried).toMatchObject({ receipt: null, userErrors: [], viewDiff: [{ kind: 'PLAN', slot: SLOT }] });
    expect(await api.ask('{ subject(id: "tariff/us/reciprocal") { revision } }')).toEqual(before);
  });

  it('answers a retry with the first receipt', async () => {
    const input = { idempotencyKey: 'raise', expected: revision(STREAM, 1), events: [raised] };
    const first = await append(input);
    expect(first).toMatchObject({ userErrors: [], receipt: { positions: [4], repeated: false } });
    expect(await append(input)).toEqual({ ...first, receipt: { ...first.receipt, repeated: true } });
    expect((await api.ask('{ event(id: "raise/0") { position } }')).data.event).toEqual({ position: 4 });
  });

  it('refuses another body under a used id, and another batch under a used key', async () => {
    const other = { ...raised, note: 'another' };
    expect(
      await append({
        idempotencyKey: 'raise-2',
        expected: revision(STREAM, 2),
        events: [{ ...other, id: 'raise/0' }],
      }),
    ).toMatchObject({ receipt: null, userErrors: [{ code: 'IDEMPOTENCY_CONFLICT', reason: 'OTHER_BODY' }] });
    expect(
      await append({
        idempotencyKey: 'raise',
        expected: revision(STREAM, 2),
        events: [{ ...other, id: 'own-id' }],
      }),
    ).toMatchObject({ userErrors: [{ code: 'IDEMPOTENCY_CONFLICT', reason: 'KEY_REUSED' }] });
  });

  it('refuses a stale revision and tells the true one', async () => {
    const stale = await append({ idempotencyKey: 'stale', expected: revision(STREAM, 0), events: [raised] });
    expect(stale).toMatchObject({
      receipt: null,
      userErrors: [
        { code: 'WRONG_REVISION', path: 'expected', message: expect.stringContaining('revision 2') },
      ],
    });
    const missing = await append({ idempotencyKey: 'stale', expected: [], events: [raised] });
    expect(missing).toMatchObject({ userErrors: [{ code: 'INVALID_INPUT', path: 'expected' }] });
  });

  it('says every fault of a batch at once, with the rule’s own code', async () => {
    const events = [
      { ...raised, sources: [] },
      {
        ...paused,
        id: 'bad-range',
        effective: { from: { date: '2025-08-02' }, until: { date: '2025-08-01' } },
      },
    ];
    const { receipt, userErrors } = await append({
      idempotencyKey: 'faults',
      expected: revision(STREAM, 2),
      events,
    });
    expect(receipt).toBeNull();
    expect(new Set(userErrors.map(({ eventIndex }: { eventIndex: number }) => eventIndex))).toEqual(
      new Set([0, 1]),
    );
    for (const { code, message, path } of userErrors)
      expect([typeof code, message.length > 20, path.startsWith('events[')]).toEqual(['string', true, true]);
  });

  it('writes all streams or none', async () => {
    const head = (await api.ask('{ changes(after: 0) { position } }')).data.changes.length;
    const events = [
      { ...raised, stream: 'tariff/us/new' },
      { ...raised, note: 'x' },
    ];
    expect(
      await append({
        idempotencyKey: 'both',
        expected: [...revision('tariff/us/new', null), ...revision(STREAM, 0)],
        events,
      }),
    ).toMatchObject({ userErrors: [{ code: 'WRONG_REVISION' }] });
    expect((await api.ask('{ changes(after: 0) { position } }')).data.changes).toHaveLength(head);
  });
});

describe('correcting the record', () => {
  it('moves the newest answer and leaves an old basis byte-identical', async () => {
    const body = JSON.stringify({ query: RATE, variables: { basis } });
    const before = await (await api.post(body)).text();
    const patch = {
      effects: [{ act: 'ASSERT', slot: SLOT, value: { rate: { ratePercent: 23, rateBasis: 'TOTAL' } } }],
    };
    const input = {
      idempotencyKey: 'erratum',
      expected: revision(STREAM, 2),
      target: 'order',
      patch,
      reason,
    };
    const corrected = (await api.write(CORRECT, { input })).data.correctEvent;
    expect(corrected).toMatchObject({ userErrors: [], receipt: { positions: [5] } });
    expect(await (await api.post(body)).text()).toBe(before);
    expect(before).toContain('"ratePercent":24');
    expect((await api.ask(RATE)).data.stateAsOf.readings.edges[0].node).toMatchObject({
      value: { ratePercent: 23 },
      decidedBy: { id: 'order', correctedAt: 5 },
    });
    expect((await api.write(CORRECT, { input })).data.correctEvent.receipt).toMatchObject({
      positions: [5],
      repeated: true,
    });
  });

  it('takes back what was recorded by mistake', async () => {
    const input = { idempotencyKey: 'void', expected: revision(STREAM, 3), target: 'raise/0', reason };
    expect((await api.write(VOID, { input })).data.voidEvent).toMatchObject({
      userErrors: [],
      receipt: { positions: [6] },
    });
    expect((await api.ask('{ event(id: "raise/0") { id } }')).data.event).toBeNull();
  });

  it('refuses an unknown target by the rule', async () => {
    const input = { idempotencyKey: 'nobody', expected: [], target: 'nobody', reason };
    expect((await api.write(VOID, { input })).data.voidEvent.userErrors).toMatchObject([
      { code: 'REFUSED_BY_RULE', reason: 'UNKNOWN_TARGET' },
    ]);
  });
});

it('has every attempt in the audit trail, and no token', async () => {
  const trail = api.audit();
  expect(new Set(trail.map(({ outcome }) => outcome))).toEqual(
    new Set(['ACCEPTED', 'REPEATED', 'DRY_RUN', 'REFUSED']),
  );
  expect(JSON.stringify(trail)).not.toContain(api.key);
});
