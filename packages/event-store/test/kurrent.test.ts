import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { EventStoreError, StoredEvent } from '../src/index.js';
import { type KurrentEventStore, openKurrentEventStore } from '../src/kurrent/index.js';
import {
  type Fault,
  FaultInjector,
  type FaultInjectorOptions,
} from '../src/kurrent/testing/fault-injector.js';
import type { KeptEvent } from '../src/kurrent/testing/kept-streams.js';
import { scratchFolder } from './scratch-folder.js';

interface Note extends StoredEvent {
  readonly text?: string;
}

// A server, its client's native half and, here and there, another process: on a busy machine that takes its time.
vi.setConfig({ testTimeout: 30_000, hookTimeout: 30_000 });

const folder = scratchFolder();
const opened: { close(): Promise<void> | void }[] = [];

async function injectorWith(options: FaultInjectorOptions = {}): Promise<FaultInjector> {
  const injector = await FaultInjector.start(options);
  opened.push({ close: () => injector.stop() });
  return injector;
}

async function storeOn(
  server: { url(): string },
  options: { patienceMs?: number; callTimeoutMs?: number; pollMs?: number } = {},
): Promise<KurrentEventStore<Note>> {
  const store = await openKurrentEventStore<Note>({
    url: server.url(),
    patienceMs: 3_000,
    callTimeoutMs: 150,
    pollMs: 50,
    ...options,
  });
  opened.unshift(store);
  return store;
}

afterEach(async () => {
  for (const one of opened.splice(0)) await one.close();
});

/** On the next append, then no more. Resolves when that append has come. */
const once = (injector: FaultInjector, fault: Fault): Promise<void> =>
  new Promise((resolve) => {
    injector.misbehave = ({ kind }) => {
      if (kind !== 'append') return null;
      injector.misbehave = () => null;
      resolve();
      return fault;
    };
  });

const refused = (given: Promise<unknown>): Promise<EventStoreError> =>
  given.then(
    () => expect.unreachable(),
    (error: unknown) => error as EventStoreError,
  );

describe.each([
  ['the newer append', true],
  ['the older append', false],
])('an append that goes wrong on the way (%s)', (_what, batchAppend) => {
  it.each<[string, Fault]>([
    ['the server refuses it once', { do: 'refuse' }],
    ['the request is lost', { do: 'drop' }],
    ['the answer is lost', { do: 'lose-answer' }],
    ['the connection breaks after it was written', { do: 'close', at: 0 }],
    ['the stream of answers ends politely', { do: 'end', at: 0 }],
    ['it is written after the client gave up', { do: 'late', ms: 300 }],
    ['it is carried out twice', { do: 'duplicate', at: 0 }],
    ['the answer tells a wrong revision', { do: 'wrong-revision', at: 0 }],
  ])('is there once, and acknowledged as the first, when %s', async (_fault, fault) => {
    const injector = await injectorWith({ batchAppend });
    const store = await storeOn(injector);
    await store.append([{ stream: 'a', events: [{ id: '0' }], expected: 'none' }]);
    void once(injector, fault);
    const writes = [{ stream: 'a', events: [{ id: '1' }, { id: '2' }], expected: 0 }];
    const receipt = await store.append(writes);
    expect(receipt).toMatchObject({ positions: [1, 2], repeated: false });
    expect(await store.append(writes)).toEqual({ ...receipt, repeated: true });
    expect(await store.verify()).toMatchObject({ intact: true, records: 3 });
  });
});

