'use client';
import { shortValue } from '@/language/format-value';
import { useLanguage } from '@/language/language-provider';
import { nameSlot } from '@/language/name-slot';
import type { LaneBar } from '@/timeline/lanes';
import { useScrub } from '@/timeline/scrub-context';
import { portionOf } from '@/timeline/scrub-range';

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

/** Solid up to the known day, outlined beyond it, hatched while suspended; an end nobody has set fades out. */
export function Lanes() {
  const { locale, t } = useLanguage();
  const { view, window: span } = useScrub();
  return (
    <>
      {view.lanes.map(({ slot, bars }) => (
        <div key={slot} className="lane" aria-hidden="true">
          {bars.map((bar) => {
            const left = portionOf(bar.from, span);
            const width = portionOf(bar.until, span) - left;
            const label =
              bar.status === 'SUSPENDED' ? t('status.SUSPENDED') : (shortValue(bar.value, locale, t) ?? '');
            return (
              <i
                key={bar.from}
                className={barClass(bar, bar.until >= span.until)}
                style={{ left: `${left * 100}%`, width: `${width * 100}%` }}
              >
                {width > 0.022 && !bar.continues ? <span>{label}</span> : null}
              </i>
            );
          })}
        </div>
      ))}
    </>
  );
}

function barClass({ status, planned, continues, open }: LaneBar, reachesEdge: boolean): string {
  const kind =
    status === 'SUSPENDED'
      ? 'susp'
      : status === 'UNKNOWN'
        ? 'norec'
        : continues
          ? 'cont'
          : planned
            ? 'sched'
            : '';
  return `bar-s ${kind}${planned && status === 'SUSPENDED' ? ' planned' : ''}${open && reachesEdge ? ' torn' : ''}`;
}
