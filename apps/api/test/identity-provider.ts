import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, exportSPKI, generateKeyPair, type JWTHeaderParameters, SignJWT } from 'jose';

export const ISSUER = 'https://id.example.org';
export const AUDIENCE = 'policy-timeline';

interface Signing {
  readonly kid: string;
  readonly publicKey: CryptoKey;
  readonly privateKey: CryptoKey;
}
export interface TokenParts {
  readonly by?: Signing;
  readonly iss?: string;
  readonly aud?: string;
  readonly exp?: string | number;
  readonly nbf?: string | number;
  readonly sub?: string | null;
  readonly header?: Partial<JWTHeaderParameters>;
}

/** A provider with a JWKS address of its own, whose keys can be changed while it runs. */
export async function identityProvider() {
  let keys: Signing[] = [await newKey('one')];
  let answering = true;
  const server = createServer(async (_request, response) => {
    if (!answering) return void response.writeHead(503).end('{}');
    const published = keys.map(async ({ kid, publicKey }) => ({
      ...(await exportJWK(publicKey)),
      kid,
      alg: 'ES256',
      use: 'sig',
    }));
    response
      .setHeader('content-type', 'application/json')
      .end(JSON.stringify({ keys: await Promise.all(published) }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const current = (): Signing => keys.at(-1) as Signing;
  return {
    environment: {
      POLICY_JWKS_URL: `http://127.0.0.1:${(server.address() as AddressInfo).port}/jwks.json`,
      POLICY_JWT_ISSUER: ISSUER,
      POLICY_JWT_AUDIENCE: AUDIENCE,
      POLICY_JWKS_COOLDOWN: '0',
    },
    get key(): Signing {
      return current();
    },
    publicPem: () => exportSPKI(current().publicKey),
    /** From now on signs with a new key and publishes it, the old one with it or not. */
    async rotate({ keepOld }: { readonly keepOld: boolean }): Promise<Signing> {
      const old = current();
      const fresh = await newKey(`key-${keys.length}-${old.kid}`);
      keys = keepOld ? [...keys, fresh] : [fresh];
      return old;
    },
    answer(yes: boolean): void {
      answering = yes;
    },
    async token(roles: readonly string[], parts: TokenParts = {}): Promise<string> {
      const { by = current(), iss = ISSUER, aud = AUDIENCE, exp = '5m', nbf, sub = 'u-1', header } = parts;
      const token = new SignJWT({ roles })
        .setProtectedHeader({ alg: 'ES256', kid: by.kid, ...header })
        .setIssuer(iss)
        .setAudience(aud)
        .setExpirationTime(exp);
      if (sub !== null) token.setSubject(sub);
      if (nbf !== undefined) token.setNotBefore(nbf);
      return token.sign(by.privateKey);
    },
    close: () => new Promise((resolve) => server.close(resolve)),
  };
}

export async function newKey(kid: string): Promise<Signing> {
  return { kid, ...(await generateKeyPair('ES256', { extractable: true })) };
}
