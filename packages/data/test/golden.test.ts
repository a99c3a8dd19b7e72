import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import {
  type Pack,
  PackReader,
  packOf,
  packTexts,
  parseDay,
  readWirePack,
  reasonsOf,
  Timeline,
  viewOf,
  withTexts,
  writeWirePack,
} from '@policy-timeline/domain';
import { firstDifference } from '@policy-timeline/domain/testing';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { loadCatalogue } from '../src/load-catalogue.js';
import { value } from '../src/schema.js';

interface GoldenReading {
  readonly question: {
    readonly slot: string;
    readonly date: string;
    readonly knownAt?: string;
    readonly track?: 'LEGAL' | 'COLLECTED';
    readonly reading?: 'NOMINAL' | 'CERTAIN' | 'POSSIBLE';
  };
  readonly expect: Readonly<Record<string, unknown>>;
  readonly because: string;
}

const golden = ['readings', 'tariff-readings'].flatMap((name): readonly GoldenReading[] => {
  const file = fileURLToPath(new URL(`../golden/${name}.yaml`, import.meta.url));
  return parse(readFileSync(file, 'utf8'), { schema: 'core' });
});
const timeline = Timeline.of(loadCatalogue().events.map((event, position) => ({ position, event })));
const written = packOf(timeline, { hash: 'golden' });
/** As the browser has it: columns over the wire, then the texts of both languages. */
const pack = new PackReader(
  (['ja', 'en'] as const).reduce(
    (read, language) => withTexts(read, JSON.parse(JSON.stringify(packTexts(written, language)))),
    readWirePack(writeWirePack(written)) as Pack,
  ),
);

const named = golden.map((reading) => {
  const { slot, date, knownAt, track } = reading.question;
  return [
    `${slot} on ${date}${knownAt ? ` known ${knownAt}` : ''}${track ? ` ${track}` : ''}: ${reading.because}`,
    reading,
  ] as const;
});

describe.each(named)('%s', (_name, { question, expect: expected }) => {
  const { slot, track, reading } = question;
  const date = parseDay(question.date);
  const knownAt = question.knownAt === undefined ? null : parseDay(question.knownAt);
  const view = viewOf({ date, knownAt, track, reading });
  const { conflicts, value: written, ...fields } = expected;

  it('in the domain', () => {
    const answer = timeline.read(slot, view);
    expect(answer).toMatchObject(fields);
    if (written !== undefined) expect(answer.value).toEqual(goldenValue(written));
    if (conflicts !== undefined)
      expect(reasonsOf(timeline, slot, view).conflicts.toSorted()).toEqual(
        [...(conflicts as string[])].sort(),
      );
  });

  it.skipIf(reading !== undefined && reading !== 'NOMINAL')('in the pack', () => {
    const index = pack.pack.slots.findIndex(({ id }) => id === slot);
    const { event, ...answer } = pack.read(index, date, knownAt, track ?? 'LEGAL');
    const { decidedBy, ...same } = fields;
    expect(answer).toMatchObject(same);
    if (decidedBy !== undefined) expect(event?.id ?? null).toBe(decidedBy);
    if (written !== undefined) expect(answer.value).toEqual(goldenValue(written));
  });
});

it('the pack answers any question as the server does', () => {
  expect(firstDifference(timeline, pack, 20_000, 1)).toBeNull();
});

/** Golden values are written as the catalogue writes them. */
function goldenValue(written: unknown): unknown {
  const asText = (node: unknown): unknown =>
    typeof node === 'number'
      ? String(node)
      : node !== null && typeof node === 'object' && !Array.isArray(node)
        ? Object.fromEntries(Object.entries(node).map(([k, v]) => [k, asText(v)]))
        : node;
  return written === null ? null : value.parse(asText(written));
}
