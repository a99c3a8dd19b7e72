import {
  type Day,
  decideAppend,
  decideCorrection,
  eventOfDraft,
  formatDay,
  type LogEvent,
  type LogRecord,
  type PolicyEvent,
  patchOfDraft,
  type Refusal,
  Timeline,
  upcast,
} from '@policy-timeline/domain';
import { type Revision, WrongRevision } from '@policy-timeline/event-store';
import type { EventLog } from '../event-log.js';
import {
  correctionEventId,
  type ImportDraft,
  type ImportKind,
  type OpenText,
  printedAgain,
  readImport,
} from './import-files.js';

export interface ImportOrder {
  readonly kind: ImportKind;
  readonly open: OpenText;
  readonly fileName: string;
  readonly today: Day;
  readonly actor: string;
  /** Decide everything, write nothing. */
  readonly dryRun: boolean;
  /** Append also what an editor has not looked at; the fields to look at are then named in `inferred`. */
  readonly unreviewed: boolean;
}

export interface ImportCounts {
  rows: number;
  appended: number;
  /** Events of the record to which a row added what it lacked: a document printed again as a further source. */
  corrected: number;
  alreadyRecorded: number;
  /** Drafts that an editor has to look at first. */
  left: number;
  /** Rows that cannot be read, and events that a rule refuses. */
  refused: number;
}

export interface ImportListener {
  /** A draft that was not appended. */
  readonly left: (draft: ImportDraft) => void;
  readonly refused: (line: number, code: string, reason: string) => void;
  readonly appended: (positions: readonly number[]) => void;
  readonly progress: (counts: ImportCounts) => void;
}

/** As many as one `appendEvents` may carry. */
const BATCH = 200;
/** How often a neighbour may get in between before we give up. */
const TRIES = 20;

/**
 * Brings the rows of a file into the log, by the same rules as `appendEvents` and with the same expectation of each
 * stream; holds a batch, and of what it appended the ids alone.
 * @throws Error of the store or of the file
 */
export async function importIntoLog(
  log: EventLog,
  order: ImportOrder,
  listener: ImportListener,
): Promise<ImportCounts> {
  const target = await Target.of(log, order);
  const counts: ImportCounts = {
    rows: 0,
    appended: 0,
    corrected: 0,
    alreadyRecorded: 0,
    left: 0,
    refused: 0,
  };
  let batch: ImportDraft[] = [];
  const flush = async (): Promise<void> => {
    const { positions, refused } = await target.append(batch);
    for (const { line, code, reason } of refused) listener.refused(line, code, reason);
    counts.refused += refused.length;
    counts.appended += batch.length - refused.length;
    batch = [];
    if (positions.length > 0) listener.appended(positions);
  };
  const context = { importedOn: formatDay(order.today), fileName: order.fileName };
  for await (const row of readImport(order.kind, order.open, target, context)) {
    counts.rows++;
    if (row.kind === 'ERROR') {
      counts.refused++;
      listener.refused(row.error.line, row.error.code, row.error.reason);
    } else if (row.kind === 'RECORDED') counts.alreadyRecorded++;
    else if (row.kind === 'CORRECTION') {
      // Its target was in the log before this file, so what waits to be appended is of no account to it.
      const { positions, refused, done } = await target.correct(row.draft);
      if (done) counts.corrected++;
      else if (refused.length === 0) counts.alreadyRecorded++;
      counts.refused += Math.min(1, refused.length);
      for (const { line, code, reason } of refused) listener.refused(line, code, reason);
      if (positions.length > 0) listener.appended(positions);
    } else if (row.draft.needsReview.length > 0 && !order.unreviewed) {
      counts.left++;
      listener.left(row.draft);
    } else batch.push(order.unreviewed ? asInferred(row.draft) : row.draft);
    if (batch.length === BATCH) await flush();
    listener.progress(counts);
  }
  if (batch.length > 0) await flush();
  return counts;
}

interface Refused {
  readonly line: number;
  readonly code: string;
  readonly reason: string;
}

const toldOf = ({ code, reason, message }: Refusal, line: number): Refused => ({
  line,
  code: reason ?? code,
  reason: message.replace(/^events\[\d+\]\./, ''),
});

/** The log as the import knows it: what was in it at the beginning, read; what came since, by its ids. */
class Target {
  #timeline: Timeline;
  readonly #ids: Set<string>;
  readonly #revisions: Map<string, Revision>;
  /** Position up to which ids and revisions are known; the timeline may be behind. */
  #known: number;

  private constructor(
    private readonly log: EventLog,
    private readonly order: ImportOrder,
  ) {
    this.#timeline = Timeline.of([]);
    this.#ids = new Set();
    this.#revisions = new Map();
    this.#known = -1;
  }

  static async of(log: EventLog, order: ImportOrder): Promise<Target> {
    const target = new Target(log, order);
    await target.#catchUp();
    return target;
  }

