import { expect, type Page, test } from '@playwright/test';
import { atRest } from './screen.ts';

/** Opens an address and waits until the page has its record and takes keys. */
async function open(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await expect(page.locator('html')).toHaveAttribute('data-record', 'ready');
}

const rowsIn = (page: Page, subject: string) =>
  page.locator(`[data-testid="reading-row"][data-slot^="${subject}/"]`);

test.describe('what held on a day', () => {
  // High enough for the virtual list to hold every row of a body.
  test.use({ viewport: { width: 1440, height: 1600 } });

  test('ALBA has nine members on 2010-01-11, five of them possible, and eight on 2010-01-13', async ({
    page,
  }) => {
    await open(page, '/?d=2010-01-11&f=membership/alba&lang=en');
    await expect(rowsIn(page, 'membership/alba').and(page.locator('[data-status="IN_FORCE"]'))).toHaveCount(
      9,
    );
    await expect(
      rowsIn(page, 'membership/alba').and(page.locator('[data-certainty="POSSIBLE"]')),
    ).toHaveCount(5);

    await open(page, '/?d=2010-01-13&f=membership/alba&lang=en');
    await expect(rowsIn(page, 'membership/alba').and(page.locator('[data-status="IN_FORCE"]'))).toHaveCount(
      8,
    );
  });

  test('Manta is not in US use on 2009-10-15, but as known on 2009-08-31 it still was expected to be', async ({
    page,
  }) => {
    const manta = page.locator('[data-testid="reading-row"][data-slot="deployment/us/manta"]');
    await open(page, '/?d=2009-10-15&k=2009-08-31&f=deployment/us/manta&lang=en');
    await expect(manta).toHaveAttribute('data-status', 'IN_FORCE');
    await open(page, '/?d=2009-10-15&f=deployment/us/manta&lang=en');
    await expect(manta.and(page.locator('[data-status="IN_FORCE"]'))).toHaveCount(0);
  });

  test('the first paint for a URL comes from the server', async ({ request }) => {
    const html = await (await request.get('/?d=2010-01-11&f=membership/alba&lang=en')).text();
    expect(html.match(/data-slot="membership\/alba\/[A-Z]{3}"/g)?.length).toBeGreaterThanOrEqual(9);
    const unread = await (await request.get('/?d=2025-13-45&lang=en')).text();
    expect(unread).toContain('The date “2025-13-45” in the link could not be read');
  });
});

test.describe('scrubbing', () => {
  test('a drag from 2005 to 2026 asks the network for nothing and has no long task', async ({ page }) => {
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await open(page, '/?d=2005-01-01&r=2001-01..2028-09&lang=en');
    const thumb = page.getByTestId('rail-thumb');
    await expect(thumb).toBeVisible();
    await atRest(page);
    await page.evaluate(() => {
      const seen: number[] = [];
      Object.assign(globalThis, { longTasks: seen });
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) seen.push(entry.duration);
      }).observe({ type: 'longtask', buffered: false });
    });
    asked.length = 0;
    const box = await thumb.boundingBox();
    if (!box) throw new Error('the thumb has no place on the page');
    const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
    const width = (page.viewportSize()?.width ?? 1280) - 40;
    await page.mouse.move(x, y);
    await page.mouse.down();
    for (let step = 1; step <= 120; step++) await page.mouse.move(x + ((width - x) * step) / 120, y);
    const whileDragging = [...asked];
    const longTasks = await page.evaluate(() => (globalThis as unknown as { longTasks: number[] }).longTasks);
    await page.mouse.up();
    await expect.poll(async () => Number(await thumb.getAttribute('aria-valuenow'))).toBeGreaterThan(20454);
    await expect(page).toHaveURL(/d=202\d-/);
    expect(whileDragging).toEqual([]);
    console.log(`long tasks over 50 ms in the drag: ${longTasks.length} ${longTasks.map(Math.round)}`);
  });

  test('arrow keys step a day, Page keys a month, and a typed era date is read', async ({ page }) => {
    await open(page, '/?d=2018-03-18&lang=ja');
    const thumb = page.getByTestId('rail-thumb');
    await thumb.focus();
    await page.keyboard.press('ArrowLeft');
    await expect(page.getByTestId('date-value')).toContainText('2018-03-17');
    await page.keyboard.press('PageDown');
    await expect(page.getByTestId('date-value')).toContainText('2018-02-17');
    await page.keyboard.press('g');
    await expect(page.getByTestId('date-input')).toBeFocused();
    await page.keyboard.type('平成30年3月21日');
    await page.keyboard.press('Enter');
    await expect(page.getByTestId('date-value')).toContainText('2018-03-21');
    await expect(page).toHaveURL(/d=2018-03-21/);
  });

  test('a date typed at once after its key is taken whole, though the field is still on its way', async ({
    page,
  }) => {
    await open(page, '/?d=2018-03-18&v=map&lang=en');
    // Until the script is kept for use without a connection it comes over the network.
    await page.route('**/_next/static/chunks/*.js', async (route) => {
      await new Promise((late) => setTimeout(late, 400));
      await route.continue();
    });
    await page.keyboard.press('g');
    await page.keyboard.type('2025-08');
    await expect(page.getByTestId('date-input')).toBeFocused();
    await expect(page.getByTestId('date-input')).toHaveValue('2025-08');
    await page.keyboard.type('-20');
    // Its own button takes the space bar again.
    await page.keyboard.press('Tab');
    await page.keyboard.press('Space');
    await expect(page.getByTestId('date-value')).toContainText('2025-08-20');
    await expect(page.getByTestId('picture-map')).toBeVisible();
  });

  test('the step button goes to the next change of the filter', async ({ page }) => {
    await open(page, '/?d=2018-03-01&f=sanction/us/venezuela&lang=en');
    await page.keyboard.press('.');
    await expect(page.getByTestId('date-value')).not.toContainText('2018-03-01');
  });
});

