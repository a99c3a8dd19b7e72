import type { KurrentDBClient } from '@kurrent/kurrentdb-client';
import { StoreUnavailable } from '../errors.js';
import type { LedgerAddress } from './connection.js';
import { Ledger } from './ledger.js';

/** @throws StoreUnavailable when the client is not installed or does not take the address. The server is not asked yet. */
export async function openLedger(address: LedgerAddress, callTimeoutMs: number): Promise<Ledger> {
  const { connection, user, name } = address;
  // Loaded here and not above: whoever keeps the log in a file need not have the client, nor wait for it.
  const { KurrentDBClient } = await import('@kurrent/kurrentdb-client').catch((error: unknown) => {
    throw new StoreUnavailable(
      `${name}: the client for KurrentDB cannot be loaded; install it with npm install, without --omit=optional. (${(error as Error).message.split('\n')[0]})`,
    );
  });
  const connect = (): KurrentDBClient => {
    const client = KurrentDBClient.connectionString(connection);
    if (user !== null) client.setCredentialsProvider(async () => user);
    return client;
  };
  try {
    return new Ledger(connect, address, callTimeoutMs);
  } catch (error) {
    throw new StoreUnavailable(
      `${name}: the client does not take the address. (${(error as Error).message})`,
    );
  }
}
