import { Controller, Get, Inject, Req, Res } from '@nestjs/common';
import type { Request, Response } from '../../http/express.js';
import { walked } from '../../timeline/in-turns.js';
import { type AskedQuestion, oneOf, readingsOf } from '../asking/asked-question.js';
import { csvText } from '../asking/csv-text.js';
import { FileAnswers } from '../asking/file-answers.js';
import { STATE_COLUMNS, type StateRow, stateRow } from './state-rows.js';

/** What held on a day, one row per slot, for spreadsheets and programs. */
@Controller('export')
export class StateController {
  constructor(@Inject(FileAnswers) private readonly files: FileAnswers) {}

  @Get('state.csv')
  csv(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.files.answer(request, response, (question) => ({
      contentType: 'text/csv; charset=utf-8; header=present',
      fileName: 'state.csv',
      body: csvText(STATE_COLUMNS, walked(rowsOf(question)), {
        bom: oneOf('bom', question.parameter('bom'), ['0', '1']) === '1',
      }),
    }));
  }

  @Get('state.json')
  json(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.files.answer(request, response, (question) => ({
      contentType: 'application/json; charset=utf-8',
      body: jsonArray(question, walked(rowsOf(question))),
    }));
  }
}

function* rowsOf(question: AskedQuestion): Generator<StateRow> {
  for (const reading of readingsOf(question)) yield stateRow(question, reading);
}

async function* jsonArray({ prefix }: AskedQuestion, rows: AsyncIterable<StateRow>): AsyncGenerator<string> {
  yield `{"basis":${JSON.stringify(prefix.basis)},"position":${prefix.position},"rows":[`;
  let first = true;
  for await (const row of rows) {
    yield `${first ? '' : ','}\n${JSON.stringify(row)}`;
    first = false;
  }
  yield '\n]}\n';
}
