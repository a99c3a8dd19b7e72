// npm run licences: what our packages may be used under, from the lock file. A licence that asks more of us than to be
// named stops the tests until somebody has looked at it and said here why it may stay.
import { pathToFileURL } from 'node:url';
import { readJson, root } from './repository.mjs';

/** Licences that ask for a notice and no more. */
const PERMISSIVE = new Set([
  '0BSD',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'CC0-1.0',
  'ISC',
  'MIT',
  'Python-2.0',
  'Unlicense',
  'Zlib',
]);

/** What the text that comes with a package says, where its own description says something else or nothing. */
const BY_ITS_TEXT = [{ name: '@kurrent/bridge', licence: 'Kurrent License v1' }];

/** Packages under something else: the beginning of the name, and why it may stay. */
const LOOKED_AT = [
  {
    name: '@kurrent/bridge',
    why: 'optional, loaded only where the log is a KurrentDB cluster; whoever runs one has accepted the same licence for the server',
  },
  {
    name: '@img/sharp',
    why: 'optional part of Next for resizing pictures, which we have none of; a library of its own, unchanged',
  },
  { name: 'caniuse-lite', why: 'data (CC-BY-4.0) that Next reads while building; named here' },
  { name: 'lightningcss', why: 'MPL-2.0, used unchanged while building and testing' },
  { name: 'axe-core', why: 'MPL-2.0, used unchanged in tests' },
  { name: '@axe-core/playwright', why: 'MPL-2.0, used unchanged in tests' },
  { name: 'ical.js', why: 'MPL-2.0, used unchanged in tests' },
  {
    name: '@event-driven-io/emmett',
    why: 'MIT by its repository, not said in the package; a peer in the benchmarks only',
  },
  { name: 'busboy', why: 'MIT by its file LICENSE; the package says it in an older form' },
  { name: 'streamsearch', why: 'MIT by its file LICENSE; the package says it in an older form' },
];

/** `{ name, version, licence }` of every package in the lock, each name and version once. */
export function licencesOf(lock) {
  const seen = new Map();
  for (const [path, { version, license, link }] of Object.entries(lock.packages)) {
    if (!path.includes('node_modules/') || link) continue;
    const name = path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);
    const byText = BY_ITS_TEXT.find((entry) => name.startsWith(entry.name));
    seen.set(`${name} ${version}`, { name, version, licence: byText?.licence ?? license ?? 'not said' });
  }
  return [...seen.values()].sort((a, b) => a.name.localeCompare(b.name));
}

/** Whether an SPDX expression leaves a way that asks for a notice only: one side of an OR, all sides of an AND. */
export function isPermissive(licence) {
  const bare = licence.replace(/^\(|\)$/g, '');
  if (bare.includes(' OR ')) return bare.split(' OR ').some(isPermissive);
  if (bare.includes(' AND ')) return bare.split(' AND ').every(isPermissive);
  return PERMISSIVE.has(bare);
}

/** What somebody has to look at, as sentences. */
export function surprises(packages, lookedAt = LOOKED_AT) {
  return packages.flatMap(({ name, version, licence }) => {
    if (isPermissive(licence) || lookedAt.some((entry) => name.startsWith(entry.name))) return [];
    return [
      `${name} ${version} is under "${licence}"; look at it, and name it in scripts/licences.mjs or leave it out`,
    ];
  });
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  const packages = licencesOf(readJson(root, 'package-lock.json'));
  const found = surprises(packages);
  for (const sentence of found) console.error(`licences: ${sentence}.`);
  if (process.argv.includes('--all'))
    for (const { name, version, licence } of packages) console.log(`${name} ${version}: ${licence}`);
  const byLicence = Object.entries(Object.groupBy(packages, ({ licence }) => licence));
  for (const [licence, list] of byLicence.sort((a, b) => b[1].length - a[1].length)) {
    const names = [...new Set(list.map(({ name }) => name))].join(', ');
    console.log(`${String(list.length).padStart(5)}  ${licence}${isPermissive(licence) ? '' : `: ${names}`}`);
  }
  process.exit(found.length === 0 ? 0 : 1);
}
