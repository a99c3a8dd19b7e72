import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { Controller, Get, Inject, Req, Res } from '@nestjs/common';
import { packOf } from '@policy-timeline/domain';
import { type Prefix, Timelines } from '../timeline/timelines.js';
import type { Request, Response } from './express.js';
import { refuse } from './refuse.js';

const compress = promisify(gzip);

/** The browser's data: every slot resolved, for one log prefix. Named by position, it never changes. */
@Controller()
export class PackController {
  /** The newest pack asked for; packs of old positions are made each time. */
  #made: { readonly basis: string; readonly bytes: Promise<Buffer> } | null = null;

  constructor(@Inject(Timelines) private readonly timelines: Timelines) {}

  @Get('pack')
  async pack(@Req() request: Request, @Res() response: Response): Promise<void> {
    const { position } = request.query;
    const newest = this.timelines.current;
    if (
      position !== undefined &&
      !(typeof position === 'string' && /^\d{1,12}$/.test(position) && Number(position) <= newest.position)
    ) {
      return refuse(
        response,
        400,
        'UNKNOWN_BASIS',
        `position: ${JSON.stringify(position).slice(0, 60)} is not a position of this log; write a whole number from 0 to ${newest.position}, or leave it out for the newest.`,
      );
    }
    const prefix = position === undefined ? newest : this.timelines.prefix(Number(position));
    const tag = `"${prefix.basis}"`;
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
    response.setHeader('Content-Type', 'application/json; charset=utf-8');
    if (!/\bgzip\b/.test(String(request.headers['accept-encoding'] ?? ''))) {
      response.end(JSON.stringify(packOf(prefix.timeline, prefix)));
      return;
    }
    response.setHeader('Content-Encoding', 'gzip');
    response.end(await this.#bytesOf(prefix, prefix === newest));
  }

  #bytesOf(prefix: Prefix, keep: boolean): Promise<Buffer> {
    if (this.#made?.basis === prefix.basis) return this.#made.bytes;
    const bytes = compress(JSON.stringify(packOf(prefix.timeline, prefix)));
    if (keep) this.#made = { basis: prefix.basis, bytes };
    return bytes;
  }
}
