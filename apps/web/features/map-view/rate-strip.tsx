'use client';
import { useLanguage } from '@/language/language-provider';
import type { MapPicture } from './country-strength';

const WIDTH = 372;
const HEIGHT = 118;
const BASE = 96;
const RADIUS = 3.6;
const LABELLED = 4;
/** Rarer and higher amounts stand together at the end. */
const END_OF_SCALE = 60;

interface StripProps {
  readonly picture: MapPicture;
  readonly chosen: ReadonlySet<string>;
  readonly nameOf: (iso: string) => string;
  readonly onChoose: (iso: string) => void;
}

/** How the amounts are spread: one dot per country, stacked where they are equal. */
export function RateStrip({ picture, chosen, nameOf, onChoose }: StripProps) {
  const { t } = useLanguage();
  const countries = picture.countries.filter(({ amount }) => amount > 0);
  if (countries.length < 3) return null;
  const unit = picture.measure === 'rate' ? '%' : '';
  const top = Math.max(...countries.map(({ amount }) => amount), 10);
  const most = Math.min(top, END_OF_SCALE);
  const bins = Math.min(Math.ceil(most) + 1, 56);
  const x = (amount: number): number => 8 + (amount / most) * (WIDTH - 16);
  const heights = new Map<number, number>();
  const dots = [...countries]
    .sort((a, b) => Number(chosen.has(b.iso)) - Number(chosen.has(a.iso)))
    .map((country) => {
      const bin = Math.round((Math.min(country.amount, most) / most) * (bins - 1));
      const row = heights.get(bin) ?? 0;
      heights.set(bin, row + 1);
      return { country, x: x((bin / (bins - 1)) * most), row };
    });
  const tallest = Math.max(...dots.map(({ row }) => row + 1));
  const pitch = Math.min(2 * RADIUS + 0.6, (BASE - 34) / tallest);
  const labels = labelsOf(dots, chosen);
  const ticks = ticksOf(most);
  return (
    <figure className="strip">
      <figcaption>
        <b>{t('screen.map.spread', { count: countries.length })}</b>
        <span className="q">{t(`screen.map.unit.${picture.measure}`)}</span>
      </figcaption>
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: the list beside it takes the keys */}
      <svg
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        role="img"
        aria-label={t('screen.map.spread', { count: countries.length })}
        onClick={(event) => {
          const iso = event.target instanceof Element ? event.target.getAttribute('data-dot') : null;
          if (iso) onChoose(iso);
        }}
      >
        <path d={`M2 ${BASE}H${WIDTH - 2}`} className="base" />
        {ticks.map((tick) => (
          <text
            key={tick}
            x={x(tick)}
            y={BASE + 15}
            textAnchor={tick === 0 ? 'start' : tick === most ? 'end' : 'middle'}
          >
            {tick}
            {unit}
            {tick === END_OF_SCALE && top > END_OF_SCALE ? '+' : ''}
          </text>
        ))}
        {labels.map(({ country, x: at, row, level }) => (
          <g key={country.iso}>
            <path d={`M${at} ${18 + level * 17}V${BASE - 4 - row * pitch - RADIUS}`} className="leader" />
            <text
              x={at}
              y={13 + level * 17}
              className="lab"
              textAnchor={at > WIDTH - 60 ? 'end' : at < 50 ? 'start' : 'middle'}
            >
              {nameOf(country.iso)}{' '}
              <tspan className="b">
                {country.amount}
                {unit}
              </tspan>
            </text>
          </g>
        ))}
        {dots.map(({ country, x: at, row }) => (
          <circle
            key={country.iso}
            cx={at}
            cy={BASE - 5 - row * pitch}
            r={Math.min(RADIUS, pitch / 2 + 0.6)}
            data-dot={country.iso}
            data-chosen={chosen.has(country.iso)}
          >
            <title>{`${nameOf(country.iso)} ${country.amount}${unit}`}</title>
          </circle>
        ))}
      </svg>
    </figure>
  );
}

interface Dot {
  readonly country: MapPicture['countries'][number];
  readonly x: number;
  readonly row: number;
}

/** The chosen country, Japan, and the strongest; on two levels, left out where they would meet. */
function labelsOf(dots: readonly Dot[], chosen: ReadonlySet<string>): readonly (Dot & { level: number })[] {
  const wished = [
    ...dots.filter(({ country }) => chosen.has(country.iso)),
    ...dots.filter(({ country }) => country.iso === 'JPN'),
    ...[...dots].sort((a, b) => b.country.amount - a.country.amount).slice(0, 2),
    ...[...dots].sort((a, b) => a.country.amount - b.country.amount).slice(0, 1),
  ];
  const placed: (Dot & { level: number })[] = [];
  for (const dot of wished) {
    if (placed.length >= LABELLED || placed.some(({ country }) => country.iso === dot.country.iso)) continue;
    const level = [0, 1].find((row) =>
      placed.every((other) => other.level !== row || Math.abs(other.x - dot.x) > 104),
    );
    if (level !== undefined && placed.every((other) => Math.abs(other.x - dot.x) > 2))
      placed.push({ ...dot, level });
  }
  return placed;
}

function ticksOf(most: number): readonly number[] {
  const step = most > 12 ? 10 : 5;
  return Array.from({ length: Math.floor(most / step) + 1 }, (_, i) => i * step);
}
