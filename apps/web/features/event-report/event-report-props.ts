import type { Locale } from '@/language/locale';
import type { Translate } from '@/language/translate';
import type { NameParty } from '@/timeline/party-names';
import type { Standing } from '@/timeline/standing';
import type { ClockPlane } from '@/timeline/two-clocks';
import type { ChainReading, EventReportData } from './event-query';

/** What the page of one event shows. */
export interface EventReportProps {
  readonly event: EventReportData;
  readonly readings: readonly ChainReading[];
  /** Titles of the events it speaks of. */
  readonly titleOf: (id: string) => string | null;
  readonly slotTitle: (slot: string) => string;
  readonly nameParty: NameParty;
  readonly plane: ClockPlane | null;
  /** The first day on which it no longer decides anything, with all that is known. */
  /** What it is worth today; null: it decides no day. */
  readonly standing: Standing | null;
  readonly decidesUntil: string | null;
  readonly locale: Locale;
  readonly t: Translate;
}
