'use client';
import dynamic from 'next/dynamic';
import { ChangesPanel } from '@/features/changes-panel/changes-panel';
import { DateField } from '@/features/date-field/date-field';
import { ModeSwitch } from '@/features/mode-switch/mode-switch';
import { StepButtons } from '@/features/play/step-buttons';
import { Rail } from '@/features/rail/rail';
import { ReadingList } from '@/features/reading-list/reading-list';
import { Tallies } from '@/features/tallies/tallies';
import { UpcomingPanel } from '@/features/upcoming-panel/upcoming-panel';
import { WhyPanel } from '@/features/why-panel/why-panel';
import { useLanguage } from '@/language/language-provider';
import { type Pane, useScrub } from '@/timeline/scrub-context';
import { ScrubProvider, type ScrubStart } from '@/timeline/scrub-provider';
import { Announcer, Notice } from './announcer';
import { ScrubHeader } from './scrub-header';

const RecordUpdates = dynamic(
  () => import('@/features/record-updates/record-updates').then((module) => module.RecordUpdates),
  { ssr: false },
);
const PANES: readonly Pane[] = ['list', 'changes', 'upcoming', 'why'];

/** The one screen: what holds, what changed, what lies ahead and why, over the rail. */
export function ScrubScreen({ start }: { readonly start: ScrubStart }) {
  return (
    <ScrubProvider
      start={start}
      updates={(onReader, position) => <RecordUpdates position={position} onReader={onReader} />}
    >
      <Screen />
    </ScrubProvider>
  );
}

function Screen() {
  const { t } = useLanguage();
  const { pane, setPane } = useScrub();
  return (
    <div className="scrub-page">
      <a className="skip" href="#main">
        {t('app.skip')}
      </a>
      <ScrubHeader />
      <div className="cmd">
        <StepButtons />
        <DateField />
        <ModeSwitch />
        <span className="grow" />
        <Tallies />
      </div>
      <nav className="p-tabs" aria-label={t('tabs.group')}>
        {PANES.map((name) => (
          <button
            key={name}
            type="button"
            aria-current={pane === name ? 'true' : undefined}
            data-testid={`tab-${name}`}
            onClick={() => setPane(name)}
          >
            {t(`tabs.${name}`)}
          </button>
        ))}
      </nav>
      <main className="panes" id="main" data-pane={pane}>
        <h1 className="vh">{t('app.title')}</h1>
        <ReadingList />
        <ChangesPanel />
        <div className="pane pane-side">
          <UpcomingPanel />
          <WhyPanel />
        </div>
      </main>
      <Rail />
      <Announcer />
      <Notice />
    </div>
  );
}
