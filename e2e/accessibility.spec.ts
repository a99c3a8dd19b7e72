import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';

const PAGES = [
  '/?d=2025-07-10&k=2025-05-30&s=tariff/us/reciprocal/JPN',
  '/event/jpn-15',
  '/subject/tariff/us/reciprocal/JPN',
  '/partner/VEN',
  '/duty',
  '/quadrant',
  '/papers',
  '/paper/000?hindsight=1',
  '/compare?family=NEGOTIATION&a=2017-08-01&b=2018-03-21',
  '/deadlines?family=SANCTION',
  '/admin',
  '/admin?do=correct&target=jpn-15',
  '/admin?do=import',
  '/about',
  '/embed?d=2025-08-20&f=JPN',
  '/nowhere',
] as const;
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/**
 * Colours do not depend on the language, nor words on the theme: two passes see each language and each theme on every page.
 * `AXE=all` makes the other two as well.
 */
const PASSES = [
  { lang: 'ja', theme: 'light', width: 1280 },
  { lang: 'en', theme: 'dark', width: 390 },
  ...(process.env.AXE === 'all'
    ? ([
        { lang: 'ja', theme: 'dark', width: 390 },
        { lang: 'en', theme: 'light', width: 1280 },
      ] as const)
    : []),
] as const;

for (const { lang, theme, width } of PASSES) {
  test(`axe finds nothing on any page: ${lang}, ${theme}, ${width} px`, async ({ page }) => {
    test.setTimeout(180_000);
    await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
    await page.setViewportSize({ width, height: width === 390 ? 844 : 800 });
    const check = async (path: string): Promise<void> => {
      const { violations } = await new AxeBuilder({ page })
        .withTags([...RULES])
        // A phone shows one pane at a time, so its group headings may follow the page's own.
        .disableRules(['heading-order'])
        .analyze();
      const found = violations.map(
        ({ id, nodes }) =>
          `${id}: ${nodes
            .map(({ target }) => target.join(' '))
            .slice(0, 3)
            .join(' | ')}`,
      );
      expect.soft({ path, found }).toEqual({ path, found: [] });
      const beyond = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      expect.soft({ path, beyond: Math.max(0, beyond) }).toEqual({ path, beyond: 0 });
      const sideways = await page.evaluate(() =>
        [...document.querySelectorAll('.report .xs, .report .drawings, .report .scroll')]
          .filter((box) => box.scrollWidth > box.clientWidth + 1)
          .map((box) => box.ariaLabel ?? box.className),
      );
      expect.soft({ path, sideways }).toEqual({ path, sideways: [] });
    };
    for (const path of PAGES) {
      await page.goto(`${path}${path.includes('?') ? '&' : '?'}lang=${lang}`);
      await check(path);
      // A phone shows the screen one pane at a time.
      if (!path.startsWith('/?') || width > 640) continue;
      for (const pane of ['view', 'upcoming', 'changes', 'why']) {
        await page.getByTestId(`tab-${pane}`).click();
        await check(`${path} ${pane}`);
      }
    }
  });
}
