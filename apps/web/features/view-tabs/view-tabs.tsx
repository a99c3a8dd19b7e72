'use client';
import type { KeyboardEvent, ReactNode } from 'react';
import { useLanguage } from '@/language/language-provider';
import { useScrub } from '@/timeline/scrub-context';
import { VIEWS, type ViewName } from '@/timeline/url-codec';

/** The five pictures of the same answers; the route draws the open one, or the plane of date and known day over it. */
export function ViewTabs({ plane, children }: { readonly plane: ReactNode; readonly children: ReactNode }) {
  const { t } = useLanguage();
  const { viewName, setViewName, planeOpen } = useScrub();
  const arrows = (event: KeyboardEvent<HTMLDivElement>): void => {
    const turn = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? VIEWS.length - 1 : 0;
    if (turn === 0) return;
    event.preventDefault();
    const next = VIEWS[(VIEWS.indexOf(viewName) + turn) % VIEWS.length] as ViewName;
    setViewName(next);
    event.currentTarget.querySelector<HTMLElement>(`[data-view="${next}"]`)?.focus();
  };
  return (
    <div className="pane pane-view">
      <div
        className="tabs"
        role="tablist"
        aria-label={t('screen.view.group')}
        onKeyDown={arrows}
        tabIndex={-1}
      >
        {VIEWS.map((name, i) => (
          <button
            key={name}
            type="button"
            role="tab"
            id={`tab-${name}`}
            data-view={name}
            aria-selected={viewName === name && !planeOpen}
            aria-controls="view-panel"
            tabIndex={viewName === name ? 0 : -1}
            title={`${t(`screen.view.${name}`)} (${i + 1})`}
            onClick={() => setViewName(name)}
          >
            {t(`screen.view.${name}`)}
          </button>
        ))}
      </div>
      <div className="view-panel" role="tabpanel" id="view-panel" aria-labelledby={`tab-${viewName}`}>
        {planeOpen ? plane : children}
      </div>
    </div>
  );
}
