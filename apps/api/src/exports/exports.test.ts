import { createHash } from 'node:crypto';
import { parseXml, type XmlElement } from '@rgrove/parse-xml';
import { parse } from 'csv-parse/sync';
import ICAL from 'ical.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ApiUnderTest, runApi } from '../../test/running-api.js';

let api: ApiUnderTest;
beforeAll(async () => {
  api = await runApi({ POLICY_SEED: 'catalogue', POLICY_PUBLIC_URL: 'https://policy.example.org/' });
});
afterAll(() => api.remove());

const get = (path: string, headers: Record<string, string> = {}) => fetch(`${api.url}${path}`, { headers });
const text = async (path: string) => (await get(path)).text();
const table = async (path: string): Promise<Record<string, string>[]> =>
  parse(await text(path), { columns: true, bom: true, record_delimiter: '\r\n' });

describe('state.csv', () => {
  it('tells what Japan paid on 20 August 2025, by what was known on 25 August and on 5 September', async () => {
    const rate = async (known: string) =>
      (await table(`/export/state.csv?d=2025-08-20&k=${known}&f=JPN,tariff`)).find(
        ({ key }) => key === 'tariff/us/reciprocal/JPN',
      );
    expect(await rate('2025-08-25')).toMatchObject({ status: 'IN_FORCE', value: '15', basis: 'ADDITIONAL' });
    expect(await rate('2025-09-05')).toMatchObject({
      value: '15',
      unit: 'percent',
      basis: 'INCLUSIVE',
      valid_from: '2025-08-07',
      valid_from_precision: 'DAY',
      known_from: '2025-09-04',
    });
  });

  it('has the header of the design, a source in every decided row, and as many rows as GraphQL counts', async () => {
    const csv = await text('/export/state.csv?d=2018-03-21&f=tariff');
    expect(csv.split('\r\n', 1)[0]).toBe(
      'date,known_at,position,key,subject,target,instrument,status,value,unit,basis,valid_from,valid_from_precision,valid_to_exclusive,track,known_from,decided_by,authority,source_citation,source_url,title_en,title_ja',
    );
    const rows = await table('/export/state.csv?d=2018-03-21&f=tariff');
    expect(rows.every(({ decided_by, source_citation }) => decided_by === '' || source_citation !== '')).toBe(
      true,
    );
    const { data } = await api.ask(
      '{ stateAsOf(date: "2018-03-21", filter: { families: [TARIFF] }) { readings { totalCount } } }',
    );
    expect(rows).toHaveLength(data.stateAsOf.readings.totalCount);
    const json = JSON.parse(await text('/export/state.json?d=2018-03-21&f=tariff'));
    expect(json.rows.map(({ key }: { key: string }) => key)).toEqual(rows.map(({ key }) => key));
  });

  it('begins with a byte order mark for Excel when asked', async () => {
    const bytes = new Uint8Array(
      await (await get('/export/state.csv?d=2025-08-20&f=JPN&bom=1')).arrayBuffer(),
    );
    expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  });
});

describe('events', () => {
  it('lists every event once per effect, in the order of the log', async () => {
    const rows = await table('/export/events.csv');
    const positions = rows.map(({ position }) => Number(position));
    expect(positions).toEqual([...positions].sort((a, b) => a - b));
    const lines = (await text('/export/events.ndjson'))
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(new Set(rows.map(({ event_id }) => event_id)).size).toBe(lines.length);
    const { data } = await api.ask('{ events(first: 1) { totalCount } }');
    expect(lines).toHaveLength(data.events.totalCount);
  });

  it('defuses cells that a spreadsheet would compute, and leaves figures alone', async () => {
    const rows = await table('/export/events.csv');
    for (const row of rows)
      for (const cell of Object.values(row))
        expect(/^[=+\-@]/.test(cell) && !/^-?\d/.test(cell), cell).toBe(false);
  });
});

