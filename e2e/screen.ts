import { expect, type Locator, type Page } from '@playwright/test';

/** Opens an address and waits until the page has its record and takes keys. */
export async function open(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await expect(page.locator('html')).toHaveAttribute('data-record', 'ready');
}

export const row = (page: Page, slot: string): Locator =>
  page.locator(`[data-testid="reading-row"][data-slot="${slot}"]`);

export const shownDate = (page: Page): Locator => page.getByTestId('date-value');

/** Types a date the way a keyboard user does. */
export async function typeDate(page: Page, text: string): Promise<void> {
  await page.keyboard.press('g');
  await expect(page.getByTestId('date-input')).toBeFocused();
  await page.keyboard.type(text);
  await page.keyboard.press('Enter');
  await expect(page.getByTestId('date-input')).toHaveCount(0);
}

/** Everything that a page asks for by itself has arrived: reasons, the look for a newer record, what is kept for offline use. */
export async function atRest(page: Page): Promise<void> {
  await expect(page.locator('.why-more')).toHaveAttribute('aria-busy', 'false');
  await expect
    .poll(() => page.evaluate(async () => (await caches.match('/?kept=any')) !== undefined), {
      timeout: 20_000,
    })
    .toBe(true);
}
