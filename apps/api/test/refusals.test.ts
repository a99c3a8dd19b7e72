import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { APPEND, appendJapanTariff, ordered, SLOT } from './japan-tariff.js';
import { type ApiUnderTest, runApi } from './running-api.js';

let api: ApiUnderTest;
beforeAll(async () => {
  api = await runApi();
  await appendJapanTariff(api);
});
afterAll(() => api.remove());

const state = 'stateAsOf(date: "2025-05-01"';
const BY_VARIABLE = 'query ($date: Date!) { stateAsOf(date: $date) { basis } }';

it.each([
  ['one long word', `_${'a'.repeat(200_000)}`],
  ['what looks like arguments', 'a:['.repeat(60_000)],
])('a refused date is told of whatever stands before it: a comment of %s', async (_what, comment) => {
  const { errors } = await api.ask(`{ # ${comment}]\n stateAsOf(date: "2025-04") { basis } }`);
  expect(errors?.[0]).toMatchObject({
    message: expect.stringContaining('date: "2025-04"'),
    extensions: { code: 'INVALID_DATE' },
  });
});

describe('a refused question says why, with a code and a trace id', () => {
  it.each([
    ['INVALID_DATE', '{ stateAsOf(date: "2018-02-29") { basis } }', '2018-02-29'],
    ['INVALID_DATE', '{ stateAsOf(date: "0000-01-01") { basis } }', '0000-01-01'],
    ['INVALID_DATE', '{ stateAsOf(date: "２０２５-04-09") { basis } }', 'YYYY-MM-DD'],
    ['INVALID_DATE', '{ stateAsOf(date: 20250409) { basis } }', '20250409'],
    ['INVALID_DATE', `{ ${state}, knownAt: "2025-04") { basis } }`, 'knownAt: "2025-04"'],
    ['INVALID_DATE', '{ events(filter: { from: "2025-04" }) { totalCount } }', 'from: "2025-04"'],
    ['INVALID_CODE', `{ ${state}, filter: { partners: ["JP"] }) { basis } }`, 'partners: "JP"'],
    ['INVALID_CODE', `{ ${state}, filter: { partners: ["jpn"] }) { basis } }`, 'write JPN'],
    ['INVALID_CODE', '{ upcoming(date: "2025-05-01", filter: { partners: ["Japan"] }) { id } }', '"Japan"'],
    [
      'INVALID_CODE',
      '{ tariffQuote(question: { partner: "jpn", product: "ordinary" }, date: "2025-05-01") { basis } }',
      'write JPN',
    ],
    ['INVALID_VIEW', `{ ${state}, knownAt: "2025-05-01", asLived: true) { basis } }`, 'asLived'],
    ['INVALID_PAGE_SIZE', `{ ${state}, first: 201) { basis } }`, '1 to 200'],
    ['INVALID_PAGE_SIZE', `{ ${state}, first: -5) { basis } }`, '1 to 200'],
    ['INVALID_PAGE_SIZE', '{ changes(after: 0, first: 0) { position } }', '1 to 200'],
    ['INVALID_INPUT', `{ ${state}, after: "nonsense") { basis } }`, 'cursor'],
    ['INVALID_INPUT', '{ stateAsOf { basis } }', 'date'],
    ['INVALID_INPUT', `{ ${state}) { nothing } }`, 'nothing'],
    ['INVALID_INPUT', '{ stateAsOf(', 'Syntax Error'],
    ['INVALID_INPUT', `{ ${state}, track: SIDEWAYS) { basis } }`, 'SIDEWAYS'],
    [
      'INVALID_RANGE',
      '{ events(filter: { from: "2025-05-01", until: "2025-05-01" }) { totalCount } }',
      'half-open',
    ],
    ['UNKNOWN_SUBJECT', '{ subject(id: "__proto__") { id } }', '__proto__'],
    ['UNKNOWN_BASIS', `{ ${state}, basis: "MC4wMDAwMDAwMDAwMDAwMDAw") { basis } }`, 'basis'],
    ['UNKNOWN_BASIS', `{ ${state}, basis: "not a basis") { basis } }`, 'basis'],
    [
      'UNKNOWN_BASIS',
      `{ ${state}, basis: "${Buffer.from('999.0000000000000000').toString('base64url')}") { basis } }`,
      'basis',
    ],
  ])('%s: %s', async (code, query, hint) => {
    const { errors } = await api.ask(query);
    expect(errors?.[0]).toMatchObject({
      message: expect.stringContaining(hint),
      extensions: { code, traceId: expect.stringMatching(/^[0-9a-f]{32}$/) },
    });
  });

  it.each([['2018-02-29'], [''], [42], [{}], ['2025-04-09\u0000'], ['9'.repeat(5_000)], ['\ud800']])(
    'INVALID_DATE also for the variable %j',
    async (date) => {
      expect((await api.ask(BY_VARIABLE, { date })).errors?.[0]?.extensions.code).toBe('INVALID_DATE');
    },
  );

  it('INVALID_DATE for a partial date in an appended event', async () => {
    const input = {
      idempotencyKey: 'k',
      expected: [],
      events: [{ ...ordered, effective: { from: { date: '2025-13' } } }],
    };
    expect((await api.write(APPEND, { input })).errors?.[0]).toMatchObject({
      extensions: { code: 'INVALID_DATE' },
      message: expect.stringContaining('input.events[0].effective.from.date: "2025-13"'),
    });
  });

  it('names the variable that a date was given for', async () => {
    expect(
      (await api.ask(BY_VARIABLE.replaceAll('$date', '$day'), { day: '2025-08' })).errors?.[0]?.message,
    ).toMatch(/^day: "2025-08" is not a date/);
  });

  it('takes the trace id of the caller', async () => {
    const traceparent = '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01';
    const answer = await api.post('{"query":"{ nothing }"}', { traceparent });
    expect(answer.headers.get('x-trace-id')).toBe('0af7651916cd43dd8448eb211c80319c');
    expect(await answer.json()).toMatchObject({
      errors: [{ extensions: { traceId: '0af7651916cd43dd8448eb211c80319c' } }],
    });
  });
});

describe('who may write', () => {
  const input = { idempotencyKey: 'nobody', expected: [], events: [ordered] };
  const voiding = 'mutation ($input: VoidEventInput!) { voidEvent(input: $input) { userErrors { code } } }';

  it.each<readonly [string, Record<string, string>]>([
    ['no token', {}],
    ['a wrong token', { authorization: 'Bearer wrong' }],
    ['another scheme', { authorization: 'Basic YTpi' }],
    ['alg none', { authorization: 'Bearer eyJhbGciOiJub25lIn0.eyJzdWIiOiJhIiwicm9sZXMiOlsiYWRtaW4iXX0.' }],
  ])('refuses %s', async (_what, headers) => {
    for (const [query, given] of [
      [APPEND, input],
      [voiding, { idempotencyKey: 'v', expected: [], target: 'order', reason: { en: 'x', ja: 'x' } }],
    ] as const) {
      const answer = await (
        await api.post(JSON.stringify({ query, variables: { input: given } }), headers)
      ).json();
      expect(answer).toMatchObject({ data: null, errors: [{ extensions: { code: 'UNAUTHENTICATED' } }] });
    }
    expect(api.audit().at(-1)).toMatchObject({
      outcome: 'REFUSED',
      operation: 'voidEvent',
      actor: null,
      codes: ['UNAUTHENTICATED'],
    });
  });

  it('lets everybody read, with any token', async () => {
    expect((await api.write(`{ subject(id: "${SLOT}") { id } }`, {}, 'wrong')).errors).toBeUndefined();
  });
});
