// Each rule of .dependency-cruiser.mjs must catch the violation it is there for: a small house is built in a
// temporary folder with one planted fault per rule, and beside each fault the same step done rightly.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import arrows from '../.dependency-cruiser.mjs';
import { impurities } from './check-arrows.mjs';
import { nodeRuntime, toolEntry } from './node-runtime.mjs';
import { root } from './repository.mjs';

const planted = [
  ['domain-is-pure', 'packages/domain/src/reads-a-file.ts', `import 'node:fs';`],
  ['domain-is-pure', 'packages/domain/src/uses-a-package.ts', `import 'zod';`],
  [
    'domain-is-pure',
    'packages/domain/src/knows-a-type.ts',
    `import type { Log } from '@policy-timeline/event-store';\nexport type L = Log;`,
  ],
  ['data-knows-only-the-domain', 'packages/data/src/appends.ts', `import '@policy-timeline/event-store';`],
  [
    'event-store-knows-nothing-of-ours',
    'packages/event-store/src/knows-tariffs.ts',
    `import '@policy-timeline/domain';`,
  ],
  ['web-knows-only-the-domain', 'apps/web/timeline/reads-the-record.ts', `import '@policy-timeline/data';`],
  ['web-knows-only-the-domain', 'apps/web/timeline/calls-the-api.ts', `import '../../api/src/main';`],
  ['api-knows-no-web', 'apps/api/src/renders.ts', `import '../../web/ui/button';`],
  [
    'record-only-through-seeding',
    'apps/api/src/capabilities/state/reads-the-record.ts',
    `import '@policy-timeline/data';`,
  ],
  [
    'capabilities-do-not-reach-into-each-other',
    'apps/api/src/capabilities/state/borrows.ts',
    `import '../diff/model';`,
  ],
  [
    'features-do-not-reach-into-each-other',
    'apps/web/features/scrubber/borrows.ts',
    `import '../lanes/lane';`,
  ],
  ['no-circular', 'packages/data/src/egg.ts', `import './hen';`],
  ['no-testing-in-shipped-code', 'packages/domain/src/borrows-a-builder.ts', `import './testing/builders';`],
  [
    'no-testing-in-shipped-code',
    'apps/api/src/borrows-a-builder.ts',
    `import '@policy-timeline/domain/testing';`,
  ],
  ['no-tests-in-shipped-code', 'packages/data/src/borrows-a-test.ts', `import './load.test';`],
  ['no-dev-only-dependency', 'packages/data/src/ships-a-tool.ts', `import 'only-for-tests';`],
  ['no-undeclared-dependency', 'packages/data/src/found-by-luck.ts', `import 'zod';`],
];

const allowed = {
  'packages/domain/src/index.ts': `export * from './calendar';`,
  'packages/domain/src/calendar.ts': 'export const days = 1;',
  'packages/domain/src/testing/builders.ts': `import 'only-for-tests';`,
  'packages/domain/src/calendar.test.ts': `import 'node:fs';\nimport './testing/builders';`,
  'packages/event-store/src/index.ts': `import 'node:fs';\nexport type Log = 1;`,
  'packages/data/src/index.ts': `import '@policy-timeline/domain';\nimport 'node:fs';`,
  'packages/data/src/hen.ts': `import './egg';`,
  'packages/data/src/load.test.ts': `import '@policy-timeline/domain/testing';`,
  'apps/api/src/main.ts': `import '@policy-timeline/domain';\nimport '@policy-timeline/event-store';`,
  'apps/api/src/store/seeding/load.ts': `import '@policy-timeline/data';`,
  'apps/api/src/capabilities/diff/model.ts': `import '../../graphql/scalars';`,
  'apps/api/src/graphql/scalars.ts': 'export {};',
  'apps/web/features/lanes/lane.ts': `import '../../ui/button';\nimport '@policy-timeline/domain';`,
  'apps/web/ui/button.ts': 'export {};',
};

const house = mkdtempSync(join(tmpdir(), 'policy-timeline-arrows-'));
afterAll(() => rmSync(house, { recursive: true, force: true }));

