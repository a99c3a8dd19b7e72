import { Controller, Get, Inject, Req, Res } from '@nestjs/common';
import { formatDay, parseDay } from '@policy-timeline/domain';
import { CONFIGURATION, type Configuration } from '../../configuration.js';
import { ApiError } from '../../graphql/errors.js';
import type { Request, Response } from '../../http/express.js';
import { type AskedQuestion, knownText, oneOf, screenPath } from '../asking/asked-question.js';
import { sourceCitation } from '../asking/cells.js';
import { FileAnswers } from '../asking/file-answers.js';
import { slotAsked } from '../asking/slot-asked.js';
import { CITATION_FORMATS, type Citation, WRITERS } from './citation.js';

const PUBLISHER = 'policy-timeline';

/** Footnotes: `format` is `text`, `bibtex` or `csl`; `on` is the day of access, left out today. */
@Controller('cite')
export class CiteController {
  constructor(
    @Inject(FileAnswers) private readonly files: FileAnswers,
    @Inject(CONFIGURATION) private readonly configuration: Configuration,
  ) {}

  /** The event `s`: its own first source, and where it is recorded here. */
  @Get('event')
  event(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.#cite(request, response, (question) => {
      const id = question.parameter('s');
      const event = question.prefix.timeline.event(id ?? '')?.event;
      if (!event)
        throw new ApiError(
          'UNKNOWN_SUBJECT',
          `s: "${id ?? ''}" is no event of this record; write the id of one, for example s=eo-14257.`,
        );
      const [source] = event.sources;
      const slot = event.effects[0]?.slot;
      return {
        title: event.title[question.locale],
        authors: source.author ? [source.author] : [],
        publisher: source.publisher,
        issued: source.date,
        url: this.#address(question, slot === undefined ? {} : { s: slot }),
        note: [sourceCitation(source), source.url, noteOf(question)]
          .filter((part) => part !== undefined)
          .join('; '),
      };
    });
  }

  /** What the slot `s` reads. */
  @Get('reading')
  reading(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.#cite(request, response, (question) => {
      const reading = slotAsked(question);
      const { timeline } = question.prefix;
      const event = reading.decidedBy === null ? undefined : timeline.event(reading.decidedBy)?.event;
      return {
        title: `${timeline.subject(reading.subject).title[question.locale]}: ${reading.status}`,
        authors: [],
        publisher: PUBLISHER,
        issued: formatDay(question.view.date),
        url: this.#address(question, { s: reading.slot }),
        note: [noteOf(question), ...(event ? [sourceCitation(event.sources[0])] : [])].join('; '),
      };
    });
  }

  /** The whole picture of `d k f`. */
  @Get('view')
  view(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.#cite(request, response, (question) => ({
      title: [question.locale === 'ja' ? '政策タイムライン' : 'Policy timeline', ...question.tokens].join(
        ' · ',
      ),
      authors: [],
      publisher: PUBLISHER,
      issued: formatDay(question.view.date),
      url: this.#address(question, {}),
      note: noteOf(question),
    }));
  }

  #address(question: AskedQuestion, more: Readonly<Record<string, string>>): string {
    return `${this.configuration.publicUrl}${screenPath(question, more)}`;
  }

  #cite(
    request: Request,
    response: Response,
    what: (question: AskedQuestion) => Omit<Citation, 'key' | 'accessed'>,
  ): Promise<void> {
    return this.files.answer(request, response, (question) => {
      const { contentType, write } = WRITERS[oneOf('format', question.parameter('format'), CITATION_FORMATS)];
      const on = question.parameter('on');
      const accessed = on === null ? new Date().toISOString().slice(0, 10) : formatDay(parseDay(on, 'on'));
      const { date } = question.view;
      const key = `policy-timeline-${formatDay(date)}-${question.prefix.position}`;
      return {
        contentType,
        body: write({ ...what(question), key, accessed }),
        settled: question.settled && on !== null,
      };
    });
  }
}

/** The coordinates: enough to ask again. */
function noteOf({ view, prefix, locale }: AskedQuestion): string {
  const known = formatDay(prefix.timeline.knownAtOf(view));
  return locale === 'ja'
    ? `基準日${formatDay(view.date)}、${known}までに知られていたこと（k=${knownText(view)}）、ログの位置${prefix.position}`
    : `as of ${formatDay(view.date)}, known at ${known} (k=${knownText(view)}), log position ${prefix.position}`;
}
