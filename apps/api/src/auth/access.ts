import { createRemoteJWKSet, errors, type JWTPayload, jwtVerify } from 'jose';
import type { JwtConfiguration } from '../configuration.js';
import type { RequestContext } from '../graphql/context.js';
import { ApiError } from '../graphql/errors.js';
import { AuditTrail } from './audit-trail.js';
import { sameSecret } from './editor-key.js';
import type { Actor, Role } from './roles.js';

/** Asymmetric alone: a key that is published for checking must not sign. */
const ALGORITHMS = [
  'RS256',
  'RS384',
  'RS512',
  'PS256',
  'PS384',
  'PS512',
  'ES256',
  'ES384',
  'ES512',
  'EdDSA',
  'Ed25519',
];

/** Who may write. Reading never comes here. */
export class Access {
  readonly #keys: ReturnType<typeof createRemoteJWKSet> | null;

  constructor(
    private readonly key: string,
    private readonly jwt: JwtConfiguration | null,
    readonly audit: AuditTrail,
  ) {
    this.#keys = jwt && createRemoteJWKSet(jwt.jwksUrl, { timeoutDuration: 5_000 });
  }

  /** The actor behind the request's bearer token. Refusals are in the audit trail. @throws ApiError UNAUTHENTICATED, FORBIDDEN */
  async require(context: RequestContext, role: Role, operation: string): Promise<Actor> {
    const actor = await this.#actorOf(context.authorization).catch((error: unknown) => {
      this.#refused(context, operation, null, 'UNAUTHENTICATED');
      throw error;
    });
    if (role === 'admin' && actor.role !== 'admin')
      throw this.forbid(context, actor, operation, 'this needs the role admin');
    return actor;
  }

  /** Writes the refusal down and gives the error to throw. */
  forbid(context: RequestContext, actor: Actor, operation: string, why: string): ApiError {
    this.#refused(context, operation, actor, 'FORBIDDEN');
    return new ApiError('FORBIDDEN', `${operation}: ${why}; the token has the role ${actor.role}.`);
  }

  #refused({ transport }: RequestContext, operation: string, actor: Actor | null, code: string): void {
    this.audit.note({
      operation,
      transport,
      actor: actor?.id ?? null,
      role: actor?.role ?? null,
      outcome: 'REFUSED',
      codes: [code],
    });
  }

  async #actorOf(authorization: string | undefined): Promise<Actor> {
    const token = /^Bearer ([\w\-.~+/]+=*)$/i.exec(authorization ?? '')?.[1];
    if (token === undefined)
      throw new ApiError(
        'UNAUTHENTICATED',
        'Writing needs a token; send the header Authorization: Bearer followed by the editor key from the data folder, or by a token of your identity provider.',
      );
    if (sameSecret(token, this.key)) return { id: 'editor-key', role: 'admin' };
    if (!this.#keys || !this.jwt) throw wrongToken();
    try {
      const { payload } = await jwtVerify(token, this.#keys, {
        issuer: this.jwt.issuer,
        audience: this.jwt.audience,
        algorithms: ALGORITHMS,
        requiredClaims: ['sub', 'exp'],
      });
      return actorIn(payload);
    } catch (error) {
      if (error instanceof ApiError) throw error;
      if (error instanceof errors.JOSEError && error.code !== 'ERR_JWKS_TIMEOUT') throw wrongToken();
      throw new ApiError(
        'UNAUTHENTICATED',
        'The token cannot be checked now: the keys of the identity provider (POLICY_JWKS_URL) cannot be fetched. Try again later.',
      );
    }
  }
}

function actorIn({ sub, roles }: JWTPayload): Actor {
  const held = Array.isArray(roles) ? roles : [];
  const role = held.includes('admin') ? 'admin' : held.includes('editor') ? 'editor' : null;
  if (role === null)
    throw new ApiError(
      'UNAUTHENTICATED',
      'The token has neither the role editor nor admin in its claim "roles".',
    );
  return { id: String(sub), role };
}

const wrongToken = (): ApiError =>
  new ApiError(
    'UNAUTHENTICATED',
    'The token is not accepted: it is wrong, expired, or not meant for this server.',
  );
