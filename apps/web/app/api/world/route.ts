import { worldShapes } from '@/features/map-view/world-shapes';

/** Made once, when the product is built. */
export const dynamic = 'force-static';

/** The shapes of the map. */
export function GET(): Response {
  return Response.json(worldShapes());
}
