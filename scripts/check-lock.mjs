// Is package-lock.json fit for every platform we name? A binary that is missing there breaks "npm ci" elsewhere only.
// Also: every direct dependency is pinned to one exact version, and no address of a registry is recorded.
import { pathToFileURL } from 'node:url';
import { readJson, root, workspaces } from './repository.mjs';

/** Every fault as a sentence; none means the lock is fit. */
export function faultsOfLock(lock, manifests) {
  const entries = Object.entries(lock.packages);
  const isInstalled = (path) => path.includes('node_modules/');
  const names = new Set(
    entries.map(([path]) => path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length)),
  );
  const faults = [];
  for (const [path, entry] of entries) {
    if (isInstalled(path) && !entry.link) {
      if (!entry.version) faults.push(`${path} has no version`);
      if (!entry.integrity && !entry.inBundle) faults.push(`${path} has no integrity hash`);
      if (entry.resolved !== undefined)
        faults.push(`${path} records an address; set omit-lockfile-registry-resolved=true`);
    }
    for (const name of Object.keys(entry.dependencies ?? {})) {
      if (!names.has(name) && !entry.inBundle)
        faults.push(`${name}, which ${path || 'the root'} needs, is missing`);
    }
    for (const name of Object.keys(entry.optionalDependencies ?? {})) {
      if (!names.has(name))
        faults.push(`${name}, which ${path || 'the root'} needs on some platform, is missing`);
    }
  }
  for (const { folder, manifest } of manifests) {
    for (const kind of ['dependencies', 'devDependencies', 'optionalDependencies']) {
      for (const [name, range] of Object.entries(manifest[kind] ?? {})) {
        if (!/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(range))
          faults.push(`${folder || 'the root'} asks for ${name} "${range}"; pin one version`);
      }
    }
  }
  return faults;
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  const lock = readJson(root, 'package-lock.json');
  const faults = faultsOfLock(lock, [
    { folder: '', manifest: readJson(root, 'package.json') },
    ...workspaces(),
  ]);
  for (const fault of faults) console.error(`package-lock.json: ${fault}.`);
  if (faults.length === 0)
    console.log(
      `package-lock.json is fit for every platform (${Object.keys(lock.packages).length} entries).`,
    );
  process.exit(faults.length === 0 ? 0 : 1);
}
