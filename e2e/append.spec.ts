import { expect, test } from '@playwright/test';
import { appendSanction, streamOf } from './append-sanction.ts';
import { ask, editorKey } from './ask.ts';

const id = `e2e-${Date.now()}`;
const stream = streamOf(id);

test('an appended event appears in an open browser without reload, and an erratum leaves the old basis as it was', async ({
  page,
}) => {
  const listening = page.waitForResponse(/graphql\/stream/);
  await page.goto(`/?d=2026-02-10&f=${stream}&lang=en`);
  await expect(page.locator('html')).toHaveAttribute('data-record', 'ready');
  const row = page.locator(`[data-testid="reading-row"][data-slot="${stream}"]`);
  await expect(row).toHaveCount(0);
  await page.evaluate(() => Object.assign(window, { notReloaded: true }));
  await listening;
  const { basis } = await appendSanction(id, '2026-02-10', {
    en: 'A sanction of the end-to-end test',
    ja: '試験用の制裁',
  });
  await expect(row).toHaveAttribute('data-status', 'IN_FORCE');
  expect(await page.evaluate(() => 'notReloaded' in window)).toBe(true);

  const state = `query ($basis: Basis) { stateAsOf(date: "2026-02-10", basis: $basis, filter: { subjects: ["${stream}"] }) {
    readings { edges { node { slot status decidedBy { title { en ja } } } } } } }`;
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

test('the form keeps what was written when the key is wrong or a day does not exist, and says which field it is', async ({
  page,
}) => {
  await page.goto('/append?lang=en');
  await expect(page).toHaveURL(/\/admin\?do=append/);
  await page.getByTestId('field-token').fill('not-the-key');
  await page.getByTestId('field-subject').fill(stream);
  await page.getByTestId('field-stream').fill(stream);
  await page.getByTestId('field-topic').fill('us-policy-general');
  await page.getByTestId('field-type').selectOption('SanctionImposed');
  await page.getByTestId('field-valueKind').selectOption('FLAG');
  await page.getByTestId('field-from').fill('2026-02-10');
  await page.getByTestId('field-knownOn').fill('2026-02-30');
  await page.getByTestId('field-titleEn').fill('Kept');
  await page.getByTestId('preview').click();
  const knownOn = page.getByTestId('field-knownOn');
  await expect(knownOn).toBeFocused();
  await expect(knownOn).toHaveAttribute('aria-invalid', 'true');
  await expect(knownOn).toHaveAccessibleDescription(/2025-08-07/);

  await knownOn.fill('2026-02-10');
  await page.getByTestId('field-titleJa').fill('残る');
  await page.getByTestId('field-sourceTitleJa').fill('試験');
  await page.getByTestId('field-sourceTitleEn').fill('Test');
  await page.getByTestId('field-sourcePublisher').fill('Test');
  await page.getByTestId('field-sourceDate').fill('2026-02-10');
  await page.getByTestId('preview').click();
  await expect(page.getByTestId('append-failure')).toHaveAttribute('data-code', 'UNAUTHENTICATED');
  await expect(page.getByTestId('field-titleEn')).toHaveValue('Kept');
});
