// This tree's domain package beside that of another revision: checked out into a temporary worktree, built, both in one process.
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inOwnProcess } from './processes.mjs';
import { ROWS } from './rows.mjs';

const root = join(import.meta.dirname, '..', '..');
const git = (...args) => execFileSync('git', args, { cwd: root, encoding: 'utf8' }).trim();

export async function compareRevision(revision, size, only) {
  const commit = git('rev-parse', '--short', '--verify', `${revision}^{commit}`);
  const folder = mkdtempSync(join(tmpdir(), 'bench-revision-'));
  const tree = join(folder, 'tree');
  try {
    git('worktree', 'add', '--quiet', '--detach', '--force', tree, commit);
    // Its packages are those of this tree.
    for (const packages of ['node_modules', join('packages', 'domain', 'node_modules')])
      if (existsSync(join(root, packages))) symlinkSync(join(root, packages), join(tree, packages));
    const built = spawnSync(
      process.execPath,
      [
        join(root, 'node_modules', 'typescript', 'bin', 'tsc'),
        '-p',
        join(tree, 'packages', 'domain', 'tsconfig.build.json'),
      ],
      { encoding: 'utf8' },
    );
    if (built.status !== 0) throw new Error(`${commit} does not build:\n${built.stdout}`);
    const other = join(tree, 'packages', 'domain', 'dist', 'index.js');
    const { rows } = await inOwnProcess('run-both.mjs', {
      size,
      other,
      only,
      rounds: 9,
      millisecondsEach: 60,
    });
    console.log(`\n${size}, µs: this tree beside ${revision} (${commit}); over 1× this tree is faster\n`);
    console.log(`${'row'.padEnd(46)}${'this'.padStart(12)}${'that'.padStart(12)}${'ratio'.padStart(9)}`);
    for (const { id, title } of ROWS) {
      const row = rows[id];
      if (!row) continue;
      const ratio = row.that.median / row.this.median;
      const tie = ratio < 1.5 && ratio > 1 / 1.5 ? '  a tie' : '';
      console.log(
        `${title.padEnd(46)}${row.this.median.toFixed(3).padStart(12)}${row.that.median.toFixed(3).padStart(12)}${`${ratio.toFixed(2)}×`.padStart(9)}${tie}`,
      );
    }
  } finally {
    spawnSync('git', ['worktree', 'remove', '--force', tree], { cwd: root });
    rmSync(folder, { recursive: true, force: true });
  }
}
