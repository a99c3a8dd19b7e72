// A command of the API as it is built: what a person types often must not wait for a build.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { buildProducts } from './build-products.mjs';
import { Explained } from './console.mjs';
import { installPackages } from './install-packages.mjs';
import { root } from './repository.mjs';

/** The path of a command in apps/api/src/commands, built when it has not been. */
export async function builtApiCommand(name) {
  const built = join(root, 'apps', 'api', 'dist', 'commands', `${name}.js`);
  if (!existsSync(built)) {
    await installPackages();
    await buildProducts(['@policy-timeline/api']);
  }
  if (!existsSync(built)) throw new Explained(`There is no command "${name}" in apps/api/src/commands.`);
  return built;
}
