import { Module } from '@nestjs/common';
import { TimelineModule } from '../timeline/timeline.module.js';
import { FileAnswers } from './asking/file-answers.js';
import { CalendarController } from './calendar/calendar.controller.js';
import { CiteController } from './cite/cite.controller.js';
import { EventsController } from './events/events.controller.js';
import { FeedController } from './feed/feed.controller.js';
import { QuoteController } from './quote/quote.controller.js';
import { StateController } from './state/state.controller.js';

/** What the record gives to spreadsheets, calendars, feed readers and footnotes. A new one is a folder and a line here. */
@Module({
  imports: [TimelineModule],
  providers: [FileAnswers],
  controllers: [
    StateController,
    EventsController,
    CalendarController,
    FeedController,
    CiteController,
    QuoteController,
  ],
})
export class ExportsModule {}
