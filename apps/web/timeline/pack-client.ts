import {
  applyPatch,
  isPatch,
  type Language,
  PACK_FORMAT,
  type Pack,
  type PackTexts,
  readWirePack,
  withTexts,
} from '@policy-timeline/domain';

/** Answers `/pack` with a query, `?` first; how, the browser and the server each know for themselves. */
export type AskPack = (query: string) => Promise<Response>;
/** A log prefix; with the hash, a cache can never answer it with another log's. */
export interface PackName {
  readonly position: number | string;
  readonly hash?: string;
}

const HASH_CHARACTERS = 16;

export class PackRefused extends Error {
  constructor(readonly status: number) {
    super(`HTTP ${status}`);
    this.name = 'PackRefused';
  }
}

export const nameQuery = ({ position, hash }: PackName): string =>
  `position=${encodeURIComponent(position)}${hash === undefined ? '' : `&hash=${hash.slice(0, HASH_CHARACTERS)}`}`;

/** Every question names the form of bytes that is read here: what a cache keeps of another release never answers it. */
const inOurForm = (ask: AskPack, query: string): Promise<Response> =>
  ask(`?format=${PACK_FORMAT}${query && `&${query}`}`);

export async function readPack(response: Response): Promise<ReturnType<typeof readWirePack>> {
  if (!response.ok) throw new PackRefused(response.status);
  return readWirePack(new Uint8Array(await response.arrayBuffer()));
}

/** Rectangles and codes: enough to scrub. `query` names them, empty for the newest. @throws PackRefused, and what `fetch` throws. */
export async function askColumns(ask: AskPack, query: string): Promise<Pack> {
  const read = await readPack(await inOurForm(ask, query));
  if (isPatch(read)) throw new RangeError('A whole pack was asked for.');
  return read;
}

export async function askTexts(
  ask: AskPack,
  name: PackName,
  language: Language,
  after = '',
): Promise<PackTexts> {
  const response = await inOurForm(ask, `part=texts&lang=${language}&${nameQuery(name)}${after}`);
  if (!response.ok) throw new PackRefused(response.status);
  return (await response.json()) as PackTexts;
}

/** The pack with the texts of these languages, which are asked for all at once. */
export async function withAskedTexts(
  ask: AskPack,
  pack: Pack,
  languages: readonly Language[],
  after = '',
): Promise<Pack> {
  const texts = await Promise.all(languages.map((language) => askTexts(ask, pack, language, after)));
  return texts.reduce(withTexts, pack);
}

/**
 * The pack of a later position out of one that is held, by what came since; the held one where nothing did. `query` names the
 * later position, empty for the newest.
 */
export async function askNewer(ask: AskPack, held: Pack, query: string): Promise<Pack> {
  const since = `after=${held.position}`;
  const read = await readPack(await inOurForm(ask, `${since}${query}`));
  if (!isPatch(read)) return withAskedTexts(ask, read, held.languages);
  if (read.after !== held.position || read.afterHash !== held.hash)
    return withAskedTexts(ask, await askColumns(ask, ''), held.languages);
  if (read.pack.position === held.position) return held;
  const pack = await withAskedTexts(ask, read.pack, held.languages, `&${since}`);
  return applyPatch(held, { ...read, pack });
}
