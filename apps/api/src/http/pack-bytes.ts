import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import {
  type Language,
  type Pack,
  type PackPatch,
  packOf,
  packTexts,
  patchOf,
  writeWirePack,
} from '@policy-timeline/domain';
import { LRUCache } from 'lru-cache';
import type { Prefix } from '../timeline/timelines.js';

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

const PACKS_KEPT = 3;
const ANSWERS_KEPT = 32;

/** Makes packs and keeps the last few: after an append every open screen asks for the same step. */
export class PackBytes {
  readonly #packs = new LRUCache<string, Pack>({ max: PACKS_KEPT });
  readonly #patches = new LRUCache<string, { readonly patch: PackPatch | null }>({ max: PACKS_KEPT });
  readonly #answers = new LRUCache<string, Promise<Buffer>>({ max: ANSWERS_KEPT });

  of(question: PackQuestion): Promise<Buffer> {
    const { prefix, after, texts, bothTracks, encoding } = question;
    const key = [prefix.basis, after?.basis, texts, bothTracks, encoding].join(' ');
    let made = this.#answers.get(key);
    if (!made) {
      made = compressors[encoding](this.#write(question));
      this.#answers.set(key, made);
      made.catch(() => this.#answers.delete(key));
    }
    return made;
  }

  #write({ prefix, after, texts, bothTracks }: PackQuestion): Uint8Array {
    const pack = this.#pack(prefix, bothTracks);
    const patch = after && this.#patch(after, prefix, bothTracks);
    if (texts !== null) return Buffer.from(JSON.stringify(packTexts(patch?.pack ?? pack, texts)));
    if (!patch) return writeWirePack(pack);
    const { pack: changed, ...where } = patch;
    return writeWirePack(changed, where);
  }

  #patch(after: Prefix, prefix: Prefix, bothTracks: boolean): PackPatch | null {
    const key = `${after.basis} ${prefix.basis} ${bothTracks}`;
    const kept = this.#patches.get(key) ?? {
      patch: patchOf(this.#pack(after, bothTracks), this.#pack(prefix, bothTracks)),
    };
    this.#patches.set(key, kept);
    return kept.patch;
  }

  #pack(prefix: Prefix, bothTracks: boolean): Pack {
    const key = `${prefix.basis} ${bothTracks}`;
    const kept =
      this.#packs.get(key) ?? packOf(prefix.timeline, { hash: prefix.hash, legalOnly: !bothTracks });
    this.#packs.set(key, kept);
    return kept;
  }
}
