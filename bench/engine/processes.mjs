// Measurements in processes of their own, so that one does not inherit the heap of another.
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Runs a script of this folder with room for a million events, and gives what it wrote. */
export function inOwnProcess(script, task, { minutes = 60 } = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'));
  const outFile = join(folder, 'result.json');
  return new Promise((resolve, reject) => {
    const child = spawn(
      process.execPath,
      [
        '--expose-gc',
        '--max-old-space-size=8192',
        join(import.meta.dirname, script),
        JSON.stringify({ ...task, outFile }),
      ],
      { stdio: ['ignore', 'inherit', 'inherit'], timeout: minutes * 60_000 },
    );
    const stop = () => child.kill('SIGINT');
    process.once('SIGTERM', stop);
    child.once('error', reject);
    child.once('close', (code, signal) => {
      process.off('SIGTERM', stop);
      try {
        if (code === 0) resolve(JSON.parse(readFileSync(outFile, 'utf8')));
        else
          reject(
            new Error(
              signal === 'SIGTERM'
                ? `not done within ${minutes} minutes`
                : `${script} ended with ${code ?? signal}`,
            ),
          );
      } finally {
        rmSync(folder, { recursive: true, force: true });
      }
    });
  });
}
