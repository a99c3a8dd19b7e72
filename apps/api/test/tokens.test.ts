import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { APPEND, ordered, STREAM } from './japan-tariff.js';
import { type ApiUnderTest, runApi } from './running-api.js';

const [issuer, audience] = ['https://id.example.org', 'policy-timeline'];
let api: ApiUnderTest;
let jwks: Server;
let pair: Awaited<ReturnType<typeof generateKeyPair>>;
beforeAll(async () => {
  pair = await generateKeyPair('ES256');
  const keys = { keys: [{ ...(await exportJWK(pair.publicKey)), kid: 'one', alg: 'ES256' }] };
  jwks = createServer((_request, response) =>
    response.setHeader('content-type', 'application/json').end(JSON.stringify(keys)),
  );
  await new Promise<void>((resolve) => jwks.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(jwks.address() as AddressInfo).port}/jwks.json`;
  api = await runApi({ POLICY_JWKS_URL: url, POLICY_JWT_ISSUER: issuer, POLICY_JWT_AUDIENCE: audience });
});
afterAll(async () => {
  jwks.close();
  await api.remove();
});

async function token(
  roles: string[],
  {
    by = pair.privateKey,
    iss = issuer,
    aud = audience,
    exp = '5m',
    sub = 'u-1',
  }: { by?: CryptoKey; iss?: string; aud?: string; exp?: string | number; sub?: string } = {},
): Promise<string> {
  return new SignJWT({ roles })
    .setProtectedHeader({ alg: 'ES256', kid: 'one' })
    .setSubject(sub)
    .setIssuer(iss)
    .setAudience(aud)
    .setExpirationTime(exp)
    .sign(by);
}
const reason = { en: 'Wrong.', ja: '誤り。' };
const CORRECT =
  'mutation ($input: CorrectEventInput!) { correctEvent(input: $input) { receipt { positions } userErrors { code } } }';
const VOID =
  'mutation ($input: VoidEventInput!) { voidEvent(input: $input) { receipt { positions } userErrors { code } } }';
const append = (key: string, revision: number | null, bearer: string) =>
  api.write(
    APPEND,
    {
      input: {
        idempotencyKey: key,
        expected: [{ stream: STREAM, revision }],
        events: [{ ...ordered, id: key }],
      },
    },
    bearer,
  );
const correct = (key: string, target: string, revision: number, bearer: string) =>
  api.write(
    CORRECT,
    {
      input: {
        idempotencyKey: key,
        expected: [{ stream: STREAM, revision }],
        target,
        patch: { note: key },
        reason,
      },
    },
    bearer,
  );

it('lets an editor append and correct what is its own, an admin also the rest', async () => {
  const [editor, other, admin] = [
    await token(['editor']),
    await token(['editor'], { sub: 'u-2' }),
    await token(['admin'], { sub: 'u-3' }),
  ];
  expect((await append('mine', null, editor)).data.appendEvents.userErrors).toEqual([]);
  expect((await correct('c1', 'mine', 0, other)).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  expect((await correct('c2', 'mine', 0, editor)).data.correctEvent).toMatchObject({
    receipt: { positions: [1] },
  });
  expect((await correct('c3', 'mine', 1, admin)).data.correctEvent).toMatchObject({
    receipt: { positions: [2] },
  });
  const voiding = {
    input: { idempotencyKey: 'v', expected: [{ stream: STREAM, revision: 2 }], target: 'mine', reason },
  };
  expect((await api.write(VOID, voiding, editor)).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  expect((await api.write(VOID, voiding, admin)).data.voidEvent).toMatchObject({
    receipt: { positions: [3] },
  });
});

it('refuses what is expired, signed by another key, for another audience or issuer, or without a role', async () => {
  const stranger = (await generateKeyPair('ES256')).privateKey;
  const tokens = [
    await token(['admin'], { exp: 1 }),
    await token(['admin'], { by: stranger }),
    await token(['admin'], { aud: 'other' }),
    await token(['admin'], { iss: 'https://evil.example' }),
    await token(['reader']),
  ];
  for (const bearer of tokens)
    expect((await append('x', 0, bearer)).errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
  expect(
    api
      .audit()
      .slice(-tokens.length)
      .every(({ outcome }) => outcome === 'REFUSED'),
  ).toBe(true);
  expect(JSON.stringify(api.audit())).not.toContain(tokens[0]);
});
