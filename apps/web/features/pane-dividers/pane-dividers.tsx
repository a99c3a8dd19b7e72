'use client';
import { type KeyboardEvent, type PointerEvent, useCallback, useEffect, useRef, useState } from 'react';
import { useLanguage } from '@/language/language-provider';
import { keep, kept } from '@/ui/kept';
import { columnsOf, type Edge, roomOf, type Shares, sharesFrom, sharesText, withEdge } from './shares';

const STEP = 0.02;
const EDGES: readonly Edge[] = ['view', 'list'];
const percent = (share: number): number => Math.round(share * 100);

/** The edges between picture, list and plans can be moved: by hand, by arrow keys, and back by a double press. */
export function PaneDividers() {
  const { t } = useLanguage();
  const group = useRef<HTMLDivElement>(null);
  const [chosen, setChosen] = useState(() => sharesFrom(kept('panes')));
  const [found, setFound] = useState<Shares | null>(null);
  // What was chosen holds at once: keys may come faster than the page is measured.
  const measured = found && (chosen ?? found);

  useEffect(() => {
    group.current?.parentElement?.style.setProperty('--pane-columns', chosen ? columnsOf(chosen) : null);
  }, [chosen]);
  useEffect(() => {
    const panes = group.current?.parentElement;
    if (!panes) return;
    const measure = (): void => {
      const { left, width } = panes.getBoundingClientRect();
      const [view, list] = [...panes.querySelectorAll(':scope > .pane')].map(
        (pane) => (pane.getBoundingClientRect().right - left) / width,
      );
      setFound(view && list && list < 0.99 ? { view, list } : null);
    };
    // Other views have other columns; whatever moves an edge changes the width of a pane.
    const resized = new ResizeObserver(measure);
    for (const pane of panes.querySelectorAll(':scope > .pane')) resized.observe(pane);
    return () => resized.disconnect();
  }, []);

  const place = useCallback((shares: Shares | null): void => {
    setChosen(shares);
    keep('panes', shares && sharesText(shares));
  }, []);
  const drag = (edge: Edge) => (event: PointerEvent<HTMLDivElement>) => {
    const box = group.current?.parentElement?.getBoundingClientRect();
    if (!box || !measured || !event.currentTarget.hasPointerCapture(event.pointerId)) return;
    place(withEdge(measured, edge, (event.clientX - box.left) / box.width));
  };
  const keys = (edge: Edge) => (event: KeyboardEvent) => {
    if (!measured) return;
    const [least, most] = roomOf(measured, edge);
    const to = {
      ArrowLeft: measured[edge] - STEP,
      ArrowRight: measured[edge] + STEP,
      Home: least,
      End: most,
    }[event.key];
    if (event.key === 'Enter') place(null);
    else if (to === undefined) return;
    else place(withEdge(measured, edge, to));
    event.preventDefault();
  };
  return (
    <div className="dividers" ref={group}>
      {measured === null
        ? null
        : EDGES.map((edge) => {
            const [least, most] = roomOf(measured, edge);
            return (
              // A separator that can be moved is a control of its own (ARIA window splitter).
              // biome-ignore lint/a11y/useSemanticElements: a rule cannot be moved
              <div
                key={edge}
                role="separator"
                tabIndex={0}
                className="divider"
                aria-orientation="vertical"
                aria-label={t(`scrub.divide.${edge}`)}
                aria-valuemin={percent(least)}
                aria-valuemax={percent(most)}
                aria-valuenow={percent(measured[edge])}
                aria-valuetext={t('scrub.divide.text', { share: percent(measured[edge]) })}
                data-testid={`divider-${edge}`}
                style={{ left: `${measured[edge] * 100}%` }}
                onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
                onPointerMove={drag(edge)}
                onDoubleClick={() => place(null)}
                onKeyDown={keys(edge)}
              />
            );
          })}
    </div>
  );
}
