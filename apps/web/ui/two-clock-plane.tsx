import { type Day, dayOf, formatDay, partsOf } from '@policy-timeline/domain';
import { monthName } from '@/language/format-day';
import { fullValue, shortValue } from '@/language/format-value';
import type { Locale } from '@/language/locale';
import type { Translate } from '@/language/translate';
import type { ClockPlane, ClockRect } from '@/timeline/two-clocks';
import { TableTwin } from './table-twin';

const LEFT = 52;
const SIZE = 300;
const TOP = 8;
const FEWEST_LABEL_PX = 34;

interface Props {
  readonly plane: ClockPlane;
  /** Framed: the answers that this event decides. */
  readonly event: string | null;
  readonly locale: Locale;
  readonly t: Translate;
}

/** Across the date, up the known day, each field one answer; with its table twin. */
export function TwoClockPlane({ plane, event, locale, t }: Props) {
  const scale = SIZE / (plane.until - plane.from);
  const x = (day: number): number => LEFT + (day - plane.from) * scale;
  const y = (day: number): number => TOP + SIZE - (day - plane.from) * scale;
  const mine = plane.rects.filter((rect) => event !== null && rect.event === event);
  return (
    <figure className="chart clocks">
      <svg viewBox="0 0 360 352" role="img" aria-label={t('pages.plane.label')}>
        <defs>
          <pattern id="plan-dots" width="6" height="6" patternUnits="userSpaceOnUse">
            <circle cx="3" cy="3" r=".8" fill="var(--surface)" />
          </pattern>
        </defs>
        {plane.rects.map((rect) => (
          <rect
            key={`${rect.dateFrom} ${rect.knownFrom}`}
            x={x(rect.dateFrom)}
            y={y(rect.knownUntil)}
            width={(rect.dateUntil - rect.dateFrom) * scale}
            height={(rect.knownUntil - rect.knownFrom) * scale}
            fill={`var(--step-${stepOf(rect)})`}
            stroke="var(--surface)"
          />
        ))}
        {/* One frame around all that the event decides: strokes first, and over them the fields, which leave its outer half. */}
        {mine.length > 0 ? (
          <>
            <path d={fieldsOf(mine, x, y)} fill="none" stroke="var(--ink)" strokeWidth="4" />
            {mine.map((rect) => (
              <path
                key={`${rect.dateFrom} ${rect.knownFrom}`}
                d={fieldsOf([rect], x, y)}
                fill={`var(--step-${stepOf(rect)})`}
              />
            ))}
          </>
        ) : null}
        <path
          d={`M${LEFT} ${TOP + SIZE}L${LEFT + SIZE} ${TOP}V${TOP + SIZE}Z`}
          fill="url(#plan-dots)"
          opacity=".55"
        />
        <path
          d={`M${LEFT} ${TOP + SIZE}L${LEFT + SIZE} ${TOP}`}
          stroke="var(--ink)"
          strokeWidth="1.2"
          strokeDasharray="4 3"
        />
        {labelled(plane, scale).map((rect) => {
          const [word, beneath] = wordsOf(rect, locale, t);
          const step = stepOf(rect);
          const roomy = (rect.knownUntil - rect.knownFrom) * scale > 40;
          const [date, known] = labelPlace(rect, scale);
          const at = x(date);
          const middle = y(known) + (beneath && roomy ? -4 : 4);
          return (
            <text
              key={`${rect.dateFrom} ${rect.knownFrom}`}
              className={step >= 4 ? 'cb inv' : 'cb'}
              textAnchor="middle"
              x={at}
              y={middle}
            >
              {word.length > 12 ? `${word.slice(0, 11)}…` : word}
              {beneath && roomy ? (
                <tspan x={at} dy="15" className="cs">
                  {beneath}
                </tspan>
              ) : null}
            </text>
          );
        })}
        {monthTicks(plane).map(({ day, label }) => (
          <g key={day}>
            <path d={`M${x(day)} ${TOP + SIZE}v5M${LEFT - 5} ${y(day)}h5`} stroke="var(--line-control)" />
            <text className="ax" x={x(day)} y={TOP + SIZE + 17} textAnchor="middle">
              {label(locale)}
            </text>
            <text className="ax" x={LEFT - 8} y={y(day) + 4} textAnchor="end">
              {label(locale).replace('年', '')}
            </text>
          </g>
        ))}
        <text className="ct" x={LEFT + SIZE} y={TOP + SIZE + 38} textAnchor="end">
          {t('rail.date')} →
        </text>
        <text className="kt" transform={`translate(11 ${TOP}) rotate(-90)`} textAnchor="end">
          {t('rail.known')} →
        </text>
      </svg>
      <figcaption className="note">
        {t('pages.plane.caption')} {mine.length > 0 ? t('pages.plane.frame') : ''}
      </figcaption>
      <TableTwin
        summary={t('pages.plane.table')}
        caption={t('pages.plane.label')}
        headings={[t('rail.known'), t('rail.date'), t('list.value')]}
      >
        {plane.rects.map((rect) => (
          <tr key={`${rect.dateFrom} ${rect.knownFrom}`}>
            <td className="num">{stretchOf(rect.knownFrom, rect.knownUntil, plane)}</td>
            <td className="num">{stretchOf(rect.dateFrom, rect.dateUntil, plane)}</td>
            <td>
              {t(`status.${rect.status}`)} {fullValue(rect.value, locale, t)}
            </td>
          </tr>
        ))}
      </TableTwin>
    </figure>
  );
}

