/**
 * What an editor gave at a path that the API names: `events[0].effects[1].slot` of an append, `title.ja` of a correction, whose
 * fields stand in its patch. A day is told as it was written; null where nothing, or more than one value, was given.
 */
export function givenAt(sent: unknown, path: string | null): string | null {
  if (path === null) return null;
  const steps = path.split(/[.[\]]+/).filter((step) => step !== '');
  const { patch } = (sent ?? {}) as { readonly patch?: unknown };
  return textOf(walk(sent, steps)) ?? textOf(walk(patch, steps));
}

const walk = (value: unknown, steps: readonly string[]): unknown =>
  steps.reduce<unknown>(
    (at, step) => (typeof at === 'object' && at !== null ? (at as Record<string, unknown>)[step] : undefined),
    value,
  );

function textOf(value: unknown): string | null {
  if (typeof value === 'string') return value.slice(0, 80);
  if (typeof value === 'number') return String(value);
  return typeof value === 'object' && value !== null && 'date' in value ? textOf(value.date) : null;
}
