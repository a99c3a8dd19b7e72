import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';

const built = join(import.meta.dirname, '.next');
const read = (path: string): string => readFileSync(join(built, path), 'utf8');
const kib = (bytes: number): number => bytes / 1024;

/**
 * KiB of gzip that the document names; all that comes before interaction is held by e2e/first-load.spec.ts. Raised only by a
 * decision: a part that can wait for its first use is loaded with `next/dynamic`.
 */
const MOST_KIB = 110;

// Without a build there is nothing to weigh; `npm test` always builds first.
describe.skipIf(!existsSync(join(built, 'build-manifest.json')))('the first load of the scrubber', () => {
  const { pages } = JSON.parse(read('build-manifest.json')) as { pages: Record<string, string[]> };
  const scripts = [...new Set([...(pages['/_app'] ?? []), ...(pages['/'] ?? [])])].filter((path) =>
    path.endsWith('.js'),
  );

  it(`names at most ${MOST_KIB} KiB of scripts in every document`, () => {
    const bytes = scripts.reduce((sum, path) => sum + gzipSync(read(path)).length, 0);
    expect(scripts.length).toBeGreaterThan(3);
    expect(kib(bytes)).toBeLessThanOrEqual(MOST_KIB);
  });

  it.each([
    ['parser of GraphQL', 'Syntax Error'],
    ['resolver of the record', 'softRevocations'],
    ['router of Next', 'routeChangeStart'],
  ])('brings no %s', (_what, mark) => {
    expect(scripts.filter((path) => read(path).includes(mark))).toEqual([]);
  });
});
