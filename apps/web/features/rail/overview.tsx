'use client';
import { dayOf, partsOf } from '@policy-timeline/domain';
import { useMemo } from 'react';
import { eraYear } from '@/language/format-day';
import { useLanguage } from '@/language/language-provider';
import { densityBins } from '@/timeline/density-bins';
import { useScrub } from '@/timeline/scrub-context';
import { dayAtPortion, portionOf } from '@/timeline/scrub-range';
import { slotFilter } from '@/timeline/slot-filter';
import { percent } from './paint-rail';

const BINS = 156;

function EraOf({ year }: { readonly year: number }) {
  const { locale } = useLanguage();
  const era = eraYear(dayOf(year, 1, 1), locale);
  return era === null ? null : <span className="era"> {era}</span>;
}

/** The whole record, with a frame around the part that the rail shows. A press goes there. */
export function Overview() {
  const { reader, view, window: span, filter, goTo } = useScrub();
  const { range, newestKnown } = view.frame;
  const bars = useMemo(() => {
    if (!reader) return [];
    const bins = densityBins(reader.pack, slotFilter(reader.pack, filter), range, BINS, newestKnown);
    return bins.tightening.flatMap((tighter, bin) => {
      const count =
        tighter +
        (bins.easing[bin] ?? 0) +
        (bins.neither[bin] ?? 0) +
        (bins.plannedUp[bin] ?? 0) +
        (bins.plannedDown[bin] ?? 0);
      return count > 0 ? [{ bin, count }] : [];
    });
  }, [reader, filter, range, newestKnown]);
  const most = Math.max(1, ...bars.map(({ count }) => count));
  const years: number[] = [];
  for (
    let year = Math.ceil(partsOf(range.from).year / 10) * 10;
    year <= partsOf(range.until).year;
    year += 10
  )
    years.push(year);
  return (
    // The frame repeats what the slider offers; keys are there.
    // biome-ignore lint/a11y/noStaticElementInteractions: a pointer shortcut, see above
    // biome-ignore lint/a11y/useKeyWithClickEvents: the sliders below take the keys
    <div
      className="tr ov"
      onClick={(event) => {
        const box = event.currentTarget.getBoundingClientRect();
        goTo(dayAtPortion((event.clientX - box.left) / box.width, range));
      }}
    >
      <svg viewBox={`0 0 ${BINS} 30`} preserveAspectRatio="none" aria-hidden="true">
        {bars.map(({ bin, count }) => (
          <rect
            key={bin}
            x={bin + 0.15}
            width={0.7}
            y={30 - Math.max(4, Math.sqrt(count / most) * 30)}
            height={30}
            className={bin / BINS > portionOf(newestKnown, range) ? 'ov-plan' : 'ov-bar'}
          />
        ))}
      </svg>
      {years.map((year) => (
        <span key={year} className="yr num" style={{ left: percent(dayOf(year, 1, 1), range) }}>
          {year}
          <EraOf year={year} />
        </span>
      ))}
      <i
        className="brush"
        style={{
          left: percent(span.from, range),
          width: `${portionOf(span.until, range) * 100 - portionOf(span.from, range) * 100}%`,
        }}
      />
    </div>
  );
}
