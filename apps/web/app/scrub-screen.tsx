'use client';
import dynamic from 'next/dynamic';
import { CompareBar } from '@/features/compare/compare-bar';
import { DateField } from '@/features/date-field/date-field';
import { ModeSwitch } from '@/features/mode-switch/mode-switch';
import { StepButtons } from '@/features/play/step-buttons';
import { Rail } from '@/features/rail/rail';
import { ReadingList } from '@/features/reading-list/reading-list';
import { Tallies } from '@/features/tallies/tallies';
import { UpcomingPanel } from '@/features/upcoming-panel/upcoming-panel';
import { ViewTabs } from '@/features/view-tabs/view-tabs';
import { WhyPanel } from '@/features/why-panel/why-panel';
import { useLanguage } from '@/language/language-provider';
import { type Pane, useScrub } from '@/timeline/scrub-context';
import { ScrubProvider, type ScrubStart } from '@/timeline/scrub-provider';
import { usePhone } from '@/ui/use-phone';
import { useTouched } from '@/ui/use-touched';
import { Announcer, Notice } from './announcer';
import { OfflineUse } from './offline-use';
import { ScrubHeader } from './scrub-header';

const RecordUpdates = dynamic(
  () => import('@/features/record-updates/record-updates').then((module) => module.RecordUpdates),
  { ssr: false },
);
const PaneSwipe = dynamic(
  () => import('@/features/pane-swipe/pane-swipe').then((module) => module.PaneSwipe),
  { ssr: false },
);
const PaneDividers = dynamic(
  () => import('@/features/pane-dividers/pane-dividers').then((module) => module.PaneDividers),
  { ssr: false },
);
const PrintLine = dynamic(
  () => import('@/features/take-away/print-line').then((module) => module.PrintLine),
  { ssr: false },
);
// Each picture is loaded when its tab is opened; the one of the address comes with the first page.
const PICTURES = {
  map: dynamic(() => import('@/features/map-view/map-view').then((module) => module.MapView)),
  lanes: dynamic(() => import('@/features/lanes-view/lanes-view').then((module) => module.LanesView)),
  matrix: dynamic(() => import('@/features/matrix-view/matrix-view').then((module) => module.MatrixView)),
  table: dynamic(() => import('@/features/table-view/table-view').then((module) => module.TableView)),
  series: dynamic(() => import('@/features/series-view/series-view').then((module) => module.SeriesView)),
};
const TimePlane = dynamic(
  () => import('@/features/time-plane/time-plane').then((module) => module.TimePlane),
  { ssr: false },
);
const ChangesPanel = dynamic(() =>
  import('@/features/changes-panel/changes-panel').then((module) => module.ChangesPanel),
);
const PANES: readonly Pane[] = ['list', 'view', 'upcoming', 'changes', 'why'];

/** The one screen: what holds, what changed, what lies ahead and why, over the rail. */
export function ScrubScreen({ start }: { readonly start: ScrubStart }) {
  return (
    <ScrubProvider
      start={start}
      updates={(onReader, held) => <RecordUpdates held={held} onReader={onReader} />}
    >
      <Screen />
    </ScrubProvider>
  );
}

function Screen() {
  const { t } = useLanguage();
  const { pane, side, setPane, viewName, view } = useScrub();
  const phone = usePhone();
  const touched = useTouched();
  const Picture = PICTURES[viewName];
  return (
    <div className="scrub-page">
      <a className="skip" href="#main">
        {t('app.skip')}
      </a>
      <ScrubHeader />
      <section className="cmd" aria-label={t('step.group')}>
        <StepButtons />
        <DateField />
        <ModeSwitch />
        <span className="grow" />
        <Tallies />
        <CompareBar />
      </section>
      <nav className="p-tabs" aria-label={t('tabs.group')}>
        {PANES.map((name) => (
          <button
            key={name}
            type="button"
            aria-current={pane === name ? 'true' : undefined}
            data-testid={`tab-${name}`}
            onClick={() => setPane(name)}
          >
            {t(name === 'view' ? `screen.view.${viewName}` : `tabs.${name}`)}
          </button>
        ))}
      </nav>
      <main className="panes" id="main" data-pane={pane} data-view={viewName}>
        <h1 className="vh">{t('app.title')}</h1>
        <ViewTabs plane={<TimePlane />}>
          <Picture />
        </ViewTabs>
        <ReadingList />
        <div className="pane pane-side">
          <div className="side-lists" data-side={side}>
            <div className="tabs" role="tablist" aria-label={t('screen.side.group')}>
              {(['upcoming', 'changes'] as const).map((name) => (
                <button
                  key={name}
                  type="button"
                  role="tab"
                  aria-selected={side === name}
                  data-testid={`side-${name}`}
                  onClick={() => setPane(name)}
                >
                  {t(`screen.side.${name}`)}{' '}
                  <span className="num q">
                    {name === 'upcoming' ? view.upcoming.length : view.changes.length}
                  </span>
                </button>
              ))}
            </div>
            {side === 'upcoming' ? <UpcomingPanel /> : <ChangesPanel />}
          </div>
          <WhyPanel />
        </div>
        {!phone && touched ? <PaneDividers /> : null}
      </main>
      <Rail />
      {phone ? <PaneSwipe panes={PANES} /> : null}
      {touched ? <PrintLine /> : null}
      <OfflineUse />
      <Announcer />
      <Notice />
    </div>
  );
}
