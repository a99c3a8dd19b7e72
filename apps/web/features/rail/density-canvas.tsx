'use client';
import { useEffect, useRef } from 'react';
import { useLanguage } from '@/language/language-provider';
import { type DensityBins, densityBins } from '@/timeline/density-bins';
import { useScrub } from '@/timeline/scrub-context';
import { viewBorder } from '@/timeline/scrub-view';
import { slotFilter } from '@/timeline/slot-filter';

/** Width of a bar in CSS pixels. */
const BAR = 9;
/** The axis divides the height: up is tighter, down is easier. */
const AXIS = 0.62;

/** Drawn again only when window, filter, knowledge, size or colours change; never while the hand moves. */
export function DensityCanvas() {
  const { t } = useLanguage();
  const { reader, view, window: span, filter } = useScrub();
  const canvas = useRef<HTMLCanvasElement>(null);
  // As lived the known day moves with the date: density then shows all that is known, and the plan ground alone moves.
  const border = view.place.knowledge.mode === 'lived' ? view.frame.newestKnown : viewBorder(view);

  useEffect(() => {
    const element = canvas.current;
    if (!element || !reader) return;
    const passes = slotFilter(reader.pack, filter);
    const draw = (): void => {
      const { width, height } = element.getBoundingClientRect();
      if (width > 0)
        paint(
          element,
          width,
          height,
          densityBins(reader.pack, passes, span, Math.max(1, Math.floor(width / BAR)), border),
        );
    };
    draw();
    const resized = new ResizeObserver(draw);
    resized.observe(element);
    const dark = window.matchMedia('(prefers-color-scheme: dark)');
    dark.addEventListener('change', draw);
    return () => {
      resized.disconnect();
      dark.removeEventListener('change', draw);
    };
  }, [reader, filter, span, border]);

  return <canvas ref={canvas} role="img" aria-label={t('rail.densityLabel')} />;
}

function paint(element: HTMLCanvasElement, width: number, height: number, bins: DensityBins): void {
  const scale = window.devicePixelRatio || 1;
  element.width = Math.round(width * scale);
  element.height = Math.round(height * scale);
  const pen = element.getContext('2d');
  if (!pen) return;
  pen.scale(scale, scale);
  const style = getComputedStyle(element);
  const colour = (name: string): string => style.getPropertyValue(name).trim() || 'CanvasText';
  const axis = height * AXIS;
  const step = width / bins.tightening.length;
  const up = axis - 3;
  const down = height - axis - 2;
  const tallest = Math.max(
    4,
    ...bins.tightening.map((n, i) => n + (bins.plannedUp[i] ?? 0)),
    ...bins.easing.map((n, i) => n + (bins.plannedDown[i] ?? 0)),
  );
  const size = (n: number, room: number): number =>
    n === 0 ? 0 : Math.max(3, Math.sqrt(n / tallest) * room);
  bins.tightening.forEach((tighter, i) => {
    const x = i * step + 0.5;
    const w = step - 1.5;
    const rise = size(tighter, up);
    const fall = size(bins.easing[i] ?? 0, down);
    pen.fillStyle = colour('--tighten');
    pen.fillRect(x, axis - rise, w, rise);
    pen.fillStyle = colour('--ease');
    pen.fillRect(x, axis, w, fall);
    if (tighter === 0 && (bins.easing[i] ?? 0) === 0 && (bins.neither[i] ?? 0) > 0) {
      pen.fillStyle = colour('--line-control');
      pen.fillRect(x, axis - 2, w, 4);
    }
    outline(
      pen,
      x,
      axis - rise,
      w,
      -size(bins.plannedUp[i] ?? 0, up - rise),
      colour('--tighten'),
      colour('--surface'),
    );
    outline(
      pen,
      x,
      axis + fall,
      w,
      size(bins.plannedDown[i] ?? 0, down - fall),
      colour('--ease'),
      colour('--surface'),
    );
  });
}

function outline(
  pen: CanvasRenderingContext2D,
  x: number,
  y: number,
  w: number,
  h: number,
  stroke: string,
  fill: string,
): void {
  if (Math.abs(h) < 2) return;
  pen.fillStyle = fill;
  pen.fillRect(x, y, w, h);
  pen.strokeStyle = stroke;
  pen.lineWidth = 1.25;
  pen.strokeRect(x + 0.6, y, w - 1.2, h);
}
