import { type ExtendedFeature, type GeoProjection, geoNaturalEarth1, geoPath } from 'd3-geo';
import { feature } from 'topojson-client';
import world from 'world-atlas/countries-110m.json' with { type: 'json' };
import { ALPHA_OF, SMALL_TERRITORIES } from './country-codes';
import { MAP_HEIGHT, MAP_WIDTH, SHAPE_SCALE, type WorldShapes } from './world';

/** Shapes are written in whole steps of a third of a unit, each from the point before: half the size of absolute places. */
const STEPS = SHAPE_SCALE;

type Topology = Parameters<typeof feature>[0];
type Countries = Extract<Parameters<typeof feature>[1], { readonly type: 'GeometryCollection' }>;

/**
 * The shapes of Natural Earth 1:110 million (public domain, by way of world-atlas), projected once on the server, so that no
 * browser loads a projection. Antarctica is left out; shapes without an ISO code are drawn and carry no answer.
 */
export function worldShapes(): WorldShapes {
  // An imported file has plain texts where the types want literals.
  const topology = world as unknown as Topology;
  const { features } = feature(topology, topology.objects.countries as Countries);
  const drawn = features.filter(({ id }) => id !== '010' && id !== '260');
  const projection = geoNaturalEarth1().fitExtent(
    [
      [1, 1],
      [MAP_WIDTH - 1, MAP_HEIGHT - 1],
    ],
    { type: 'FeatureCollection', features: drawn },
  );
  const shapes: Record<string, string> = {};
  const unnamed: string[] = [];
  for (const one of drawn) {
    const shape = relativePath(one, projection);
    const alpha = ALPHA_OF.get(String(one.id));
    if (alpha === undefined) unnamed.push(shape);
    else shapes[alpha] = shape;
  }
  const points = Object.fromEntries(
    Object.entries(SMALL_TERRITORIES).map(([alpha, place]) => {
      const [x = 0, y = 0] = projection([place[0], place[1]]) ?? [];
      return [alpha, [Math.round(x * 10) / 10, Math.round(y * 10) / 10] as const];
    }),
  );
  return { shapes, unnamed, points };
}

function relativePath(shape: ExtendedFeature, projection: GeoProjection): string {
  let path = '';
  let [x, y] = [0, 0];
  const step = (px: number, py: number): readonly [number, number] => {
    const [nx, ny] = [Math.round(px * STEPS), Math.round(py * STEPS)];
    const moved = [nx - x, ny - y] as const;
    [x, y] = [nx, ny];
    return moved;
  };
  const pair = ([dx, dy]: readonly [number, number]): string => `${dx}${dy < 0 ? '' : ' '}${dy}`;
  let start: readonly [number, number] = [0, 0];
  geoPath(projection, {
    moveTo: (px, py) => {
      path += `m${pair(step(px, py))}l`;
      start = [x, y];
    },
    lineTo: (px, py) => {
      const moved = step(px, py);
      if (moved[0] === 0 && moved[1] === 0) return;
      path += `${path.endsWith('l') || moved[0] < 0 ? '' : ' '}${pair(moved)}`;
    },
    closePath: () => {
      path = `${path.endsWith('l') ? path.slice(0, -1) : path}z`;
      // After closing, the pen stands where the ring began.
      [x, y] = start;
    },
    beginPath: () => undefined,
    arc: () => undefined,
  })(shape);
  return path;
}