const put = (path, text) => {
  mkdirSync(dirname(join(house, path)), { recursive: true });
  writeFileSync(join(house, path), text);
};

function workspace(folder, manifest) {
  const name = `@policy-timeline/${folder.split('/').pop()}`;
  const entry = { '.': './src/index.ts', './testing': './src/testing/builders.ts' };
  put(`${folder}/package.json`, JSON.stringify({ name, exports: entry, ...manifest }));
  const link = join(house, 'node_modules', name);
  mkdirSync(dirname(link), { recursive: true });
  symlinkSync(join(house, folder), link, 'junction');
}

let violations;
beforeAll(() => {
  const us = (...names) => Object.fromEntries(names.map((name) => [`@policy-timeline/${name}`, '0.1.0']));
  put('package.json', '{}');
  workspace('packages/domain', {
    dependencies: { zod: '1.0.0' },
    devDependencies: { 'only-for-tests': '1.0.0' },
  });
  workspace('packages/event-store', { dependencies: us('domain') });
  workspace('packages/data', {
    dependencies: us('domain', 'event-store'),
    devDependencies: { 'only-for-tests': '1.0.0' },
  });
  workspace('apps/api', { dependencies: us('domain', 'data', 'event-store') });
  workspace('apps/web', { dependencies: us('domain', 'data') });
  for (const name of ['zod', 'only-for-tests']) {
    put(`node_modules/${name}/package.json`, JSON.stringify({ name, version: '1.0.0', main: 'index.js' }));
    put(`node_modules/${name}/index.js`, '');
  }
  for (const [path, text] of Object.entries(allowed)) put(path, text);
  for (const [, path, text] of planted) put(path, text);

  const config = join(root, '.dependency-cruiser.mjs');
  const cruise = [
    toolEntry('dependency-cruiser'),
    '--config',
    config,
    '--output-type',
    'json',
    'apps',
    'packages',
  ];
  const { stdout, stderr } = spawnSync(nodeRuntime().path, cruise, { cwd: house, encoding: 'utf8' });
  if (!stdout) throw new Error(stderr);
  violations = JSON.parse(stdout).summary.violations.map(({ rule, from }) => `${rule.name} ${from}`);
}, 60_000);

describe('the arrows of the house', () => {
  it.each(planted)('%s stops %s', (rule, path) => expect(violations).toContain(`${rule} ${path}`));

  it.each(Object.keys(allowed).filter((path) => !path.endsWith('/hen.ts')))(
    '%s may do what it does',
    (path) => expect(violations.filter((violation) => violation.endsWith(` ${path}`))).toEqual([]),
  );

  it('has a planted violation for every rule', () =>
    expect(new Set(planted.map(([rule]) => rule))).toEqual(
      new Set(arrows.forbidden.map(({ name }) => name)),
    ));
});

describe('the purity of the domain', () => {
  it('names file, line and cure, and reads neither tests nor comments', () => {
    put(
      'packages/domain/src/impure.ts',
      [
        '/** Never Date.now() here. */',
        'export const today = () => new Date();',
        '// process.env is forbidden',
        'export const place = process.env.HOME; // see https://example.org',
        'export const noon = (ms: number) => Date.UTC(ms);',
      ].join('\n'),
    );
    put('packages/domain/src/impure.test.ts', 'export const now = Date.now();');
    expect(impurities(house)).toEqual([
      expect.stringMatching(/impure\.ts:2 uses Date, .*; take it as an argument\.$/),
      expect.stringMatching(/impure\.ts:4 asks the process .*; take it as an argument\.$/),
    ]);
  });

  it.each([
    'Date.now()',
    'Temporal.Now.plainDateISO()',
    'performance.now()',
    'Math.random()',
    "fetch('/pack')",
  ])('refuses %s', (expression) => {
    put('packages/domain/src/impure.ts', `export const answer = () => ${expression};`);
    expect(impurities(house)).toHaveLength(1);
  });
});
