/**
 * What runs first in the document of a page under `pages/`, in the place of Next’s own client (next.config.ts; docs/adr/0008):
 * it takes the page’s data out of the document and gives the server’s markup to React. Next’s client would bring a router,
 * prefetching and a manager of the head, none of which a page without navigation uses. `next dev` keeps Next’s.
 */
import type { AppProps } from 'next/app';
import { type ComponentType, type ReactNode, startTransition } from 'react';
import { hydrateRoot } from 'react-dom/client';

/** The part of Next’s page data that hydration reads. */
interface PageData {
  readonly page: string;
  readonly props: { readonly pageProps: object };
  /** Parts loaded by `next/dynamic` that the server has drawn. */
  readonly dynamicIds?: string[];
}
type Entry = readonly [route: string, load: () => { readonly default: ComponentType<object> }];

declare global {
  interface Window {
    /** Where the script of every page leaves its entry, before and after this one runs. */
    __NEXT_P?: Pick<Entry[], 'push'> & Iterable<Entry>;
  }
}

const awaited = new Map<string, (load: Entry[1]) => void>();

function componentOf(route: string): Promise<ComponentType<object>> {
  return new Promise((resolve, reject) => {
    awaited.set(route, (load) => {
      // Each script in a task of its own, so that none is long.
      setTimeout(() => {
        try {
          resolve(load().default);
        } catch (error) {
          reject(error);
        }
      });
    });
  });
}

const Nothing = () => null;
const Inside = ({ children }: { readonly children: ReactNode }) => children;

async function hydratePage(): Promise<void> {
  const text = document.getElementById('__NEXT_DATA__')?.textContent;
  const root = document.getElementById('__next');
  if (!text || !root) return;
  const { page, props, dynamicIds } = JSON.parse(text) as PageData;
  const components = Promise.all([componentOf('/_app'), componentOf(page)]);
  const arrived = [...(window.__NEXT_P ?? [])];
  const arrive = ([route, load]: Entry): number => {
    awaited.get(route)?.(load);
    return 0;
  };
  window.__NEXT_P = Object.assign([] as Entry[], { push: arrive });
  arrived.forEach(arrive);
  const [app, Component] = await components;
  const App = app as ComponentType<Pick<AppProps, 'Component' | 'pageProps'>>;
  // Told by `next/dynamic`, where a page uses it.
  await window.__NEXT_PRELOADREADY?.(dynamicIds);
  // As a transition hydration comes in slices: an early key or finger is answered between them.
  startTransition(() => {
    hydrateRoot(
      root,
      // React counts identifiers by places in the tree: these are the places of the server's.
      <>
        <Nothing />
        <Inside>
          <App {...props} Component={Component} />
          <Nothing />
        </Inside>
      </>,
    );
  });
}

void hydratePage();
