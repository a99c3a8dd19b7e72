import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { SignJWT } from 'jose';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { keyFile, rotateKey } from '../src/auth/editor-key.js';
import { makeToken } from '../src/auth/local-token.js';
import { identityProvider, newKey } from './identity-provider.js';
import { APPEND, ordered, STREAM } from './japan-tariff.js';
import { type Answer, type ApiUnderTest, runApi } from './running-api.js';

// Row 13 of the promises: role × operation × transport, and every token that must not count.

type Provider = Awaited<ReturnType<typeof identityProvider>>;
let provider: Provider;
let api: ApiUnderTest;
beforeAll(async () => {
  provider = await identityProvider();
  api = await runApi(provider.environment);
  await api.write(APPEND, appending('seed', null).variables);
});
afterAll(async () => {
  await api.remove();
  await provider.close();
});

const reason = { en: 'Wrong.', ja: '誤り。' };
const revisionOf = async (): Promise<number | null> =>
  (await api.ask(`{ subject(id: "${STREAM}") { revision } }`)).data?.subject?.revision ?? null;
const appending = (key: string, revision: number | null) => ({
  query: APPEND,
  variables: {
    input: {
      idempotencyKey: key,
      expected: [{ stream: STREAM, revision }],
      events: [{ ...ordered, id: `event-${key}` }],
    },
  },
});
const aimed =
  (name: 'correctEvent' | 'voidEvent', target: string) => (key: string, revision: number | null) => ({
    query: `mutation ($input: ${name === 'correctEvent' ? 'CorrectEventInput' : 'VoidEventInput'}!) { ${name}(input: $input) { receipt { positions } userErrors { code reason message } } }`,
    variables: {
      input: {
        idempotencyKey: key,
        expected: [{ stream: STREAM, revision }],
        target,
        reason,
        ...(name === 'correctEvent' && { patch: { note: key } }),
      },
    },
  });
const importing = () => ({
  query: 'mutation ($input: ImportEventsInput!) { importEvents(input: $input) { alreadyRecorded } }',
  variables: { input: { kind: 'OWN_NDJSON', content: '' } },
});
const auditing = () => ({ query: '{ auditTrail(first: 1) { edges { node { at } } } }', variables: {} });

const operations = {
  appendEvents: appending,
  correctEvent: aimed('correctEvent', 'event-seed'),
  voidEvent: aimed('voidEvent', 'event-seed'),
  importEvents: importing,
  auditTrail: auditing,
};
type Operation = keyof typeof operations;
const MUTATIONS = ['appendEvents', 'correctEvent', 'voidEvent', 'importEvents'] as const;

const transports = {
  POST: (body: object, headers: Record<string, string>) => api.post(JSON.stringify(body), headers),
  GET: ({ query, variables }: { query: string; variables: object }, headers: Record<string, string>) =>
    fetch(`${api.url}/graphql?${new URLSearchParams({ query, variables: JSON.stringify(variables) })}`, {
      headers,
    }),
  STREAM: (body: object, headers: Record<string, string>) =>
    fetch(`${api.url}/graphql/stream`, {
      method: 'POST',
      headers: { accept: 'text/event-stream', 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body),
    }),
};
type Transport = keyof typeof transports;

let attempts = 0;
let failures = 0;
afterEach(({ task }) => {
  if (task.result?.state === 'fail') failures++;
});
afterAll(() =>
  process.stdout.write(
    `row 13: ${failures} failures in ${attempts} trials (95 % bound 3/${attempts}) seed 0: every role, operation, transport and token that must not count\n`,
  ),
);
async function attempt(operation: Operation, token: string | null, transport: Transport = 'POST') {
  const key = `a-${++attempts}`;
  const asked = operations[operation](key, await revisionOf());
  const noted = api.audit().length;
  const headers = token === null ? {} : { authorization: `Bearer ${token}` };
  const response = await transports[transport](asked, headers as Record<string, string>);
  const text = await response.text();
  const json = (text.startsWith('{') ? text : (/^data: (\{.*\})$/m.exec(text)?.[1] ?? '{}')) as string;
  const answer = JSON.parse(json) as Answer;
  const data = answer.data?.[operation];
  const code = answer.errors?.[0]?.extensions.code ?? data?.userErrors?.[0]?.code;
  const trail = api.audit().slice(noted);
  return { told: code ?? 'accepted', status: response.status, trail };
}

