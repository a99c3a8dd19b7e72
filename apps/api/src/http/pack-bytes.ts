import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import {
  type Language,
  type Pack,
  type PackPatch,
  packInSlices,
  patchInSlices,
  type Slices,
  wirePackInSlices,
  wireTextsInSlices,
} from '@policy-timeline/domain';
import { LRUCache } from 'lru-cache';
import { inTurns, TURN_MILLISECONDS } from '../timeline/in-turns.js';
import type { Prefix } from '../timeline/prefix.js';

export type PackEncoding = 'br' | 'gzip' | 'identity';
/** What is asked of a prefix: its rectangles and codes, or its texts in a language; `after` asks only for what came since. */
export interface PackQuestion {
  readonly prefix: Prefix;
  readonly after: Prefix | null;
  /** Null: rectangles and codes. */
  readonly texts: Language | null;
  readonly bothTracks: boolean;
  readonly encoding: PackEncoding;
}

const compressors = {
  br: (bytes: Uint8Array) =>
    promisify(brotliCompress)(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }),
  gzip: promisify(gzip),
  identity: async (bytes: Uint8Array) => Buffer.from(bytes),
} satisfies Record<PackEncoding, (bytes: Uint8Array) => Promise<Buffer>>;

/** A step is made out of two; what is older than those is made again when somebody asks. */
const PACKS_KEPT = 2;
const ANSWERS_KEPT = 32;

/**
 * Makes packs in turns of the event loop and keeps the last few: after an append every open screen asks for the same step, and
 * who asks while it is being made waits for the same one.
 */
export class PackBytes {
  readonly #packs = new LRUCache<string, Promise<Pack>>({ max: PACKS_KEPT });
  readonly #patches = new LRUCache<string, Promise<{ readonly patch: PackPatch | null }>>({
    max: PACKS_KEPT,
  });
  readonly #answers = new LRUCache<string, Promise<Buffer>>({ max: ANSWERS_KEPT });

  of(question: PackQuestion): Promise<Buffer> {
    const { prefix, after, texts, bothTracks, encoding } = question;
    const key = [prefix.basis, after?.basis, texts, bothTracks, encoding].join(' ');
    return kept(this.#answers, key, async () => compressors[encoding](await this.#write(question)));
  }

  async #write({ prefix, after, texts, bothTracks }: PackQuestion): Promise<Uint8Array> {
    const pack = await this.#pack(prefix, bothTracks);
    const patch = after && (await this.#patch(after, prefix, bothTracks)).patch;
    if (texts !== null) return Buffer.from(await made(wireTextsInSlices(patch?.pack ?? pack, texts)));
    if (!patch) return made(wirePackInSlices(pack));
    const { pack: changed, ...where } = patch;
    return made(wirePackInSlices(changed, where));
  }

  #patch(after: Prefix, prefix: Prefix, bothTracks: boolean): Promise<{ readonly patch: PackPatch | null }> {
    const key = `${after.basis} ${prefix.basis} ${bothTracks}`;
    return kept(this.#patches, key, async () => {
      const [before, now] = [await this.#pack(after, bothTracks), await this.#pack(prefix, bothTracks)];
      return { patch: await made(patchInSlices(before, now)) };
    });
  }

  #pack({ timeline, hash, basis }: Prefix, bothTracks: boolean): Promise<Pack> {
    return kept(this.#packs, `${basis} ${bothTracks}`, () =>
      made(packInSlices(timeline, { hash, legalOnly: !bothTracks })),
    );
  }
}

/** What was asked for before, also while it is being made; what could not be made is tried again. */
function kept<One extends object>(
  cache: LRUCache<string, Promise<One>>,
  key: string,
  make: () => Promise<One>,
): Promise<One> {
  const known = cache.get(key);
  if (known) return known;
  const making = make();
  cache.set(key, making);
  making.catch(() => cache.delete(key));
  return making;
}

/** Readers get their turn while it is made. */
const made = async <One>(slices: Slices<One>): Promise<One> =>
  (await inTurns(slices, TURN_MILLISECONDS)) as One;
