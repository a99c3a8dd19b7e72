'use client';
import { formatDay } from '@policy-timeline/domain';
import dynamic from 'next/dynamic';
import { useEffect, useMemo, useRef } from 'react';
import { useLanguage } from '@/language/language-provider';
import { borderOf } from '@/timeline/knowledge';
import { useScrub } from '@/timeline/scrub-context';
import { portionOf } from '@/timeline/scrub-range';
import { viewBorder } from '@/timeline/scrub-view';
import { useZoom } from '@/timeline/use-zoom';
import { useTouched } from '@/ui/use-touched';
import { Axis } from './axis';
import { DensityCanvas } from './density-canvas';
import { LaneLabels, Lanes } from './lanes';
import { Overview } from './overview';
import { paintHeads, paintPlan, percent, railTexts } from './paint-rail';
import { Playheads } from './playheads';
import { useRailDrag } from './use-rail-drag';

// Choices of how the rail looks wait until the screen stands.
const EraSwitch = dynamic(() => import('./rail-switches').then((module) => module.EraSwitch), { ssr: false });
const RailFold = dynamic(() => import('./rail-switches').then((module) => module.RailFold), { ssr: false });

/** Years, density, lanes and the two thumbs. Under the hand only transforms and slider texts change. */
export function Rail() {
  const { locale, t } = useLanguage();
  const scrub = useScrub();
  const { store, view, window: span } = scrub;
  const rail = useRef<HTMLElement>(null);
  const track = useRef<HTMLDivElement>(null);
  const drag = useRailDrag(rail, track);
  const border = viewBorder(view);
  const touched = useTouched();
  const texts = useMemo(() => railTexts(locale, t), [locale, t]);

  const width = useRef(1200);
  useEffect(() => {
    if (!track.current) return;
    const resized = new ResizeObserver(([entry]) => {
      width.current = entry?.contentRect.width ?? 1200;
      if (rail.current) rail.current.dispatchEvent(new Event('resized'));
    });
    resized.observe(track.current);
    return () => resized.disconnect();
  }, []);
  useEffect(() => {
    const newest = view.frame.newestKnown;
    let planFrom: number | null = null;
    const paint = (): void => {
      if (!rail.current) return;
      paintHeads(rail.current, store.hot, span, texts, width.current);
      const border = borderOf(store.hot, newest) + 1;
      // Most frames leave it where it is.
      if (border !== planFrom) paintPlan(rail.current, border, span);
      planFrom = border;
    };
    paint();
    const element = rail.current;
    element?.addEventListener('resized', paint);
    const forget = store.onHot(paint);
    return () => {
      element?.removeEventListener('resized', paint);
      forget();
    };
  });

  const plan = { transform: `translateX(${percent(border + 1, span)})` };
  return (
    <section className="rail" aria-label={t('rail.group')} ref={rail}>
      <div className="gl gl-all">
        {t('rail.all')}
        {touched && locale === 'ja' ? <EraSwitch /> : null}
      </div>
      <Overview />
      <div className="gl gl-den">
        <span>
          <span className="up">▲</span> {t('rail.tighter')}　<span className="dn">▼</span> {t('rail.easier')}
        </span>
      </div>
      <div className="tr den">
        <FreshnessBand />
        <div className="plan" data-plan style={plan} />
        <DensityCanvas />
        <div className="ax" />
        <span className="plan-label" data-plan style={plan}>
          <span>{t('rail.planFrom')}</span>
        </span>
      </div>
      <LaneLabels />
      <div className="tr lanes-in">
        <FreshnessBand />
        <div className="plan" data-plan style={plan} />
        <Lanes />
      </div>
      <div className="gl gl-axis">
        <ZoomButtons />
        {touched ? <RailFold /> : null}
      </div>
      <div className="tr axis">
        <div className="plan" data-plan style={plan} />
        <Axis />
        <span className="rail-note num">
          {view.coveredThrough !== null && view.place.date > view.coveredThrough
            ? t('rail.fresh', { day: formatDay(view.coveredThrough) })
            : t('rail.note', { count: view.frame.eventCount, day: formatDay(view.frame.newestKnown) })}
          ・<span data-testid="record-position">{t('rail.position', { position: view.frame.position })}</span>
        </span>
      </div>
      {/* The whole track takes the pointer; keys and values live on the thumbs. */}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: see above */}
      <div
        className="rail-track"
        ref={track}
        onPointerDown={drag.press}
        onPointerUp={drag.release}
        onPointerCancel={drag.release}
        onPointerLeave={drag.leave}
        onDoubleClick={drag.doublePress}
      >
        <span className="ghost" hidden aria-hidden="true">
          <span className="num" />
        </span>
        <span className="range-mark" hidden aria-hidden="true" />
        <PinMark />
        <Playheads />
      </div>
    </section>
  );
}

/** Days near the end of the record, in which records of some topics of the filter may still arrive. */
function FreshnessBand() {
  const { t } = useLanguage();
  const { view, window: span } = useScrub();
  const { coveredThrough, frame } = view;
  if (coveredThrough === null || coveredThrough >= frame.newestKnown) return null;
  const from = Math.max(0, portionOf(coveredThrough + 1, span));
  const until = Math.min(1, portionOf(frame.newestKnown + 1, span));
  if (from >= until) return null;
  return (
    <i
      className="fresh"
      title={t('rail.fresh', { day: formatDay(coveredThrough) })}
      style={{ left: `${from * 100}%`, width: `${(until - from) * 100}%` }}
    />
  );
}

/** Where A is pinned. */
function PinMark() {
  const { pin, window: span } = useScrub();
  if (pin === null || pin.date < span.from || pin.date >= span.until) return null;
  return (
    <span
      className="pin-mark"
      style={{ transform: `translateX(${percent(pin.date, span)})` }}
      data-testid="pin-mark"
    >
      <b>A</b>
    </span>
  );
}

function ZoomButtons() {
  const { t } = useLanguage();
  const { zoom, fit } = useZoom();
  return (
    <span className="zoom">
      <button type="button" aria-label={t('rail.zoomOut')} onClick={() => zoom(2)}>
        −
      </button>
      <button type="button" aria-label={t('rail.zoomIn')} onClick={() => zoom(0.5)}>
        ＋
      </button>
      <button type="button" onClick={fit}>
        {t('rail.fit')}
      </button>
    </span>
  );
}
