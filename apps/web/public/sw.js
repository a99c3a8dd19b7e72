// Keeps the screen usable without a connection: what was loaded once is served again, the newest first where there is a network.
const CACHE = 'policy-timeline-2';
/** Parts of the record that are kept: the newest positions in both languages. */
const PARTS_KEPT = 9;
/** Built files carry their content in their name, the map is made with the build: what is kept stays right. */
const isFixed = ({ pathname }) =>
  pathname.startsWith('/_next/static/') || pathname === '/api/world' || pathname.startsWith('/icon');
/** Whole parts, and no steps between two positions. */
const isRecord = ({ pathname, searchParams }) => pathname === '/api/pack' && !searchParams.has('after');
const isScreen = ({ pathname }, request) => request.mode === 'navigate' && pathname === '/';
/** Any other page of ours: not kept, and said so in its place. */
const isPage = ({ pathname }, request) =>
  request.mode === 'navigate' &&
  !/^\/(api|export|quote|cite|embed)\/|^\/(calendar\.ics|feed\.atom)/.test(pathname);
const unreached = (lang) => `/api/offline?lang=${lang}`;
const LANGUAGES = ['ja', 'en'];
/** One page per language is enough: the address says what it shows. */
const pageKey = (url) => `/?kept=${url.searchParams.get('lang') ?? 'any'}`;

self.addEventListener('install', () => self.skipWaiting());
self.addEventListener('activate', (event) => {
  event.waitUntil(
    caches
      .keys()
      .then((names) => Promise.all(names.filter((name) => name !== CACHE).map((name) => caches.delete(name))))
      .then(() => self.clients.claim()),
  );
});

// What the first page loaded before this worker was there.
self.addEventListener('message', (event) => {
  const { keep = [], page } = event.data ?? {};
  event.waitUntil(
    caches.open(CACHE).then(async (cache) => {
      await Promise.allSettled(
        keep
          .map((address) => new URL(address))
          .filter((url) => url.origin === self.location.origin && (isFixed(url) || isRecord(url)))
          .map(async (url) => (await cache.match(url.href)) ?? cache.add(url.href)),
      );
      await Promise.allSettled(LANGUAGES.map((lang) => cache.add(unreached(lang))));
      await keepLater(cache);
      if (page) {
        const url = new URL(page);
        const answer = await fetch(url.href);
        if (answer.ok && url.pathname === '/') await keepPage(cache, url, answer);
      }
    }),
  );
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== self.location.origin) return;
  if (isFixed(url)) event.respondWith(keptFirst(request));
  else if (isRecord(url)) event.respondWith(recordPart(request, url));
  else if (isScreen(url, request)) event.respondWith(newestFirst(request, pageKey(url), url));
  else if (isPage(url, request)) event.respondWith(fetchedOrSaid(request, url));
});

/** What the kept scripts load only when it is asked for: panels, dialogs, the other pictures. Kept, and not run. */
async function keepLater(cache) {
  const seen = new Set();
  for (let more = true; more; ) {
    more = false;
    for (const { url } of await cache.keys()) {
      if (seen.has(url) || !url.endsWith('.js')) continue;
      seen.add(url);
      const text = await (await cache.match(url)).text();
      const named = [...text.matchAll(/static\/chunks\/[\w~.-]+\.(?:js|css)/g)].map(
        ([path]) => `/_next/${path}`,
      );
      for (const path of new Set(named)) {
        if (await cache.match(path)) continue;
        await cache.add(path).catch(() => undefined);
        more = true;
      }
    }
  }
}

async function keptFirst(request) {
  const cache = await caches.open(CACHE);
  const kept = await cache.match(request);
  if (kept) return kept;
  const answer = await fetch(request);
  if (answer.ok) await cache.put(request, answer.clone());
  return answer;
}

/** A part named by its position and hash stays right for ever; any other is asked for anew. */
async function recordPart(request, url) {
  const cache = await caches.open(CACHE);
  const kept = await cache.match(url.href);
  if (kept && url.searchParams.has('hash')) return kept;
  try {
    const answer = await fetch(request);
    if (answer.ok) {
      await cache.put(url.href, answer.clone());
      const parts = await keptParts(cache);
      for (const part of parts.slice(0, Math.max(0, parts.length - PARTS_KEPT))) await cache.delete(part);
    }
    return answer;
  } catch (error) {
    if (kept) return kept;
    // Columns of another position serve without a connection, in the form that the page reads; its texts are then asked for by
    // its name.
    const columns = (await keptParts(cache)).filter(({ url: name }) => {
      const { searchParams } = new URL(name);
      return !searchParams.has('part') && searchParams.get('format') === url.searchParams.get('format');
    });
    const newest = url.searchParams.has('part') ? undefined : columns.at(-1);
    const other = newest && (await cache.match(newest));
    if (other) return other;
    throw error;
  }
}

/** In the order in which they were kept. */
const keptParts = async (cache) => (await cache.keys()).filter(({ url }) => isRecord(new URL(url)));

async function newestFirst(request, key, page) {
  const cache = await caches.open(CACHE);
  try {
    const answer = await fetch(request);
    if (answer.ok) await (page ? keepPage(cache, page, answer.clone()) : cache.put(key, answer.clone()));
    return answer;
  } catch (error) {
    const kept = (await cache.match(key)) ?? (page && (await cache.match('/?kept=any')));
    if (kept) return kept;
    throw error;
  }
}

async function fetchedOrSaid(request, url) {
  try {
    return await fetch(request);
  } catch (error) {
    const asked = url.searchParams.get('lang') ?? self.navigator.language.slice(0, 2);
    const said = await caches.match(unreached(LANGUAGES.includes(asked) ? asked : 'en'));
    if (said) return said;
    throw error;
  }
}

async function keepPage(cache, url, answer) {
  const other = answer.clone();
  await cache.put(pageKey(url), answer);
  await cache.put('/?kept=any', other);
}
