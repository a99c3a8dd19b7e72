import type { BoardRow } from './board';

const WIDTH = 400;
const ZERO = 96;
/** A year later lies here; days are on a root scale, so that three days and a year can both be read. */
const YEAR_AT = 344;
const PER_ROOT = (YEAR_AT - ZERO) / Math.sqrt(365);
const BEFORE_AT = 20;

const after = (days: number): number => Math.min(WIDTH - 34, ZERO + PER_ROOT * Math.sqrt(Math.max(0, days)));
const before = (days: number): number =>
  Math.max(BEFORE_AT + 8, ZERO - PER_ROOT * Math.sqrt(Math.max(0, days)));

/** The amber diamond is the notice, the dashed square the day as named, the solid one the day it became. */
export function SlipTrack({ row }: { readonly row: BoardRow }) {
  const notice = row.noticeOn === null ? null : row.day - row.noticeOn;
  const slip = row.movedTo === null ? null : row.movedTo - row.day;
  const noticeAt = notice === null ? null : notice >= 0 ? before(notice) : after(-notice);
  const slipAt = slip === null ? null : slip >= 0 ? after(slip) : before(-slip);
  const gone = row.fate === 'LAPSED' || row.fate === 'SUPERSEDED';
  return (
    <svg className="trk" viewBox={`0 0 ${WIDTH} 46`} aria-hidden="true">
      <path d={`M0 23H${WIDTH}`} stroke="var(--line)" />
      <path d={`M${ZERO} 0V46`} stroke="var(--line-control)" />
      {noticeAt !== null && notice !== null && noticeAt !== ZERO ? (
        <>
          <path d={`M${noticeAt} 23H${ZERO}`} stroke="var(--plan-line)" strokeWidth="2" />
          <path
            d={`M${noticeAt} 17l6 6-6 6-6-6Z`}
            fill="var(--known)"
            stroke="var(--plan-line)"
            strokeWidth="1.2"
          />
          {notice > 0 ? (
            <text x={noticeAt - 9} y="27" textAnchor="end" style={{ fill: 'var(--known-text)' }}>
              {notice}
            </text>
          ) : null}
        </>
      ) : null}
      {row.fate === 'KEPT' ? (
        <rect x={ZERO - 5.5} y="17.5" width="11" height="11" rx="2" fill="var(--status-in-force)" />
      ) : row.fate === 'OPEN' ? (
        <rect
          x={ZERO - 5}
          y="18"
          width="10"
          height="10"
          rx="2"
          fill="var(--surface)"
          stroke="var(--status-scheduled)"
          strokeWidth="1.5"
        />
      ) : row.fate === 'UNKNOWN' ? (
        <circle
          cx={ZERO}
          cy="23"
          r="5.6"
          fill="var(--surface)"
          stroke="var(--status-open)"
          strokeWidth="1.3"
          strokeDasharray="1.4 2"
        />
      ) : (
        <rect
          x={ZERO - 5}
          y="18"
          width="10"
          height="10"
          rx="2"
          fill="var(--surface)"
          stroke="var(--status-ghost)"
          strokeWidth="1.3"
          strokeDasharray="2.6 2"
        />
      )}
      {gone ? <path d={`M${ZERO - 8} 23h16`} stroke="var(--status-ghost)" strokeWidth="1.7" /> : null}
      {slipAt !== null && slip !== null ? (
        <>
          <path
            d={`M${slip >= 0 ? ZERO + 6 : ZERO - 6} 23H${slipAt}`}
            stroke="var(--ink-2)"
            strokeWidth="1.5"
          />
          <rect x={slipAt - 5.5} y="17.5" width="11" height="11" rx="2" fill="var(--status-in-force)" />
          <text x={slipAt + 10} y="27" style={{ fill: 'var(--ink)', fontWeight: 700 }}>
            {slip >= 0 ? `+${slip}` : `−${-slip}`}
          </text>
        </>
      ) : null}
    </svg>
  );
}

/** The scale over the rows. */
export function SlipScale({
  notice,
  day,
  later,
}: {
  readonly notice: string;
  readonly day: string;
  readonly later: string;
}) {
  return (
    <svg className="trk" viewBox={`0 0 ${WIDTH} 32`} aria-hidden="true">
      <text x="0" y="10" style={{ fill: 'var(--known-text)', fontSize: 12 }}>
        ◆ {notice}
      </text>
      <text x={ZERO} y="10" textAnchor="middle" style={{ fill: 'var(--ink)', fontWeight: 700, fontSize: 12 }}>
        {day}
      </text>
      <text x={WIDTH} y="10" textAnchor="end" style={{ fontSize: 12 }}>
        {later} →
      </text>
      {[30, 90, 365].map((days) => (
        <g key={days}>
          <path d={`M${after(days)} 26v6`} stroke="var(--line-control)" />
          <text x={after(days)} y="24" textAnchor="middle">
            {days}
          </text>
        </g>
      ))}
      <path d={`M${ZERO} 16v16`} stroke="var(--line-control)" />
    </svg>
  );
}
