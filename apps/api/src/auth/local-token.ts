import { randomUUID } from 'node:crypto';
import { type JWTPayload, jwtVerify, SignJWT } from 'jose';
import { tokenSecret } from './editor-key.js';
import type { Role } from './roles.js';

/** Tokens that this installation makes for itself (`npm run token`); an identity provider's never carry this issuer. */
export const LOCAL_ISSUER = 'policy-timeline';
const ALGORITHM = 'HS256';

/** A token for one person, good for so many days or until the key is rotated. */
export async function makeToken(
  key: string,
  { role, name, days }: { readonly role: Role; readonly name: string; readonly days: number },
): Promise<string> {
  return new SignJWT({ roles: [role] })
    .setProtectedHeader({ alg: ALGORITHM, typ: 'JWT' })
    .setIssuer(LOCAL_ISSUER)
    .setAudience(LOCAL_ISSUER)
    .setSubject(`local:${name}`)
    .setJti(randomUUID())
    .setIssuedAt()
    .setExpirationTime(`${days}d`)
    .sign(tokenSecret(key));
}

/** @throws JOSEError when it was not made with this key, is expired, or is none of ours. */
export async function readToken(token: string, key: string): Promise<JWTPayload> {
  const { payload } = await jwtVerify(token, tokenSecret(key), {
    issuer: LOCAL_ISSUER,
    audience: LOCAL_ISSUER,
    algorithms: [ALGORITHM],
    requiredClaims: ['sub', 'exp', 'jti'],
  });
  return payload;
}
