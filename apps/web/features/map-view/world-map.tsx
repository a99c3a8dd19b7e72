'use client';
import { useEffect, useRef } from 'react';
import type { Place } from '@/timeline/knowledge';
import { useScrub } from '@/timeline/scrub-context';
import { type CountryStrength, type MapPicture, type StrengthIndex, stepOf } from './country-strength';
import { MAP_HEIGHT, MAP_WIDTH, SHAPE_SCALE, type WorldShapes } from './world';

const SHRINK = `scale(${1 / SHAPE_SCALE})`;

interface WorldMapProps {
  readonly world: WorldShapes | null;
  readonly picture: Pick<MapPicture, 'countries' | 'measure'>;
  readonly label: string;
  readonly chosen: ReadonlySet<string>;
  readonly nameOf: (iso: string) => string;
  readonly onChoose: (iso: string) => void;
  /** Follows the hand with this index; null: stands still. */
  readonly follows: StrengthIndex | null;
  /** Countries that read otherwise beside it. */
  readonly differing?: ReadonlySet<string>;
}

/** The countries in their five classes; the table beside it says the same to whoever cannot see it. */
export function WorldMap(props: WorldMapProps) {
  const { world, picture, label, follows, onChoose } = props;
  const { store } = useScrub();
  const svg = useRef<SVGSVGElement>(null);
  useEffect(() => {
    if (!follows) return;
    let paint: ((at: Place) => void) | null = null;
    return store.onHot((at) => {
      // The shapes may arrive, and React may write them, between two gestures.
      if (!store.held) paint = null;
      paint ??= svg.current && countryPainter(svg.current, follows);
      paint?.(at);
    });
  }, [store, follows]);
  return (
    // A press selects the country’s row.
    // biome-ignore lint/a11y/useKeyWithClickEvents: rows and table take the keys
    <svg
      ref={svg}
      viewBox={`0 0 ${MAP_WIDTH} ${MAP_HEIGHT}`}
      role="img"
      aria-label={label}
      data-picture="map"
      onClick={(event) => {
        const iso = event.target instanceof Element ? event.target.getAttribute('data-iso') : null;
        if (iso) onChoose(iso);
      }}
    >
      <HatchPattern />
      {world === null ? null : (
        <Countries
          world={world}
          byIso={new Map(picture.countries.map((country) => [country.iso, country]))}
          chosen={props.chosen}
          nameOf={props.nameOf}
          measure={picture.measure}
          differing={props.differing}
        />
      )}
    </svg>
  );
}

function HatchPattern() {
  return (
    <defs>
      <pattern
        id="soon-hatch"
        width="9.6"
        height="9.6"
        patternUnits="userSpaceOnUse"
        patternTransform="rotate(45)"
      >
        <path d="M0 0V9.6" className="hatch-line" strokeWidth="4.5" />
      </pattern>
    </defs>
  );
}

interface CountriesProps {
  readonly world: WorldShapes;
  readonly byIso: ReadonlyMap<string, CountryStrength>;
  readonly chosen: ReadonlySet<string>;
  readonly nameOf: (iso: string) => string;
  readonly measure: MapPicture['measure'];
  readonly differing: ReadonlySet<string> | undefined;
}

function Countries({ world, byIso, chosen, nameOf, measure, differing }: CountriesProps) {
  const label = (iso: string): string => {
    const strength = byIso.get(iso);
    const amount = strength ? `${strength.amount}${measure === 'rate' ? '%' : ''}` : '—';
    return `${nameOf(iso)} ${amount}`;
  };
  const marks = (iso: string) => ({
    'data-iso': iso,
    'data-step': byIso.get(iso)?.step ?? 0,
    'data-soon': byIso.get(iso)?.soon === true,
    'data-chosen': chosen.has(iso),
    'data-differs': differing?.has(iso),
  });
  return (
    <>
      <g transform={SHRINK}>
        {world.unnamed.map((path) => (
          <path key={path} d={path} className="land" />
        ))}
        {Object.entries(world.shapes).map(([iso, path]) => (
          <path key={iso} d={path} className={iso === 'USA' ? 'land home' : 'land'} {...marks(iso)}>
            <title>{label(iso)}</title>
          </path>
        ))}
      </g>
      <g className="soon-layer" transform={SHRINK}>
        {Object.entries(world.shapes).map(([iso, path]) => (
          <path key={iso} d={path} data-over={iso} data-soon={byIso.get(iso)?.soon === true} />
        ))}
      </g>
      {Object.entries(world.points)
        .filter(([iso]) => byIso.has(iso))
        .map(([iso, [x, y]]) => (
          <circle key={iso} cx={x} cy={y} r="1.7" className="land spot" {...marks(iso)}>
            <title>{label(iso)}</title>
          </circle>
        ))}
    </>
  );
}

/** Writes the classes of the countries whose answer changed since the frame before, and touches no other. */
function countryPainter(svg: SVGSVGElement, strengths: StrengthIndex): (place: Place) => void {
  const shapes = strengths.isos.map((iso) => [...svg.querySelectorAll<SVGElement>(`[data-iso="${iso}"]`)]);
  const overs = strengths.isos.map((iso) => svg.querySelector<SVGElement>(`[data-over="${iso}"]`));
  const steps = new Int8Array(strengths.isos.length).fill(-1);
  const soons = new Int8Array(strengths.isos.length).fill(-1);
  return (place) => {
    strengths.read(place);
    for (let i = 0; i < steps.length; i++) {
      const step = stepOf(strengths.amounts[i] as number, strengths.measure);
      if (steps[i] !== step) {
        steps[i] = step;
        for (const shape of shapes[i] ?? []) shape.dataset.step = String(step);
      }
      const soon = strengths.soon[i] as number;
      if (soons[i] !== soon) {
        soons[i] = soon;
        const over = overs[i];
        if (over) over.dataset.soon = String(soon === 1);
      }
    }
  };
}
