// Writes a section of bench/RESULTS.md between its markers, with the commit, the machine, the versions and the day.
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { cpus, release, totalmem, type } from 'node:os';
import { join } from 'node:path';

const FILE = join(import.meta.dirname, '..', 'RESULTS.md');
const GUIDE = join(import.meta.dirname, '..', '..', 'docs', 'guides', 'scale.md');

export function recordResults(section, { tables, growth, verdict }) {
  const body = [`## ${TITLES[section]}\n`, circumstances(), tables, growth, verdict]
    .filter((part) => part !== undefined)
    .join('\n');
  replaceSection(FILE, section, body);
}

export function recordCurves({ curves }) {
  replaceSection(GUIDE, 'curves', `${circumstances()}\n\n${curves}`);
}

/** What stands between the markers of a section; at the end of the file when it has none yet. */
function replaceSection(file, section, body) {
  const [open, close] = [`<!-- ${section} -->`, `<!-- end of ${section} -->`];
  const text = readFileSync(file, 'utf8');
  const whole = `${open}\n\n${body}\n\n${close}`;
  const [start, end] = [text.indexOf(open), text.indexOf(close)];
  writeFileSync(
    file,
    start >= 0 && end > start
      ? text.slice(0, start) + whole + text.slice(end + close.length)
      : `${text.trimEnd()}\n\n${whole}\n`,
  );
  console.log(`recorded in ${file}`);
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