describe.each<[string, () => Promise<string | null>, Readonly<Record<Operation, string>>]>([
  ['nobody', async () => null, all('UNAUTHENTICATED')],
  ['a reader of the provider', () => provider.token(['reader']), all('UNAUTHENTICATED')],
  [
    'an editor of the provider',
    () => provider.token(['editor'], { sub: 'u-2' }),
    {
      appendEvents: 'accepted',
      correctEvent: 'FORBIDDEN',
      voidEvent: 'FORBIDDEN',
      importEvents: 'accepted',
      auditTrail: 'FORBIDDEN',
    },
  ],
  [
    'an editor with a token made here',
    () => makeToken(api.key, { role: 'editor', name: 'reiko', days: 1 }),
    {
      appendEvents: 'accepted',
      correctEvent: 'FORBIDDEN',
      voidEvent: 'FORBIDDEN',
      importEvents: 'accepted',
      auditTrail: 'FORBIDDEN',
    },
  ],
  ['an admin of the provider', () => provider.token(['admin'], { sub: 'u-3' }), all('accepted')],
  [
    'an admin with a token made here',
    () => makeToken(api.key, { role: 'admin', name: 'ken', days: 1 }),
    all('accepted'),
  ],
  ['whoever has the key', async () => api.key, all('accepted')],
])('%s', (_who, tokenOf, expected) => {
  it.each(Object.keys(operations) as Operation[])('%s', async (operation) => {
    const { told, trail } = await attempt(operation, await tokenOf());
    const allowed = expected[operation];
    // What was voided once cannot be voided or corrected again: that refusal is the rule's, not the door's.
    expect(allowed === 'accepted' ? ['accepted', 'REFUSED_BY_RULE'] : [allowed]).toContain(told);
    if (operation === 'auditTrail' && told === 'accepted') return;
    expect(trail).toHaveLength(1);
    expect(trail[0]).toMatchObject({
      operation,
      ...(told !== 'accepted' && { outcome: 'REFUSED', codes: [told] }),
    });
  });

  it.each(MUTATIONS)('never %s by GET or on the stream', async (operation) => {
    for (const transport of ['GET', 'STREAM'] as const) {
      const { told, trail } = await attempt(operation, await tokenOf(), transport);
      expect([transport, told]).toEqual([transport, 'INVALID_INPUT']);
      expect(trail).toMatchObject([{ operation, transport, outcome: 'REFUSED', codes: ['INVALID_INPUT'] }]);
    }
  });
});

describe('a token that does not count', () => {
  const now = (): number => Math.floor(Date.now() / 1000);
  const bad: Readonly<Record<string, () => Promise<string>>> = {
    garbage: async () => 'x',
    expired: () => provider.token(['admin'], { exp: now() - 31 }),
    'not good yet': () => provider.token(['admin'], { nbf: now() + 60 }),
    'of another audience': () => provider.token(['admin'], { aud: 'other' }),
    'of another issuer': () => provider.token(['admin'], { iss: 'https://evil.example' }),
    'without a subject': () => provider.token(['admin'], { sub: null }),
    'of a key nobody published': async () => provider.token(['admin'], { by: await newKey('stranger') }),
    'of another key under a published id': async () =>
      provider.token(['admin'], { by: { ...(await newKey('x')), kid: provider.key.kid } }),
    'that brings its own key': async () => {
      const own = await newKey('own');
      const { exportJWK } = await import('jose');
      return provider.token(['admin'], { by: own, header: { jwk: await exportJWK(own.publicKey) } });
    },
    'without a signature (alg: none)': async () => {
      const [, payload] = (await provider.token(['admin'])).split('.');
      return `${Buffer.from('{"alg":"none"}').toString('base64url')}.${payload}.`;
    },
    'signed with the published key as a secret': async () =>
      new SignJWT({ roles: ['admin'] })
        .setProtectedHeader({ alg: 'HS256', kid: provider.key.kid })
        .setIssuer('https://id.example.org')
        .setAudience('policy-timeline')
        .setSubject('u-1')
        .setExpirationTime('5m')
        .sign(new TextEncoder().encode(await provider.publicPem())),
    'that says it was made here': () =>
      provider.token(['admin'], { iss: 'policy-timeline', aud: 'policy-timeline' }),
    'made here with the key itself instead of what follows from it': async () =>
      new SignJWT({ roles: ['admin'] })
        .setProtectedHeader({ alg: 'HS256' })
        .setIssuer('policy-timeline')
        .setAudience('policy-timeline')
        .setSubject('local:x')
        .setJti('1')
        .setExpirationTime('5m')
        .sign(new TextEncoder().encode(api.key)),
    'whose payload was changed': async () => {
      const [header, payload, signature] = (await provider.token(['editor'])).split('.');
      const claims = JSON.parse(Buffer.from(payload ?? '', 'base64url').toString());
      return `${header}.${Buffer.from(JSON.stringify({ ...claims, roles: ['admin'] })).toString('base64url')}.${signature}`;
    },
    'made here and expired': () => makeToken(api.key, { role: 'admin', name: 'old', days: -1 }),
  };
  it.each(Object.keys(bad))('%s', async (which) => {
    const token = await (bad[which] as () => Promise<string>)();
    const head = (await api.ask('{ changes(after: 0) { position } }')).data.changes.length;
    for (const operation of Object.keys(operations) as Operation[]) {
      const { told, trail } = await attempt(operation, token);
      expect([operation, told]).toEqual([operation, 'UNAUTHENTICATED']);
      expect(trail).toMatchObject([
        { operation, actor: null, outcome: 'REFUSED', codes: ['UNAUTHENTICATED'] },
      ]);
    }
    expect((await api.ask('{ changes(after: 0) { position } }')).data.changes).toHaveLength(head);
    expect(readFileSync(join(api.folder, 'audit.ndjson'), 'utf8')).not.toContain(
      token.length > 8 ? token : '~',
    );
  });

  it('is let through with a clock that is half a minute off', async () => {
    const late = await provider.token(['editor'], { exp: now() - 10 });
    expect((await attempt('importEvents', late)).told).toBe('accepted');
  });
});

