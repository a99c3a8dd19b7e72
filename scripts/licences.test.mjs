import { expect, it } from 'vitest';
import { isPermissive, licencesOf, surprises } from './licences.mjs';
import { readJson, root } from './repository.mjs';

it('finds nothing unexpected among our packages', () => {
  expect(surprises(licencesOf(readJson(root, 'package-lock.json')))).toEqual([]);
});

it('stops a package that nobody has looked at', () => {
  const lock = { packages: { 'node_modules/copyleft': { version: '1.0.0', license: 'AGPL-3.0-only' } } };
  expect(surprises(licencesOf(lock))).toEqual([
    expect.stringContaining('copyleft 1.0.0 is under "AGPL-3.0-only"'),
  ]);
});

it.each([
  ['MIT', true],
  ['(MIT OR GPL-3.0-or-later)', true],
  ['Apache-2.0 AND LGPL-3.0-or-later', false],
  ['not said', false],
])('%s: notice only is %s', (licence, expected) => {
  expect(isPermissive(licence)).toBe(expected);
});
