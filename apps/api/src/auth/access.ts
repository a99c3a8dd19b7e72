import { createRemoteJWKSet, decodeJwt, errors, type JWTPayload, jwtVerify } from 'jose';
import type { JwtConfiguration } from '../configuration.js';
import type { RequestContext } from '../graphql/context.js';
import { ApiError } from '../graphql/errors.js';
import type { AuditTrail } from './audit-trail.js';
import { type EditorKey, sameSecret } from './editor-key.js';
import { LOCAL_ISSUER, readToken } from './local-token.js';
import type { Actor, Role } from './roles.js';
import type { WriteLimit } from './write-limit.js';

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
/** How far the clock of the identity provider may be from ours. */
const CLOCK_TOLERANCE_SECONDS = 30;
/** A key that the provider has withdrawn is good for no longer than this. */
const KEYS_KEPT_MS = 5 * 60_000;

/** Codes of jose that speak of the provider, not of the token. */
const PROVIDER_FAULTS = new Set(['ERR_JWKS_TIMEOUT', 'ERR_JWKS_INVALID', 'ERR_JOSE_GENERIC']);

/** Who may write. Reading never comes here, but for the audit trail. */
export class Access {
  readonly #keys: ReturnType<typeof createRemoteJWKSet> | null;

  constructor(
    private readonly key: EditorKey,
    private readonly jwt: JwtConfiguration | null,
    readonly audit: AuditTrail,
    private readonly limit: WriteLimit,
  ) {
    this.#keys =
      jwt &&
      createRemoteJWKSet(jwt.jwksUrl, {
        timeoutDuration: 5_000,
        cacheMaxAge: KEYS_KEPT_MS,
        cooldownDuration: jwt.cooldownSeconds * 1000,
      });
  }

  /**
   * The actor behind the request's bearer token, who may do this now. Refusals are in the audit trail.
   * @throws ApiError UNAUTHENTICATED, FORBIDDEN, RATE_LIMITED
   */
  async require(context: RequestContext, role: Role, operation: string): Promise<Actor> {
    const actor = await this.#identify(context, operation);
    const seconds = await this.limit.secondsToWait(actor.id);
    if (seconds > 0) {
      context.retryAfterSeconds = seconds;
      this.#refused(context, operation, actor, 'RATE_LIMITED');
      throw new ApiError(
        'RATE_LIMITED',
        `${operation}: more than ${this.limit.perMinute} attempts to write came from ${actor.id} within a minute; try again in ${seconds} seconds.`,
      );
    }
    return this.#permitted(context, actor, role, operation);
  }

  /** As `require`, for reading what only some may read: not counted. @throws ApiError UNAUTHENTICATED, FORBIDDEN */
  async requireToRead(context: RequestContext, role: Role, operation: string): Promise<Actor> {
    return this.#permitted(context, await this.#identify(context, operation), role, operation);
  }

  /** Writes the refusal down and gives the error to throw. */
  forbid(context: RequestContext, actor: Actor, operation: string, why: string): ApiError {
    this.#refused(context, operation, actor, 'FORBIDDEN');
    return new ApiError('FORBIDDEN', `${operation}: ${why}; the token has the role ${actor.role}.`);
  }

  async #identify(context: RequestContext, operation: string): Promise<Actor> {
    context.attempted = true;
    return this.#actorOf(context.authorization).catch((error: unknown) => {
      this.#refused(context, operation, null, 'UNAUTHENTICATED');
      throw error;
    });
  }

  #permitted(context: RequestContext, actor: Actor, role: Role, operation: string): Actor {
    if (role === 'admin' && actor.role !== 'admin')
      throw this.forbid(context, actor, operation, 'this needs the role admin');
    return actor;
  }

  #refused(context: RequestContext, operation: string, actor: Actor | null, code: string): void {
    const { transport, confidential, exchange } = context;
    // A query that fails may be executed a second time; it is one attempt.
    if (confidential && exchange) {
      if (exchange.refusedToRead === operation) return;
      exchange.refusedToRead = operation;
    }
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
        'This needs a token; send the header Authorization: Bearer followed by the editor key from the data folder, by a token that npm run token made, or by one of your identity provider.',
      );
    const key = this.key.current;
    if (sameSecret(token, key)) return { id: 'editor-key', role: 'admin' };
    try {
      return actorIn(
        issuerOf(token) === LOCAL_ISSUER ? await readToken(token, key) : await this.#verified(token),
      );
    } catch (error) {
      if (error instanceof ApiError) throw error;
      if (error instanceof errors.JOSEError && !PROVIDER_FAULTS.has(error.code)) throw wrongToken();
      throw new ApiError(
        'UNAUTHENTICATED',
        'The token cannot be checked now: the keys of the identity provider (POLICY_JWKS_URL) cannot be fetched. Try again later.',
      );
    }
  }

  async #verified(token: string): Promise<JWTPayload> {
    if (!this.#keys || !this.jwt) throw wrongToken();
    const { payload } = await jwtVerify(token, this.#keys, {
      issuer: this.jwt.issuer,
      audience: this.jwt.audience,
      algorithms: ALGORITHMS,
      clockTolerance: CLOCK_TOLERANCE_SECONDS,
      requiredClaims: ['sub', 'exp'],
    });
    return payload;
  }
}

/** What the token says of its issuer, before it is checked: it only chooses the key to check with. */
function issuerOf(token: string): string | undefined {
  try {
    return decodeJwt(token).iss;
  } catch {
    return undefined;
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
  return { id: String(sub).slice(0, 200), role };
}

const wrongToken = (): ApiError =>
  new ApiError(
    'UNAUTHENTICATED',
    'The token is not accepted: it is wrong, expired, or not meant for this server.',
  );
