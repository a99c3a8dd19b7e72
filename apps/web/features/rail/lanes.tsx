'use client';
import { useLanguage } from '@/language/language-provider';
import { nameSlot } from '@/language/name-slot';
import { useScrub } from '@/timeline/scrub-context';
import { LaneBars } from '@/ui/lane-bars';

/** Names of the lanes in the gutter; a press selects the slot. */
export function LaneLabels() {
  const { locale, t } = useLanguage();
  const { view, select } = useScrub();
  return (
    <div className="lanes-in gl-lanes">
      {view.lanes.map(({ slot }) => {
        const { who, what } = nameSlot(view.names[slot], locale, t);
        return (
          <button
            key={slot}
            type="button"
            className="gl lane-label"
            data-selected={slot === view.reason?.slot}
            title={`${who} ${what}`.trim()}
            onClick={() => select(slot)}
          >
            {what && who.length < 12 ? `${who} ${what}` : who}
          </button>
        );
      })}
    </div>
  );
}

/** The bars of the pinned lanes; a double press goes to where a bar begins. */
export function Lanes() {
  const { view, window: span } = useScrub();
  return (
    <>
      {view.lanes.map(({ slot, bars }) => (
        <div key={slot} className="lane" aria-hidden="true">
          <LaneBars bars={bars} span={span} />
        </div>
      ))}
    </>
  );
}