describe('several replicas on one ledger', () => {
  it.each([
    ['another body', 'rate 10', 'conflict'],
    ['the same body', 'rate 24', 'repeated'],
  ])(
    'believe the ledger, not the acknowledgement, of one id at one moment with %s',
    async (_what, text, outcome) => {
      // The server takes two appends with one event id behind one revision for a retry, whatever is in them.
      const injector = await injectorWith();
      const here = await storeOn(injector, { callTimeoutMs: 1_000 });
      const there = await storeOn(injector, { callTimeoutMs: 1_000 });
      const begun = once(injector, { do: 'late', ms: 100 });
      const late = here.append([{ stream: 'a', events: [{ id: '1', text: 'rate 24' }], expected: 'none' }]);
      await begun;
      const first = await there.append([{ stream: 'a', events: [{ id: '1', text }], expected: 'none' }]);
      if (outcome === 'repeated') expect(await late).toEqual({ ...first, repeated: true });
      else expect(await refused(late)).toMatchObject({ code: 'IDEMPOTENCY_CONFLICT', reason: 'OTHER_BODY' });
    },
  );

  it('give each revision to exactly one of four writers, and tell the others the true one', async () => {
    const injector = await injectorWith();
    const first = await storeOn(injector, { callTimeoutMs: 5_000 });
    const others = await Promise.all([1, 2, 3].map(() => storeOn(injector, { callTimeoutMs: 5_000 })));
    let refusals = 0;
    await Promise.all(
      [first, ...others].map(async (store, writer) => {
        let expected: number | 'none' = 'none';
        for (let i = 0; i < 15; ) {
          try {
            const { revisions } = await store.append([
              { stream: 'shared', events: [{ id: `${writer}/${i}` }], expected },
            ]);
            expected = revisions[0]?.revision ?? 'none';
            i += 1;
          } catch (error) {
            const { code, actual } = error as { code: string; actual: number };
            if (code !== 'WRONG_REVISION' || actual === expected) throw error;
            expected = actual;
            refusals += 1;
          }
        }
      }),
    );
    const { events, revision } = await first.read('shared');
    expect(revision).toBe(59);
    for (const writer of [0, 1, 2, 3])
      expect(events.map(({ event }) => event.id).filter((id) => id.startsWith(`${writer}/`))).toEqual(
        Array.from({ length: 15 }, (_, i) => `${writer}/${i}`),
      );
    expect(refusals).toBeGreaterThan(0);
    expect(await first.verify()).toMatchObject({ intact: true, records: 60 });
  });

  it('show readers an append whole, though the server brings its records one by one', async () => {
    const injector = await injectorWith();
    const here = await storeOn(injector, { pollMs: 60_000 });
    const there = await storeOn(injector);
    const heads = new Set<number>();
    const reading = here.subscribe(0, async () => void heads.add((await here.head()).position));
    for (let i = 0; i < 5; i += 1)
      await there.append([
        { stream: `s${i}`, events: [0, 1, 2, 3].map((n) => ({ id: `${i}/${n}` })), expected: 'none' },
      ]);
    await vi.waitFor(() => expect(Math.max(...heads)).toBe(19));
    expect([...heads].filter((position) => position % 4 !== 3)).toEqual([]);
    await here.close();
    await reading.catch(() => undefined);
  });

  it('show each other what they appended', async () => {
    const injector = await injectorWith();
    const here = await storeOn(injector, { pollMs: 60_000 });
    const there = await storeOn(injector);
    const seen: string[] = [];
    void here.subscribe(0, ({ event }) => void seen.push(event.id));
    await there.append([{ stream: 'a', events: [{ id: '1' }], expected: 'none' }]);
    await vi.waitFor(() => expect(seen).toEqual(['1']));
  });
});