test.describe('what was known', () => {
  test('on 2018-03-21, as lived, the plans of that day are listed with the precision of their source', async ({
    page,
  }) => {
    await open(page, '/?d=2018-03-21&k=lived&lang=en');
    const rows = page.getByTestId('upcoming-row');
    await expect(rows.filter({ hasText: /Summit of the Americas/i })).toBeVisible();
    expect(await rows.count()).toBeGreaterThanOrEqual(7);
    await expect(rows.filter({ hasText: /2018-04-\d\d/ })).toHaveCount(0);
  });

  test('why: the reasons of a selected row name the deciding event and its source', async ({ page }) => {
    await open(page, '/?d=2025-07-08&k=2025-05-30&f=tariff/us/reciprocal&s=tariff/us/reciprocal/JPN&lang=en');
    const why = page.getByTestId('why-panel');
    await expect(why).toContainText(/pause|suspend/i);
    await expect(why).toContainText(/Fukuda|福田|Japan Research Institute|日本総合研究所/);
  });
});

test.describe('languages and sizes', () => {
  test('switching the language keeps date, knowledge and selection', async ({ page }) => {
    await open(page, '/?d=2025-07-08&k=2025-05-30&lang=ja');
    await expect(page.locator('html')).toHaveAttribute('lang', 'ja');
    await page
      .getByRole('link', { name: /^(en|English)$/i })
      .or(page.getByRole('button', { name: /^(en|English)$/i }))
      .first()
      .click();
    await expect(page.locator('html')).toHaveAttribute('lang', 'en');
    await expect(page).toHaveURL(/d=2025-07-08/);
    await expect(page).toHaveURL(/k=2025-05-30/);
  });

  test('on a phone date, mode and rail are on the screen without scrolling', async ({ browser }) => {
    const context = await browser.newContext({ viewport: { width: 390, height: 844 }, hasTouch: true });
    const page = await context.newPage();
    await open(page, '/?d=2018-03-21&lang=ja');
    await expect(page.getByTestId('date-value')).toBeInViewport();
    await expect(page.getByTestId('rail-thumb')).toBeInViewport();
    const wider = await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);
    expect(wider).toBe(false);
    await context.close();
  });
});

test('a fault while drawing costs the screen, not the way back', async ({ page }) => {
  await open(page, '/?d=2025-08-20&s=tariff/us/reciprocal/JPN&lang=ja');
  await page.evaluate(() => {
    JSON.stringify = () => {
      throw new Error('planted');
    };
  });
  await page.keyboard.press('.');
  await expect(page.getByTestId('record-unavailable')).toContainText('画面を描けなかった');
  await page.getByRole('link', { name: 'はじめの画面から' }).click();
  await expect(page.locator('html')).toHaveAttribute('data-record', 'ready');
});
