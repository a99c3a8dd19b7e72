import { addDays, type Day, dayOf, daysInMonth, FIRST_DAY, LAST_DAY } from './civil-day.js';
import { InvalidDate } from './errors.js';
import { isEraText, parseEraDay, plainText } from './japanese-era.js';

/** The days that what is typed may refer to. */
export interface TypedDateContext {
  /** The day the reader's calendar shows; without it `today` and 今日 are refused. */
  readonly today?: Day;
  /** The day shown now, from which `+90d` and `-30d` count. */
  readonly current: Day;
}

const MONTHS = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
];
const HINT =
  'write 2025-08-20, 2025/8/20, Aug 20 2025, 2025年8月20日, 令和7年8月20日, R7.8.20, or a step such as +90d';

/**
 * The day a person means: 2025-08-20, 2025/8/20, 2025年8月20日, 令和7年8月20日, R7.8.20, Aug 20 2025, 20 August 2025,
 * +90d, -30d (from `current`), today. Full-width characters count as plain ones. 8/20/2025 is refused: half the world
 * would read it otherwise.
 * @throws InvalidDate with a sentence that says how to write it.
 */
export function readTypedDate(text: string, { today, current }: TypedDateContext, field = 'date'): Day {
  const plain = plainText(text).toLowerCase();
  const refuse = (hint = HINT): InvalidDate => new InvalidDate(text.trim(), field, hint);
  if (plain === '') throw refuse();

  if (plain === 'today' || plain === '今日') {
    if (today === undefined)
      throw refuse('today is not known here; write the day itself, for example 2025-08-20');
    return today;
  }
  const step = /^([+-])(\d{1,7})d?$/.exec(plain);
  if (step) {
    const day = addDays(current, (step[1] === '-' ? -1 : 1) * Number(step[2]));
    if (day < FIRST_DAY || day > LAST_DAY)
      throw refuse('that step leaves the calendar; days run from 0001-01-01 to 9999-12-31');
    return day;
  }
  if (isEraText(text)) return parseEraDay(text, field);

  const parts = numericParts(plain) ?? namedMonthParts(wordsOf(text));
  if (!parts) {
    if (/^\d{1,2}[/.-]\d{1,2}[/.-]\d{4}$/.test(plain))
      throw refuse('day and month can be taken for each other; write the year first, for example 2025-08-20');
    throw refuse();
  }
  const { year, month, day } = parts;
  if (year < 1 || month < 1 || month > 12) throw refuse();
  if (day < 1 || day > daysInMonth(year, month))
    throw refuse(`that month has ${daysInMonth(year, month)} days`);
  return dayOf(year, month, day);
}

interface Parts {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

function numericParts(plain: string): Parts | null {
  const match = /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})$/.exec(plain);
  const kanji = /^(\d{4})年(\d{1,2})月(\d{1,2})日$/.exec(plain);
  if (match) return { year: Number(match[1]), month: Number(match[3]), day: Number(match[4]) };
  return kanji && { year: Number(kanji[1]), month: Number(kanji[2]), day: Number(kanji[3]) };
}

/** `aug 20 2025` and `20 august 2025`; a month may be shortened to three letters or more, a comma or stop may follow. */
function namedMonthParts(words: readonly string[]): Parts | null {
  if (words.length !== 3) return null;
  const [first = '', second = '', yearText = ''] = words;
  const [monthText, dayText] = /^\d/.test(first) ? [second, first] : [first, second];
  const month = monthText.length >= 3 ? MONTHS.findIndex((name) => name.startsWith(monthText)) + 1 : 0;
  const day = /^(\d{1,2})(?:st|nd|rd|th)?$/.exec(dayText)?.[1];
  return month > 0 && day !== undefined && /^\d{4}$/.test(yearText)
    ? { year: Number(yearText), month, day: Number(day) }
    : null;
}

function wordsOf(text: string): string[] {
  return text
    .split(/[\s　,]+/)
    .map((word) => plainText(word).toLowerCase().replace(/\.$/, ''))
    .filter((word) => word !== '');
}
