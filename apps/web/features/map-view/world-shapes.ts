import { type ExtendedFeatureCollection, geoNaturalEarth1, geoPath } from 'd3-geo';
import { feature } from 'topojson-client';
import world from 'world-atlas/countries-110m.json' with { type: 'json' };
import { ALPHA_OF, SMALL_TERRITORIES } from './country-codes';
import { MAP_HEIGHT, MAP_WIDTH, type WorldShapes } from './world';

/** Digits kept of a coordinate: a tenth of a unit on a map 372 wide. */
const DIGITS = 1;

/**
 * The shapes of Natural Earth 1:110 million (public domain, by way of world-atlas), projected once on the server, so that no
 * browser loads a projection. Antarctica is left out; shapes without an ISO code are drawn and carry no answer.
 */
export function worldShapes(): WorldShapes {
  const topology = world as unknown as Parameters<typeof feature>[0];
  const countries = feature(topology, topology.objects.countries as Parameters<typeof feature>[1]);
  const { features } = countries as unknown as ExtendedFeatureCollection;
  const drawn = features.filter(({ id }) => id !== '010' && id !== '260');
  const projection = geoNaturalEarth1().fitExtent(
    [
      [1, 1],
      [MAP_WIDTH - 1, MAP_HEIGHT - 1],
    ],
    { type: 'FeatureCollection', features: drawn },
  );
  const path = geoPath(projection).digits(DIGITS);
  const shapes: Record<string, string> = {};
  const unnamed: string[] = [];
  for (const one of drawn) {
    const shape = path(one) ?? '';
    const alpha = ALPHA_OF.get(String(one.id));
    if (alpha === undefined) unnamed.push(shape);
    else shapes[alpha] = shape;
  }
  const points = Object.fromEntries(
    Object.entries(SMALL_TERRITORIES).map(([alpha, place]) => {
      const [x = 0, y = 0] = projection([place[0], place[1]]) ?? [];
      return [alpha, [Number(x.toFixed(DIGITS)), Number(y.toFixed(DIGITS))] as const];
    }),
  );
  return { shapes, unnamed, points };
}
