// The arrows of the house, checked by `npm test` and `npm run arrows`; proven to bite by scripts/check-arrows.test.mjs.
// Each comment tells you what to do when the rule stops you.

/** Tests may look where shipped code may not. */
const tests = '([.]test[.]tsx?$|/test/|[.]config[.](ts|mts|mjs)$)';
/** What only tests use: builders, arbitraries, and the suite that every log adapter passes. */
const forTests = '(/testing/|/contract([.]|/))';

/** One of our packages, reached by folder or by name. */
const ours = (name) => `(^packages/${name}/|^@policy-timeline/${name}(/|$))`;
const app = (name) => `(^apps/${name}/|^@policy-timeline/${name}(/|$))`;
const anyOf = (...patterns) => patterns.join('|');

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    {
      name: 'domain-is-pure',
      severity: 'error',
      comment:
        'packages/domain answers questions with data alone: no npm module, no node core, no other folder of ours. Take what you need as an argument, or put the code where the input or output is (apps/api, apps/web, packages/data).',
      from: { path: '^packages/domain/src', pathNot: anyOf(tests, forTests) },
      to: { pathNot: '^packages/domain/src' },
    },
    {
      name: 'data-knows-only-the-domain',
      severity: 'error',
      comment:
        'packages/data turns files into domain events and knows nothing of the log or the apps. Let the app load the record and hand it on (apps/api/src/store/seeding).',
      from: { path: '^packages/data/' },
      to: { path: anyOf(ours('event-store'), app('api'), app('web')) },
    },
    {
      name: 'event-store-knows-nothing-of-ours',
      severity: 'error',
      comment:
        'packages/event-store is generic over the event. If it needs to know something about policy, pass a function or a type parameter from apps/api/src/store.',
      from: { path: '^packages/event-store/' },
      to: { path: anyOf(ours('domain'), ours('data'), app('api'), app('web')) },
    },
    {
      name: 'web-knows-only-the-domain',
      severity: 'error',
      comment:
        'The web knows the API by its schema and its addresses only, never by its code, and reads no record from disk. Ask for it in a query or in the pack, or move a rule both need into packages/domain.',
      from: { path: '^apps/web/' },
      to: { path: anyOf(ours('data'), ours('event-store'), app('api')) },
    },
    {
      name: 'api-knows-no-web',
      severity: 'error',
      comment: 'The API serves any client. What both apps need belongs in packages/domain.',
      from: { path: '^apps/api/' },
      to: { path: app('web') },
    },
    {
      name: 'record-only-through-seeding',
      severity: 'error',
      comment:
        'Everything the API answers comes from the log; the files of packages/data are read in apps/api/src/store/seeding (first load and import) and nowhere else. Ask the timeline instead. Tests may read the golden readings.',
      from: { path: '^apps/api/', pathNot: anyOf('^apps/api/src/store/seeding', tests) },
      to: { path: ours('data') },
    },
    {
      name: 'capabilities-do-not-reach-into-each-other',
      severity: 'error',
      comment:
        'A capability of the API can be read, changed and removed alone. Share through the domain, through apps/api/src/graphql (scalars, errors, limits) or through a port, not through a neighbour folder.',
      from: { path: '^apps/api/src/capabilities/([^/]+)/' },
      to: { path: '^apps/api/src/capabilities/', pathNot: '^apps/api/src/capabilities/$1/' },
    },
    {
      name: 'features-do-not-reach-into-each-other',
      severity: 'error',
      comment:
        'A feature of the web can be read, changed and removed alone. Share through the domain, apps/web/timeline or apps/web/ui, and let a route in apps/web/app put two features side by side.',
      from: { path: '^apps/web/(?:src/)?features/([^/]+)/' },
      to: { path: '^apps/web/(?:src/)?features/', pathNot: '^apps/web/(?:src/)?features/$1/' },
    },
    {
      name: 'no-circular',
      severity: 'error',
      comment:
        'Two files that need each other are one idea or hide a third: merge them, or move what both use into a file of its own.',
      from: {},
      to: { circular: true },
    },
    {
      name: 'no-testing-in-shipped-code',
      severity: 'error',
      comment:
        'Builders, arbitraries and the contract suite are for tests. If shipped code needs one, it is not a test aid: move it out of testing/.',
      from: { path: '^(apps|packages)/', pathNot: anyOf(tests, forTests) },
      to: {
        path: anyOf(
          '^(apps|packages)/.*/testing/',
          '^packages/event-store/.*/contract[./]',
          '^@policy-timeline/.*/(testing|contract)$',
        ),
      },
    },
    {
      name: 'no-tests-in-shipped-code',
      severity: 'error',
      comment: 'A test is nobody’s library. Move what you need into a file without .test in its name.',
      from: { path: '^(apps|packages)/', pathNot: anyOf(tests, forTests) },
      to: { path: '([.]test[.]tsx?$|/test/)', pathNot: 'node_modules' },
    },
    {
      name: 'no-dev-only-dependency',
      severity: 'error',
      comment:
        'Shipped code needs this package at run time, but it is a devDependency of its workspace: move it to dependencies there.',
      from: { path: '^(apps|packages)/', pathNot: anyOf(tests, forTests, '^apps/web/scripts/') },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only', 'npm'], pathNot: '/@types/' },
    },
    {
      name: 'no-undeclared-dependency',
      severity: 'error',
      comment:
        'The package is found only because another workspace asks for it. Add it, with its exact version, to the package.json of this workspace.',
      from: { path: '^(apps|packages)/', pathNot: anyOf(tests, forTests) },
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
    },
  ],
  options: {
    doNotFollow: { path: ['node_modules', '/dist/'] },
    exclude: { path: '(^|/)([.]next|[.]turbo|coverage)/|^(apps|packages)/[^/]+/dist/.*[.]map$' },
    // Imports of types alone are arrows too.
    tsPreCompilationDeps: true,
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'types', 'default'] },
  },
};
