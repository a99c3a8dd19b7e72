'use client';
import { formatDay, partsOf } from '@policy-timeline/domain';
import { useEffect, useMemo, useRef } from 'react';
import { shortValue } from '@/language/format-value';
import { useLanguage } from '@/language/language-provider';
import { nameSlot } from '@/language/name-slot';
import { type Lane, laneSlots } from '@/timeline/lanes';
import { useScrub } from '@/timeline/scrub-context';
import { portionOf } from '@/timeline/scrub-range';
import { slotNames } from '@/timeline/scrub-view';
import { ticksOf } from '@/timeline/ticks';
import { LaneBars } from '@/ui/lane-bars';
import { PictureFrame } from '@/ui/picture-frame';

/** More than a screen of them; the filter narrows further. */
export const LANES_SHOWN = 40;
/** A longer stretch leaves no room for the names of months. */
const MONTHS_FIT_DAYS = 500;

/** Every measure as a bar over the days of the rail: solid as known, outlined as planned, hatched while suspended. */
export function LanesView() {
  const { locale, t } = useLanguage();
  const { store, reader, slots, view, window: span, select } = useScrub();
  const { place } = view;
  const box = useRef<HTMLDivElement>(null);
  const lanes = useMemo<readonly Lane[]>(
    () =>
      reader ? laneSlots(reader, slots, place, span, view.reason?.index ?? null, LANES_SHOWN) : view.lanes,
    [reader, slots, place, span, view.reason, view.lanes],
  );
  useEffect(
    () =>
      store.onHot(({ date }) => {
        const line = box.current?.querySelector<HTMLElement>('.now-line');
        if (line) line.style.transform = `translateX(${(portionOf(date, span) * 100).toFixed(3)}%)`;
      }),
    [store, span],
  );
  const nameOf = (lane: Lane) =>
    nameSlot(reader ? slotNames(reader, lane.index) : view.names[lane.slot], locale, t);
  const yearsAlone = span.until - span.from > MONTHS_FIT_DAYS;
  const title = t('screen.lanes.title', { count: lanes.length, all: slots.length || lanes.length });
  return (
    <PictureFrame name="lanes" title={title} table={<LaneTable lanes={lanes} nameOf={nameOf} />}>
      <div className="lanes-grid" ref={box} data-testid="lanes">
        <div className="lane-track overlay" aria-hidden="true">
          {ticksOf(span, locale).map(({ day, label, minor }) => (
            <i
              key={day}
              className="tick"
              data-minor={minor}
              style={{ left: `${portionOf(day, span) * 100}%` }}
            >
              {yearsAlone && partsOf(day).month !== 1 ? null : <span className="num lane-name">{label}</span>}
            </i>
          ))}
          <i
            className="now-line"
            style={{ transform: `translateX(${portionOf(place.date, span) * 100}%)` }}
          />
        </div>
        {lanes.map((lane) => {
          const { who, what } = nameOf(lane);
          return (
            <div key={lane.slot} className="lane-row" data-selected={lane.slot === view.reason?.slot}>
              <button
                type="button"
                className="lane-name"
                title={`${who} ${what}`.trim()}
                onClick={() => select(lane.slot)}
              >
                <b>{who}</b> {what}
              </button>
              <div className="lane-track">
                <LaneBars bars={lane.bars} span={span} />
              </div>
            </div>
          );
        })}
      </div>
    </PictureFrame>
  );
}

function LaneTable({
  lanes,
  nameOf,
}: {
  readonly lanes: readonly Lane[];
  readonly nameOf: (lane: Lane) => { who: string; what: string };
}) {
  const { locale, t } = useLanguage();
  return (
    <table className="data">
      <caption className="vh">{t('screen.view.lanes')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('screen.column.who')}</th>
          <th scope="col">{t('screen.column.from')}</th>
          <th scope="col">{t('screen.column.until')}</th>
          <th scope="col">{t('screen.column.status')}</th>
          <th scope="col" className="r">
            {t('screen.column.value')}
          </th>
        </tr>
      </thead>
      <tbody>
        {lanes.flatMap((lane) => {
          const { who, what } = nameOf(lane);
          return lane.bars.map((bar, i) => (
            <tr key={`${lane.slot} ${bar.from}`}>
              {i === 0 ? (
                <th scope="rowgroup" rowSpan={lane.bars.length}>
                  {who} {what}
                </th>
              ) : null}
              <td className="num">{formatDay(bar.from)}</td>
              <td className="num">{bar.open ? '—' : formatDay(bar.until)}</td>
              <td>
                {t(`status.${bar.status}`)}
                {bar.planned ? ` (${t('list.projected')})` : ''}
              </td>
              <td className="r num">{shortValue(bar.value, locale, t) ?? ''}</td>
            </tr>
          ));
        })}
      </tbody>
    </table>
  );
}
