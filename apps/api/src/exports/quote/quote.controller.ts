import { createHash } from 'node:crypto';
import { Controller, Get, Inject, Req, Res } from '@nestjs/common';
import { formatDay } from '@policy-timeline/domain';
import type { Request, Response } from '../../http/express.js';
import { type AskedQuestion, knownText, readingsOf } from '../asking/asked-question.js';
import { FileAnswers } from '../asking/file-answers.js';
import { slotAsked } from '../asking/slot-asked.js';
import { stateRow } from '../state/state-rows.js';

/** A quotation that anybody can check: what was read, from which prefix of the log, and the hash of both. */
@Controller('quote')
export class QuoteController {
  constructor(@Inject(FileAnswers) private readonly files: FileAnswers) {}

  /** All readings of `d k f`. */
  @Get('state')
  state(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.#quote(request, response, (question) =>
      Array.from(readingsOf(question), (reading) => stateRow(question, reading)),
    );
  }

  /** The reading of one slot, named by `s`. */
  @Get('reading')
  reading(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.#quote(request, response, (question) => [stateRow(question, slotAsked(question))]);
  }

  #quote(
    request: Request,
    response: Response,
    read: (question: AskedQuestion) => readonly object[],
  ): Promise<void> {
    return this.files.answer(request, response, (question) => ({
      contentType: 'application/json; charset=utf-8',
      body: `${JSON.stringify(quoted(question, request.path, read(question)), null, 2)}\n`,
    }));
  }
}

function quoted(question: AskedQuestion, path: string, rows: readonly object[]): object {
  const { view, tokens, prefix } = question;
  const slot = question.parameter('s');
  const asked = {
    d: formatDay(view.date),
    k: knownText(view),
    ...(tokens.length > 0 && { f: tokens.join(',') }),
    ...(slot !== null && { s: slot }),
    z: prefix.basis,
  };
  const quotation = {
    address: `${path}?${new URLSearchParams(asked)}`,
    date: formatDay(view.date),
    knownAt: formatDay(prefix.timeline.knownAtOf(view)),
    basis: { token: prefix.basis, position: prefix.position, recordHash: prefix.hash },
    rows,
  };
  return {
    quotation,
    sha256: createHash('sha256').update(JSON.stringify(quotation)).digest('hex'),
    howToCheck: {
      en: 'Get `address` again from this server or any copy of the log: the bytes are the same. `sha256` is the SHA-256 of `quotation` written as JSON without spaces, members in the order shown. `recordHash` is the hash of the log’s record at `position`; each record’s hash covers the one before it, so it stands for everything up to there.',
      ja: 'このサーバーまたはログの写しに`address`をもう一度尋ねると、同じバイト列が返ります。`sha256`は、`quotation`を空白なしのJSON（要素は表示の順）で書いたもののSHA-256です。`recordHash`はログの`position`の記録のハッシュで、各記録のハッシュは直前の記録を含むため、そこまでの全体を表します。',
    },
  };
}
