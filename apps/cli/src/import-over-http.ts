import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { ask, type Data } from './ask.js';
import { CommandFault, EXIT } from './faults.js';
import type { ImportOrder } from './import-file.js';

/** What a request may hold, less its frame. */
const MOST_BYTES = 240 * 1024;
/** Events of one append: large ones still fit into a request. */
const BATCH = 50;
/** How often a neighbour may write in between before we give up. */
const TRIES = 5;

const DRAFT = `mutation ($input: ImportEventsInput!) { importEvents(input: $input) {
  drafts { line needsReview event } corrections { id line target stream patch reason { en ja } } rowErrors { line code reason } alreadyRecorded } }`;
const APPEND = `mutation ($input: AppendEventsInput!) { appendEvents(input: $input) {
  receipt { repeated } userErrors { code reason message eventIndex } } }`;
const CORRECT = `mutation ($input: CorrectEventInput!) { correctEvent(input: $input) {
  receipt { repeated } userErrors { code reason message eventIndex } } }`;

interface Draft {
  readonly line: number;
  readonly needsReview: readonly string[];
  readonly event: { readonly id: string; readonly stream: string };
}
interface Correction {
  readonly id: string;
  readonly line: number;
  readonly target: string;
  readonly stream: string;
  readonly patch: object;
  readonly reason: object;
}
interface Fault {
  readonly code: string;
  readonly reason: string | null;
  readonly message: string;
  readonly eventIndex: number | null;
}
type Complain = (text: string) => void;

/** Has the server read the file, and appends what needs no editor. @throws CommandFault */
export async function importOverHttp(
  order: ImportOrder,
  server: { readonly url: string; readonly token: string },
  told: { readonly write: (text: string) => void; readonly complain: Complain },
): Promise<number> {
  const content = readFileSync(order.file, 'utf8');
  if (Buffer.byteLength(JSON.stringify(content)) > MOST_BYTES)
    throw new CommandFault(
      EXIT.misused,
      `import: ${order.file} is larger than the 240 kB that a server reads at once; import it where the log is, with --data.`,
    );
  const kind = order.kind.toUpperCase().replaceAll('-', '_');
  const input = { kind, content, fileName: basename(order.file) };
  const { importEvents: read } = await ask(server.url, DRAFT, { input }, server.token);
  for (const { line, code, reason } of read.rowErrors)
    told.complain(`${order.file}:${line} ${code} ${reason}\n`);

  const drafts: readonly Draft[] = read.drafts;
  const left = order.unreviewed ? [] : drafts.filter(({ needsReview }) => needsReview.length > 0);
  const ready = drafts.filter((draft) => !left.includes(draft)).map(reviewed);
  let refused = read.rowErrors.length;
  let appended = 0;
  for (let start = 0; start < ready.length; start += BATCH) {
    const batch = ready.slice(start, start + BATCH);
    const gone = await append(batch, server, order, told.complain);
    refused += gone;
    appended += batch.length - gone;
  }
  let corrected = 0;
  for (const correction of read.corrections as readonly Correction[]) {
    const fault = await correct(correction, server, order.dryRun);
    if (fault === null) corrected++;
    else {
      refused++;
      told.complain(`${order.file}:${correction.line} ${fault}\n`);
    }
  }
  if (left.length > 0 && !order.dryRun)
    writeFileSync(order.drafts, left.map(({ event }) => `${JSON.stringify(event)}\n`).join(''), {
      flag: 'wx',
    });
  const would = order.dryRun ? 'would be ' : '';
  const rows = drafts.length + read.corrections.length + read.rowErrors.length + read.alreadyRecorded;
  told.write(
    `${rows} rows: ${appended} ${would}appended, ${corrected > 0 ? `${corrected} ${would}corrected, ` : ''}${read.alreadyRecorded} recorded already, ${left.length} waiting for an editor, ${refused} refused.\n`,
  );
  if (left.length > 0 && !order.dryRun)
    told.write(`What waits for an editor is in ${order.drafts}; complete it and import it as own-ndjson.\n`);
  return refused > 0 || left.length > 0 ? EXIT.refused : EXIT.answered;
}

/** An event appended unseen says so itself. */
function reviewed({ event, needsReview, line }: Draft): Draft {
  if (needsReview.length === 0) return { event, needsReview, line };
  const { inferred = [] } = event as { readonly inferred?: readonly string[] };
  return {
    line,
    needsReview,
    event: { ...event, ...{ inferred: [...new Set([...inferred, ...needsReview])] } },
  };
}

/** Gives how many the rules refused; each is told, and the others go on. @throws CommandFault */
async function append(
  batch: readonly Draft[],
  { url, token }: { readonly url: string; readonly token: string },
  order: ImportOrder,
  complain: Complain,
): Promise<number> {
  let going = batch;
  let tries = 0;
  while (going.length > 0) {
    const events = going.map(({ event }) => event);
    const expected = await revisionsOf(url, [...new Set(events.map(({ stream }) => stream))]);
    const idempotencyKey = `import:${createHash('sha256').update(JSON.stringify(events)).digest('hex').slice(0, 40)}`;
    const input = { idempotencyKey, expected, events, dryRun: order.dryRun };
    const userErrors: readonly Fault[] = (await ask(url, APPEND, { input }, token)).appendEvents.userErrors;
    if (userErrors.length === 0) return batch.length - going.length;
    if (userErrors.every(({ code }) => code === 'WRONG_REVISION') && ++tries < TRIES) continue;
    const faulty = new Set(userErrors.map(({ eventIndex }) => eventIndex));
    const whole = userErrors.find(({ eventIndex }) => eventIndex === null);
    if (whole) throw new CommandFault(EXIT.refused, `import: ${whole.message} (${whole.code})`);
    for (const { eventIndex, code, reason, message } of userErrors)
      complain(`${order.file}:${going[eventIndex ?? 0]?.line} ${reason ?? code} ${message}\n`);
    going = going.filter((_, index) => !faulty.has(index));
  }
  return batch.length;
}

/** Null when the record has it now; else what there is to say. An event that others appended is corrected by an admin alone. */
async function correct(
  { id, target, stream, patch, reason }: Correction,
  { url, token }: { readonly url: string; readonly token: string },
  dryRun: boolean,
): Promise<string | null> {
  for (let tried = 1; ; tried++) {
    const expected = await revisionsOf(url, [stream]);
    const input = { idempotencyKey: id, expected, target, patch, reason, dryRun };
    let userErrors: readonly Fault[];
    try {
      userErrors = (await ask(url, CORRECT, { input }, token)).correctEvent.userErrors;
    } catch (error) {
      if (error instanceof CommandFault && error.message.includes('(FORBIDDEN)')) return error.message;
      throw error;
    }
    const [fault] = userErrors;
    if (!fault) return null;
    if (fault.code !== 'WRONG_REVISION' || tried === TRIES)
      return `${fault.reason ?? fault.code} ${fault.message}`;
  }
}

async function revisionsOf(url: string, streams: readonly string[]): Promise<object[]> {
  const expected: object[] = [];
  for (const stream of streams) {
    const answer: Data = await ask(url, 'query ($id: ID!) { subject(id: $id) { revision } }', {
      id: stream,
    }).catch((fault: unknown) => {
      // Nobody has written to it, and nothing is below it.
      if (fault instanceof CommandFault && fault.message.includes('UNKNOWN_SUBJECT'))
        return { subject: null };
      throw fault;
    });
    expected.push({ stream, revision: answer.subject?.revision ?? null });
  }
  return expected;
}
