import { join } from 'node:path';
import type { LogEvent } from '@policy-timeline/domain';
import { openSqliteEventStore } from '@policy-timeline/event-store';
import type { ApiUnderTest } from './running-api.js';

export const SLOT = 'tariff/us/reciprocal/JPN';
export const STREAM = 'tariff/us/reciprocal';

const text = (en: string) => ({ en, ja: en });
const source = {
  id: 'notice',
  kind: 'OFFICIAL',
  title: text('Notice'),
  publisher: 'Office',
  date: '2025-04-02',
};
const day = (date: string) => ({ date });

/** An order of 24 % from 5 April, announced on the 2nd, open-ended. */
export const ordered = {
  id: 'order',
  stream: STREAM,
  topic: 'reciprocal',
  type: 'TariffOrdered',
  knownOn: day('2025-04-02'),
  effective: { from: day('2025-04-05') },
  actors: ['USA'],
  targets: ['JPN'],
  direction: 'TIGHTENING',
  title: text('Reciprocal tariff on Japan ordered'),
  sources: [source],
  effects: [{ act: 'ASSERT', slot: SLOT, value: { rate: { ratePercent: 24, rateBasis: 'TOTAL' } } }],
};
/** A pause from 9 April to 8 July, at 10 % meanwhile. */
export const paused = {
  ...ordered,
  id: 'pause',
  type: 'TariffSuspended',
  knownOn: day('2025-04-09'),
  effective: { from: day('2025-04-09'), until: day('2025-07-09') },
  direction: 'EASING',
  title: text('Paused for 90 days'),
  relations: [{ type: 'SUSPENDS', to: 'order' }],
  sources: [{ ...source, date: '2025-04-09' }],
  effects: [{ act: 'SUSPEND', slot: SLOT, value: { rate: { ratePercent: 10, rateBasis: 'TOTAL' } } }],
};
/** Talks planned for a month of which the day is not given. */
export const planned = {
  ...ordered,
  id: 'talks',
  stream: 'negotiation/japan-us',
  type: 'NegotiationRoundHeld',
  modality: 'PLANNED',
  knownOn: day('2025-05-30'),
  effective: { from: day('2025-06') },
  direction: 'NEITHER',
  title: text('Sixth round of talks'),
  sources: [{ ...source, id: 'paper-x', kind: 'PAPER', date: '2025-05-30' }],
  effects: [],
};

export const APPEND = `mutation ($input: AppendEventsInput!) { appendEvents(input: $input) {
  receipt { positions basis repeated } viewDiff { kind change slot before { status } after { status } } userErrors { code message path eventIndex reason }
} }`;

/** The record is complete to 30 May 2025, so that a plan which fell due before is no longer unknown. */
const coverage: LogEvent = {
  id: 'coverage',
  schemaVersion: 1,
  stream: 'coverage/reciprocal',
  type: 'CoverageDeclared',
  topic: 'reciprocal',
  title: text('Reciprocal tariff'),
  family: 'TARIFF',
  source: 'notice',
  completeFrom: '2025-04',
  completeThrough: '2025-05-30',
};

/** Brings the record above into a new log, positions 0 to 2, and by another program's hand its coverage, position 3. */
export async function appendJapanTariff(api: ApiUnderTest): Promise<{ readonly basis: string }> {
  const expected = [
    { stream: STREAM, revision: null },
    { stream: 'negotiation/japan-us', revision: null },
  ];
  const answer = await api.write(APPEND, {
    input: { idempotencyKey: 'japan', expected, events: [ordered, paused, planned] },
  });
  const receipt = answer.data?.appendEvents?.receipt;
  if (!receipt) throw new Error(JSON.stringify(answer));
  const log = await openSqliteEventStore<LogEvent>({ file: join(api.folder, 'policy-timeline.sqlite') });
  await log.append([{ stream: coverage.stream, events: [coverage], expected: 'none' }]);
  await log.close();
  const position = async () =>
    ((await (await fetch(`${api.url}/healthz`)).json()) as { position: number }).position;
  while ((await position()) < 3) await new Promise((resolve) => setTimeout(resolve, 20));
  return receipt;
}
