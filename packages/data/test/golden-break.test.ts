import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseDay, Timeline, viewOf } from '@policy-timeline/domain';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { catalogueFolder } from '../src/catalogue-files.js';
import { loadCatalogue } from '../src/load-catalogue.js';

interface RateReading {
  readonly question: {
    readonly slot: string;
    readonly date: string;
    readonly knownAt?: string;
    readonly track?: 'LEGAL' | 'COLLECTED';
  };
  readonly expect: { readonly value?: { readonly ratePercent?: string | number } };
}
const file = fileURLToPath(new URL('../golden/tariff-readings.yaml', import.meta.url));
const golden = (parse(readFileSync(file, 'utf8'), { schema: 'core' }) as readonly RateReading[]).filter(
  (reading) => reading.expect.value?.ratePercent !== undefined,
);

/** The golden rates that the catalogue in the folder does not answer. */
function failures(folder: string): readonly string[] {
  const { events, faults } = loadCatalogue(folder);
  expect(faults).toEqual([]);
  const timeline = Timeline.of(events.map((event, position) => ({ position, event })));
  return golden.flatMap(({ question: { slot, date, knownAt, track }, expect: { value } }) => {
    const view = viewOf({
      date: parseDay(date),
      knownAt: knownAt === undefined ? null : parseDay(knownAt),
      track,
    });
    const answer = timeline.read(slot, view).value;
    const rate = answer?.kind === 'RATE' ? answer.ratePercent : null;
    return rate === Number(value?.ratePercent) ? [] : [slot];
  });
}

describe('one rate of the catalogue changed', () => {
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'broken-catalogue-'));
    cpSync(catalogueFolder, folder, { recursive: true });
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('unchanged, the copy answers every golden rate', () => {
    expect(golden.length).toBeGreaterThan(70);
    expect(failures(folder)).toEqual([]);
  });

  it.each([
    ['ieepa-fentanyl', 'ieepa-chn-fentanyl-20', 'tariff/us/ieepa-fentanyl/CHN'],
    ['ieepa-brazil', 'bra-40', 'tariff/us/ieepa-brazil/BRA'],
    ['reciprocal-schedule-1', 'recip1-vnm', 'tariff/us/reciprocal/VNM'],
    ['reciprocal-schedule-2', 'jpn-15', 'tariff/us/reciprocal/JPN'],
    ['reciprocal-china', 'eo-14266-chn-125', 'tariff/us/reciprocal/CHN'],
    ['section-122', 's122-surcharge-2026', 'tariff/us/section-122'],
    ['section-201', 's201-solar', 'tariff/us/section-201/solar'],
    ['section-232-metals', 's232-tur-50', 'tariff/us/section-232-metals/steel/TUR'],
    ['section-232-copper', 's232-copper-2025', 'tariff/us/section-232-copper'],
    ['section-301-china', 's301-chn-4a-7', 'tariff/us/section-301-china/list-4a'],
    ['section-301-forced-labour', 's301-forced-labour-2026', 'tariff/us/section-301-forced-labour/CHN'],
    ['section-338', 's338-can-2026', 'tariff/us/section-338/CAN'],
  ])('%s.yaml, event %s: the golden readings of %s fail', (name, id, slot) => {
    const path = join(folder, 'tariff', 'us', `${name}.yaml`);
    const written = readFileSync(path, 'utf8');
    const start = written.indexOf(`  - id: ${id}\n`);
    expect(start).toBeGreaterThan(-1);
    const event = written.slice(start);
    const wrong = event.replace(/ratePercent: ([\d.]+)/, (_, rate) => `ratePercent: ${Number(rate) + 1}`);
    expect(wrong).not.toBe(event);
    writeFileSync(path, written.slice(0, start) + wrong);
    try {
      expect(failures(folder)).toContain(slot);
    } finally {
      writeFileSync(path, written);
    }
  });
});
