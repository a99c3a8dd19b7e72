// Programs that only the tests need, installed where that is possible without asking anybody.
import { existsSync } from 'node:fs';
import { say } from './console.mjs';
import { runToEnd } from './processes.mjs';

/** Installs Debian packages when this is Debian and we are root; tells whether they are there now. */
export async function installOnDebian(packages) {
  if (!existsSync('/etc/debian_version') || process.getuid?.() !== 0) return false;
  const quietApt = { env: { DEBIAN_FRONTEND: 'noninteractive' }, quiet: true };
  say(`installing ${packages.join(' and ')} with apt-get`);
  for (const args of [['update'], ['install', '--yes', '--no-install-recommends', ...packages]]) {
    const { code, output } = await runToEnd('apt-get', args, quietApt);
    if (code !== 0) {
      console.error(output.split('\n').slice(-15).join('\n'));
      return false;
    }
  }
  return true;
}
