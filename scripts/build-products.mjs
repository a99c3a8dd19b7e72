// Compiles what has changed; turbo answers from its cache for the rest.
import { Explained, say } from './console.mjs';
import { runTool } from './node-runtime.mjs';

/** `filters` name workspaces as turbo does ("./packages/*"); none means all. */
export async function buildProducts(filters = []) {
  say('build: compiling what has changed');
  const { code } = await runTool('turbo', [
    'run',
    'build',
    '--concurrency=2',
    '--output-logs=new-only',
    ...filters.map((filter) => `--filter=${filter}`),
  ]);
  if (code !== 0)
    throw new Explained('The build failed: the first error above names the file; nothing was started.');
}
