import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';

const home = join(import.meta.dirname, '..');
const read = (path: string) => readFileSync(join(home, path), 'utf8');
const manifest = JSON.parse(read('package.json'));
const packed: readonly string[] = JSON.parse(
  execFileSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], {
    cwd: home,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  }),
)[0].files.map(({ path }: { path: string }) => path);

const elsewhere = mkdtempSync(join(tmpdir(), 'policy-cli-package-'));
afterAll(() => rmSync(elsewhere, { recursive: true }));

it('holds the program, its page and its licence, and nothing else', () => {
  expect(packed).toEqual(expect.arrayContaining(['LICENSE', 'README.md', 'package.json', 'dist/main.js']));
  expect(
    packed.filter(
      (path) => !/^dist\/(questions\/)?[\w-]+\.js$|^(LICENSE|README\.md|package\.json)$/.test(path),
    ),
  ).toEqual([]);
  expect(read('LICENSE')).toBe(readFileSync(join(home, '../../LICENSE'), 'utf8'));
  expect(read('dist/main.js').startsWith('#!/usr/bin/env node\n')).toBe(true);
});

it('may be published, and needs nothing that only this repository has', () => {
  expect(manifest.private).toBeUndefined();
  expect(manifest.bin).toEqual({ 'policy-timeline': './dist/main.js' });
  expect(Object.keys(manifest.dependencies).filter((name) => name.startsWith('@policy-timeline/'))).toEqual(
    [],
  );
  for (const name of Object.keys(manifest.peerDependencies))
    expect(manifest.peerDependenciesMeta[name]).toEqual({ optional: true });
});

it('installed by itself says that it asks a server, and how to get the record', () => {
  const modules = join(elsewhere, 'node_modules');
  const own = join(modules, '@policy-timeline/cli');
  for (const path of packed) cpSync(join(home, path), join(own, path));
  for (const name of Object.keys(manifest.dependencies)) {
    mkdirSync(modules, { recursive: true });
    symlinkSync(join(home, '../../node_modules', name), join(modules, name));
  }
  const asked = (...line: string[]) =>
    spawnSync(process.execPath, [join(own, 'dist/main.js'), ...line], { encoding: 'utf8', cwd: elsewhere });
  expect(asked('--help')).toMatchObject({ status: 0, stdout: expect.stringContaining('Examples:') });
  const alone = asked('state', '2025-08-20');
  expect(alone).toMatchObject({ status: 3, stdout: '' });
  expect(alone.stderr).toContain('--url http://localhost:4000');
  expect(alone.stderr).toContain('npx policy-timeline');
  expect(asked('state', '2025-08-20', '--url', 'http://127.0.0.1:9').stderr).toContain('cannot be reached');
});
