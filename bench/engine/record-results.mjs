// Writes a section of bench/RESULTS.md between its markers, with the commit, the machine, the versions and the day.
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus, release, totalmem, type } from 'node:os';
import { join } from 'node:path';

const FILE = join(import.meta.dirname, '..', 'RESULTS.md');

export function recordResults(section, { tables, growth, verdict }) {
  const [open, close] = [`<!-- ${section} -->`, `<!-- end of ${section} -->`];
  const text = existsSync(FILE) ? readFileSync(FILE, 'utf8') : '# Results of the benchmarks\n';
  const body = [open, `\n## ${TITLES[section]}\n`, circumstances(), tables, growth, verdict, '', close]
    .filter((part) => part !== undefined)
    .join('\n');
  const [start, end] = [text.indexOf(open), text.indexOf(close)];
  const next =
    start >= 0 && end > start
      ? text.slice(0, start) + body + text.slice(end + close.length)
      : `${text.trimEnd()}\n\n${body}\n`;
  writeFileSync(FILE, next);
  console.log(`recorded in ${FILE}`);
}

const TITLES = {
  engine: 'The engine beside its peers (`npm run bench -- engine --record`)',
  'api-at-scale': 'The API on a million events (`npm run bench -- api-at-scale --record`)',
};

function circumstances() {
  const git = (...args) => execFileSync('git', args, { cwd: import.meta.dirname, encoding: 'utf8' }).trim();
  const dirty =
    git('status', '--porcelain', '--', '../../packages', '../../apps', '.') !== '' ? ' with changes' : '';
  const day = new Date().toISOString().slice(0, 10);
  const memory = Math.round(totalmem() / 2 ** 30);
  const emmett = JSON.parse(readFileSync(join(import.meta.dirname, '..', 'package.json'), 'utf8'))
    .dependencies['@event-driven-io/emmett'];
  return `${day}, commit ${git('rev-parse', '--short', 'HEAD')}${dirty}; ${cpus().length} × ${cpus()[0].model.trim()}, ${memory} GB, ${type()} ${release()}; Node ${process.version}, SQLite ${process.versions.sqlite ?? ''}, Emmett ${emmett}. Figures of one row come from one process, in turns and in random order; medians with least and greatest. Absolute times swing with neighbours, the ratios do not.`;
}
