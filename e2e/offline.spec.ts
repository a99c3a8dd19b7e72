import { expect, test } from '@playwright/test';
import { atRest, open, shownDate, typeDate } from './screen.ts';

test('once loaded, the screen works without a connection, at any address', async ({ page, context }) => {
  await open(page, '/?d=2025-07-10&lang=en');
  await atRest(page);
  await context.setOffline(true);
  await page.goto('/?d=2018-03-21&k=lived&lang=en');
  await expect(page.locator('html')).toHaveAttribute('data-record', 'ready');
  await expect(shownDate(page)).toHaveText('2018-03-21');
  await expect(page.getByTestId('mode-lived')).toHaveAttribute('aria-checked', 'true');
  await typeDate(page, '+30d');
  await expect(shownDate(page)).toHaveText('2018-04-20');
  await expect(page.getByTestId('reading-row').first()).toBeVisible();

  // A page that was not kept says so, and leads back.
  await page.goto('/duty?lang=ja');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('接続がなく、この頁を開けない');
  await page.getByRole('link', { name: '年表へ' }).click();
  await expect(page.locator('html')).toHaveAttribute('data-record', 'ready');
  await context.setOffline(false);
});
