'use client';
import { useState } from 'react';
import { ChangesPanel } from '@/features/changes-panel/changes-panel';
import { CommandPalette } from '@/features/command-palette/command-palette';
import { PaletteDialog } from '@/features/command-palette/palette-dialog';
import { CompareBar } from '@/features/compare/compare-bar';
import { DateField } from '@/features/date-field/date-field';
import { HelpDialog } from '@/features/key-help/help-dialog';
import { LanesView } from '@/features/lanes-view/lanes-view';
import { MapView } from '@/features/map-view/map-view';
import { MatrixView } from '@/features/matrix-view/matrix-view';
import { ModeSwitch } from '@/features/mode-switch/mode-switch';
import { StepButtons } from '@/features/play/step-buttons';
import { Rail } from '@/features/rail/rail';
import { ReadingList } from '@/features/reading-list/reading-list';
import { RecordUpdates } from '@/features/record-updates/record-updates';
import { SearchBox } from '@/features/search-box/search-box';
import { SeriesView } from '@/features/series-view/series-view';
import { TableView } from '@/features/table-view/table-view';
import { TakeAwayDialog } from '@/features/take-away/take-away-dialog';
import { Tallies } from '@/features/tallies/tallies';
import { TimePlane } from '@/features/time-plane/time-plane';
import { UpcomingPanel } from '@/features/upcoming-panel/upcoming-panel';
import { ViewTabs } from '@/features/view-tabs/view-tabs';
import { WhyPanel } from '@/features/why-panel/why-panel';
import { ScrubProvider, type ScrubStart } from '@/timeline/scrub-provider';
import { Part } from './part';

const DIALOGS = { HelpDialog, PaletteDialog, TakeAwayDialog } as const;

/** The parts of the scrubber, all at one place on the two clocks; a hand on one moves the others. */
export function ScrubParts({ start }: { readonly start: ScrubStart }) {
  const [open, setOpen] = useState<keyof typeof DIALOGS | null>(null);
  const Dialog = open ? DIALOGS[open] : null;
  return (
    <ScrubProvider
      start={start}
      updates={(onReader, held) => <RecordUpdates held={held} onReader={onReader} />}
    >
      <div className="gallery-scrub">
        <Part name="SearchBox">
          <SearchBox />
        </Part>
        <Part name="StepButtons, DateField, ModeSwitch, Tallies, CompareBar">
          <div className="cmd">
            <StepButtons />
            <DateField />
            <ModeSwitch />
            <Tallies />
            <CompareBar />
          </div>
        </Part>
        <Part name="Rail">
          <Rail />
        </Part>
        <div className="gallery-panes">
          <Part name="ReadingList">
            <ReadingList />
          </Part>
          <Part name="UpcomingPanel">
            <div className="pane pane-side">
              <UpcomingPanel />
            </div>
          </Part>
          <Part name="ChangesPanel">
            <div className="pane pane-side">
              <ChangesPanel />
            </div>
          </Part>
          <Part name="WhyPanel">
            <div className="pane pane-side">
              <WhyPanel />
            </div>
          </Part>
        </div>
        <Part name="ViewTabs, MapView">
          <ViewTabs plane={<TimePlane />}>
            <MapView />
          </ViewTabs>
        </Part>
        <Part name="LanesView">
          <LanesView />
        </Part>
        <Part name="MatrixView">
          <MatrixView />
        </Part>
        <Part name="TableView">
          <TableView />
        </Part>
        <Part name="SeriesView">
          <SeriesView />
        </Part>
        <Part name="HelpDialog, PaletteDialog, TakeAwayDialog">
          <p className="chips">
            {(Object.keys(DIALOGS) as (keyof typeof DIALOGS)[]).map((name) => (
              <button key={name} type="button" className="btn" onClick={() => setOpen(name)}>
                {name}
              </button>
            ))}
          </p>
          {Dialog ? <Dialog onClose={() => setOpen(null)} /> : null}
          <CommandPalette />
        </Part>
      </div>
    </ScrubProvider>
  );
}
