import { answerOf } from '@/language/answer';
import { columnDate } from '@/language/format-day';
import { fullValue } from '@/language/format-value';
import type { Locale } from '@/language/locale';
import type { Translate } from '@/language/translate';
import type { RowReading } from '@/timeline/reading-list';
import { markOf } from '@/ui/status-mark';

/** Every text and mark of a row. React and the hot path write the same cells, so they never disagree. */
export interface RowCells {
  readonly status: string;
  readonly certainty: string;
  readonly projected: string;
  readonly symbol: string;
  readonly markClass: string;
  readonly word: string;
  readonly value: string;
  readonly flags: string;
  readonly flagsTitle: string;
  readonly since: string;
  readonly actual: string;
  readonly actualClass: string;
}

export function rowCells(
  reading: RowReading,
  actual: RowReading | null,
  locale: Locale,
  t: Translate,
): RowCells {
  const mark = markOf(reading.status, reading.projected);
  const flags: [string, string][] = [];
  if (reading.certainty === 'POSSIBLE') flags.push([`? ${t('list.possible')}`, t('list.possibleHint')]);
  if ((reading.retroactiveDays ?? 0) > 0)
    flags.push([`⟲ ${reading.retroactiveDays}`, t('list.retroHint', { days: reading.retroactiveDays ?? 0 })]);
  return {
    status: reading.status,
    certainty: reading.certainty,
    projected: String(reading.projected),
    symbol: mark.symbol,
    markClass: mark.className,
    word: t(`status.${reading.status}`),
    value: answerBeside(reading, actual, locale, t),
    flags: flags.map(([flag]) => flag).join('　'),
    flagsTitle: flags.map(([, hint]) => hint).join('; '),
    since: reading.validFrom === null ? '—' : columnDate(reading.validFrom, locale),
    ...actualCells(reading, actual, locale, t),
  };
}

function actualCells(
  reading: RowReading,
  actual: RowReading | null,
  locale: Locale,
  t: Translate,
): { actual: string; actualClass: string } {
  if (!actual) return { actual: '', actualClass: 'a' };
  const text = actual.status === 'UNKNOWN' ? t('status.UNKNOWN') : answerBeside(actual, reading, locale, t);
  const [before, after] = [rateOf(reading), rateOf(actual)];
  if (before === null || after === null || before === after) return { actual: text, actualClass: 'a' };
  return after > before
    ? { actual: `▲ ${text}`, actualClass: 'a up' }
    : { actual: `▼ ${text}`, actualClass: 'a dn' };
}

/** Two rates of one number on different bases are told apart; elsewhere the column has room for the number alone. */
function answerBeside(reading: RowReading, other: RowReading | null, locale: Locale, t: Translate): string {
  const [own, beside] = [reading.value, other?.value];
  const alike =
    own?.kind === 'RATE' &&
    beside?.kind === 'RATE' &&
    own.ratePercent === beside.ratePercent &&
    own.rateBasis !== beside.rateBasis;
  return (alike ? fullValue(own, locale, t) : null) ?? answerOf(reading, locale, t);
}

const rateOf = ({ value }: RowReading): number | null => (value?.kind === 'RATE' ? value.ratePercent : null);
