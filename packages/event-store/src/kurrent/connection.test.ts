import { describe, expect, it } from 'vitest';
import { InvalidInput } from '../errors.js';
import { ledgerAddress } from './connection.js';

describe('the address of a ledger', () => {
  it('is read into what the client gets, the ledger, and a name without secrets', () => {
    expect(
      ledgerAddress(
        'kurrentdb://editor:pass%40word@db1:2113,db2:2113?tls=true&ledger=trial-1&tlsCaFile=/etc/ca.crt',
      ),
    ).toEqual({
      connection: 'kurrentdb://db1:2113,db2:2113?tls=true&tlsCaFile=/etc/ca.crt',
      user: { username: 'editor', password: 'pass@word' },
      ledger: 'trial-1',
      name: 'kurrentdb://db1:2113,db2:2113 (ledger trial-1)',
    });
    expect(ledgerAddress('kurrentdb+discover://cluster.example.org')).toEqual({
      connection: 'kurrentdb+discover://cluster.example.org',
      user: null,
      ledger: 'policy-timeline',
      name: 'kurrentdb+discover://cluster.example.org (ledger policy-timeline)',
    });
  });

  it.each([
    ['esdb://db:2113', 'is no KurrentDB address'],
    ['kurrentdb://', 'is no KurrentDB address'],
    ['kurrentdb://user:sec:ret@db', 'is no KurrentDB address'],
    ['kurrentdb://user:sec@ret@db', 'is no KurrentDB address'],
    ['kurrentdb://user:sec/ret@db', 'is no KurrentDB address'],
    ['kurrentdb://user:sec%ret@db', 'holds a % that begins no character'],
    ['kurrentdb://user:secret@db?tsl=false', 'the option "tsl" is not known'],
    ['kurrentdb://user:secret@db?tls', 'the option "tls" is not known or has no value'],
    ['kurrentdb://user:secret@db?ledger=$all', 'the option "ledger" is no name of a stream'],
  ])('refuses %s without repeating a secret', (given, sentence) => {
    const refusal = (): unknown => {
      try {
        return ledgerAddress(given, 'POLICY_LOG_URL');
      } catch (error) {
        return error;
      }
    };
    const error = refusal() as InvalidInput;
    expect(error).toBeInstanceOf(InvalidInput);
    expect(error.message).toContain(`POLICY_LOG_URL: ${sentence}`);
    expect(error.message).not.toMatch(/sec|ret\b/);
  });
});