it('follows the provider to a new key, and refuses the old one once it is withdrawn', async () => {
  const before = await provider.token(['editor']);
  expect((await attempt('importEvents', before)).told).toBe('accepted');
  await provider.rotate({ keepOld: true });
  expect((await attempt('importEvents', await provider.token(['editor']))).told).toBe('accepted');
  expect((await attempt('importEvents', before)).told).toBe('accepted');
  await provider.rotate({ keepOld: false });
  expect((await attempt('importEvents', await provider.token(['editor']))).told).toBe('accepted');
  expect((await attempt('importEvents', before)).told).toBe('UNAUTHENTICATED');
});

it('says so when the provider does not answer, and accepts again when it does', async () => {
  provider.answer(false);
  await provider.rotate({ keepOld: false });
  const token = await provider.token(['editor']);
  const refused = await api.write(
    'mutation ($input: ImportEventsInput!) { importEvents(input: $input) { alreadyRecorded } }',
    importing().variables,
    token,
  );
  expect(refused.errors?.[0]).toMatchObject({
    message: expect.stringContaining('POLICY_JWKS_URL'),
    extensions: { code: 'UNAUTHENTICATED' },
  });
  provider.answer(true);
  expect((await attempt('importEvents', token)).told).toBe('accepted');
});

it('refuses a used idempotency key with another content, whoever sends it', async () => {
  const revision = await revisionOf();
  const first = appending('replayed', revision);
  expect((await api.write(first.query, first.variables)).data.appendEvents.userErrors).toEqual([]);
  const expected = [{ stream: STREAM, revision: await revisionOf() }];
  const other = { input: { ...first.variables.input, expected, events: [{ ...ordered, id: 'another' }] } };
  for (const token of [api.key, await provider.token(['editor'], { sub: 'thief' })]) {
    const { data } = await api.write(APPEND, other, token);
    expect(data.appendEvents).toMatchObject({
      receipt: null,
      userErrors: [{ code: 'IDEMPOTENCY_CONFLICT' }],
    });
    expect(api.audit().at(-1)).toMatchObject({ outcome: 'REFUSED', codes: ['IDEMPOTENCY_CONFLICT'] });
  }
});

it('takes neither the old key nor its tokens once the key is rotated, and keeps the trail', async () => {
  const token = await makeToken(api.key, { role: 'editor', name: 'reiko', days: 30 });
  expect((await attempt('importEvents', token)).told).toBe('accepted');
  const noted = api.audit().length;
  const fresh = rotateKey(keyFile(api.folder));
  expect(fresh).not.toBe(api.key);
  for (const old of [token, api.key])
    expect((await attempt('importEvents', old)).told).toBe('UNAUTHENTICATED');
  expect((await attempt('importEvents', fresh)).told).toBe('accepted');
  expect(
    (await attempt('importEvents', await makeToken(fresh, { role: 'editor', name: 'reiko', days: 30 }))).told,
  ).toBe('accepted');
  expect(api.audit().length).toBe(noted + 4);
});

function all(told: string): Readonly<Record<Operation, string>> {
  return {
    appendEvents: told,
    correctEvent: told,
    voidEvent: told,
    importEvents: told,
    auditTrail: told,
  };
}
