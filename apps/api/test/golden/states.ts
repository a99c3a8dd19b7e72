import { createHash } from 'node:crypto';
import type { StoredEventForm } from '@policy-timeline/domain';
import { type LogRecord, parseDay, Timeline, upcast, viewOf } from '@policy-timeline/domain';
import { openSqliteEventStore } from '@policy-timeline/event-store';

const DATES = ['2018-03-19', '2025-04-05', '2025-07-10', '2025-08-20', '2026-02-20', '2026-11-21'].map(
  (text) => parseDay(text),
);

/** What a log says: its head, and for some prefixes of it a hash of every reading at six dates, known on six days. */
export interface RecordedStates {
  readonly position: number;
  readonly hash: string;
  readonly states: readonly { readonly position: number; readonly sha256: string }[];
}

/** Reads a log file, by the rules of today, after every `step`-th record and at its end. */
export async function statesOf(file: string, step: number): Promise<RecordedStates> {
  const log = await openSqliteEventStore<StoredEventForm>({ file });
  try {
    const report = await log.verify();
    if (!report.intact) throw new Error(`${file}: ${report.damage?.reason}`);
    const records: LogRecord[] = [];
    for await (const { position, event } of log.readAll(0)) records.push({ position, event: upcast(event) });
    const { position, hash } = report.head;
    const prefixes = new Set([...records.keys()].filter((p) => p % step === 0).concat(position));
    const states = [...prefixes].map((end) => {
      const timeline = Timeline.of(records.slice(0, end + 1));
      const said = createHash('sha256');
      for (const date of DATES)
        for (const knownAt of DATES)
          for (const track of ['LEGAL', 'COLLECTED'] as const)
            for (const r of timeline.state(viewOf({ date, knownAt, track })))
              said.update(
                `${JSON.stringify([r.slot, r.status, r.modality, r.value, r.certainty, r.projected, r.decidedBy, r.validFrom, r.validUntil, r.knownFrom])}\n`,
              );
      return { position: end, sha256: said.digest('hex') };
    });
    return { position, hash, states };
  } finally {
    await log.close();
  }
}
