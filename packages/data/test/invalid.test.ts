import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { catalogueFolder, readCatalogueFiles } from '../src/catalogue-files.js';
import { checkCatalogue } from '../src/check-catalogue.js';
import type { Fault } from '../src/fault.js';
import { orderFiles } from '../src/order-files.js';
import { parseFile } from '../src/parse-file.js';

const shipped = readCatalogueFiles(catalogueFolder);
const folder = new URL('invalid/', import.meta.url);

/** The faults of a catalogue of these files alone, with the shipped topics, papers and parties. */
function faultsOf(files: Readonly<Record<string, string>>): readonly Fault[] {
  const parsed = Object.entries(files).map(([path, content]) => parseFile(path, content));
  const read = parsed.map(({ file }) => file);
  return [
    ...parsed.flatMap(({ faults }) => faults),
    ...checkCatalogue({ ...shipped, files: read }),
    ...orderFiles(read).faults,
  ];
}
const fixture = (name: string): string => readFileSync(new URL(`${name}.yaml`, folder), 'utf8');

describe('a broken file', () => {
  it.each(
    readdirSync(folder)
      .map((name) => name.replace('.yaml', ''))
      .sort(),
  )('%s is told once, with its line and how to mend it', (name) => {
    const content = fixture(name);
    const [, line, message] = /^# expects line (\d+): (.*)$/m.exec(content) ?? [];
    expect(faultsOf({ 'membership/alba.yaml': content })).toEqual([
      {
        code: name.replaceAll('-', '_').toUpperCase(),
        file: 'membership/alba.yaml',
        line: Number(line),
        message,
      },
    ]);
  });

  it('does not hide the faults of another file', () => {
    const faults = faultsOf({
      'membership/alba.yaml': fixture('not-yaml'),
      'membership/unasur.yaml': fixture('wrong-date'),
    });
    expect(faults.map(({ file, code }) => [file, code])).toEqual([
      ['membership/alba.yaml', 'NOT_YAML'],
      ['membership/unasur.yaml', 'WRONG_DATE'],
    ]);
  });

  it('does not hide the faults of its other events', () => {
    const [, broken = ''] = fixture('wrong-date').split('events:\n');
    const faults = faultsOf({
      'membership/alba.yaml': `${fixture('unsourced')}${broken.replace('id: honduras-joins-alba', 'id: second')}`,
    });
    expect(faults.map(({ code }) => code).sort()).toEqual(['UNSOURCED', 'WRONG_DATE']);
  });

  it('is refused unread when it is too large, and survives any text', () => {
    expect(faultsOf({ 'membership/alba.yaml': `# ${'x'.repeat(400_001)}` }).map(({ code }) => code)).toEqual([
      'FILE_TOO_LARGE',
    ]);
    for (const text of [
      '',
      '-',
      '{{{',
      '[',
      '__proto__: 1',
      'a: &a [*a]',
      '['.repeat(50_000),
      '\u0000',
      'events: 3',
    ]) {
      expect(faultsOf({ 'membership/alba.yaml': text }).length, text.slice(0, 20)).toBeGreaterThan(0);
    }
  });

  it('is told to lie under its family', () => {
    const content = fixture('wrong-date').replaceAll('2010-02-30', '2010-02-28');
    expect(faultsOf({ 'membership/alba.yaml': content })).toEqual([]);
    expect(faultsOf({ 'tariff/Alba.yaml': content }).map(({ code }) => code)).toEqual([
      'WRONG_FAMILY',
      'SLOT_OUTSIDE_CATALOGUE',
    ]);
    expect(faultsOf({ 'membership/al ba.yaml': content }).map(({ code }) => code)).toEqual([
      'WRONG_PATH',
      'SLOT_OUTSIDE_CATALOGUE',
    ]);
  });
});

describe('dates as they stand in YAML', () => {
  it('stay text: a bare 2010 is the year, 2010-01-12 the day', () => {
    const content = fixture('wrong-date');
    const dateOf = (date: string) =>
      parseFile('membership/alba.yaml', content.replaceAll('2010-02-30', date)).file.events[0]?.event.from;
    expect(dateOf('2010')).toEqual({ date: '2010' });
    expect(dateOf('2010-01-12')).toEqual({ date: '2010-01-12' });
    expect(dateOf('2010-08~')).toEqual({ date: '2010-08~' });
    expect(dateOf('{ date: null, latest: 2010-01-12 }')).toEqual({ date: null, latest: '2010-01-12' });
  });
});
