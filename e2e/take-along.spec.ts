import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { parse } from 'csv-parse/sync';
import { appendSanction, streamOf } from './append-sanction.ts';
import { ask, editorKey } from './ask.ts';
import { open, row } from './screen.ts';

const id = `e2e-frozen-${Date.now()}`;
const stream = streamOf(id);

test('a link shows the same picture elsewhere, and frozen it stays the same after an append', async ({
  page,
  browser,
}) => {
  await open(
    page,
    '/?d=2026-02-10&k=lived&f=sanction&s=sanction/us/venezuela/financial-2017&v=lanes&r=2025-01..2026-06&lang=en',
  );
  const counted = await page.getByTestId('tally-in-force').textContent();
  const link = page.url();
  const position = Number((await page.getByTestId('record-position').textContent())?.match(/\d+/)?.[0]);

  await appendSanction(id, '2026-02-01', {
    en: 'Another sanction of the end-to-end test',
    ja: '試験用の制裁（二）',
  });
  // The open page hears of it and counts it.
  await expect(page.getByTestId('tally-in-force')).toHaveText(String(Number(counted) + 1));

  const context = await browser.newContext();
  const elsewhere = await context.newPage();
  await open(elsewhere, `${link}&z=${position}`);
  await expect(elsewhere.getByTestId('tally-in-force')).toHaveText(counted ?? '');
  await expect(row(elsewhere, stream)).toHaveCount(0);
  await expect(elsewhere.getByTestId('date-value')).toHaveText('2026-02-10');
  await expect(elsewhere.getByTestId('mode-lived')).toHaveAttribute('aria-checked', 'true');
  await expect(elsewhere.getByTestId('lanes')).toBeVisible();
  await expect(elsewhere.getByTestId('why-panel')).toHaveAttribute(
    'data-slot',
    'sanction/us/venezuela/financial-2017',
  );
  await expect(elsewhere.getByTestId('filter-input')).toHaveValue('sanction');
  await context.close();
});

test('tables, calendar and pictures leave the page with their two days', async ({ page }) => {
  await open(page, '/?d=2025-08-20&k=2025-08-25&f=JPN,tariff&lang=ja');
  await page.getByTestId('take-away').click();
  await expect(page.getByTestId('csv-excel')).toHaveAttribute(
    'href',
    '/export/state.csv?d=2025-08-20&k=2025-08-25&f=JPN%2Ctariff&bom=1&lang=ja',
  );
  await expect(page.getByTestId('ics')).toHaveAttribute(
    'href',
    /^\/calendar\.ics\?f=JPN%2Ctariff&lang=ja&k=2025-08-25$/,
  );
  await page.keyboard.press('Escape');
  for (const format of ['svg', 'png'] as const) {
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByTestId(`picture-${format}`).click(),
    ]);
    expect(file.suggestedFilename()).toBe(`policy-timeline-map-2025-08-20.${format}`);
    if (format === 'svg') {
      const text = readFileSync(await file.path(), 'utf8');
      expect(text).toContain('基準日 2025-08-20、情報時点 2025-08-25');
      expect(text).toMatch(/記録の位置 \d+/);
      expect(text).toContain('<path');
    }
  }
  // Lanes are boxes of the page and no drawing; the file has their bars and values all the same.
  await page.keyboard.press('2');
  const [lanes] = await Promise.all([
    page.waitForEvent('download'),
    page.getByTestId('picture-lanes').getByTestId('picture-svg').click(),
  ]);
  const drawn = readFileSync(await lanes.path(), 'utf8');
  expect(drawn).toMatch(/<text[^>]*>25%<\/text>/);
  expect(drawn).toContain('url(#saved-hatch)');
});

