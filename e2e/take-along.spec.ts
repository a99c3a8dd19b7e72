import { expect, test } from '@playwright/test';
import { ask, editorKey } from './ask.ts';
import { open, row } from './screen.ts';

const id = `e2e-frozen-${Date.now()}`;
const stream = `sanction/us/${id}`;

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

  const { appendEvents } = await ask<{ appendEvents: { userErrors: unknown[] } }>(
    `mutation ($input: AppendEventsInput!) { appendEvents(input: $input) { userErrors { code message path } } }`,
    {
      input: {
        idempotencyKey: id,
        expected: [{ stream, revision: null }],
        events: [
          {
            id,
            stream,
            topic: 'us-policy-general',
            type: 'SanctionImposed',
            knownOn: { date: '2026-02-01' },
            effective: { from: { date: '2026-02-01' } },
            actors: ['USA'],
            targets: ['VEN'],
            title: { en: 'Another sanction of the end-to-end test', ja: '試験用の制裁（二）' },
            summary: { en: 'Appended by the browser test.', ja: 'ブラウザー試験が追記した。' },
            direction: 'TIGHTENING',
            sources: [
              {
                kind: 'OFFICIAL',
                id: 'e2e',
                title: { en: 'Test', ja: '試験' },
                publisher: 'Test',
                date: '2026-02-01',
              },
            ],
            effects: [{ act: 'ASSERT', slot: stream, value: { flag: true } }],
          },
        ],
      },
    },
    editorKey(),
  );
  expect(appendEvents.userErrors).toEqual([]);
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
      const { readFileSync } = await import('node:fs');
      const text = readFileSync(await file.path(), 'utf8');
      expect(text).toContain('基準日 2025-08-20、情報時点 2025-08-25');
      expect(text).toMatch(/記録の位置 \d+/);
      expect(text).toContain('<path');
    }
  }
});
