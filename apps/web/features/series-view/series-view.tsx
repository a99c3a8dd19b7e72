'use client';
import { formatDay } from '@policy-timeline/domain';
import { useEffect, useMemo, useRef, useState } from 'react';
import { figure } from '@/language/format-value';
import { useLanguage } from '@/language/language-provider';
import { nameSlot } from '@/language/name-slot';
import { useScrub } from '@/timeline/scrub-context';
import { portionOf, type Span } from '@/timeline/scrub-range';
import { slotNames } from '@/timeline/scrub-view';
import { PictureFrame } from '@/ui/picture-frame';
import { type Series, type SeriesPicture, seriesPicture } from './series-picture';

const WIDTH = 200;
const HEIGHT = 64;
const TOP = 6;
const BOTTOM = 58;

/** Small multiples on the days of the rail: step lines, hatched while suspended, dotted where planned, one cursor over all. */
export function SeriesView() {
  const { locale, t } = useLanguage();
  const { store, reader, slots, view, window: span, firstPicture, select } = useScrub();
  const { place } = view;
  const [shared, setShared] = useState(true);
  const box = useRef<HTMLUListElement>(null);
  const picture = useMemo<SeriesPicture | null>(
    () =>
      reader
        ? seriesPicture(reader, slots, place, span, view.reason?.index ?? null)
        : firstPicture?.kind === 'series'
          ? (firstPicture as SeriesPicture)
          : null,
    [reader, slots, place, span, view.reason, firstPicture],
  );
  useEffect(
    () =>
      store.onHot(({ date }) => {
        const x = (portionOf(date, span) * WIDTH).toFixed(2);
        for (const line of box.current?.querySelectorAll('.cursor') ?? [])
          line.setAttribute('transform', `translate(${x} 0)`);
      }),
    [store, span],
  );
  if (!picture) return <p className="empty q">{t('screen.loading')}</p>;
  const { series } = picture;
  const nameOf = ({ index, slot }: Series) =>
    nameSlot(reader ? slotNames(reader, index) : view.names[slot], locale, t);
  const tops = new Map<string, number>();
  for (const { unit, steps } of series)
    tops.set(unit, Math.max(tops.get(unit) ?? 0, ...steps.map(({ amount }) => Math.abs(amount))));
  const title = t('screen.series.title', { count: series.length });
  return (
    <PictureFrame
      name="series"
      title={title}
      table={<SeriesTable series={series} nameOf={nameOf} />}
      tools={
        <label className="check">
          <input type="checkbox" checked={shared} onChange={(event) => setShared(event.target.checked)} />
          {t('screen.series.shared')}
        </label>
      }
    >
      {series.length === 0 ? <p className="empty">{t('screen.series.empty')}</p> : null}
      <ul className="cards" ref={box}>
        {series.map((one) => {
          const top = shared
            ? tops.get(one.unit)
            : Math.max(...one.steps.map(({ amount }) => Math.abs(amount)));
          const { who, what } = nameOf(one);
          return (
            <li key={one.slot} data-selected={one.slot === view.reason?.slot}>
              <div className="card-head">
                <button
                  type="button"
                  className="lane-name"
                  title={`${who} ${what}`.trim()}
                  onClick={() => select(one.slot)}
                >
                  <b>{who}</b> {what}
                </button>
                <b className="num">{amountAt(one, place.date)}</b>
              </div>
              <SeriesLines series={one} span={span} top={top || 1} date={place.date} />
            </li>
          );
        })}
      </ul>
      {series.length > 0 ? (
        <p className="caption axis-ends num">
          <span>{formatDay(span.from)}</span>
          <span>{formatDay(span.until)}</span>
        </p>
      ) : null}
    </PictureFrame>
  );
}

/** The figure on the day, or nothing where none holds. */
function amountAt({ steps, unit }: Series, date: number): string {
  const step = steps.find(({ from, until }) => from <= date && date < until);
  return step ? `${figure(step.amount)}${unit === '%' ? '%' : ''}` : '—';
}

function SeriesLines({
  series,
  span,
  top,
  date,
}: {
  readonly series: Series;
  readonly span: Span;
  readonly top: number;
  readonly date: number;
}) {
  const x = (day: number): number => portionOf(day, span) * WIDTH;
  const y = (amount: number): number => BOTTOM - (Math.abs(amount) / top) * (BOTTOM - TOP);
  const { steps } = series;
  const id = `susp-${series.slot.replaceAll(/[^a-zA-Z0-9]/g, '-')}`;
  return (
    <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} preserveAspectRatio="none" aria-hidden="true" className="steps">
      <defs>
        <pattern id={id} width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <path d="M0 0V5" className="hatch-line" strokeWidth="2" />
        </pattern>
      </defs>
      <path d={`M0 ${BOTTOM}H${WIDTH}`} className="base" />
      {steps.map((step, i) => {
        const before = steps[i - 1];
        const rise =
          before && before.until === step.from
            ? `M${x(step.from)} ${y(before.amount)}V${y(step.amount)}`
            : `M${x(step.from)} ${BOTTOM}V${y(step.amount)}`;
        return (
          <g key={step.from}>
            <rect
              x={x(step.from)}
              width={x(step.until) - x(step.from)}
              y={y(step.amount)}
              height={BOTTOM - y(step.amount)}
              className={step.planned ? 'area planned' : 'area'}
              {...(step.status === 'SUSPENDED' ? { style: { fill: `url(#${id})` } } : {})}
            />
            <path d={`${rise}H${x(step.until)}`} className={step.planned ? 'line planned' : 'line'} />
          </g>
        );
      })}
      <path d={`M0 0V${HEIGHT}`} className="cursor" transform={`translate(${x(date)} 0)`} />
    </svg>
  );
}

function SeriesTable({
  series,
  nameOf,
}: {
  readonly series: readonly Series[];
  readonly nameOf: (series: Series) => { who: string; what: string };
}) {
  const { t } = useLanguage();
  return (
    <table className="data">
      <caption className="vh">{t('screen.view.series')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('screen.column.who')}</th>
          <th scope="col">{t('screen.column.from')}</th>
          <th scope="col">{t('screen.column.until')}</th>
          <th scope="col" className="r">
            {t('screen.column.value')}
          </th>
          <th scope="col">{t('screen.column.status')}</th>
        </tr>
      </thead>
      <tbody>
        {series.flatMap((one) => {
          const { who, what } = nameOf(one);
          return one.steps.map((step, i) => (
            <tr key={`${one.slot} ${step.from}`}>
              {i === 0 ? (
                <th scope="rowgroup" rowSpan={one.steps.length}>
                  {who} {what}
                </th>
              ) : null}
              <td className="num">{formatDay(step.from)}</td>
              <td className="num">{formatDay(step.until)}</td>
              <td className="r num">
                {figure(step.amount)}
                {one.unit === '%' ? '%' : ` ${one.unit}`}
              </td>
              <td>
                {t(`status.${step.status}`)}
                {step.planned ? ` (${t('list.projected')})` : ''}
              </td>
            </tr>
          ));
        })}
      </tbody>
    </table>
  );
}
