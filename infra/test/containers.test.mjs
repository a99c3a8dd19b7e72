import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { validate } from 'dockerfile-utils';
import { describe, expect, it } from 'vitest';
import { read, repository } from './files.mjs';

describe.each(['api', 'web'])('%s.Containerfile', (name) => {
  const text = read('containers', `${name}.Containerfile`);
  const lines = text.split('\n');

  it('has no fault of its language', () => {
    expect(validate(text).map(({ message, range }) => `${range.start.line + 1}: ${message}`)).toEqual([]);
  });

  it('starts from images named by their digest', () => {
    const from = lines.filter((line) => line.startsWith('FROM '));
    expect(from).toHaveLength(2);
    for (const line of from) expect(line).toMatch(/@sha256:[0-9a-f]{64}( AS \w+)?$/);
  });

  it('runs without root, tells its health, and ends by SIGTERM', () => {
    const last = lines.slice(lines.findLastIndex((line) => line.startsWith('FROM ')));
    expect(last).toContain('USER node');
    expect(last).toContain('STOPSIGNAL SIGTERM');
    expect(last.join('\n')).toMatch(/HEALTHCHECK .*CMD \["node"/s);
    expect(last.findIndex((line) => line.startsWith('CMD '))).toBeGreaterThan(last.indexOf('USER node'));
  });

  it('copies what the repository has or the build makes', () => {
    const made = /\/(dist|node_modules|\.next\/.*)$/;
    for (const [, path] of text.matchAll(/COPY --from=build \/app\/(\S+)/g))
      if (!made.test(`/${path}`)) expect([path, existsSync(join(repository, path))]).toEqual([path, true]);
  });
});
