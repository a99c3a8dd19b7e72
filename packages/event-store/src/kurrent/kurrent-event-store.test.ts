import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, vi } from 'vitest';
import { describeEventStore } from '../contract.js';
import { openKurrentEventStore } from './open-kurrent-event-store.js';
import { FaultInjector } from './testing/fault-injector.js';

// A server, its client's native half and, here and there, another process: on a busy machine that takes its time.
vi.setConfig({ testTimeout: 30_000, hookTimeout: 30_000 });

const real = process.env.KURRENTDB_URL;
let injector: FaultInjector | undefined;
let count = 0;

beforeAll(async () => {
  injector = await FaultInjector.start();
});
afterAll(() => injector?.stop());

describeEventStore('kurrentdb adapter on the fault injector, behaving', (options) =>
  openKurrentEventStore({ ...options, url: injector?.url(`case-${count++}`) ?? '' }),
);

if (real !== undefined)
  describeEventStore('kurrentdb server', (options) =>
    openKurrentEventStore({
      ...options,
      url: `${real}${real.includes('?') ? '&' : '?'}ledger=contract-${randomUUID()}`,
    }),
  );
