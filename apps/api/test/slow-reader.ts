import { get, type IncomingMessage } from 'node:http';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import type { LogEvent } from '@policy-timeline/domain';
import { openSqliteEventStore } from '@policy-timeline/event-store';
import type { ApiUnderTest } from './running-api.js';

const BATCH = 25_000;
/** What lies in the system's buffers is read in this time, and the end of the connection behind it. */
const CLOSING_MS = 10_000;
const QUERY = 'subscription { eventAppended { id title { en ja } summary { en ja } } }';
setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;
/** Objects, and the bytes beside them that wait in buffers. */
const heldMb = (): number => {
  collect();
  const { heapUsed, external } = process.memoryUsage();
  return (heapUsed + external) / 1024 / 1024;
};
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
const text = (en: string) => ({ en, ja: en });

const event = (i: number): LogEvent =>
  ({
    id: `e${i}`,
    schemaVersion: 1,
    stream: 'meeting/trial',
    topic: 'trial',
    family: 'MEETING',
    type: 'MeetingHeld',
    modality: 'FACT',
    knownBasis: 'ANNOUNCED',
    effective: { from: { date: '2025-05-01' } },
    extent: 'HAPPENING',
    actors: ['USA'],
    targets: [],
    persons: [],
    title: text(`Event ${i}`),
    summary: text('x'.repeat(200)),
    direction: 'NEITHER',
    relations: [],
    effects: [],
    inferred: [],
    data: null,
    sources: [{ id: 's', kind: 'OFFICIAL', title: text('s'), publisher: 's', date: '2025-05-01' }],
  }) satisfies LogEvent;

/** Subscribes and reads nothing yet. */
export const subscribe = (
  api: ApiUnderTest,
  headers: Record<string, string> = {},
): Promise<IncomingMessage> =>
  new Promise((resolve) =>
    get(
      `${api.url}/graphql/stream?${new URLSearchParams({ query: QUERY })}`,
      { agent: false, headers: { accept: 'text/event-stream', ...headers } },
      resolve,
    ),
  );

/** Brings so many events into the log by another program's hand, and waits until they are answered from. */
export async function fill(api: ApiUnderTest, events: number): Promise<void> {
  const log = await openSqliteEventStore<LogEvent>({ file: join(api.folder, 'policy-timeline.sqlite') });
  for (let i = 0; i < events; i += BATCH)
    await log.append([
      {
        stream: 'meeting/trial',
        events: Array.from({ length: Math.min(BATCH, events - i) }, (_, k) => event(i + k)),
        expected: i === 0 ? 'none' : i - 1,
      },
    ]);
  await log.close();
  const position = async () =>
    ((await (await fetch(`${api.url}/healthz`)).json()) as { position: number }).position;
  while ((await position()) < events - 1) await pause(50);
}

/** What became of a reader that subscribed from the beginning of the log and read nothing. */
export interface SlowReader {
  /** The most that the server held more while it waited. */
  readonly addedMb: number;
  readonly closed: boolean;
  /** The last position that it had been sent. */
  readonly last: number;
  /** The first position that it was sent when it came back. */
  readonly resumed: number | null;
}

/** @param patienceMs what the server was told to wait for a reader that takes nothing. */
export async function readNothing(
  api: ApiUnderTest,
  { patienceMs, events }: { readonly patienceMs: number; readonly events: number },
): Promise<SlowReader> {
  const before = heldMb();
  const slow = await subscribe(api, { 'last-event-id': '0' });
  const closed = new Promise<void>((resolve) => slow.once('close', resolve));
  slow.on('error', () => undefined);
  await pause(patienceMs / 10);
  let addedMb = heldMb() - before;
  await pause(patienceMs * 0.7);
  addedMb = Math.max(addedMb, heldMb() - before);
  await pause(patienceMs * 0.2 + 1_000);
  // What lies in the buffers can still be read; then comes the end of the connection, long before that of the log.
  let read = '';
  slow.on('data', (chunk) => {
    read += chunk;
  });
  const wasClosed = await Promise.race([closed.then(() => true), pause(CLOSING_MS).then(() => false)]);
  slow.destroy();
  const last = Number([...read.matchAll(/id: (\d+)\n/g)].at(-1)?.[1]);
  return {
    addedMb,
    closed: wasClosed,
    last,
    resumed: last < events - 1 ? await resumedAfter(api, last) : null,
  };
}

const firstId = (stream: IncomingMessage): Promise<number> =>
  new Promise((resolve) => {
    let said = '';
    stream.on('data', (chunk) => {
      said += chunk;
      const id = /id: (\d+)\n/.exec(said)?.[1];
      if (id !== undefined) resolve(Number(id));
    });
  });

async function resumedAfter(api: ApiUnderTest, last: number): Promise<number> {
  const again = await subscribe(api, { 'last-event-id': String(last) });
  const resumed = await firstId(again);
  again.destroy();
  return resumed;
}
