// npm run trials [-- WORKSPACE …]: the trials of every workspace at their large size, with a total at the end.
//
// The convention: a workspace that has trials gives its package.json a script "trials". It is run with TRIALS=large and
// prints, for each row of docs/reliability.md, a line
//   row N: F failures in M trials (95 % bound 3/M) seed S: what was tried
// TRIAL_SEED=S repeats a run.
import { join } from 'node:path';
import { buildProducts } from './build-products.mjs';
import { Explained, say } from './console.mjs';
import { installPackages } from './install-packages.mjs';
import { startProgram } from './processes.mjs';
import { root, workspaces } from './repository.mjs';
import { endWith, runScript } from './stop-together.mjs';
import { rowOfTrials } from './trial-rows.mjs';

const HELP = `npm run trials [-- WORKSPACE …]
Runs the trials of docs/reliability.md at their large size: every workspace that has some, or the named ones
(for example packages/event-store). Takes tens of minutes. TRIAL_SEED=N repeats a run.
Ends with 0 when no trial failed.`;

await runScript(
  async () => {
    const named = process.argv.slice(2);
    if (named.includes('--help')) {
      console.log(HELP);
      return endWith(0);
    }
    const having = workspaces().filter(({ manifest }) => manifest.scripts?.trials !== undefined);
    const unknown = named.find((name) => !having.some(({ folder }) => folder === name));
    if (unknown !== undefined)
      throw new Explained(
        `"${unknown}" has no trials; write one of: ${having.map(({ folder }) => folder).join(', ')}.`,
      );
    await installPackages();
    await buildProducts(['./packages/*', './apps/api']);

    const rows = [];
    const failed = [];
    for (const { folder } of having.filter(({ folder }) => named.length === 0 || named.includes(folder))) {
      say(`trials of ${folder}`);
      const before = rows.length;
      const code = await run(folder, (line) => {
        console.log(line);
        const row = rowOfTrials(line);
        if (row !== null) rows.push(row);
      });
      // A workspace that tried nothing has not shown anything.
      if (code !== 0 || rows.length === before) failed.push(folder);
    }

    const sum = (member) => rows.reduce((total, row) => total + row[member], 0);
    say(`${rows.length} kinds of trial: ${sum('failures')} failures in ${sum('trials')} trials`);
    if (failed.length > 0 || sum('failures') > 0)
      throw new Explained(`Trials failed, or did not run, in: ${failed.join(', ') || 'see the rows above'}.`);
    await endWith(0);
  },
  { code: 130 },
);

function run(folder, onLine) {
  const npm = process.env.npm_execpath;
  return new Promise((resolve) => {
    const [command, args] = npm
      ? [process.execPath, [npm, 'run', 'trials', '--silent']]
      : ['npm', ['run', 'trials', '--silent']];
    startProgram(folder, command, args, { cwd: join(root, folder), env: { TRIALS: 'large' }, onLine }).onEnd =
      ({ code }) => resolve(code);
  });
}
