import { type LogEvent, type StoredEventForm, upcast } from '@policy-timeline/domain';
import type { Recorded } from '@policy-timeline/event-store';

/** A record with its event as today's program knows it, whichever version wrote it. @throws where a newer one did */
export const inTodaysForm = (record: Recorded<StoredEventForm>): Recorded<LogEvent> => ({
  ...record,
  event: upcast(record.event),
});
