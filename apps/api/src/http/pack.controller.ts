import { Controller, Get, Inject, Req, Res } from '@nestjs/common';
import { type Day, type Language, PACK_FORMAT, viewOf } from '@policy-timeline/domain';
import { busyOf } from '../timeline/busy.js';
import type { Prefix } from '../timeline/prefix.js';
import { Timelines } from '../timeline/timelines.js';
import type { Request, Response } from './express.js';
import { PackBytes, type PackEncoding } from './pack-bytes.js';
import { refuse } from './refuse.js';

const LEGAL = viewOf({ date: 0 as Day });
const COLLECTED = viewOf({ date: 0 as Day, track: 'COLLECTED' });
const LANGUAGES: ReadonlySet<unknown> = new Set<Language>(['en', 'ja']);

/**
 * The browser's data, for one log prefix: every slot resolved, in columns; apart from them the texts, one language at a time
 * (`part=texts&lang=ja`). `after` asks for what came since an earlier position. Named by position and form (`format=4`), an
 * answer never changes.
 */
@Controller()
export class PackController {
  readonly #bytes = new PackBytes();

  constructor(@Inject(Timelines) private readonly timelines: Timelines) {}

  @Get('pack')
  async pack(@Req() request: Request, @Res() response: Response): Promise<void> {
    const { format, position, hash, after, part, lang, tracks } = request.query;
    if (format !== undefined && format !== String(PACK_FORMAT))
      return refuse(
        response,
        400,
        'INVALID_INPUT',
        `format: ${quoted(format)} is not the form of the packs of this server; write ${PACK_FORMAT}, or load the page again.`,
      );
    try {
      await this.#prepare([position, after], tracks === 'all');
    } catch (error) {
      const busy = busyOf(error);
      if (!busy) throw error;
      response.setHeader('Retry-After', String(busy.retryAfterSeconds));
      return refuse(response, busy.status, busy.code, busy.message);
    }
    const asked = this.#prefixOf('position', position);
    if ('refusal' in asked) return refuse(response, 400, 'UNKNOWN_BASIS', asked.refusal);
    const { prefix } = asked;
    if (hash !== undefined && !(typeof hash === 'string' && hash !== '' && prefix.hash.startsWith(hash)))
      return refuse(
        response,
        400,
        'UNKNOWN_BASIS',
        `hash: ${quoted(hash)} is not the hash of the record at position ${prefix.position}; leave it out, or ask for the newest pack.`,
      );
    const since = after === undefined ? null : this.#prefixOf('after', after, prefix.position);
    if (since && 'refusal' in since) return refuse(response, 400, 'UNKNOWN_BASIS', since.refusal);
    if (part !== undefined && part !== 'texts')
      return refuse(
        response,
        400,
        'INVALID_INPUT',
        `part: ${quoted(part)} is no part of a pack; write texts, or leave it out for the columns.`,
      );
    if (part === 'texts' && !LANGUAGES.has(lang))
      return refuse(
        response,
        400,
        'INVALID_INPUT',
        `lang: ${quoted(lang)} is no language of the record; write en or ja, for example /pack?part=texts&lang=ja.`,
      );
    // Of another form nothing may be taken for unchanged.
    const tag = `"${prefix.basis}/${PACK_FORMAT}"`;
    response.setHeader('ETag', tag);
    response.setHeader('Vary', 'Accept-Encoding');
    // Without a position the address means "the newest", so it must be asked again; the tag makes that cheap.
    response.setHeader(
      'Cache-Control',
      position === undefined ? 'public, no-cache' : 'public, max-age=31536000, immutable',
    );
    response.setHeader('X-Basis', prefix.basis);
    response.setHeader('X-Position', String(prefix.position));
    if (request.headers['if-none-match'] === tag) {
      response.status(304).end();
      return;
    }
    const encoding = encodingOf(String(request.headers['accept-encoding'] ?? ''));
    const bytes = await this.#bytes.of({
      prefix,
      after: since?.prefix ?? null,
      texts: part === 'texts' ? (lang as Language) : null,
      bothTracks: tracks === 'all',
      encoding,
    });
    response.setHeader(
      'Content-Type',
      part === 'texts' ? 'application/json; charset=utf-8' : 'application/octet-stream',
    );
    // Said also where nothing is compressed, so that nobody compresses it again.
    response.setHeader('Content-Encoding', encoding);
    response.setHeader('Content-Length', bytes.length);
    response.end(bytes);
  }

  /** Versions and tables that the pack is made from are made while others are answered. */
  async #prepare(positions: readonly unknown[], bothTracks: boolean): Promise<void> {
    for (const given of positions) {
      const position = given === undefined ? this.timelines.current.position : given;
      if (!/^-?\d{1,12}$/.test(String(position))) continue;
      for (const view of bothTracks ? [LEGAL, COLLECTED] : [LEGAL])
        await this.timelines.prepareQuestion(Number(position), view, false);
    }
  }

  #prefixOf(
    name: string,
    given: unknown,
    newest = this.timelines.current.position,
  ): { readonly prefix: Prefix } | { readonly refusal: string } {
    if (given === undefined) return { prefix: this.timelines.current };
    if (typeof given === 'string' && /^\d{1,12}$/.test(given) && Number(given) <= newest)
      return { prefix: this.timelines.prefix(Number(given)) };
    return {
      refusal: `${name}: ${quoted(given)} is not a position of this log; write a whole number from 0 to ${newest}, or leave it out for the newest.`,
    };
  }
}

const quoted = (given: unknown): string => String(JSON.stringify(given)).slice(0, 60);

function encodingOf(accepted: string): PackEncoding {
  return /\bbr\b/.test(accepted) ? 'br' : /\bgzip\b/.test(accepted) ? 'gzip' : 'identity';
}
