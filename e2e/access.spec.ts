import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { open, shownDate, typeDate } from './screen.ts';

test('with keys alone: type an era date, step three changes, pin A, see what differs, copy the citation', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await open(page, '/?d=2025-01-15&f=tariff&lang=ja');
  await page.keyboard.press('Tab');
  await expect(page.locator(':focus')).toHaveClass(/skip/);
  await typeDate(page, '令和7年8月20日');
  await expect(shownDate(page)).toHaveText('2025-08-20');
  await page.keyboard.press('a');
  const days: (string | null)[] = [];
  for (let i = 0; i < 3; i++) {
    const before = await shownDate(page).textContent();
    await page.keyboard.press('.');
    await expect(shownDate(page)).not.toHaveText(before ?? '');
    days.push(await shownDate(page).textContent());
  }
  expect(days).toEqual([...days].sort());
  await page.keyboard.press('d');
  await expect(page.locator('#changes')).toBeFocused();
  await page.keyboard.press('Control+k');
  await expect(page.getByTestId('palette-input')).toBeFocused();
  await page.keyboard.type('持ち出す');
  await page.keyboard.press('Enter');
  const copy = page.getByTestId('copy-citation');
  await expect(copy).toBeVisible();
  for (let i = 0; i < 8 && !(await copy.evaluate((element) => element === document.activeElement)); i++)
    await page.keyboard.press('Tab');
  await expect(copy).toBeFocused();
  const outline = await copy.evaluate((element) => getComputedStyle(element).outlineStyle);
  expect(outline).toBe('solid');
  await page.keyboard.press('Enter');
  await expect(page.getByTestId('take-said')).toContainText('引用');
  expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(
    /policy-timeline、基準日 2025-\d\d-\d\d、情報時点 .*、記録の位置 \d+、http.*z=\d+.*閲覧/,
  );
});

for (const [name, address, scheme] of [
  ['Japanese and light', '/?d=2025-07-10&k=2025-05-30&s=tariff/us/reciprocal/JPN&lang=ja', 'light'],
  ['English and dark, with pin and matrix', '/?d=2025-07-10&a=2025-04-01~now&v=matrix&lang=en', 'dark'],
] as const) {
  test(`axe finds nothing: ${name}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: scheme });
    await open(page, address);
    await expect(page.getByTestId('why-panel')).not.toHaveAttribute('data-slot', '');
    const { violations } = await new AxeBuilder({ page })
      .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
      .analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
  });
}

test('a screen reader hears the date on the thumb, and one sentence after a held key', async ({ page }) => {
  await open(page, '/?d=2025-08-20&f=tariff/us&lang=ja');
  const thumb = page.getByTestId('rail-thumb');
  await expect(thumb).toHaveAttribute('aria-valuetext', /^2025年8月20日/);
  await page.evaluate(() => {
    const said: string[] = [];
    Object.assign(globalThis, { said });
    new MutationObserver(() => {
      const text = document.querySelector('[data-testid="announcement"]')?.textContent ?? '';
      if (text !== '' && said.at(-1) !== text) said.push(text);
    }).observe(document.body, { subtree: true, childList: true, characterData: true });
  });
  await thumb.focus();
  const until = Date.now() + 2_000;
  while (Date.now() < until) {
    await page.keyboard.down('ArrowRight');
    await page.waitForTimeout(25);
  }
  await page.keyboard.up('ArrowRight');
  const said = (): Promise<string[]> =>
    page.evaluate(() => (globalThis as unknown as { said: string[] }).said);
  await expect.poll(async () => (await said()).length).toBe(1);
  await page.waitForTimeout(400);
  expect(await said()).toHaveLength(1);

  await page.keyboard.press('4');
  const table = page.getByTestId('table-twin');
  await expect(table.locator('caption')).toHaveCount(1);
  expect(await table.locator('thead th[scope="col"]').count()).toBe(9);
  const counted = await page.locator('.pane-list .ph .num').textContent();
  await expect(table.locator('tbody tr')).toHaveCount(Number(counted));
  await expect(table.locator('tbody th[scope="row"]')).toHaveCount(Number(counted));
});

test('with reduced motion playback steps once a second, and direction is told by shape and word', async ({
  page,
}) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await open(page, '/?d=2025-04-20&lang=en');
  await page.keyboard.press('p');
  await page.waitForTimeout(2_600);
  await page.keyboard.press('p');
  const day = await shownDate(page).textContent();
  expect(['2025-06-20', '2025-07-20']).toContain(day);
  await page.getByTestId('side-changes').click();
  await expect(page.locator('.change .kind.up').first()).toContainText('▲');
  await expect(page.locator('.gl-den')).toContainText('▲');
  await expect(page.locator('.gl-den')).toContainText('▼');
});