test('the data of the view: as many rows as it counts, each with its source; the citation says when and where', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await open(page, '/?d=2025-08-20&k=2025-08-25&f=tariff&lang=ja');
  const { stateAsOf } = await ask<{ stateAsOf: { counts: { inForce: number } } }>(
    '{ stateAsOf(date: "2025-08-20", knownAt: "2025-08-25", filter: { families: [TARIFF] }) { counts { inForce } } }',
  );
  await expect(page.getByTestId('tally-in-force')).toHaveText(String(stateAsOf.counts.inForce));
  await page.getByTestId('take-away').click();
  const href = await page.getByTestId('csv-excel').getAttribute('href');
  const text = await (await page.request.get(href ?? '')).text();
  // Excel takes the file for UTF-8 by its first character.
  expect(text.charCodeAt(0)).toBe(0xfeff);
  expect(text).toContain('相互関税');
  const rows: Record<string, string>[] = parse(text, { bom: true, columns: true });
  expect(rows.filter((each) => each.status === 'IN_FORCE')).toHaveLength(stateAsOf.counts.inForce);
  expect(rows.filter((each) => each.decided_by && !each.source_citation)).toEqual([]);
  await page.getByTestId('copy-citation').click();
  const citation = await page.evaluate(() => navigator.clipboard.readText());
  for (const part of ['2025-08-20', '2025-08-25', 'http', /\d{4}-\d{2}-\d{2}/])
    expect(citation).toMatch(part);
});

test('a calendar keeps an event’s identity when its day moves, and can show the plan as it was known', async ({
  page,
}) => {
  const plan = `e2e-plan-${Date.now()}`;
  const slot = `sanction/us/${plan}`;
  const event = (own: string, more: object) => ({
    id: own,
    stream: slot,
    topic: 'us-policy-general',
    actors: ['USA'],
    targets: ['VEN'],
    title: {
      en: 'A licence with an end',
      ja: '期限のある措置、とても長い日本語の題名を付けて折り返しを確かめる',
    },
    direction: 'TIGHTENING',
    sources: [
      { kind: 'OFFICIAL', id: own, title: { en: own, ja: own }, publisher: 'Test', date: '2026-03-01' },
    ],
    ...more,
  });
  const appendOne = async (revision: number | null, given: { id: string }): Promise<void> => {
    const { appendEvents } = await ask<{ appendEvents: { userErrors: unknown[] } }>(
      'mutation ($input: AppendEventsInput!) { appendEvents(input: $input) { userErrors { code message path } } }',
      { input: { idempotencyKey: given.id, expected: [{ stream: slot, revision }], events: [given] } },
      editorKey(),
    );
    expect(appendEvents.userErrors).toEqual([]);
  };
  const entryOf = async (known: string): Promise<Record<string, string> | undefined> => {
    const text = await (await page.request.get(`/calendar.ics?f=${slot}&lang=ja${known}`)).text();
    for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    const whole = text.replaceAll('\r\n ', '');
    const entry = whole.split('BEGIN:VEVENT').find((each) => each.includes(`UID:${plan}:end@`));
    return entry === undefined
      ? undefined
      : Object.fromEntries(
          entry
            .split('\r\n')
            .map((line) => [line.split(/[:;]/)[0] as string, line.slice(line.indexOf(':') + 1)]),
        );
  };
  await appendOne(
    null,
    event(plan, {
      type: 'SanctionImposed',
      knownOn: { date: '2026-03-01' },
      effective: { from: { date: '2026-03-01' }, until: { date: '2026-12-01' } },
      effects: [{ act: 'ASSERT', slot, value: { flag: true } }],
    }),
  );
  const before = await entryOf('');
  expect(before?.DTSTART).toBe('20261201');
  await appendOne(
    0,
    event(`${plan}-extended`, {
      type: 'SanctionAmended',
      knownOn: { date: '2026-04-01' },
      effective: { from: { date: '2026-03-01' }, until: { date: '2027-02-01' } },
      relations: [{ type: 'EXTENDS', to: plan }],
      effects: [{ act: 'AMEND', slot, target: plan, until: { date: '2027-02-01' } }],
    }),
  );
  await expect.poll(async () => (await entryOf(''))?.DTSTART).toBe('20270201');
  const after = await entryOf('');
  expect(after?.UID).toBe(before?.UID);
  expect(Number(after?.SEQUENCE)).toBe(Number(before?.SEQUENCE) + 1);
  expect((await entryOf('&k=2026-03-15'))?.DTSTART).toBe('20261201');
});