describe('calendar.ics', () => {
  const calendar = async (query: string) => {
    const raw = await text(`/calendar.ics?${query}`);
    return { raw, events: new ICAL.Component(ICAL.parse(raw)).getAllSubcomponents('vevent') };
  };
  it('moves the step-up of kitchen cabinets under one UID, a sequence later', async () => {
    const [then, now] = await Promise.all([
      calendar('f=tariff&lang=en&k=2025-11-01'),
      calendar('f=tariff&lang=en&k=2026-02-01'),
    ]);
    const uids = (events: ICAL.Component[]) =>
      new Map(events.map((event) => [String(event.getFirstPropertyValue('uid')), event]));
    const before = uids(then.events);
    const moved = [...uids(now.events)].filter(
      ([uid, event]) =>
        before.has(uid) &&
        String(event.getFirstPropertyValue('dtstart')) === '2027-01-01' &&
        String(before.get(uid)?.getFirstPropertyValue('dtstart')) === '2026-01-01',
    );
    expect(moved.length).toBeGreaterThan(0);
    for (const [uid, event] of moved) {
      expect(before.get(uid)?.getFirstPropertyValue('sequence')).toBe(0);
      expect(event.getFirstPropertyValue('sequence')).toBe(1);
      expect(event.getFirstPropertyValue('description')).toContain('Was 2026-01-01');
    }
  });

  it('gives a later step of an act a UID of its own and says what it concerns', async () => {
    const { events } = await calendar('f=tariff&lang=en&k=2025-04-10');
    const parts = events.find((event) =>
      String(event.getFirstPropertyValue('uid')).includes(':start:2025-05-03'),
    );
    expect(String(parts?.getFirstPropertyValue('uid'))).toBe(
      's232-autos-2025:start:2025-05-03@policy-timeline',
    );
    expect(String(parts?.getFirstPropertyValue('description'))).toMatch(/Concerns: .*parts/i);
    expect(String(parts?.getFirstPropertyValue('url'))).toContain('s=tariff%2Fus%2Fsection-232-cars%2Fparts');
    const own = events.find((event) =>
      String(event.getFirstPropertyValue('uid')).startsWith('eo-14266:end@'),
    );
    expect(String(own?.getFirstPropertyValue('dtstart'))).toBe('2025-07-09');
  });

  it('folds Japanese text at 75 octets without cutting a character, in lines that end with CRLF', async () => {
    const { raw, events } = await calendar('lang=ja');
    expect(raw).not.toMatch(/[^\r]\n/);
    for (const line of raw.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    expect(raw).not.toContain('\ufffd');
    expect(String(events[0]?.getFirstPropertyValue('summary'))).toMatch(/^\[期限\] /);
    const uids = events.map((event) => String(event.getFirstPropertyValue('uid')));
    expect(new Set(uids).size).toBe(uids.length);
  });
});

describe('feed.atom', () => {
  const ns = 'http://www.w3.org/2005/Atom';
  const feed = async (query: string): Promise<XmlElement> => {
    const root = parseXml(await text(`/feed.atom?${query}`)).root as XmlElement;
    expect(root.attributes.xmlns).toBe(ns);
    return root;
  };
  const all = (root: XmlElement, name: string) =>
    root.children.filter((child): child is XmlElement => (child as XmlElement).name === name);
  const ids = (root: XmlElement) => all(root, 'entry').map((entry) => all(entry, 'id')[0]?.text);
  const link = (root: XmlElement, rel: string) =>
    all(root, 'link').find(({ attributes }) => attributes.rel === rel)?.attributes.href;

  it('pages through everything without a hole or a repetition, by its own links', async () => {
    const seen: (string | undefined)[] = [];
    let root = await feed('f=JPN&lang=ja');
    for (;;) {
      seen.push(...ids(root));
      const next = link(root, 'next');
      if (!next) break;
      root = await feed(new URL(next).search.slice(1));
    }
    expect(new Set(seen).size).toBe(seen.length);
    const lines = (await text('/export/events.ndjson?f=JPN')).trim().split('\n');
    expect(seen).toHaveLength(lines.length);
  });

  it('names each entry’s kind and its four clocks', async () => {
    const [entry] = all(await feed('kind=PLAN&f=tariff'), 'entry');
    expect(all(entry as XmlElement, 'category')[0]?.attributes.term).toBe('PLAN');
    for (const name of ['pt:validFrom', 'pt:knownFrom', 'pt:position'])
      expect(all(entry as XmlElement, name)).toHaveLength(1);
    expect(all(entry as XmlElement, 'id')[0]?.text).toMatch(/^tag:policy-timeline,2026:evt\/.+\/rev\/0$/);
  });
});

describe('quotations and footnotes', () => {
  it('quotes the same bytes for ever, with a hash that anybody can make', async () => {
    const quote = JSON.parse(
      await text('/quote/reading?s=tariff/us/reciprocal/JPN&d=2025-08-20&k=2025-08-25'),
    );
    expect(quote.quotation.rows[0]).toMatchObject({ value: 15, basis: 'ADDITIONAL' });
    const hash = createHash('sha256').update(JSON.stringify(quote.quotation)).digest('hex');
    expect(quote.sha256).toBe(hash);
    const again = await get(quote.quotation.address);
    expect(again.headers.get('cache-control')).toContain('immutable');
    expect(JSON.parse(await again.text())).toEqual(quote);
  });

  it('cites an event, a reading and a view in three styles', async () => {
    const on = 'on=2026-11-21&d=2025-08-20';
    const bib = await text(`/cite/event?s=eo-14257&format=bibtex&${on}`);
    expect(bib).toMatch(/^@misc\{policy-timeline-2025-08-20-\d+,\n/);
    const [item] = JSON.parse(await text(`/cite/reading?s=tariff/us/reciprocal/JPN&format=csl&${on}`));
    expect(item).toMatchObject({ type: 'webpage', accessed: { 'date-parts': [[2026, 11, 21]] } });
    expect(await text(`/cite/view?lang=ja&f=JPN&${on}`)).toMatch(
      /^政策タイムライン · JPN\. .*\(2026-11-21\)\.\n$/,
    );
  });
});

describe('what the caller gets wrong', () => {
  it.each([
    ['/export/state.csv?d=2025-02-30', 400, 'INVALID_DATE'],
    ['/export/state.csv?d=2025-08-20&d=2025-08-21', 400, 'INVALID_INPUT'],
    ['/export/events.csv?z=99999999', 404, 'UNKNOWN_BASIS'],
    ['/calendar.ics?lang=fr', 400, 'INVALID_INPUT'],
    ['/feed.atom?page=0', 400, 'INVALID_INPUT'],
    ['/feed.atom?kind=NEWS', 400, 'INVALID_INPUT'],
    [`/feed.atom?f=${'x'.repeat(300)}`, 400, 'INVALID_INPUT'],
    ['/quote/reading?s=nothing/here', 404, 'UNKNOWN_SUBJECT'],
    ['/quote/reading', 400, 'INVALID_INPUT'],
    ['/cite/event?s=__proto__', 404, 'UNKNOWN_SUBJECT'],
    ['/cite/view?format=doc', 400, 'INVALID_INPUT'],
  ])('%s is a %i %s', async (path, status, code) => {
    const answer = await get(path);
    expect(answer.status).toBe(status);
    expect(await answer.json()).toMatchObject({ errors: [{ extensions: { code } }] });
  });
});

it('sends a long answer whole to a reader who takes it slowly', async () => {
  for (const path of [
    '/export/events.csv',
    '/export/events.ndjson',
    '/export/state.json?d=2025-08-20',
    '/calendar.ics',
  ]) {
    const whole = await text(path);
    const answer = await get(path);
    let read = '';
    const decoder = new TextDecoder();
    for await (const piece of answer.body as ReadableStream<Uint8Array>) {
      read += decoder.decode(piece, { stream: true });
      await new Promise((resolve) => setTimeout(resolve, 1));
    }
    expect(read.length).toBe(whole.length);
  }
});

it('answers 304 to a reader who has it, and may be kept for ever with a position', async () => {
  const open = await get('/export/state.csv?d=2025-08-20&f=JPN');
  const etag = open.headers.get('etag') as string;
  expect(open.headers.get('cache-control')).toBe('public, no-cache');
  expect((await get('/export/state.csv?d=2025-08-20&f=JPN', { 'if-none-match': etag })).status).toBe(304);
  const settled = await get(`/export/state.csv?d=2025-08-20&f=JPN&z=${open.headers.get('x-position')}`);
  expect(settled.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
});
