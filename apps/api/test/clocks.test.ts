import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  type Day,
  parseDay,
  type StoredEventForm,
  Timeline,
  type Track,
  upcast,
  viewOf,
} from '@policy-timeline/domain';
import {
  type EventStore,
  MemoryEventStore,
  openSqliteEventStore,
  type Recorded,
} from '@policy-timeline/event-store';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { givenSeed, type Seeded, seeded } from './trials/seeded.js';

// Row 7 of docs/reliability.md: whatever the clock of the machine does, the log's instants never decrease and no reading
// depends on them. TRIALS=large is the large size.
const TRIALS = process.env.TRIALS === 'large' ? 10_000 : 100;
/** The rules are the same in both stores; every so often the file is used, closed and opened under another clock. */
const FILE_EVERY = 50;
const seed = givenSeed();
const folder = mkdtempSync(join(tmpdir(), 'policy-clocks-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

type Log = EventStore<StoredEventForm>;
const records: Recorded<StoredEventForm>[] = [];
beforeAll(async () => {
  const file = join(folder, 'golden.sqlite');
  copyFileSync(join(import.meta.dirname, 'golden/form-1.sqlite'), file);
  const golden = await openSqliteEventStore<StoredEventForm>({ file });
  for await (const record of golden.readAll(0)) records.push(record);
  await golden.close();
});

const EDGES = [
  '2038-01-19T03:14:07.999Z',
  '2038-01-19T03:14:08.000Z',
  '9999-12-31T23:59:59.999Z',
  '+010000-01-01T00:00:00.000Z',
  '1969-12-31T23:59:59.999Z',
  '-000001-01-01T00:00:00.000Z',
  'no instant',
];

/** Runs on by itself, is set back by hours or years, drifts, or stands on an edge of what clocks can show. */
function wildClock(random: Seeded): () => Date {
  let now = Date.UTC(2018 + random.int(20), random.int(12), 1 + random.int(28));
  return () => {
    const what = random.int(10);
    if (what === 0) return new Date(random.pick(EDGES));
    if (what === 1) now -= random.int(86_400_000);
    else if (what === 2) now -= random.int(3_000) * 86_400_000;
    else if (what === 3) now += random.int(3_000) * 86_400_000;
    else now += random.int(5_000);
    return new Date(now);
  };
}

/** All at once, so that the file syncs them together; each is stamped for itself, in the order given. */
async function appendAll(log: Log, given: readonly Recorded<StoredEventForm>[]): Promise<void> {
  await Promise.all(
    given.map(({ stream, revision, event }) =>
      log.append([{ stream, events: [event], expected: revision === 0 ? 'none' : revision - 1 }]),
    ),
  );
}

interface Question {
  readonly date: Day;
  readonly knownAt: Day;
  readonly track: Track;
  readonly position: number;
}

function answer(log: readonly Recorded<StoredEventForm>[], { position, ...view }: Question): string {
  const known = log.slice(0, position + 1);
  const timeline = Timeline.of(
    known.map(({ position: p, event }) => ({ position: p, event: upcast(event) })),
  );
  return JSON.stringify(timeline.state(viewOf(view)));
}

async function whatIsWrong(trial: number): Promise<string | null> {
  const random = seeded(seed + trial);
  const inFile = trial % FILE_EVERY === 0;
  const file = join(folder, `${trial}.sqlite`);
  const open = async (): Promise<Log> => {
    const now = wildClock(random);
    return inFile
      ? openSqliteEventStore<StoredEventForm>({ file, now })
      : new MemoryEventStore<StoredEventForm>({ now });
  };
  let log = await open();
  const half = inFile ? random.int(records.length) : 0;
  await appendAll(log, records.slice(0, half));
  if (inFile) {
    await log.close();
    log = await open();
  }
  await appendAll(log, records.slice(half));

  const read: Recorded<StoredEventForm>[] = [];
  for await (const record of log.readAll(0)) read.push(record);
  const { intact } = await log.verify();
  await log.close();
  rmSync(file, { force: true });
  const instants = read.map(({ recordedAt }) => recordedAt);
  const decreases = instants.findIndex((instant, i) => i > 0 && instant < (instants[i - 1] ?? ''));
  if (decreases !== -1)
    return `recordedAt goes from ${instants[decreases - 1]} back to ${instants[decreases]}`;
  const odd = instants.find((instant) => !/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(instant));
  if (odd !== undefined) return `recordedAt is ${odd}`;
  if (!intact) return 'the log is not whole';
  const day = (): Day => parseDay(`${2018 + random.int(9)}-0${1 + random.int(9)}-1${random.int(10)}`);
  const question: Question = {
    date: day(),
    knownAt: day(),
    track: random.pick(['LEGAL', 'COLLECTED'] as const),
    position: random.int(records.length),
  };
  return answer(read, question) === answer(records, question)
    ? null
    : `the reading of ${JSON.stringify(question)} is another one`;
}

it('whatever the clock does, instants never decrease and readings stay', { timeout: 1_200_000 }, async () => {
  let failures = 0;
  for (let trial = 0; trial < TRIALS; trial += 1) {
    const wrong = await whatIsWrong(trial);
    if (wrong === null) continue;
    failures += 1;
    process.stdout.write(`seed ${seed + trial}: ${wrong}\n`);
  }
  process.stdout.write(
    `row 7: ${failures} failures in ${TRIALS} trials (95 % bound 3/${TRIALS}) seed ${seed}: clocks set back, set on, at 2038 and 9999\n`,
  );
  expect(failures).toBe(0);
});
