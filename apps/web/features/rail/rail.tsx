'use client';
import { formatDay } from '@policy-timeline/domain';
import { useEffect, useMemo, useRef } from 'react';
import { useLanguage } from '@/language/language-provider';
import { useScrub } from '@/timeline/scrub-context';
import { viewBorder } from '@/timeline/scrub-view';
import { useZoom } from '@/timeline/use-zoom';
import { Axis } from './axis';
import { DensityCanvas } from './density-canvas';
import { LaneLabels, Lanes } from './lanes';
import { Overview } from './overview';
import { paintRail, percent, railTexts } from './paint-rail';
import { Playheads } from './playheads';
import { useRailDrag } from './use-rail-drag';

/** Years, density, lanes and the two thumbs. Under the hand only transforms and slider texts change. */
export function Rail() {
  const { locale, t } = useLanguage();
  const scrub = useScrub();
  const { store, view, window: span } = scrub;
  const rail = useRef<HTMLElement>(null);
  const track = useRef<HTMLDivElement>(null);
  const drag = useRailDrag(track);
  const border = viewBorder(view);
  const texts = useMemo(() => railTexts(locale, t), [locale, t]);

  useEffect(() => {
    const newest = view.frame.newestKnown;
    return store.onHot((place) => {
      if (rail.current) paintRail(rail.current, place, span, newest, texts);
    });
  }, [store, span, view.frame.newestKnown, texts]);
  useEffect(() => {
    if (rail.current) paintRail(rail.current, store.hot, span, view.frame.newestKnown, texts);
  });

  const plan = { transform: `translateX(${percent(border + 1, span)})` };
  return (
    <section className="rail" aria-label={t('rail.group')} ref={rail}>
      <div className="gl gl-all">{t('rail.all')}</div>
      <Overview />
      <div className="gl gl-den">
        <span>
          <span className="up">▲</span> {t('rail.tighter')}　<span className="dn">▼</span> {t('rail.easier')}
        </span>
      </div>
      <div className="tr den">
        <div className="plan" data-plan style={plan} />
        <DensityCanvas />
        <div className="ax" />
        <span className="plan-label" data-plan style={plan}>
          <span>{t('rail.planFrom')}</span>
        </span>
      </div>
      <LaneLabels />
      <div className="tr lanes-in">
        <div className="plan" data-plan style={plan} />
        <Lanes />
      </div>
      <div className="gl gl-axis">
        <ZoomButtons />
      </div>
      <div className="tr axis">
        <div className="plan" data-plan style={plan} />
        <Axis />
        <span className="rail-note num">
          {t('rail.note', { count: view.frame.eventCount, day: formatDay(view.frame.newestKnown) })}・
          <span data-testid="record-position">{t('rail.position', { position: view.frame.position })}</span>
        </span>
      </div>
      {/* The whole track takes the pointer; keys and values live on the thumbs. */}
      <div
        className="rail-track"
        ref={track}
        onPointerDown={drag.press}
        onPointerMove={drag.move}
        onPointerUp={drag.release}
        onPointerCancel={drag.release}
      >
        <Playheads />
      </div>
    </section>
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