describe('a server that goes away', () => {
  it('makes appends answer STORE_UNAVAILABLE, and is taken up again where it was left', async () => {
    const injector = await injectorWith();
    const store = await storeOn(injector, { patienceMs: 200 });
    const seen: number[] = [];
    void store.subscribe(0, ({ position }) => void seen.push(position));
    await store.append([{ stream: 'a', events: [{ id: '0' }], expected: 'none' }]);
    injector.stop();
    const error = await refused(store.append([{ stream: 'a', events: [{ id: '1' }], expected: 0 }]));
    expect(error).toMatchObject({ code: 'STORE_UNAVAILABLE' });
    expect(store.unavailable).toMatchObject({ code: 'STORE_UNAVAILABLE' });
    expect(await refused(store.head())).toMatchObject({ code: 'STORE_UNAVAILABLE' });
    await injector.start();
    await vi.waitFor(() => expect(store.unavailable).toBeNull(), { timeout: 10_000, interval: 20 });
    for (let i = 1; i < 4; i += 1)
      await store.append([{ stream: 'a', events: [{ id: String(i) }], expected: i - 1 }]);
    await vi.waitFor(() => expect(seen).toEqual([0, 1, 2, 3]), { timeout: 5_000 });
  }, 20_000);

  it('is waited for by an append, across a restart', async () => {
    const injector = await injectorWith();
    const store = await storeOn(injector, { patienceMs: 15_000 });
    await store.append([{ stream: 'a', events: [{ id: '0' }], expected: 'none' }]);
    injector.stop();
    const waiting = store.append([{ stream: 'a', events: [{ id: '1' }], expected: 0 }]);
    await new Promise((resolve) => setTimeout(resolve, 200));
    await injector.start();
    expect(await waiting).toMatchObject({ position: 1, repeated: false });
    expect(injector.streams.of('policy-timeline')).toHaveLength(2);
  }, 20_000);

  it('is one node of a cluster: the address names both, and the one that leads now is found', async () => {
    const first = await injectorWith();
    const second = await injectorWith({ streams: first.streams });
    const nodes = [first, second];
    let leader = first;
    for (const node of nodes)
      node.cluster = () => nodes.map((one) => ({ port: one.port, leads: one === leader }));
    const hosts = nodes.map(({ port }) => `127.0.0.1:${port}`).join(',');
    const url = `kurrentdb://${hosts}?tls=false&discoveryInterval=20&maxDiscoverAttempts=3`;
    const store = await storeOn({ url: () => url }, { patienceMs: 15_000, callTimeoutMs: 500 });
    const seen: number[] = [];
    void store.subscribe(0, ({ position }) => void seen.push(position));
    await store.append([{ stream: 'a', events: [{ id: '0' }], expected: 'none' }]);
    expect(second.calls).toBe(0);
    leader = second;
    first.stop();
    expect(await store.append([{ stream: 'a', events: [{ id: '1' }], expected: 0 }])).toMatchObject({
      position: 1,
      repeated: false,
    });
    expect(second.calls).toBeGreaterThan(0);
    await vi.waitFor(() => expect(seen).toEqual([0, 1]), { timeout: 5_000 });
  }, 30_000);

  it('is named, without secrets, when it is not there at the start', async () => {
    const error = await refused(
      openKurrentEventStore({ url: 'kurrentdb://me:sesame@127.0.0.1:9?tls=false', patienceMs: 100 }),
    );
    expect(error).toMatchObject({ code: 'STORE_UNAVAILABLE' });
    expect(error.message).toContain('kurrentdb://127.0.0.1:9 (ledger policy-timeline)');
    expect(JSON.stringify([error.message, error.stack, error.cause])).not.toContain('sesame');
  });
});

