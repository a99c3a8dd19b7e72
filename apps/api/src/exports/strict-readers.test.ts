import { parseXml, type XmlElement } from '@rgrove/parse-xml';
import fc from 'fast-check';
import ICAL from 'ical.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { APPEND, ordered } from '../../test/japan-tariff.js';
import { type ApiUnderTest, runApi } from '../../test/running-api.js';
import { icsLine, icsText } from './calendar/ics-text.js';

/** What a calendar, a feed or a careless writer would take for its own. */
const AWKWARD =
  'Steel; "cars", <b>&amp;</b> &copy; ]]> 50\\% \\n : 税率;関税,自動車、さらに長い題名を折り返すための文字列です';

let api: ApiUnderTest;
beforeAll(async () => {
  api = await runApi({ POLICY_PUBLIC_URL: 'https://policy.example.org' });
  const title = { en: AWKWARD, ja: `${AWKWARD}${'長'.repeat(60)}` };
  const source = {
    id: 'notice',
    kind: 'OFFICIAL',
    title,
    publisher: 'Office; of, "all"',
    date: '2025-04-02',
    url: 'https://example.org/?a=1&copy;=<2>',
  };
  const stream = 'tariff/us/reciprocal';
  const events = [
    {
      ...ordered,
      stream,
      id: 'first',
      title,
      sources: [source],
      effective: { from: { date: '2025-10-01' } },
    },
    {
      ...ordered,
      stream,
      id: 'put-off',
      type: 'TariffAmended',
      title,
      knownOn: { date: '2025-09-25' },
      effective: { from: { date: '2026-01-01' } },
      sources: [{ ...source, date: '2025-09-25' }],
      effects: [{ act: 'AMEND', slot: 'tariff/us/reciprocal/JPN', target: 'first' }],
    },
  ];
  const input = { idempotencyKey: 'awkward', expected: [{ stream, revision: null }], events };
  expect((await api.write(APPEND, { input })).data.appendEvents.userErrors).toEqual([]);
});
afterAll(() => api.remove());

const text = async (path: string) => (await fetch(`${api.url}${path}`)).text();

describe('a calendar read by ical.js', () => {
  const calendar = async (query: string) => {
    const raw = await text(`/calendar.ics?${query}`);
    expect(raw).toMatch(/^BEGIN:VCALENDAR\r\nVERSION:2\.0\r\n[\s\S]*\r\nEND:VCALENDAR\r\n$/);
    for (const line of raw.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    expect(raw.replaceAll('\r\n', '')).not.toMatch(/[\r\n\ufffd]/);
    const component = new ICAL.Component(ICAL.parse(raw));
    return component.getAllSubcomponents('vevent').map((event) => {
      for (const name of ['uid', 'dtstamp', 'dtstart', 'sequence', 'status', 'summary'])
        expect([name, event.getAllProperties(name).length]).toEqual([name, 1]);
      return (name: string) => event.getFirstPropertyValue(name);
    });
  };

  it.each(['en', 'ja'] as const)('has the %s title back, character by character', async (lang) => {
    const [event] = await calendar(`lang=${lang}`);
    expect(String(event?.('summary'))).toContain(AWKWARD);
    expect(String(event?.('description'))).toContain('Office; of, "all"');
    expect(String(event?.('url'))).toMatch(/^https:\/\/policy\.example\.org\/\?d=2026-01-01/);
  });

  it('moves the day under one UID with the next SEQUENCE, and `k` gives the plan as known before', async () => {
    const seen = async (k: string) =>
      (await calendar(`k=${k}`)).map((event) => [
        String(event('uid')),
        String(event('dtstart')),
        String(event('dtend')),
        event('sequence'),
        event('status'),
      ]);
    expect(await seen('2025-04-01')).toEqual([]);
    expect(await seen('2025-09-24')).toEqual([
      ['first:start@policy-timeline', '2025-10-01', '2025-10-02', 0, 'CONFIRMED'],
    ]);
    expect(await seen('2025-09-25')).toEqual([
      ['first:start@policy-timeline', '2026-01-01', '2026-01-02', 1, 'CONFIRMED'],
    ]);
  });

  it('gives any text back, folded at 75 octets without cutting a character', () =>
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 120 }), (any) => {
        const line = icsLine('SUMMARY', icsText(any));
        for (const piece of line.split('\r\n')) expect(Buffer.byteLength(piece)).toBeLessThanOrEqual(75);
        const [, [property]] = ICAL.parse(`BEGIN:VEVENT\r\n${line}END:VEVENT\r\n`) as [string, [unknown[]]];
        // Line breaks are kept as such; other control characters have no place in a TEXT (those above 0x80 have).
        const kept = any.replace(/\r\n?/g, '\n').replace(/[^\P{Cc}\n\u0080-\u009f]/gu, ' ');
        expect(property?.[3]).toBe(kept);
      }),
      { seed: 5545, numRuns: 500 },
    ));
});

describe('a feed read by a strict XML parser', () => {
  const children = (element: XmlElement, name: string) =>
    element.children.filter((child): child is XmlElement => (child as XmlElement).name === name);
  const only = (element: XmlElement, name: string): XmlElement => {
    const found = children(element, name);
    expect([name, found.length]).toEqual([name, 1]);
    return found[0] as XmlElement;
  };
  const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/;

  it.each(['en', 'ja'])('has in %s what RFC 4287 asks for, and the titles back', async (lang) => {
    const feed = parseXml(await text(`/feed.atom?lang=${lang}`)).root as XmlElement;
    expect([feed.name, feed.attributes.xmlns, feed.attributes['xml:lang']]).toEqual([
      'feed',
      'http://www.w3.org/2005/Atom',
      lang,
    ]);
    expect(only(feed, 'id').text).toMatch(/^tag:/);
    expect(only(feed, 'updated').text).toMatch(INSTANT);
    only(only(feed, 'author'), 'name');
    const rels = children(feed, 'link').map(({ attributes: { rel, href } }) => [
      rel,
      URL.canParse(href ?? ''),
    ]);
    expect(rels).toEqual(
      expect.arrayContaining(['self', 'alternate', 'first', 'last'].map((rel) => [rel, true])),
    );
    const entries = children(feed, 'entry');
    expect(entries.map((entry) => only(entry, 'id').text)).toEqual([
      'tag:policy-timeline,2026:evt/put-off/rev/0',
      'tag:policy-timeline,2026:evt/first/rev/0',
    ]);
    for (const entry of entries) {
      expect(only(entry, 'title').text).toContain(AWKWARD);
      expect(only(entry, 'updated').text).toMatch(INSTANT);
      expect(only(entry, 'published').text).toMatch(INSTANT);
      const hrefs = children(entry, 'link').map(({ attributes }) => attributes.href ?? '');
      expect(hrefs.at(-1)).toBe('https://example.org/?a=1&copy;=<2>');
      expect(hrefs.every((href) => URL.canParse(href))).toBe(true);
      expect(children(entry, 'category').every(({ attributes }) => attributes.term)).toBe(true);
    }
  });

  it('with `k` tells what was known by then', async () => {
    const feed = parseXml(await text('/feed.atom?k=2025-09-24')).root as XmlElement;
    expect(children(feed, 'entry').map((entry) => only(entry, 'id').text)).toEqual([
      'tag:policy-timeline,2026:evt/first/rev/0',
    ]);
  });
});
