// Brings node_modules to what package-lock.json says, and does nothing when it is there already.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Explained, say } from './console.mjs';
import { runToEnd } from './processes.mjs';
import { readJson, root, workspaces } from './repository.mjs';

/** npm writes this last, after every package is in place; an interrupted install has none. */
const installedLock = join(root, 'node_modules', '.package-lock.json');

export async function installPackages() {
  refuseForgottenLock();
  const missing = firstDifference();
  if (missing === null) return say('packages: up to date');

  say(`packages: installing what package-lock.json names (${missing}); a minute or two the first time`);
  const npm = process.env.npm_execpath;
  const install = ['ci', '--no-audit', '--no-fund', '--loglevel=error'];
  const { code } = npm?.endsWith('.js')
    ? await runToEnd(process.execPath, [npm, ...install], { env: withoutOuterNpm() })
    : await runToEnd('npm', install, { env: withoutOuterNpm(), shell: process.platform === 'win32' });
  if (code !== 0) {
    throw new Explained(
      'The packages could not be installed: npm ci failed, its own words are above (most often there is no network, a proxy that npm does not know, or a full disk). Nothing was started; run the same command again once that is mended.',
    );
  }
}

/** npm ci would fail at length on this; the cure is one command. */
function refuseForgottenLock() {
  const locked = readJson(root, 'package-lock.json').packages;
  const manifests = [{ folder: '', manifest: readJson(root, 'package.json') }, ...workspaces()];
  for (const { folder, manifest } of manifests) {
    for (const kind of ['dependencies', 'devDependencies', 'optionalDependencies']) {
      const [wanted, known] = [manifest[kind] ?? {}, locked[folder]?.[kind] ?? {}];
      const name = [...Object.keys(wanted), ...Object.keys(known)].find(
        (each) => wanted[each] !== known[each],
      );
      if (name !== undefined) {
        throw new Explained(
          `${join(folder, 'package.json')} and package-lock.json disagree about "${name}"; run "npm install" once and commit package-lock.json with it.`,
        );
      }
    }
  }
}

/** Says in a few words what is not installed as locked, or null when all is. */
function firstDifference() {
  if (!existsSync(installedLock)) return 'nothing is installed yet';
  const installed = readJson(installedLock).packages;
  for (const [path, wanted] of Object.entries(readJson(root, 'package-lock.json').packages)) {
    if (!path.includes('node_modules/') || wanted.link || !isForThisMachine(wanted)) continue;
    if (installed[path]?.version !== wanted.version) {
      return `${path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length)} ${wanted.version} is not there`;
    }
  }
  return null;
}

/** The lock names the binaries of every platform; only ours are installed. */
function isForThisMachine({ optional, os, cpu, libc }) {
  // Parts of another platform's binary name no platform themselves; npm leaves them out with it.
  if (optional && os === undefined && cpu === undefined) return false;
  const allows = (list, mine) => {
    const names = [list ?? []].flat();
    const wanted = names.filter((name) => !name.startsWith('!'));
    return !names.includes(`!${mine}`) && (wanted.length === 0 || wanted.includes(mine));
  };
  return (
    allows(os, process.platform) &&
    allows(cpu, process.arch) &&
    (libc === undefined || allows(libc, ownLibc()))
  );
}

let knownLibc;
function ownLibc() {
  knownLibc ??= process.report.getReport().header.glibcVersionRuntime ? 'glibc' : 'musl';
  return knownLibc;
}

/** npm hands its own settings down; the npm we start must not inherit the workspace or prefix of the outer one. */
function withoutOuterNpm() {
  const inherited = /^npm_(config_(workspace|prefix|local_prefix|ignore_scripts)|package_|lifecycle)/i;
  return Object.fromEntries(
    Object.keys(process.env)
      .filter((name) => inherited.test(name))
      .map((name) => [name, undefined]),
  );
}
