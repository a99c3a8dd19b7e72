// npm run provenance: who brought each fact of the catalogue, when, and from which source; JSON on standard output.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Explained } from './console.mjs';
import { runToEnd } from './processes.mjs';
import { readJson, root } from './repository.mjs';
import { runScript } from './stop-together.mjs';

const built = join(root, 'packages', 'data', 'dist', 'index.js');

await runScript(async () => {
  if (!existsSync(built))
    throw new Explained('The catalogue is read by the built packages; run npm run build first.');
  const { loadCatalogue } = await import(built);
  const { events } = loadCatalogue();
  const byStream = Object.groupBy(events, ({ stream }) => stream);
  const streams = [];
  for (const [stream, list] of Object.entries(byStream).sort(([a], [b]) => a.localeCompare(b))) {
    const file = `packages/data/catalogue/${stream}.yaml`;
    if (!existsSync(join(root, file))) continue;
    streams.push({
      stream,
      file,
      sha256: createHash('sha256')
        .update(readFileSync(join(root, file)))
        .digest('hex'),
      changes: await changesOf(file),
      events: list
        .filter(({ sources }) => sources)
        .map(({ id, sources }) => ({ id, sources: sources.map((source) => source.id) })),
    });
  }
  const { version } = readJson(root, 'packages/data/package.json');
  console.log(JSON.stringify({ catalogue: version, licence: 'CC-BY-4.0', streams }, null, 2));
});

/** Every commit that touched a file, newest first. */
async function changesOf(file) {
  const format = '--format=%H%x09%aI%x09%an%x09%s';
  const { code, output } = await runToEnd('git', ['log', '--follow', format, '--', file], { quiet: true });
  if (code !== 0) throw new Explained(`git cannot tell the history of ${file}: ${output.trim()}`);
  return output
    .trim()
    .split('\n')
    .map((line) => line.split('\t'))
    .map(([commit, on, by, why]) => ({ commit, on, by, why }));
}
