import { spawn } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { apiFile } from './api-process.js';
import { CommandFault, EXIT } from './faults.js';

export const IMPORT_KINDS = [
  'own-csv',
  'own-ndjson',
  'own-yaml',
  'federal-register',
  'global-trade-alert',
  'follow-the-money',
  'ofac-sdn',
] as const;
export type ImportKind = (typeof IMPORT_KINDS)[number];

export interface ImportOrder {
  readonly kind: ImportKind;
  readonly file: string;
  readonly dryRun: boolean;
  /** Appends also what an editor has not looked at. */
  readonly unreviewed: boolean;
  /** Where drafts go that an editor has to look at first. */
  readonly drafts: string;
}

/** @throws CommandFault */
export function importOrder(
  kind: string,
  file: string,
  options: { readonly dryRun?: boolean; readonly unreviewed?: boolean; readonly drafts?: string },
): ImportOrder {
  const known = IMPORT_KINDS.find((one) => one === kind.toLowerCase().replaceAll('_', '-'));
  if (!known)
    throw new CommandFault(
      EXIT.misused,
      `import: "${kind}" is no kind of file; write one of ${IMPORT_KINDS.join(', ')}.`,
    );
  if (!existsSync(file) || !statSync(file).isFile())
    throw new CommandFault(EXIT.misused, `import: "${file}" is no file that can be read.`);
  const order = {
    kind: known,
    file,
    dryRun: options.dryRun ?? false,
    unreviewed: options.unreviewed ?? false,
    drafts: options.drafts ?? `${file}.drafts.ndjson`,
  };
  if (!order.dryRun && existsSync(order.drafts))
    throw new CommandFault(
      EXIT.misused,
      `import: ${order.drafts} exists, perhaps with an editor's work in it; move it away, or name another file with --drafts.`,
    );
  return order;
}

/** Straight into the log of a data folder, by the API's own command: any length of file, no server, no token. */
export async function importIntoFolder(
  { kind, file, drafts, dryRun, unreviewed }: ImportOrder,
  data: string | undefined,
  told: { readonly write: (text: string) => void; readonly complain: (text: string) => void },
): Promise<number> {
  const line = [kind, resolve(file), '--drafts', resolve(drafts)];
  if (dryRun) line.push('--dry-run');
  if (unreviewed) line.push('--unreviewed');
  const child = spawn(process.execPath, [apiFile('commands/import.js'), ...line], {
    env: {
      ...process.env,
      ...(data !== undefined && { POLICY_DATA_DIR: resolve(data), POLICY_LOG_URL: '' }),
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  child.stdout.setEncoding('utf8').on('data', told.write);
  child.stderr.setEncoding('utf8').on('data', told.complain);
  const code = await new Promise<number | null>((done) => {
    child.once('error', () => done(null));
    child.once('close', done);
  });
  return code === 0 ? EXIT.answered : code === 2 ? EXIT.refused : EXIT.unavailable;
}
