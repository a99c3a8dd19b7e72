import { InvalidInput } from '../errors.js';

/** Where a ledger is. */
export interface LedgerAddress {
  /** What the client is given, without user and password: it prints its connection string here and there. */
  readonly connection: string;
  /** Decoded. Handed over apart, because the native half of the client does not decode what stands in a connection string. */
  readonly user: { readonly username: string; readonly password: string } | null;
  /** Name of the one stream that is the log. */
  readonly ledger: string;
  /** For people: hosts and ledger, without user and password. */
  readonly name: string;
}

export const USUAL_LEDGER = 'policy-timeline';

/** What the client knows, in its spelling. */
const CLIENT_OPTIONS = [
  'connectionName',
  'defaultDeadline',
  'discoveryInterval',
  'gossipTimeout',
  'keepAliveInterval',
  'keepAliveTimeout',
  'maxDiscoverAttempts',
  'nodePreference',
  'tls',
  'tlsCaFile',
  'tlsVerifyCert',
  'userCertFile',
  'userKeyFile',
];

export const isLedgerUrl = (given: string): boolean =>
  /^(kurrentdb|esdb|kurrent|kdb)(\+discover)?:/.test(given);

/**
 * Reads `kurrentdb://USER:PASSWORD@HOST:2113?tls=true` (several hosts with commas; `kurrentdb+discover://` for one name
 * that stands for a cluster). `ledger=NAME` beside the options of the client names the stream; default `policy-timeline`.
 *
 * @throws InvalidInput at `field`; its sentence repeats nothing that could be a secret.
 */
export function ledgerAddress(given: string, field = 'url'): LedgerAddress {
  const parts =
    /^(?<scheme>kurrentdb(?:\+discover)?):\/\/(?:(?<user>[^:@/?]+:[^:@/?]+)@)?(?<hosts>[^@/?]+)\/?(?:\?(?<options>.*))?$/.exec(
      given.trim(),
    )?.groups;
  if (!parts?.hosts?.split(',').every((host) => /^[\w.-]+(:\d{1,5})?$/.test(host)))
    throw new InvalidInput(
      field,
      'is no KurrentDB address; write kurrentdb://USER:PASSWORD@HOST:2113?tls=true, with : / ? @ in user and password as %3A %2F %3F %40.',
    );
  const { scheme, user, hosts } = parts;
  let ledger = USUAL_LEDGER;
  const options: string[] = [];
  for (const option of parts.options?.split('&') ?? []) {
    const [name = '', value = ''] = option.split('=');
    if (name === 'ledger') ledger = ledgerName(decoded(value, field), field);
    else if (value !== '' && CLIENT_OPTIONS.some((known) => known.toLowerCase() === name.toLowerCase()))
      options.push(option);
    else
      throw new InvalidInput(
        field,
        `the option "${name.slice(0, 40)}" is not known or has no value; write NAME=VALUE with one of ledger, ${CLIENT_OPTIONS.join(', ')}.`,
      );
  }
  return {
    connection: `${scheme}://${hosts}${options.length > 0 ? `?${options.join('&')}` : ''}`,
    user:
      user === undefined
        ? null
        : { username: decoded(user.split(':')[0], field), password: decoded(user.split(':')[1], field) },
    ledger,
    name: `${scheme}://${hosts} (ledger ${ledger})`,
  };
}

function decoded(text: string | undefined, field: string): string {
  try {
    return decodeURIComponent(text ?? '');
  } catch {
    throw new InvalidInput(field, 'holds a % that begins no character; write % itself as %25.');
  }
}

function ledgerName(given: string, field: string): string {
  // KurrentDB keeps names that begin with $ for itself.
  if (/^[A-Za-z0-9][\w.:-]{0,199}$/.test(given)) return given;
  throw new InvalidInput(
    field,
    'the option "ledger" is no name of a stream; write letters, digits, . _ : or -, beginning with a letter or digit.',
  );
}