  event(id: string): PolicyEvent | undefined {
    return this.#timeline.event(id)?.event;
  }

  used(id: string): boolean {
    return this.#ids.has(id);
  }

  async append(
    drafts: readonly ImportDraft[],
  ): Promise<{ positions: readonly number[]; refused: readonly Refused[] }> {
    const lines = new Map(drafts.map(({ id, line }) => [id, line]));
    for (let tried = 1; ; tried++) {
      const decided = await this.#decide(drafts.map(({ event, id }) => eventOfDraft(event, id)));
      const refused = decided.refused.map(({ id, code, reason }) => ({
        line: lines.get(id) ?? 0,
        code,
        reason,
      }));
      const positions = await this.#tryToWrite(decided.events, tried);
      if (positions !== null) return { positions, refused };
    }
  }

  /** Appends the erratum that the draft asks of its event, made anew where a neighbour got in between; `done`: there was one to make. */
  async correct(
    draft: ImportDraft,
  ): Promise<{ positions: readonly number[]; refused: readonly Refused[]; done: boolean }> {
    for (let tried = 1; ; tried++) {
      const recorded = this.event(draft.id);
      const correction = recorded ? printedAgain(draft, recorded) : null;
      const id = correction && correctionEventId(correction.id);
      if (!correction || !id || this.used(id)) return { positions: [], refused: [], done: false };
      const { target, patch, reason } = correction;
      const decision = decideCorrection(this.#timeline, { id, target, patch: patchOfDraft(patch), reason });
      if (!decision.ok) {
        const refused = decision.refusals.map((refusal) => toldOf(refusal, draft.line));
        return { positions: [], refused, done: false };
      }
      const positions = await this.#tryToWrite(decision.events, tried);
      if (positions !== null) return { positions, refused: [], done: true };
    }
  }

  /** Null when a neighbour got in between and what it wrote has been read: decide again. */
  async #tryToWrite(events: readonly LogEvent[], tried: number): Promise<readonly number[] | null> {
    if (this.order.dryRun || events.length === 0) return [];
    try {
      return await this.#write(events);
    } catch (error) {
      if (!(error instanceof WrongRevision) || tried === TRIES) throw error;
      await this.#catchUp();
      return null;
    }
  }

  /** Decides without the events that are refused, until none is. */
  async #decide(given: readonly PolicyEvent[]) {
    // Most imported events only assert; whatever else an event does is judged by all that was appended before it.
    const asks = given.some(({ effects }) => effects.some(({ act }) => act !== 'ASSERT'));
    if (asks && this.#timeline.position < this.#known) await this.#catchUp();
    const refused: { id: string; code: string; reason: string }[] = [];
    let events = given;
    while (events.length > 0) {
      const decision = decideAppend(this.#timeline, events, {
        today: this.order.today,
        recorded: (id) => this.#ids.has(id),
      });
      if (decision.ok) break;
      const faults = new Map(decision.refusals.map((refusal) => [refusal.eventIndex, refusal]));
      for (const [index, refusal] of faults)
        refused.push({ ...toldOf(refusal, 0), id: events[index]?.id ?? '' });
      events = events.filter((_event, index) => !faults.has(index));
    }
    return { events, refused };
  }

  async #write(events: readonly LogEvent[]): Promise<readonly number[]> {
    const streams = Map.groupBy(events, ({ stream }) => stream);
    const writes = [...streams].map(([stream, own]) => ({
      stream,
      events: own,
      expected: this.#revisions.get(stream) ?? ('none' as const),
    }));
    const receipt = await this.log.append(writes, { actor: this.order.actor });
    for (const { stream, revision } of receipt.revisions) this.#revisions.set(stream, revision);
    for (const { id } of events) this.#ids.add(id);
    this.#known = Math.max(this.#known, receipt.position);
    return receipt.positions;
  }

  async #catchUp(): Promise<void> {
    const came: LogRecord[] = [];
    for await (const { position, event, stream, revision } of this.log.readAll(this.#timeline.position + 1)) {
      came.push({ position, event: upcast(event) });
      this.#ids.add(event.id);
      this.#revisions.set(stream, revision);
      this.#known = Math.max(this.#known, position);
    }
    if (came.length > 0)
      this.#timeline = this.#timeline.position < 0 ? Timeline.of(came) : this.#timeline.append(came);
  }
}

/** What nobody looked at is said to be inferred, and an empty Japanese text is the English one. */
function asInferred({ event, needsReview, ...draft }: ImportDraft): ImportDraft {
  const { title, summary } = event;
  const both = ({ en, ja }: { readonly en: string; readonly ja: string }) => ({
    en: en.trim() === '' ? ja : en,
    ja: ja.trim() === '' ? en : ja,
  });
  return {
    ...draft,
    needsReview,
    event: {
      ...event,
      title: both(title),
      ...(summary && { summary: both(summary) }),
      inferred: [...new Set([...(event.inferred ?? []), ...needsReview])],
    },
  };
}
