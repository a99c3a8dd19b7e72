import { accessSync, constants, mkdirSync } from 'node:fs';
import { isAbsolute, join, resolve } from 'node:path';
import { isLedgerUrl, ledgerAddress } from '@policy-timeline/event-store/kurrent';

/** Where the log is kept. */
export type LogPlace =
  | { readonly kind: 'sqlite'; readonly file: string }
  | { readonly kind: 'memory' }
  /** The address as it was given, password included: for the adapter alone. */
  | { readonly kind: 'kurrentdb'; readonly url: string };

/** Tokens of an identity provider; null: the key in the data folder is the only one. */
export interface JwtConfiguration {
  readonly jwksUrl: URL;
  readonly issuer: string;
  readonly audience: string;
  /** After the keys were fetched, a token of an unknown key has them fetched again only when this has passed. */
  readonly cooldownSeconds: number;
}

export interface Configuration {
  readonly host: string;
  /** 0 takes any free port. */
  readonly port: number;
  /** Absolute. Holds the log, the editor key and the audit trail. */
  readonly dataFolder: string;
  readonly log: LogPlace;
  readonly jwt: JwtConfiguration | null;
  /** Requests per minute and address; 0 lifts the limit. */
  readonly requestsPerMinute: number;
  /** Attempts to write per minute and actor; 0 lifts the limit. */
  readonly writesPerMinute: number;
  /** Whose `X-Forwarded-For` is believed: names and ranges as Express knows them (`loopback`, `10.0.0.0/8`), comma-separated. */
  readonly trustedProxies: string;
  /** How long a stopping server goes on answering while `/readyz` refuses, so that a balancer can look away first. */
  readonly drainSeconds: number;
  /** Where traces go over OTLP; null: nowhere. */
  readonly traces: { readonly endpoint: string | null; readonly service: string };
  /** A file of the only documents that are answered, by id; null: any document is. */
  readonly trustedDocuments: string | null;
  /** Subscriptions open at once; more are told to come again. */
  readonly mostSubscriptions: number;
  /** A subscriber that takes nothing for so long is cut off; it can go on from the last message it has. */
  readonly readerPatienceSeconds: number;
  /** A log of more records than this keeps most of them on the disk alone, where it can read them one by one. */
  readonly recordsInMemory: number;
  /** Where the record is kept as it was settled, so that a start need not read the whole log; null: nowhere. */
  readonly snapshotFile: string | null;
  /** Memory for whole answers that are asked again; 0 keeps none. */
  readonly cacheBytes: number;
  /** How long a cache in front may give an answer without a basis to others before it asks again; 0: it asks each time. */
  readonly sharedCacheSeconds: number;
  /** Where readers open the web client, without a slash at the end: feeds and calendars link to it. */
  readonly publicUrl: string;
  /** First load of the shipped record into the log. */
  readonly seed: boolean;
  readonly logLevel: string;
}

export const CONFIGURATION = Symbol('configuration');

/** What is wrong with the environment, one sentence per fault. */
export class ConfigurationFault extends Error {
  constructor(readonly sentences: readonly string[]) {
    super(sentences.join('\n'));
    this.name = 'ConfigurationFault';
  }
}

const repository = resolve(import.meta.dirname, '../../..');
/** Some 300 MB of objects. */
const RECORDS_IN_MEMORY = 131_072;
const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'];

