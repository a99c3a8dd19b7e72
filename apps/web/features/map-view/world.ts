/** The map as the browser gets it: paths and points in a box of MAP_WIDTH × MAP_HEIGHT, by ISO 3166-1 alpha-3 code. */
export interface WorldShapes {
  readonly shapes: Readonly<Record<string, string>>;
  /** Shapes to which no code belongs. */
  readonly unnamed: readonly string[];
  readonly points: Readonly<Record<string, readonly [number, number]>>;
}

export const MAP_WIDTH = 372;
export const MAP_HEIGHT = 180;

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