describe('a ledger that is hurt', () => {
  const filled = async (): Promise<FaultInjector> => {
    const injector = await injectorWith();
    const store = await storeOn(injector);
    await store.append([
      { stream: 'a', events: Array.from({ length: 8 }, (_, i) => ({ id: String(i) })), expected: 'none' },
    ]);
    return injector;
  };
  const positionsUntilFault = async (store: KurrentEventStore<Note>): Promise<[number[], unknown]> => {
    const seen: number[] = [];
    try {
      for await (const { position } of store.readAll(0)) seen.push(position);
    } catch (error) {
      return [seen, (error as EventStoreError).code];
    }
    return [seen, null];
  };

  it('is served up to a changed record, named there, and never appended to', async () => {
    const injector = await filled();
    const kept = [...injector.streams.of('policy-timeline')];
    const changed = { ...(kept[5] as KeptEvent), data: Buffer.from('{"id":"5","text":"another"}') };
    injector.streams.replace('policy-timeline', kept.with(5, changed));
    const store = await storeOn(injector);
    expect(store.damage).toMatchObject({ code: 'STORE_DAMAGED', position: 5 });
    expect(await positionsUntilFault(store)).toEqual([[0, 1, 2, 3, 4], 'STORE_DAMAGED']);
    expect(await refused(store.read('a'))).toMatchObject({ code: 'STORE_DAMAGED' });
    const append = store.append([{ stream: 'b', events: [{ id: 'x' }], expected: 'none' }]);
    expect(await refused(append)).toMatchObject({ code: 'STORE_DAMAGED' });
    expect(await store.verify()).toMatchObject({
      intact: false,
      records: 5,
      damage: { position: 5, reason: 'the content does not match its hash' },
    });
  });

  it('stops readers with GAP at a record that is missing', async () => {
    const injector = await filled();
    injector.hidden.add(3);
    const store = await storeOn(injector);
    expect(await positionsUntilFault(store)).toEqual([[0, 1, 2], 'GAP']);
    const seen: number[] = [];
    const error = await refused(store.subscribe(0, ({ position }) => void seen.push(position)));
    expect(error).toMatchObject({ code: 'GAP', position: 3, found: 4 });
    expect(seen).toEqual([0, 1, 2]);
  });

  it('is told from one that did not grow: an older copy was restored under a running program', async () => {
    const injector = await filled();
    const store = await storeOn(injector);
    injector.streams.replace('policy-timeline', injector.streams.of('policy-timeline').slice(0, 4));
    await vi.waitFor(() => expect(store.damage).toMatchObject({ position: 7 }), { timeout: 3_000 });
    expect(store.damage?.reason).toContain('was an older copy restored?');
  });

  it('is not appended to when somebody else wrote into it', async () => {
    const injector = await filled();
    const [first] = injector.streams.of('policy-timeline');
    injector.streams.append(
      'policy-timeline',
      [{ ...(first as KeptEvent), id: crypto.randomUUID(), metadata: Buffer.from('{}') }],
      7,
    );
    const store = await storeOn(injector);
    expect(store.damage).toMatchObject({ position: 8, reason: 'it was not written by this program' });
  });
});

describe('who may, and how much', () => {
  /** By the script that makes them for the cluster of infra/compose.cluster.yaml. */
  const certificates = (): { key: Buffer; certificate: Buffer; authority: string } => {
    const script = fileURLToPath(new URL('../../../infra/kurrentdb/make-certificates.sh', import.meta.url));
    expect(spawnSync('sh', [script, folder, 'kurrentdb1']).status).toBe(0);
    const [key, certificate] = ['node.key', 'node.crt'].map((name) =>
      readFileSync(join(folder, 'kurrentdb1', name)),
    ) as [Buffer, Buffer];
    return { key, certificate, authority: join(folder, 'authority/ca.crt') };
  };

  it('TLS and user come from the address, and a wrong password is told without it', async () => {
    const { authority, ...tls } = certificates();
    const injector = await injectorWith({ tls, user: { name: 'editor', password: 'open:sesame' } });
    const url = `${injector.url()}&tlsCaFile=${authority}`;
    const store = await storeOn({ url: () => url }, { callTimeoutMs: 5_000 });
    expect(await store.append([{ stream: 'a', events: [{ id: '1' }], expected: 'none' }])).toMatchObject({
      position: 0,
    });
    const error = await refused(openKurrentEventStore({ url: url.replace('sesame', 'barley') }));
    expect(error).toMatchObject({ code: 'STORE_UNAVAILABLE' });
    expect(error.message).toContain('does not let this user in');
    expect(JSON.stringify([error.message, error.stack])).not.toContain('barley');
  });

  it('a batch beyond what the server takes is refused, not tried again', async () => {
    const injector = await injectorWith({ mostAppendBytes: 1024 });
    const store = await storeOn(injector);
    const error = await refused(
      store.append([{ stream: 'a', events: [{ id: '1', text: 'x'.repeat(2_000) }], expected: 'none' }]),
    );
    expect(error).toMatchObject({ code: 'INVALID_INPUT', path: 'writes' });
    expect(error.message).toContain('KURRENTDB_MAX_APPEND_SIZE');
    expect((await store.head()).position).toBe(-1);
  });
});