/** @throws ConfigurationFault naming every variable that cannot be used and how to write it. */
export function readConfiguration(environment: Readonly<Record<string, string | undefined>>): Configuration {
  const faults: string[] = [];
  const say = (name: string): string => environment[name]?.trim() ?? '';
  const dataFolder = resolve(repository, say('POLICY_DATA_DIR') || '.data');
  const log = logPlace(say('POLICY_LOG_URL'), dataFolder, faults);
  const isStored = oneOf('POLICY_SNAPSHOT', say('POLICY_SNAPSHOT'), ['on', 'off'], 'on', faults) === 'on';
  const configuration: Configuration = {
    host: say('HOST') || '127.0.0.1',
    port: wholeNumber('API_PORT', say('API_PORT'), 4000, 65_535, faults),
    dataFolder,
    log,
    jwt: jwt(say('POLICY_JWKS_URL'), say('POLICY_JWT_ISSUER'), say('POLICY_JWT_AUDIENCE'), {
      cooldownSeconds: wholeNumber('POLICY_JWKS_COOLDOWN', say('POLICY_JWKS_COOLDOWN'), 30, 3600, faults),
      faults,
    }),
    requestsPerMinute: wholeNumber('POLICY_RATE_LIMIT', say('POLICY_RATE_LIMIT'), 600, 1_000_000, faults),
    writesPerMinute: writesPerMinute(say('POLICY_WRITE_LIMIT'), say('POLICY_RATE_LIMIT'), faults),
    trustedProxies: trustedProxies(say('POLICY_TRUSTED_PROXIES'), faults),
    drainSeconds: wholeNumber('POLICY_DRAIN_SECONDS', say('POLICY_DRAIN_SECONDS'), 0, 300, faults),
    traces: {
      endpoint: otlpEndpoint(say('OTEL_EXPORTER_OTLP_ENDPOINT'), faults),
      service: say('OTEL_SERVICE_NAME') || 'policy-timeline-api',
    },
    trustedDocuments: say('POLICY_TRUSTED_DOCUMENTS')
      ? resolve(repository, say('POLICY_TRUSTED_DOCUMENTS'))
      : null,
    mostSubscriptions: wholeNumber(
      'POLICY_MAX_SUBSCRIPTIONS',
      say('POLICY_MAX_SUBSCRIPTIONS'),
      5000,
      100_000,
      faults,
    ),
    readerPatienceSeconds: wholeNumber(
      'POLICY_READER_PATIENCE_SECONDS',
      say('POLICY_READER_PATIENCE_SECONDS'),
      30,
      3600,
      faults,
    ),
    recordsInMemory: wholeNumber(
      'POLICY_RECORDS_IN_MEMORY',
      say('POLICY_RECORDS_IN_MEMORY'),
      RECORDS_IN_MEMORY,
      9_999_999,
      faults,
    ),
    snapshotFile: isStored && log.kind === 'sqlite' ? `${log.file}.snapshot` : null,
    cacheBytes: wholeNumber('POLICY_CACHE_MB', say('POLICY_CACHE_MB'), 32, 4096, faults) * 1024 * 1024,
    sharedCacheSeconds: wholeNumber(
      'POLICY_SHARED_CACHE_SECONDS',
      say('POLICY_SHARED_CACHE_SECONDS'),
      0,
      86_400,
      faults,
    ),
    publicUrl: publicUrl(say('POLICY_PUBLIC_URL'), say('WEB_PORT') || '3000', faults),
    seed:
      oneOf('POLICY_SEED', say('POLICY_SEED'), ['catalogue', 'none'], 'catalogue', faults) === 'catalogue',
    logLevel: oneOf('LOG_LEVEL', say('LOG_LEVEL'), LOG_LEVELS, 'info', faults),
  };
  if (faults.length === 0) faults.push(...folderFaults(dataFolder));
  if (faults.length > 0) throw new ConfigurationFault(faults);
  return configuration;
}

/** Who lifts the limit of requests lifts that of writes with it, unless one is set. */
function writesPerMinute(given: string, requests: string, faults: string[]): number {
  return wholeNumber('POLICY_WRITE_LIMIT', given, requests === '0' ? 0 : 300, 1_000_000, faults);
}

function wholeNumber(name: string, given: string, usual: number, most: number, faults: string[]): number {
  if (given === '') return usual;
  const value = Number(given);
  if (/^\d{1,7}$/.test(given) && value <= most) return value;
  faults.push(
    `${name}: "${given}" cannot be used; write a whole number from 0 to ${most}, for example ${usual}.`,
  );
  return usual;
}

function publicUrl(given: string, webPort: string, faults: string[]): string {
  if (given === '') return `http://localhost:${webPort}`;
  if (/^https?:/.test(given) && URL.canParse(given)) return given.replace(/\/+$/, '');
  faults.push(
    `POLICY_PUBLIC_URL: "${given}" is not an http or https address; write for example https://policy.example.org.`,
  );
  return given;
}

