'use client';
import { addDays, type Day } from '@policy-timeline/domain';
import { type KeyboardEvent, type PointerEvent, useEffect, useMemo, useRef } from 'react';
import { spellDay } from '@/language/format-day';
import { useLanguage } from '@/language/language-provider';
import { nameSlot } from '@/language/name-slot';
import { borderOf, type Place } from '@/timeline/knowledge';
import { useScrub } from '@/timeline/scrub-context';
import { portionOf, type Span } from '@/timeline/scrub-range';
import { ticksOf } from '@/timeline/ticks';
import { PictureFrame } from '@/ui/picture-frame';
import { Cell, SIZE } from './plane-cell';
import { planePicture } from './plane-picture';
import { PlaneTable } from './plane-table';

/** One slot over date (across) and known day (up): every answer the record ever gave. A drag sets both. */
export function TimePlane() {
  const { locale, t } = useLanguage();
  const { store, reader, view, goToPlace, setPlaneOpen } = useScrub();
  const svg = useRef<SVGSVGElement>(null);
  const { place, reason, frame } = view;
  const index = reason?.index ?? null;
  const known = borderOf(place, frame.newestKnown);
  const picture = useMemo(
    () =>
      reader && index !== null
        ? planePicture(reader, index, { date: store.hot.date, known: borderOf(store.hot, frame.newestKnown) })
        : null,
    [reader, index, store, frame.newestKnown],
  );
  const span = picture?.span ?? frame.range;
  useEffect(
    () =>
      store.onHot((at) => {
        if (svg.current) paintCross(svg.current, at, borderOf(at, frame.newestKnown), span);
      }),
    [store, span, frame.newestKnown],
  );
  if (!reader || !picture || index === null) return <p className="empty q">{t('screen.loading')}</p>;

  const at = (event: PointerEvent<HTMLDivElement>): Place => {
    const box = event.currentTarget.getBoundingClientRect();
    const day = (portion: number): Day =>
      Math.round(span.from + Math.min(1, Math.max(0, portion)) * (span.until - span.from)) as Day;
    return {
      date: day((event.clientX - box.left) / box.width),
      knowledge: { mode: 'fixed', day: day(1 - (event.clientY - box.top) / box.height) },
    };
  };
  const goTo = (to: Place): void => {
    store.moveTo(to.date);
    store.knowBy(to.knowledge);
  };
  const move = (event: PointerEvent<HTMLDivElement>): void => {
    if (!event.currentTarget.hasPointerCapture(event.pointerId)) return;
    goTo(at(event));
  };
  const keys = (event: KeyboardEvent): void => {
    const days = event.shiftKey ? 7 : 1;
    const [dx, dy] = {
      ArrowLeft: [-days, 0],
      ArrowRight: [days, 0],
      ArrowUp: [0, days],
      ArrowDown: [0, -days],
    }[event.key] ?? [0, 0];
    if (dx === 0 && dy === 0) {
      if (event.key === 'Escape') {
        event.stopPropagation();
        setPlaneOpen(false);
      }
      return;
    }
    event.preventDefault();
    const hot = store.hot;
    store.moveTo(addDays(hot.date, dx ?? 0));
    store.knowBy({ mode: 'fixed', day: addDays(borderOf(hot, frame.newestKnown), dy ?? 0) });
  };
  const { who, what } = nameSlot(view.names[reason?.slot ?? ''], locale, t);
  const title = t('screen.plane.title', { who: what && who.length < 12 ? `${who} ${what}` : who });
  const said = t('screen.plane.at', { day: spellDay(place.date, locale), known: spellDay(known, locale) });
  return (
    <PictureFrame
      name="plane"
      title={title}
      table={<PlaneTable date={place.date} index={index} />}
      tools={
        <button
          type="button"
          className="linkish"
          data-testid="plane-close"
          onClick={() => setPlaneOpen(false)}
        >
          {t('screen.plane.close')}
        </button>
      }
    >
      <div className="plane">
        {/* A slider over two axes: arrows left and right move the date, up and down the known day. */}
        <div
          className="plane-pad"
          role="slider"
          tabIndex={0}
          aria-label={title}
          aria-valuemin={span.from}
          aria-valuemax={span.until}
          aria-valuenow={place.date}
          aria-valuetext={said}
          data-testid="time-plane"
          onPointerDown={(event) => {
            event.currentTarget.setPointerCapture(event.pointerId);
            store.hold();
            goTo(at(event));
          }}
          onPointerMove={move}
          onPointerUp={() => store.release()}
          onPointerCancel={() => store.release()}
          onKeyDown={keys}
        >
          <svg ref={svg} viewBox={`0 0 ${SIZE} ${SIZE}`} aria-hidden="true">
            <defs>
              <pattern
                id="plane-hatch"
                width="5"
                height="5"
                patternUnits="userSpaceOnUse"
                patternTransform="rotate(45)"
              >
                <path d="M0 0V5" className="hatch-line" strokeWidth="2" />
              </pattern>
            </defs>
            <rect width={SIZE} height={SIZE} className="plane-ground" />
            {picture.cells.map((cell) => (
              <Cell key={`${cell.dates.from} ${cell.known.from}`} cell={cell} span={span} />
            ))}
            <path d={`M0 ${SIZE}L${SIZE} 0`} className="as-lived" />
            {ticksOf(span, locale)
              .filter(({ minor }) => !minor)
              .map(({ day, label }) => (
                <text key={day} x={portionOf(day, span) * SIZE + 2} y={SIZE - 4} className="tick-text">
                  {label}
                </text>
              ))}
            <g className="cross">
              <path
                d={`M0 0V${SIZE}`}
                data-cross="date"
                transform={`translate(${portionOf(place.date, span) * SIZE} 0)`}
              />
              <path
                d={`M0 0H${SIZE}`}
                data-cross="known"
                transform={`translate(0 ${(1 - portionOf(known, span)) * SIZE})`}
              />
            </g>
          </svg>
        </div>
        <p className="caption" aria-hidden="true">
          → {t('rail.date')}　<span className="kn">↑ {t('rail.known')}</span>　┄ {t('mode.lived')}
        </p>
        <p className="num plane-now">{said}</p>
      </div>
      <div className="picture-table flat">
        <PlaneTable
          date={place.date}
          index={index}
          onKnown={(day) => goToPlace({ date: place.date, knowledge: { mode: 'fixed', day } })}
        />
      </div>
    </PictureFrame>
  );
}

function paintCross(svg: SVGSVGElement, place: Place, known: Day, span: Span): void {
  svg
    .querySelector('[data-cross="date"]')
    ?.setAttribute('transform', `translate(${portionOf(place.date, span) * SIZE} 0)`);
  svg
    .querySelector('[data-cross="known"]')
    ?.setAttribute('transform', `translate(0 ${(1 - portionOf(known, span)) * SIZE})`);
}
