'use client';
import { shortValue } from '@/language/format-value';
import { useLanguage } from '@/language/language-provider';
import type { LaneBar } from '@/timeline/lanes';
import { portionOf, type Span } from '@/timeline/scrub-range';

/** Share of the track under which a bar has no room for words. */
const NARROW = 0.022;

/** Solid up to the known day, outlined beyond it, hatched while suspended; an end nobody has set fades out. */
export function LaneBars({ bars, span }: { readonly bars: readonly LaneBar[]; readonly span: Span }) {
  const { locale, t } = useLanguage();
  return (
    <>
      {bars.map((bar) => {
        const left = portionOf(bar.from, span);
        const width = portionOf(bar.until, span) - left;
        const label =
          bar.status === 'SUSPENDED' ? t('status.SUSPENDED') : (shortValue(bar.value, locale, t) ?? '');
        return (
          <i
            key={bar.from}
            className={barClass(bar, bar.until >= span.until)}
            data-from={bar.from}
            data-until={bar.until}
            style={{ left: `${left * 100}%`, width: `${width * 100}%` }}
          >
            {width > NARROW && !bar.continues ? (
              <span className={bar.status === 'SUSPENDED' || isFigure(label) ? undefined : 'long'}>
                {label}
              </span>
            ) : null}
          </i>
        );
      })}
    </>
  );
}

/** Shown whole or not at all: half a figure would be another one. Of words the beginning says something too. */
const isFigure = (label: string): boolean => label.length < 10 && /\d/.test(label);

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
