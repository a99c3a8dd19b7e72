/**
 * The map as the browser gets it, by ISO 3166-1 alpha-3 code: points in a box of MAP_WIDTH × MAP_HEIGHT, paths in the same box
 * SHAPE_SCALE times as large.
 */
export interface WorldShapes {
  readonly shapes: Readonly<Record<string, string>>;
  /** Shapes to which no code belongs. */
  readonly unnamed: readonly string[];
  readonly points: Readonly<Record<string, readonly [number, number]>>;
}

export const MAP_WIDTH = 372;
export const MAP_HEIGHT = 180;
export const SHAPE_SCALE = 3;

let asked: Promise<WorldShapes> | null = null;

/** Fetched once per page; a failure is asked again the next time. */
export function fetchWorld(): Promise<WorldShapes> {
  asked ??= fetch('/api/world')
    .then((response) => {
      if (!response.ok) throw new Error(`HTTP ${response.status}`);
      return response.json() as Promise<WorldShapes>;
    })
    .catch((error: unknown) => {
      asked = null;
      throw error;
    });
  return asked;
}
