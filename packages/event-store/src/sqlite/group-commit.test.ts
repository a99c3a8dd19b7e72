import { describe, expect, it } from 'vitest';
import { type Batch, batchOf } from '../batch.js';
import { StoreUnavailable, WrongRevision } from '../errors.js';
import type { Receipt } from '../port.js';
import { GroupCommit, type Outcome } from './group-commit.js';

/** `events` events of a stream named after `name`. */
function batch(name: string, events = 1): Batch {
  const given = Array.from({ length: events }, (_, i) => ({ id: `${name}/${i}` }));
  return batchOf([{ stream: name, events: given, expected: 'none' }], {});
}
const nameOf = ({ streams }: Batch): string => streams[0]?.stream ?? '';
const receipt = (position: number): Receipt => ({
  positions: [position],
  position,
  hash: '',
  repeated: false,
  revisions: [],
});

/** A log that keeps the names of what was committed, transaction by transaction; `fails` throws for a whole one. */
function logThat(fails: (names: readonly string[]) => boolean = () => false) {
  const transactions: string[][] = [];
  const tried: string[][] = [];
  let position = -1;
  const appends = new GroupCommit((batches) => {
    const names = batches.map(nameOf);
    tried.push(names);
    if (fails(names)) throw new StoreUnavailable(`no room for ${names.join(' ')}`);
    transactions.push(names.filter((name) => !name.startsWith('stale')));
    return batches.map((one): Outcome => {
      if (nameOf(one).startsWith('stale')) return { refusal: new WrongRevision(nameOf(one), 'none', 3) };
      position += 1;
      return { receipt: receipt(position) };
    });
  });
  return { appends, transactions, tried };
}

describe('appends that wait for the disk together', () => {
  it('are one transaction, acknowledged in the order in which they came', async () => {
    const { appends, transactions } = logThat();
    const order: string[] = [];
    const told = await Promise.all(
      ['a', 'b', 'c'].map(async (name) => {
        const { position } = await appends.add(batch(name));
        order.push(name);
        return position;
      }),
    );
    expect(transactions).toEqual([['a', 'b', 'c']]);
    expect(told).toEqual([0, 1, 2]);
    expect(order).toEqual(['a', 'b', 'c']);
  });

  it('are not acknowledged before the commit has returned', async () => {
    let committed = false;
    const appends = new GroupCommit((batches) => {
      committed = true;
      return batches.map(() => ({ receipt: receipt(0) }));
    });
    const seen = appends.add(batch('a')).then(() => committed);
    expect(committed).toBe(false);
    expect(await seen).toBe(true);
  });

  it('each stand on their own expectation: one that is refused takes no other with it', async () => {
    const { appends, transactions } = logThat();
    const told = await Promise.allSettled(['a', 'stale', 'b'].map((name) => appends.add(batch(name))));
    expect(told.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(told[1]).toMatchObject({ reason: { code: 'WRONG_REVISION', actual: 3 } });
    expect(transactions).toEqual([['a', 'b']]);
  });

  it('come into a later transaction when they arrive after it', async () => {
    const { appends, transactions } = logThat();
    await appends.add(batch('a'));
    await Promise.all([appends.add(batch('b')), appends.add(batch('c'))]);
    expect(transactions).toEqual([['a'], ['b', 'c']]);
  });
});

describe('a transaction that fails', () => {
  it('is tried batch by batch, so that the one that is too big for the disk fails alone', async () => {
    const { appends, transactions, tried } = logThat((names) => names.includes('big'));
    const told = await Promise.allSettled(['a', 'big', 'b'].map((name) => appends.add(batch(name))));
    expect(tried).toEqual([['a', 'big', 'b'], ['a'], ['big'], ['b']]);
    expect(transactions).toEqual([['a'], ['b']]);
    expect(told.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(told[1]).toMatchObject({ reason: { code: 'STORE_UNAVAILABLE', message: 'no room for big' } });
  });

  it('acknowledges nothing while the disk refuses everything, and goes on when it does not', async () => {
    let full = true;
    const { appends, transactions } = logThat(() => full);
    const told = await Promise.allSettled(['a', 'b'].map((name) => appends.add(batch(name))));
    expect(told.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    expect(transactions).toEqual([]);
    full = false;
    expect(await appends.add(batch('a'))).toMatchObject({ position: 0 });
  });
});

describe('a transaction', () => {
  it('takes at most 256 batches', async () => {
    const { appends, transactions } = logThat();
    await Promise.all(Array.from({ length: 600 }, (_, i) => appends.add(batch(`b${i}`))));
    expect(transactions.map(({ length }) => length)).toEqual([256, 256, 88]);
    expect(transactions.flat()).toEqual(Array.from({ length: 600 }, (_, i) => `b${i}`));
  });

  it('takes at most 4096 events, unless one batch alone has more', async () => {
    const { appends, transactions } = logThat();
    const sizes = { a: 4_000, b: 96, c: 1, huge: 10_000, d: 1 };
    await Promise.all(Object.entries(sizes).map(([name, events]) => appends.add(batch(name, events))));
    expect(transactions).toEqual([['a', 'b'], ['c'], ['huge'], ['d']]);
  });
});

it('carries out at once what waits when the log is to be closed', async () => {
  const { appends, transactions } = logThat();
  const told = [appends.add(batch('a')), appends.add(batch('b'))];
  appends.flush();
  expect(transactions).toEqual([['a', 'b']]);
  expect((await Promise.all(told)).map(({ position }) => position)).toEqual([0, 1]);
  // The turn that was asked for finds nothing.
  await appends.add(batch('c'));
  expect(transactions).toEqual([['a', 'b'], ['c']]);
});
