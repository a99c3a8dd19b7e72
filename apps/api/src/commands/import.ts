import { createReadStream, createWriteStream, existsSync, statSync, type WriteStream } from 'node:fs';
import { basename } from 'node:path';
import { parseDay } from '@policy-timeline/domain';
import { AuditTrail } from '../auth/audit-trail.js';
import { openEventLog } from '../store/event-log.js';
import { IMPORT_KINDS, type ImportKind } from '../store/seeding/import-files.js';
import { type ImportCounts, importIntoLog } from '../store/seeding/import-into-log.js';
import { CommandFault, runCommand } from './command.js';

const ACTOR = 'import';
/** Rows whose faults are printed one by one; the others are only counted. */
const MOST_TOLD = 200;
const PROGRESS_MS = 5_000;

await runCommand({
  help: `npm run import -- KIND FILE [--dry-run] [--drafts FILE] [--unreviewed]

Reads a file and appends its rows to the log, by the same rules as the mutation appendEvents. A server that is running
on the same log shows them at once. What is in the log already is counted; importing again adds nothing. A document that
was printed again becomes a further source of the event that the record has: an erratum.
  KIND          ${IMPORT_KINDS.map(spoken).join(', ')}
  --dry-run     decides everything and writes nothing
  --drafts      where drafts go that an editor has to look at first (a day that the source does not give, a Japanese
                title): one event per line, to be completed and imported as own-ndjson. Default: FILE.drafts.ndjson
  --unreviewed  appends those too; each field to look at is then named in the event's "inferred"
The log is POLICY_LOG_URL (default: the SQLite file in the data folder POLICY_DATA_DIR).
Exit code: 0 everything is in the log, 2 some rows were refused or wait for an editor, 1 it could not be done.`,
  options: {
    'dry-run': { type: 'boolean' },
    drafts: { type: 'string' },
    unreviewed: { type: 'boolean' },
  },
  async run({ words, options, configuration: { log: place, dataFolder } }) {
    const [kind, file] = kindAndFile(words);
    if (place.kind === 'memory')
      throw new CommandFault(
        'POLICY_LOG_URL: memory: holds nothing beyond one process; import into a log that lasts.',
      );
    const dryRun = options['dry-run'] === true;
    const draftsFile = typeof options.drafts === 'string' ? options.drafts : `${file}.drafts.ndjson`;
    if (!dryRun && existsSync(draftsFile))
      throw new CommandFault(
        `${draftsFile} exists, perhaps with an editor's work in it; move it away, or name another file with --drafts.`,
      );
    const log = await openEventLog(place);
    const audit = new AuditTrail(dataFolder);
    let drafts: WriteStream | null = null;
    let told = 0;
    let next = Date.now() + PROGRESS_MS;
    try {
      const counts = await importIntoLog(
        log,
        {
          kind,
          open: () => createReadStream(file, 'utf8'),
          fileName: file,
          today: parseDay(new Date().toISOString().slice(0, 10)),
          actor: ACTOR,
          dryRun,
          unreviewed: options.unreviewed === true,
        },
        {
          left({ event }) {
            if (dryRun) return;
            drafts ??= createWriteStream(draftsFile, { flags: 'wx', mode: 0o644 });
            drafts.write(`${JSON.stringify(event)}\n`);
          },
          refused(line, code, reason) {
            if (++told <= MOST_TOLD) process.stderr.write(`${file}:${line} ${code} ${reason}\n`);
          },
          appended: (positions) =>
            audit.note({
              operation: 'import',
              transport: 'COMMAND',
              actor: ACTOR,
              role: 'admin',
              outcome: 'ACCEPTED',
              fileName: basename(file).slice(0, 200),
              positions,
            }),
          progress(counts) {
            if (Date.now() < next) return;
            next = Date.now() + PROGRESS_MS;
            process.stderr.write(`${sentenceOf(counts, dryRun)}\n`);
          },
        },
      );
      if (told > MOST_TOLD) process.stderr.write(`… and ${told - MOST_TOLD} more rows that were refused.\n`);
      process.stdout.write(`${sentenceOf(counts, dryRun)}\n`);
      if (counts.left > 0 && !dryRun)
        process.stdout.write(
          `What waits for an editor is in ${draftsFile}; complete it, then: npm run import -- own-ndjson ${draftsFile}\n`,
        );
      return counts.refused > 0 || counts.left > 0 ? 2 : 0;
    } finally {
      const open = drafts as WriteStream | null;
      if (open) await new Promise<void>((resolve) => open.end(resolve));
      await log.close();
    }
  },
});

function kindAndFile(words: readonly string[]): readonly [ImportKind, string] {
  const [given = '', file = '', ...more] = words;
  const kind = IMPORT_KINDS.find((known) => spoken(known) === spoken(given));
  if (!kind)
    throw new CommandFault(
      `KIND: "${given}" is not known; write one of ${IMPORT_KINDS.map(spoken).join(', ')}.`,
    );
  if (file === '' || more.length > 0) throw new CommandFault('FILE: name one file to import.');
  if (!existsSync(file) || !statSync(file).isFile())
    throw new CommandFault(`FILE: "${file}" is no file that can be read.`);
  return [kind, file];
}

function spoken(kind: string): string {
  return kind.toLowerCase().replaceAll('_', '-');
}

function sentenceOf(
  { rows, appended, corrected, alreadyRecorded, left, refused }: ImportCounts,
  dryRun: boolean,
): string {
  const would = dryRun ? 'would be ' : '';
  return `${rows} rows: ${appended} ${would}appended, ${corrected > 0 ? `${corrected} ${would}corrected, ` : ''}${alreadyRecorded} recorded already, ${left} waiting for an editor, ${refused} refused.`;
}
