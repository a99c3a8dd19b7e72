'use client';
import { useEffect, useMemo, useRef, useState } from 'react';
import { spellMonthDay } from '@/language/format-day';
import { inLocale } from '@/language/format-value';
import { useLanguage } from '@/language/language-provider';
import type { Place } from '@/timeline/knowledge';
import { useScrub } from '@/timeline/scrub-context';
import { PictureFrame } from '@/ui/picture-frame';
import { usePhone } from '@/ui/use-phone';
import { type CountryStrength, type MapPicture, pictureOf, StrengthIndex, stepOf } from './country-strength';
import { MapLegend } from './map-legend';
import { MapTable } from './map-table';
import { RateStrip } from './rate-strip';
import { fetchWorld, MAP_HEIGHT, MAP_WIDTH, SHAPE_SCALE, type WorldShapes } from './world';

const SHRINK = `scale(${1 / SHAPE_SCALE})`;

/** Countries by the strength of what names them; under the hand only the classes of countries that changed are written. */
export function MapView() {
  const { locale, t } = useLanguage();
  const { store, reader, slots, view, firstPicture, select } = useScrub();
  const { place } = view;
  const phone = usePhone();
  const [world, setWorld] = useState<WorldShapes | 'missing' | null>(null);
  const svg = useRef<SVGSVGElement>(null);
  const strengths = useMemo(() => (reader ? new StrengthIndex(reader, slots) : null), [reader, slots]);
  const picture = useMemo<MapPicture | null>(
    () =>
      strengths
        ? pictureOf(strengths, place)
        : firstPicture?.kind === 'map'
          ? (firstPicture as MapPicture)
          : null,
    [strengths, place, firstPicture],
  );
  useEffect(() => {
    fetchWorld().then(setWorld, () => setWorld('missing'));
  }, []);
  useEffect(() => {
    if (!strengths || phone) return;
    let paint: ((at: Place) => void) | null = null;
    return store.onHot((at) => {
      // The shapes may arrive, and React may write them, between two gestures.
      if (!store.held) paint = null;
      paint ??= svg.current && countryPainter(svg.current, strengths);
      paint?.(at);
    });
  }, [store, strengths, phone]);

  if (!picture) return <p className="empty q">{t('screen.loading')}</p>;
  const planned = view.place.knowledge.mode === 'fixed' && view.place.knowledge.day < place.date;
  const title = t(`screen.map.${picture.measure}${planned ? 'Plan' : ''}`, {
    day: spellMonthDay(place.date, locale),
  });
  const byIso = new Map(picture.countries.map((country) => [country.iso, country]));
  const chosen = new Set(
    view.reason ? (view.names[view.reason.slot]?.partners.map(({ id }) => id) ?? []) : [],
  );
  const nameOf = (iso: string): string =>
    picture.names[iso] ? inLocale(picture.names[iso], locale) : (reader?.pack.parties[iso]?.[locale] ?? iso);
  const choose = (iso: string): void => {
    const slot = picture.slots[byIso.get(iso)?.index ?? -1];
    if (slot) select(slot);
  };
  return (
    <PictureFrame name="map" title={title} table={<MapTable picture={picture} nameOf={nameOf} />}>
      <div className="map">
        {world === 'missing' ? (
          <p className="empty q">{t('screen.map.missing')}</p>
        ) : (
          // The table beside it says the same; a press selects the country’s row.
          // biome-ignore lint/a11y/useKeyWithClickEvents: rows and table take the keys
          <svg
            ref={svg}
            viewBox={`0 0 ${MAP_WIDTH} ${MAP_HEIGHT}`}
            role="img"
            aria-label={`${title}. ${t('screen.map.described', { count: picture.countries.length })}`}
            data-picture="map"
            onClick={(event) => {
              const iso = event.target instanceof Element ? event.target.getAttribute('data-iso') : null;
              if (iso) choose(iso);
            }}
          >
            <HatchPattern />
            {world === null ? null : (
              <Countries
                world={world}
                byIso={byIso}
                chosen={chosen}
                nameOf={nameOf}
                measure={picture.measure}
              />
            )}
          </svg>
        )}
        <MapLegend measure={picture.measure} />
      </div>
      <RateStrip picture={picture} chosen={chosen} nameOf={nameOf} onChoose={choose} />
    </PictureFrame>
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
}

function Countries({ world, byIso, chosen, nameOf, measure }: CountriesProps) {
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
