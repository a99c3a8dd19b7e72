// Which part may know which: .dependency-cruiser.mjs says, and this adds what imports alone do not show,
// that the domain asks no clock, no environment and no chance.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import { runTool } from './node-runtime.mjs';
import { root } from './repository.mjs';

const impure = [
  [/\bDate\.now\s*\(/, 'asks the clock'],
  [/\bnew\s+Date\s*\(/, 'uses Date, which knows hours and time zones'],
  [/\bTemporal\.Now\b/, 'asks the clock'],
  [/\bperformance\.now\s*\(/, 'asks the clock'],
  [/\bprocess\./, 'asks the process or its environment'],
  [/\bMath\.random\s*\(/, 'asks chance'],
  [/\bfetch\s*\(/, 'asks the network'],
];

/** Sentences, one per place in the domain (tests apart) whose answer would not come from its arguments alone. */
export function impurities(repository) {
  const folder = join(repository, 'packages', 'domain', 'src');
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true })
    .map(String)
    .filter((file) => /\.ts$/.test(file) && !/\.test\.ts$/.test(file))
    .sort()
    .flatMap((file) => {
      const lines = withoutComments(readFileSync(join(folder, file), 'utf8')).split('\n');
      return lines.flatMap((line, index) =>
        impure
          .filter(([pattern]) => pattern.test(line))
          .map(
            ([, fault]) =>
              `${relative(repository, join(folder, file))}:${index + 1} ${fault}; take it as an argument.`,
          ),
      );
    });
}

/** Comments become blank, so that line numbers stay; a URL in a string is no comment. */
function withoutComments(source) {
  return source
    .replace(/\/\*[\s\S]*?\*\//g, (comment) => comment.replace(/[^\n]/g, ' '))
    .replace(/(^|[^:'"`])\/\/.*$/gm, '$1');
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  const faults = impurities(root);
  for (const fault of faults) console.error(`error domain-is-pure: ${fault}`);
  const { code } = await runTool('dependency-cruiser', [
    '--config',
    '.dependency-cruiser.mjs',
    'apps',
    'packages',
  ]);
  process.exit(code === 0 && faults.length === 0 ? 0 : 1);
}
