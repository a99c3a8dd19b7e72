import type { Day } from '../calendar/civil-day.js';
import type { Text } from '../events/text.js';
import type { Instruments } from './instruments.js';
import type { TariffLine } from './line.js';
import type { PartnerOnDay } from './partner.js';
import type { ImportCase } from './question.js';

const MOST_USD = 800;
/**
 * Whether the good may enter free of duty as a small shipment. The record tells only when the route was closed, so it is
 * open to a partner on whom no closing is in force on the day.
 */
export function routeIsOpen(
  { built, closings }: Instruments,
  { customsValueUsd }: ImportCase,
  who: PartnerOnDay,
  date: Day,
  knownAt: Day,
): boolean {
  if (customsValueUsd === null || customsValueUsd > MOST_USD) return false;
  const concerning = closings.filter(({ partners }) => partners.has('*') || who.isIn(partners));
  const { table } = built;
  const isClosed = concerning.some(
    ({ index }) => table.plainStatusAt(table.row(index, date, knownAt)) === 'IN_FORCE',
  );
  return concerning.length > 0 && !isClosed;
}

/** Nothing said of the route tells which duties it frees of, so that each is paid or is not. */
export const perhapsFree = (line: TariffLine): TariffLine =>
  line.status !== 'APPLIED' && line.status !== 'SUSPENDED'
    ? line
    : {
        ...line,
        status: 'UNRESOLVED',
        additionalPercent: null,
        reason: {
          en: `${line.reason.en} ${UNSAID.en}`,
          ja: `${line.reason.ja}${UNSAID.ja}`,
        },
      };

const UNSAID: Text = {
  en: 'Not settled: duty-free entry of small shipments was still open, and the record does not say of which duties it frees.',
  ja: 'ただし未確定：少額貨物の免税輸入がまだ可能で、どの関税を免れるかは記録がない。',
};
