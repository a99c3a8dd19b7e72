'use client';
import { useLanguage } from '@/language/language-provider';
import { useScrub } from '@/timeline/scrub-context';
import { ticksOf } from '@/timeline/ticks';
import { percent } from './paint-rail';

export function Axis() {
  const { locale } = useLanguage();
  const { window: span } = useScrub();
  return (
    <>
      {ticksOf(span, locale).map(({ day, label, era, minor }) => (
        <i key={day} className="mo" data-minor={minor} style={{ left: percent(day, span) }}>
          <span className="num">
            {label}
            {era === null ? null : <span className="era"> {era}</span>}
          </span>
        </i>
      ))}
    </>
  );
}
