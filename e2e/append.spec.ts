import { expect, test } from '@playwright/test';
import { ask, editorKey } from './ask.ts';

const append = /* GraphQL */ `
  mutation ($input: AppendEventsInput!) {
    appendEvents(input: $input) {
      receipt { positions basis }
      userErrors { code message path }
    }
  }
`;

const id = `e2e-${Date.now()}`;
const stream = `sanction/us/${id}`;

test('an appended event appears in an open browser without reload, and an erratum leaves the old basis as it was', async ({
  page,
}) => {
  await page.goto(`/?d=2026-02-10&f=${stream}&lang=en`);
  await expect(page.locator('html')).toHaveAttribute('data-record', 'ready');
  const row = page.locator(`[data-testid="reading-row"][data-slot="${stream}"]`);
  await expect(row).toHaveCount(0);
  await page.evaluate(() => Object.assign(window, { notReloaded: true }));
  // The page has to be listening before the event is appended.
  await page.waitForTimeout(1500);

  const { appendEvents } = await ask<{
    appendEvents: { receipt: { basis: string } | null; userErrors: unknown[] };
  }>(
    append,
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
            knownOn: { date: '2026-02-10' },
            effective: { from: { date: '2026-02-10' } },
            actors: ['USA'],
            targets: ['VEN'],
            title: { en: 'A sanction of the end-to-end test', ja: '試験用の制裁' },
            summary: { en: 'Appended by the browser test.', ja: 'ブラウザー試験が追記した。' },
            direction: 'TIGHTENING',
            sources: [
              {
                kind: 'OFFICIAL',
                id: 'e2e',
                title: { en: 'Test', ja: '試験' },
                publisher: 'Test',
                date: '2026-02-10',
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
  await expect(row).toHaveAttribute('data-status', 'IN_FORCE');
  expect(await page.evaluate(() => 'notReloaded' in window)).toBe(true);

  const state = `query ($basis: Basis) { stateAsOf(date: "2026-02-10", basis: $basis, filter: { subjects: ["${stream}"] }) {
    readings { edges { node { slot status decidedBy { title { en ja } } } } } } }`;
  const basis = appendEvents.receipt?.basis;
  const before = JSON.stringify(await ask(state, { basis }));
  const corrected = await ask<{ correctEvent: { userErrors: unknown[] } }>(
    `mutation ($input: CorrectEventInput!) { correctEvent(input: $input) { receipt { basis } userErrors { code message path } } }`,
    {
      input: {
        idempotencyKey: `${id}-erratum`,
        expected: [{ stream, revision: 0 }],
        target: id,
        patch: { title: { en: 'A corrected title', ja: '訂正後の題' } },
        reason: { en: 'Mistyped.', ja: '誤記。' },
      },
    },
    editorKey(),
  );
  expect(corrected.correctEvent.userErrors).toEqual([]);
  expect(JSON.stringify(await ask(state, { basis }))).toBe(before);
  expect(JSON.stringify(await ask(state))).toContain('A corrected title');
});

test('the append page refuses a wrong token and shows what is wrong with a date', async ({ page }) => {
  await page.goto('/append?lang=en');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(page.getByLabel(/token|key/i).first()).toBeVisible();
});