/** What an answer says, and what its rate counts from: `+15%` on top of MFN, `15%` with it. */
function wordsOf({ status, value }: ClockRect, locale: Locale, t: Translate): readonly [string, string?] {
  const word = shortValue(value, locale, t);
  if (word === null) return [t(`status.${status}`)];
  if (value?.kind !== 'RATE') return [word];
  return value.rateBasis === 'INCLUSIVE'
    ? [word, t('pages.plane.inclusive')]
    : [value.rateBasis === 'ADDITIONAL' && !value.upTo ? `+${word}` : word];
}

/** Half-open; an end at the edge of the plane is left open. */
function stretchOf(from: Day, until: Day, plane: ClockPlane): string {
  const start = from === plane.from ? '' : formatDay(from);
  const end = until === plane.until ? '' : formatDay((until - 1) as Day);
  return `${start}–${end}`;
}

/** Strength as one hue in five steps; what is no rate is either there or not. */
function stepOf({ status, value }: ClockRect): 0 | 1 | 2 | 3 | 4 | 5 {
  if (status !== 'IN_FORCE' && status !== 'SUSPENDED' && status !== 'UNKNOWN') return 0;
  if (value?.kind !== 'RATE') return value?.kind === 'EXEMPT' ? 1 : status === 'SUSPENDED' ? 1 : 3;
  const rate = value.ratePercent;
  if (rate <= 0) return 0;
  if (rate <= 10) return 1;
  if (value.rateBasis === 'INCLUSIVE' && rate <= 15) return 2;
  return rate <= 20 ? 3 : rate <= 40 ? 4 : 5;
}

/** One label per answer, in its largest field that has room for it. */
function labelled(plane: ClockPlane, scale: number): readonly ClockRect[] {
  const largest = new Map<string, ClockRect>();
  const area = (rect: ClockRect): number =>
    (rect.dateUntil - rect.dateFrom) * (rect.knownUntil - rect.knownFrom);
  for (const rect of plane.rects) {
    if ((rect.dateUntil - rect.dateFrom) * scale < FEWEST_LABEL_PX) continue;
    if ((rect.knownUntil - rect.knownFrom) * scale < 16) continue;
    if (rect.status === 'NOT_IN_FORCE') continue;
    const key = `${rect.status} ${JSON.stringify(rect.value)}`;
    const held = largest.get(key);
    if (!held || area(rect) > area(held)) largest.set(key, rect);
  }
  return [...largest.values()];
}

/** In the middle of its field, or where the line of what was lived does not run through it. */
function labelPlace(rect: ClockRect, scale: number): readonly [number, number] {
  const [wide, high] = [rect.dateUntil - rect.dateFrom, rect.knownUntil - rect.knownFrom];
  const places = LABEL_PLACES.map(
    ([across, up]) => [rect.dateFrom + across * wide, rect.knownFrom + up * high] as const,
  );
  const clear = places.find(
    ([date, known], i) =>
      Math.abs(date - known) * scale > LABEL_CLEAR_PX &&
      // Still within the field, by half of a word.
      (i === 0 || Math.min(date - rect.dateFrom, rect.dateUntil - date) * scale > FEWEST_LABEL_PX / 2),
  );
  return clear ?? (places[0] as (typeof places)[number]);
}
/** Parts of the width and height of a field. */
const LABEL_PLACES = [
  [0.5, 0.5],
  [0.34, 0.6],
  [0.3, 0.72],
  [0.7, 0.3],
] as const;
const LABEL_CLEAR_PX = 40;

function fieldsOf(
  rects: readonly ClockRect[],
  x: (day: number) => number,
  y: (day: number) => number,
): string {
  return rects
    .map(
      (rect) =>
        `M${x(rect.dateFrom)} ${y(rect.knownFrom)}H${x(rect.dateUntil)}V${y(rect.knownUntil)}H${x(rect.dateFrom)}Z`,
    )
    .join('');
}

/** Firsts of months, thinned to about six; January carries its year. */
function monthTicks({
  from,
  until,
}: ClockPlane): readonly { readonly day: Day; readonly label: (locale: Locale) => string }[] {
  const first = partsOf(from);
  const months = Math.ceil((until - from) / 30.4);
  const every = [1, 2, 3, 6, 12, 24, 60].find((step) => months / step <= 6) ?? 120;
  const ticks: { day: Day; label: (locale: Locale) => string }[] = [];
  for (let index = first.year * 12 + first.month; ; index++) {
    const [year, month] = [Math.floor(index / 12), (index % 12) + 1];
    const day = dayOf(year, month, 1);
    if (day >= until) return ticks;
    if ((month - 1) % Math.min(every, 12) !== 0 || (every > 12 && year % (every / 12) !== 0)) continue;
    ticks.push({
      day,
      label: (locale) =>
        month === 1 ? (locale === 'ja' ? `${year}年` : String(year)) : monthName(month, locale),
    });
  }
}
