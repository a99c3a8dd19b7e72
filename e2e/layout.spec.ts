import { expect, test } from '@playwright/test';
import { open, shownDate } from './screen.js';

test('the edges between the panes move by keys and stay where they were put; the rail folds; eras can be left out', async ({
  page,
}) => {
  await page.setViewportSize({ width: 1280, height: 800 });
  await open(page, '/?d=2025-07-10&lang=ja');
  await page.keyboard.press('Tab');
  const edge = page.getByTestId('divider-view');
  const before = Number(await edge.getAttribute('aria-valuenow'));
  await edge.focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await expect(edge).toHaveAttribute('aria-valuenow', String(before + 4));
  const rail = page.getByRole('region', { name: '時間の目盛り' }).or(page.locator('.rail')).first();
  await page.getByTestId('rail-fold').click();
  await expect.poll(async () => (await rail.boundingBox())?.height).toBeLessThan(60);
  await expect(page.getByTestId('rail-thumb')).toBeInViewport();
  await expect(page.locator('.date')).toContainText('令和7年7月10日');
  await page.getByTestId('rail-fold').click();
  await page.getByTestId('era-switch').click();
  await page.reload();
  await expect(edge).toHaveAttribute('aria-valuenow', String(before + 4));
  await expect(page.locator('.date .era')).toBeHidden();
  await edge.focus();
  await page.keyboard.press('Enter');
  await expect(edge).toHaveAttribute('aria-valuenow', String(before));
});

test('brackets lead through the acts on the selected row; a pin puts two maps beside each other', async ({
  page,
}) => {
  await open(page, '/?d=2025-04-01&s=tariff/us/reciprocal/JPN&lang=en');
  await page.keyboard.press(']');
  await expect(shownDate(page)).toHaveText('2025-04-02');
  await expect(page.getByTestId('notice')).toContainText('Act 1 of');
  await page.keyboard.press('a');
  await page.keyboard.press(']');
  await expect(shownDate(page)).not.toHaveText('2025-04-02');
  await expect(page.getByTestId('picture-map').locator('svg[data-picture="map"]')).toHaveCount(2);
  await expect(page.getByTestId('map-difference')).toBeVisible();
});