function trustedProxies(given: string, faults: string[]): string {
  const usual = 'loopback';
  if (given === '') return usual;
  const known =
    /^(loopback|linklocal|uniquelocal|[0-9.]+(\/\d{1,2})?|[0-9a-fA-F:]*:[0-9a-fA-F:]*(\/\d{1,3})?)$/;
  const unknown = given.split(',').find((name) => !known.test(name.trim()));
  if (unknown === undefined) return given;
  faults.push(
    `POLICY_TRUSTED_PROXIES: "${unknown}" is no address, range or name; write for example loopback or 10.0.0.0/8, several with commas.`,
  );
  return usual;
}

function otlpEndpoint(given: string, faults: string[]): string | null {
  if (given === '') return null;
  if (URL.canParse(given) && /^https?:/.test(given)) return given;
  faults.push(
    `OTEL_EXPORTER_OTLP_ENDPOINT: "${given}" is not an http or https address; write for example http://127.0.0.1:4318, or leave it out.`,
  );
  return null;
}

function oneOf(
  name: string,
  given: string,
  allowed: readonly string[],
  usual: string,
  faults: string[],
): string {
  if (given === '') return usual;
  if (allowed.includes(given)) return given;
  faults.push(`${name}: "${given}" is not known; write one of ${allowed.join(', ')}.`);
  return usual;
}

function logPlace(given: string, dataFolder: string, faults: string[]): LogPlace {
  const usual: LogPlace = { kind: 'sqlite', file: join(dataFolder, 'policy-timeline.sqlite') };
  if (given === '') return usual;
  if (given === 'memory:') return { kind: 'memory' };
  if (given.startsWith('sqlite:') && given.length > 'sqlite:'.length) {
    const file = given.slice('sqlite:'.length);
    return { kind: 'sqlite', file: isAbsolute(file) ? file : resolve(repository, file) };
  }
  if (isLedgerUrl(given)) {
    try {
      ledgerAddress(given, 'POLICY_LOG_URL');
      return { kind: 'kurrentdb', url: given };
    } catch (error) {
      faults.push((error as Error).message);
      return usual;
    }
  }
  // An address that was nearly written right may hold a password: only what stands before a colon is repeated.
  faults.push(
    `POLICY_LOG_URL: "${given.split(':')[0]}:" is not a log; write sqlite:FILE, memory: or kurrentdb://HOST:2113, or leave it out for a file in the data folder.`,
  );
  return usual;
}

function jwt(
  url: string,
  issuer: string,
  audience: string,
  { cooldownSeconds, faults }: { readonly cooldownSeconds: number; readonly faults: string[] },
): JwtConfiguration | null {
  if (url === '') {
    if (issuer !== '' || audience !== '')
      faults.push(
        'POLICY_JWT_ISSUER, POLICY_JWT_AUDIENCE: they need POLICY_JWKS_URL beside them; set it, or leave all three out.',
      );
    return null;
  }
  const jwksUrl = URL.canParse(url) ? new URL(url) : undefined;
  if (!jwksUrl || !/^https?:$/.test(jwksUrl.protocol))
    faults.push(
      `POLICY_JWKS_URL: "${url}" is not an http or https address; write for example https://id.example.org/.well-known/jwks.json.`,
    );
  if (issuer === '')
    faults.push(
      'POLICY_JWT_ISSUER: it is required beside POLICY_JWKS_URL; write the "iss" of the tokens to accept.',
    );
  if (audience === '')
    faults.push(
      'POLICY_JWT_AUDIENCE: it is required beside POLICY_JWKS_URL; write the "aud" of the tokens to accept.',
    );
  return jwksUrl ? { jwksUrl, issuer, audience, cooldownSeconds } : null;
}

function folderFaults(folder: string): string[] {
  try {
    mkdirSync(folder, { recursive: true });
    accessSync(folder, constants.W_OK);
    return [];
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    return [
      `POLICY_DATA_DIR: the folder ${folder} cannot be written to (${code}); name a folder of yours, or change the rights of this one.`,
    ];
  }
}
