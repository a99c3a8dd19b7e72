import { Controller, Get, Inject, Req, Res } from '@nestjs/common';
import { create } from 'xmlbuilder2';
import { CONFIGURATION, type Configuration } from '../../configuration.js';
import { ApiError } from '../../graphql/errors.js';
import type { Request, Response } from '../../http/express.js';
import { Timelines } from '../../timeline/timelines.js';
import { type AskedQuestion, knownText, oneOf } from '../asking/asked-question.js';
import { FileAnswers } from '../asking/file-answers.js';
import { FEED_KINDS, type FeedEntry, feedEntries } from './feed-entries.js';

const PAGE = 50;
const TAG = 'tag:policy-timeline,2026:';
const ATOM = 'http://www.w3.org/2005/Atom';
/** Names our elements of an entry; an identifier, not an address. */
const OWN = `${TAG}elements`;

/** What was recorded, as Atom (RFC 4287) in pages (RFC 5005) that do not shift: each names its position. */
@Controller()
export class FeedController {
  constructor(
    @Inject(FileAnswers) private readonly files: FileAnswers,
    @Inject(Timelines) private readonly timelines: Timelines,
    @Inject(CONFIGURATION) private readonly configuration: Configuration,
  ) {}

  @Get('feed.atom')
  feed(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.files.answer(request, response, async (question) => ({
      contentType: 'application/atom+xml; charset=utf-8',
      body: await this.#xml(question),
    }));
  }

  async #xml(question: AskedQuestion): Promise<string> {
    const given = question.parameter('kind');
    const kind = given === null ? null : oneOf('kind', given, FEED_KINDS);
    const asked = question.parameter('page');
    const most = PAGE * (/^[1-9]\d{0,5}$/.test(asked ?? '') ? Number(asked) : 1);
    const { total, newest: entries } = await feedEntries(question, this.timelines, { kind, most });
    const pages = Math.max(1, Math.ceil(total / PAGE));
    const page = pageOf(asked, pages);
    const { publicUrl } = this.configuration;
    const filter = {
      ...(question.tokens.length > 0 && { f: question.tokens.join(',') }),
      ...(kind && { kind }),
      ...(knownText(question.view) !== 'now' && { k: knownText(question.view) }),
      lang: question.locale,
    };
    const address = (more: Readonly<Record<string, string>>): string =>
      `${publicUrl}/feed.atom?${new URLSearchParams({ ...filter, ...more })}`;
    const frozen = (number: number): string =>
      address({ page: String(number), z: String(question.prefix.position) });
    const ja = question.locale === 'ja';

    const feed = create({ version: '1.0', encoding: 'UTF-8' }).ele(ATOM, 'feed', {
      'xml:lang': question.locale,
    });
    feed.att('http://www.w3.org/2000/xmlns/', 'xmlns:pt', OWN);
    feed.ele('id').txt(xml(`${TAG}feed?${new URLSearchParams(filter)}`));
    feed
      .ele('title')
      .txt(
        xml(
          [
            ja ? '政策タイムラインの変更' : 'Policy timeline: changes',
            ...question.tokens,
            ...(kind ? [kind] : []),
          ].join(' · '),
        ),
      );
    feed
      .ele('updated')
      .txt(entries[0]?.recordedAt ?? this.timelines.recordAt(0)?.recordedAt ?? '1970-01-01T00:00:00Z');
    feed.ele('author').ele('name').txt('policy-timeline');
    feed.ele('generator').txt('policy-timeline');
    const link = (rel: string, href: string) => feed.ele('link', { rel, href: xml(href) });
    link('self', page === 1 && !question.settled ? address({}) : frozen(page));
    link('alternate', `${publicUrl}/?lang=${question.locale}`);
    link('first', frozen(1));
    if (page > 1) link('previous', frozen(page - 1));
    if (page < pages) link('next', frozen(page + 1));
    link('last', frozen(pages));
    for (const entry of entries.slice((page - 1) * PAGE, page * PAGE)) this.#entry(feed, question, entry);
    return `${feed.doc().end({ prettyPrint: true })}\n`;
  }

  #entry(feed: ReturnType<typeof create>, { locale }: AskedQuestion, entry: FeedEntry): void {
    const { event } = entry;
    const element = feed.ele('entry');
    element.ele('id').txt(xml(`${TAG}evt/${event.id}/rev/${entry.revision}`));
    element.ele('title').txt(xml(event.title[locale]));
    element.ele('published').txt(`${entry.knownFrom}T00:00:00Z`);
    element.ele('updated').txt(entry.recordedAt);
    const reason = 'reason' in entry.madeBy ? `${entry.madeBy.reason[locale]}\n` : '';
    element.ele('summary').txt(xml(`${reason}${event.summary[locale]}`));
    element.ele('category', { term: entry.kind });
    element.ele('category', { term: xml(event.stream) });
    for (const party of event.targets) if (party !== '*') element.ele('category', { term: xml(party) });
    const address = new URLSearchParams({
      d: entry.knownFrom,
      k: 'lived',
      ...(event.effects[0] && { s: event.effects[0].slot }),
      z: String(entry.position),
      lang: locale,
    });
    element.ele('link', { rel: 'alternate', href: xml(`${this.configuration.publicUrl}/?${address}`) });
    for (const { url } of event.sources) if (url) element.ele('link', { rel: 'related', href: xml(url) });
    const own = (name: string, text: string | null | undefined) =>
      text != null && element.ele(OWN, `pt:${name}`).txt(xml(text));
    own('validFrom', event.effective.from.date);
    own('validTo', event.effective.until?.date);
    own('knownFrom', entry.knownFrom);
    own('position', String(entry.position));
  }
}

function pageOf(given: string | null, pages: number): number {
  if (given === null) return 1;
  if (/^[1-9]\d{0,5}$/.test(given) && Number(given) <= pages) return Number(given);
  throw new ApiError(
    'INVALID_INPUT',
    `page: "${given.slice(0, 20)}" is no page of this feed; write a whole number from 1 to ${pages}.`,
  );
}

/**
 * A text for an element or attribute: characters that XML 1.0 has no way to write are taken out, and ampersands are written
 * here, because the builder takes what looks like an entity (`&copy;`) for one.
 */
const xml = (text: string): string =>
  text
    // biome-ignore lint/suspicious/noControlCharactersInRegex: those are what is taken out.
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
    .replaceAll('&', '&amp;');
