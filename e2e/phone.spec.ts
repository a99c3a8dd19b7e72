import { expect, type Page, test } from '@playwright/test';
import { open, shownDate } from './screen.ts';

test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

/** A finger on the rail, by the protocol of the browser: Playwright itself has no drag by touch. */
async function finger(page: Page, steps: readonly { x: number; y: number }[]): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const [first, ...rest] = steps;
  if (!first) return;
  await session.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [first] });
  for (const point of rest)
    await session.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: [point] });
  await session.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
}

test('date, knowledge, counters, list and rail are on the screen; 80 px above the rail a finger moves a day per 12 px', async ({
  page,
}) => {
  await open(page, '/?d=2025-07-10&k=2025-05-30&s=tariff/us/reciprocal/JPN&lang=ja');
  for (const part of ['date-value', 'mode-select', 'tally-in-force', 'rail-thumb', 'next-change'])
    await expect(page.getByTestId(part)).toBeInViewport();
  await expect(page.getByTestId('reading-row').first()).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth)).toBe(false);

  const thumb = page.getByTestId('rail-thumb');
  const box = await thumb.boundingBox();
  const track = await page.locator('.rail-track').boundingBox();
  if (!box || !track) throw new Error('the rail has no place');
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  const above = track.y - 80;
  const path = [{ x, y }];
  for (let at = y - 12; at > above; at -= 12) path.push({ x, y: at });
  path.push({ x, y: above });
  for (let moved = 4; moved <= 36; moved += 4) path.push({ x: x + moved, y: above });
  await finger(page, path);
  await expect(shownDate(page)).toHaveText('2025-07-13');

  await page.getByTestId('tab-view').click();
  await expect(page.getByTestId('picture-map')).toBeVisible();
  await page.getByTestId('lang-en').click();
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await expect(page).toHaveURL(/d=2025-07-13&k=2025-05-30.*s=tariff\/us\/reciprocal\/JPN/);
});

test('the places of the site: a menu on the timeline, a row that opens on the current one elsewhere', async ({
  page,
}) => {
  await open(page, '/?lang=en');
  const places = page.getByRole('navigation', { name: 'Main' });
  await expect(places).toBeHidden();
  await page.getByTestId('places').click();
  await page.keyboard.press('Escape');
  await expect(places).toBeHidden();
  await page.getByTestId('places').click();
  await places.getByRole('link', { name: 'How to read' }).click();
  await expect(page).toHaveURL(/\/about/);
  await expect(places.getByRole('link', { name: 'How to read' })).toBeInViewport({ ratio: 1 });
});

test('a long press on the rail pins A', async ({ page }) => {
  await open(page, '/?d=2025-07-10&lang=en');
  const track = await page.locator('.rail-track').boundingBox();
  if (!track) throw new Error('the rail has no place');
  const session = await page.context().newCDPSession(page);
  await session.send('Input.dispatchTouchEvent', {
    type: 'touchStart',
    touchPoints: [{ x: track.x + 60, y: track.y + 20 }],
  });
  await expect(page.getByTestId('pin-mark')).toHaveCount(1);
  await session.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
  await expect(page).toHaveURL(/a=\d{4}-\d\d-\d\d~now/);
});

test('a swipe over a pane goes to its neighbour; the first has none before it', async ({ page }) => {
  await open(page, '/?d=2025-07-10&lang=en');
  const swipe = (from: number, to: number) =>
    finger(
      page,
      [0, 1, 2, 3, 4].map((step) => ({ x: from + ((to - from) * step) / 4, y: 420 })),
    );
  const tab = (name: string) => page.getByTestId(`tab-${name}`);
  await expect(tab('list')).toHaveAttribute('aria-current', 'true');
  await expect(async () => {
    await swipe(320, 120);
    await expect(tab('list')).not.toHaveAttribute('aria-current', 'true', { timeout: 500 });
  }).toPass();
  await expect(tab('view')).toHaveAttribute('aria-current', 'true');
  await tab('upcoming').click();
  await swipe(320, 120);
  await expect(tab('changes')).toHaveAttribute('aria-current', 'true');
  const changes = page.locator('.pane-changes');
  await expect(changes).toBeVisible();
  expect(await changes.evaluate((pane) => pane.scrollWidth - pane.clientWidth)).toBe(0);
  await swipe(120, 320);
  await expect(tab('upcoming')).toHaveAttribute('aria-current', 'true');
  await tab('list').click();
  await swipe(120, 320);
  await expect(tab('list')).toHaveAttribute('aria-current', 'true');
  await expect(page).toHaveURL(/d=2025-07-10/);
});
