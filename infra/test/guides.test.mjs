import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { repository } from './files.mjs';

const scripts = Object.keys(JSON.parse(readFileSync(join(repository, 'package.json'), 'utf8')).scripts);
const settings = readFileSync(join(repository, 'apps/api/src/configuration.ts'), 'utf8');
const pages = [
  'README.md',
  'CONTRIBUTING.md',
  ...markdownIn('docs'),
  ...markdownIn('infra'),
  ...markdownIn('apps'),
  ...markdownIn('packages'),
];

/** Every Markdown file below a folder that is ours. */
function markdownIn(folder) {
  return readdirSync(join(repository, folder), { recursive: true })
    .filter((name) => name.endsWith('.md') && !/(^|\/)(node_modules|dist|\.next)\//.test(name))
    .map((name) => join(folder, name));
}

describe.each(pages)('%s', (page) => {
  const text = readFileSync(join(repository, page), 'utf8');

  it('links to what is there', () => {
    const links = [...text.matchAll(/\]\((?!https?:|#|mailto:)([^)#\s]+)/g)].map(([, path]) => path);
    for (const path of links)
      expect([path, existsSync(resolve(repository, dirname(page), path))]).toEqual([path, true]);
  });

  it('names commands that there are', () => {
    // With -w it is a workspace's own.
    for (const [, name, workspace] of text.matchAll(/npm run (?:-s )?([\w:-]+)( -w)?/g)) {
      if (workspace) continue;
      expect([name, scripts.includes(name)]).toEqual([name, true]);
    }
  });

  it('names settings that the API reads', () => {
    for (const [name] of text.matchAll(/\bPOLICY_(?!WEB_OUTPUT)[A-Z_]+\b/g))
      expect([name, settings.includes(`'${name}'`)]).toEqual([name, true]);
  });

  it('names files of ours that there are', () => {
    for (const [, path] of text.matchAll(
      /[\s`](?:\.\/)?((?:infra|scripts|packages|apps|bench)\/[\w./@-]+\.\w+)/g,
    ))
      if (!path.includes('infra/.env') && !path.includes('/dist/'))
        expect([path, existsSync(join(repository, path))]).toEqual([path, true]);
  });
});
