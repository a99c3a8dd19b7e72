import { type Day, dayOf, parseDay, parsePartialDate, partsOf } from '@policy-timeline/domain';
import type { Expectation } from './paper-query';

const WIDTH = 290;
const SPAN_DAYS = 1000;
const BEFORE_DAYS = 80;

/** The stretch of days that the tracks of one paper show: a little before its day, and the years after it. */
export interface TrackSpan {
  readonly from: Day;
  readonly until: Day;
  readonly known: Day;
}

/** From the paper's day to the last thing expected or come about, at least a year and at most five. */
export function trackSpan(date: string, expected: readonly Expectation[]): TrackSpan {
  const known = parseDay(date);
  const days = expected.flatMap((row) =>
    [row.latest ? parseDay(row.latest) : null, outcomeDay(row)].filter((day): day is Day => day !== null),
  );
  const last = Math.max(known + 365, ...days.map((day) => Math.min(day, known + 5 * 365)));
  return {
    from: (known - BEFORE_DAYS) as Day,
    until: (Math.max(last, known + SPAN_DAYS / 2) + 60) as Day,
    known,
  };
}

/** The first day of what came of it. */
function outcomeDay({ outcomeBy }: Expectation): Day | null {
  const from = outcomeBy?.effective.from.date ?? outcomeBy?.knownWindow?.nominal;
  return from ? parsePartialDate(from).first : null;
}

const place = (span: TrackSpan, day: number): number =>
  Math.max(4, Math.min(WIDTH - 6, ((day - span.from) / (span.until - span.from)) * WIDTH));

export const knownShare = (span: TrackSpan): string =>
  `${(((span.known - span.from) / (span.until - span.from)) * 100).toFixed(2)}%`;

/** Outline where it was expected, solid where it came about, struck where it did not. */
export function ExpectationTrack({
  row,
  span,
  hindsight,
}: {
  readonly row: Expectation;
  readonly span: TrackSpan;
  readonly hindsight: boolean;
}) {
  const at = row.earliest ? place(span, parseDay(row.earliest)) : null;
  const until = row.latest ? place(span, parseDay(row.latest)) : null;
  const came = hindsight ? outcomeDay(row) : null;
  const cameAt = came === null ? null : place(span, came);
  const gone = hindsight && row.outcome === 'LAPSED';
  const unknown = hindsight && row.outcome === 'UNKNOWN';
  return (
    <svg className="trk" viewBox={`0 0 ${WIDTH} 30`} aria-hidden="true">
      <path d={`M0 15H${WIDTH}`} stroke="var(--line)" />
      {at !== null && until !== null && until - at > 10 ? (
        <path d={`M${at} 15H${until}`} stroke="var(--status-scheduled)" strokeWidth="5" opacity=".22" />
      ) : null}
      {at !== null && cameAt !== null && Math.abs(cameAt - at) > 8 && !gone ? (
        <path d={`M${at + 6} 15H${cameAt}`} stroke="var(--ink-2)" strokeWidth="1.5" />
      ) : null}
      {at !== null ? (
        <rect
          x={at - 5.5}
          y="9.5"
          width="11"
          height="11"
          rx="2"
          fill="var(--surface)"
          stroke={unknown ? 'var(--status-open)' : 'var(--status-scheduled)'}
          strokeWidth="1.5"
          {...(gone ? { strokeDasharray: '2.6 2' } : {})}
        />
      ) : null}
      {gone && at !== null ? (
        <path d={`M${at - 8.5} 15h17`} stroke="var(--status-ghost)" strokeWidth="1.8" />
      ) : null}
      {cameAt !== null && !gone ? (
        <rect x={cameAt - 5.5} y="9.5" width="11" height="11" rx="2" fill="var(--status-in-force)" />
      ) : null}
    </svg>
  );
}

/** Years over the tracks, with the known day. */
export function TrackScale({ span, label }: { readonly span: TrackSpan; readonly label: string }) {
  const first = partsOf(span.from).year;
  const last = partsOf(span.until).year;
  const known = place(span, span.known);
  return (
    <svg className="trk" viewBox={`0 0 ${WIDTH} 30`} aria-hidden="true">
      <path d={`M0 29H${WIDTH}`} stroke="var(--line-control)" />
      {Array.from({ length: last - first + 1 }, (_, i) => first + i).map((year) => {
        const x = ((dayOf(year, 1, 1) - span.from) / (span.until - span.from)) * WIDTH;
        if (x > WIDTH - 24) return null;
        return (
          <g key={year}>
            {x >= 0 ? <path d={`M${x} 24v5`} stroke="var(--line-control)" /> : null}
            <text x={Math.max(0, x) + 3} y="26">
              {x < -20 && year === first ? '' : year}
            </text>
          </g>
        );
      })}
      <text x={known - 5} y="10" style={{ fill: 'var(--known-text)', fontSize: 12, fontWeight: 700 }}>
        ◆ {label}
      </text>
    </svg>
  );
}
