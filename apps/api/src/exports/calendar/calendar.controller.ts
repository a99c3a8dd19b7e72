import { Controller, Get, Inject, Req, Res } from '@nestjs/common';
import { addDays, formatDay, subjectOf } from '@policy-timeline/domain';
import { CONFIGURATION, type Configuration } from '../../configuration.js';
import type { Request, Response } from '../../http/express.js';
import { Timelines } from '../../timeline/timelines.js';
import { type AskedQuestion, knownText } from '../asking/asked-question.js';
import { sourceCitation } from '../asking/cells.js';
import { FileAnswers } from '../asking/file-answers.js';
import { type CalendarDeadline, calendarDeadlines } from './calendar-deadlines.js';
import { CALENDAR_WORDS } from './calendar-words.js';
import { icsDate, icsInstant, icsLine, icsText } from './ics-text.js';

/** Deadlines as a calendar to subscribe to (RFC 5545); with `k` the plan as known then. All-day events only. */
@Controller()
export class CalendarController {
  constructor(
    @Inject(FileAnswers) private readonly files: FileAnswers,
    @Inject(Timelines) private readonly timelines: Timelines,
    @Inject(CONFIGURATION) private readonly configuration: Configuration,
  ) {}

  @Get('calendar.ics')
  calendar(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.files.answer(request, response, (question) => ({
      contentType: 'text/calendar; charset=utf-8',
      body: this.#lines(question),
    }));
  }

  *#lines(question: AskedQuestion): Generator<string> {
    const words = CALENDAR_WORDS[question.locale];
    const { dated, undated } = calendarDeadlines(question);
    yield icsLine('BEGIN', 'VCALENDAR');
    yield icsLine('VERSION', '2.0');
    yield icsLine('PRODID', '-//policy-timeline//deadlines//EN');
    yield icsLine('CALSCALE', 'GREGORIAN');
    yield icsLine('METHOD', 'PUBLISH');
    const name = [words.name, ...question.tokens].join(' · ');
    yield icsLine('NAME', icsText(name));
    yield icsLine('X-WR-CALNAME', icsText(name));
    if (undated > 0) {
      yield icsLine('DESCRIPTION', icsText(words.undated(undated)));
      yield icsLine('X-WR-CALDESC', icsText(words.undated(undated)));
    }
    yield icsLine('REFRESH-INTERVAL;VALUE=DURATION', 'PT6H');
    yield icsLine('X-POLICY-KNOWN-AT', formatDay(question.prefix.timeline.knownAtOf(question.view)));
    for (const deadline of dated) yield* this.#event(question, deadline);
    yield icsLine('END', 'VCALENDAR');
  }

  *#event(question: AskedQuestion, deadline: CalendarDeadline): Generator<string> {
    const { uid, sequence, status, row, event, slots } = deadline;
    const words = CALENDAR_WORDS[question.locale];
    const { timeline } = question.prefix;
    const settled = timeline.event(event.id);
    const recordedAt =
      this.timelines.recordAt(settled?.correctedAt ?? settled?.position ?? 0)?.recordedAt ?? '';
    const [source] = event.sources;
    yield icsLine('BEGIN', 'VEVENT');
    yield icsLine('UID', icsText(`${uid}@policy-timeline`));
    yield icsLine('SEQUENCE', String(sequence));
    yield icsLine('DTSTAMP', icsInstant(recordedAt));
    yield icsLine('LAST-MODIFIED', icsInstant(recordedAt));
    yield icsLine('DTSTART;VALUE=DATE', icsDate(formatDay(row.earliest)));
    yield icsLine('DTEND;VALUE=DATE', icsDate(formatDay(addDays(row.latest, 1))));
    yield icsLine('STATUS', status);
    yield icsLine('TRANSP', 'TRANSPARENT');
    yield icsLine(
      'SUMMARY',
      icsText(`[${words.deadline}] ${event.title[question.locale]} (${words.kind[row.kind]})`),
    );
    const titles = new Set(slots.map((id) => timeline.subject(subjectOf(id)).title[question.locale]));
    const described = [
      ...(status === 'CANCELLED' ? [words.cancelled] : []),
      `${words.kind[row.kind]}, ${words.firmness[row.firmness]}${row.date === null ? '' : `: ${row.date}`}`,
      ...(row.ofEffects ? [`${words.concerns}: ${[...titles].join('; ')}`] : []),
      ...deadline.was.map(({ date, until }) => words.was(date, formatDay(until))),
      `${words.decidedBy}: ${event.title[question.locale]} (${event.id})`,
      `${words.source}: ${sourceCitation(source)}${source.url ? ` ${source.url}` : ''}`,
    ];
    yield icsLine('DESCRIPTION', icsText(described.join('\n')));
    const slot = slots[0] ?? event.effects[0]?.slot;
    const address = new URLSearchParams({
      d: formatDay(row.earliest),
      k: knownText(question.view),
      ...(slot !== undefined && { s: slot }),
      lang: question.locale,
    });
    yield icsLine('URL', `${this.configuration.publicUrl}/?${address}`);
    const categories = [row.kind, event.stream, ...event.targets.filter((party) => party !== '*')];
    yield icsLine('CATEGORIES', categories.map(icsText).join(','));
    yield icsLine('END', 'VEVENT');
  }
}
