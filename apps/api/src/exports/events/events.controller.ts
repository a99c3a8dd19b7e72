import { Controller, Get, Inject, Req, Res } from '@nestjs/common';
import type { Request, Response } from '../../http/express.js';
import { Timelines } from '../../timeline/timelines.js';
import { type AskedQuestion, oneOf } from '../asking/asked-question.js';
import { csvText } from '../asking/csv-text.js';
import { FileAnswers } from '../asking/file-answers.js';
import { revisionsOf } from '../asking/revisions.js';
import { EVENT_COLUMNS, type EventRow, eventRows } from './event-rows.js';

/** Everything that was recorded, in the log's order; `d` does not apply. */
@Controller('export')
export class EventsController {
  constructor(
    @Inject(FileAnswers) private readonly files: FileAnswers,
    @Inject(Timelines) private readonly timelines: Timelines,
  ) {}

  @Get('events.csv')
  csv(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.files.answer(request, response, (question) => ({
      contentType: 'text/csv; charset=utf-8; header=present',
      fileName: 'events.csv',
      body: csvText(EVENT_COLUMNS, this.#rows(question), {
        bom: oneOf('bom', question.parameter('bom'), ['0', '1']) === '1',
      }),
    }));
  }

  @Get('events.ndjson')
  ndjson(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.files.answer(request, response, (question) => ({
      contentType: 'application/x-ndjson; charset=utf-8',
      fileName: 'events.ndjson',
      body: this.#lines(question),
    }));
  }

  async *#rows(question: AskedQuestion): AsyncGenerator<EventRow> {
    for await (const revision of revisionsOf(question, this.timelines)) yield* eventRows(question, revision);
  }

  async *#lines(question: AskedQuestion): AsyncGenerator<string> {
    for await (const made of revisionsOf(question, this.timelines)) {
      const { event, voided, revision, position, recordedAt } = made;
      yield `${JSON.stringify({ position, revision, recordedAt, madeBy: made.madeBy.id, voided, event })}\n`;
    }
  }
}
