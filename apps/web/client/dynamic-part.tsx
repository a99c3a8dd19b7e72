import type { DynamicOptions, Loader } from 'next/dynamic';
import { type ComponentType, createElement, useSyncExternalStore } from 'react';

/** What the compiler adds to a part that the server may draw: the modules by which the document names it. */
interface Named {
  readonly loadableGenerated?: { readonly modules?: readonly (string | number)[] };
}
type Loaded<Props> = ComponentType<Props> | { readonly default: ComponentType<Props> };

/** Each loads its part if it is among these. */
const parts: ((drawn: readonly (string | number)[]) => Promise<void> | null)[] = [];
// Called before hydration (hydrate-page.tsx), so that what the server has drawn is there when React comes to it.
if (typeof window !== 'undefined')
  window.__NEXT_PRELOADREADY = async (drawn = []) => {
    await Promise.all(parts.map((load) => load(drawn)));
  };

/**
 * `next/dynamic` in browsers, as much of it as this product uses: a part whose script is asked for when it is first drawn, and
 * which is nothing until it is there. What could not be loaded is asked for again by the next one that draws it.
 */
export default function dynamic<Props extends object>(
  load: Loader<Props>,
  { loadableGenerated, ssr }: DynamicOptions<Props> & Named = {},
): ComponentType<Props> {
  let loaded: ComponentType<Props> | null = null;
  let asked: Promise<void> | null = null;
  const listeners = new Set<() => void>();
  const ask = (): Promise<void> => {
    asked ??= (load as () => Promise<Loaded<Props>>)().then(
      (part) => {
        loaded = 'default' in part ? part.default : part;
        for (const tell of listeners) tell();
      },
      () => {
        asked = null;
      },
    );
    return asked;
  };
  const listen = (tell: () => void) => {
    listeners.add(tell);
    return () => listeners.delete(tell);
  };
  const shown = (): ComponentType<Props> | null => loaded;
  const modules = ssr === false ? [] : (loadableGenerated?.modules ?? []);
  parts.push((drawn) => (modules.some((id) => drawn.includes(id)) ? ask() : null));

  return function DynamicPart(props: Props) {
    void ask();
    const Part = useSyncExternalStore(listen, shown, shown);
    return Part === null ? null : createElement(Part, props);
  };
}
