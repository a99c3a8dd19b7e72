import { expect, test } from '@playwright/test';
import { ask } from './ask.ts';
import { open, shownDate, typeDate } from './screen.ts';

test('what changed between two dates: four groups with the counts of the API', async ({ page }) => {
  await open(page, '/?d=2025-04-02&lang=en');
  await page.keyboard.press('a');
  await typeDate(page, '2025-04-09');
  await page.keyboard.press('d');
  const { diff } = await ask<{ diff: { counts: Record<string, number> } }>(
    `{ diff(a: { date: "2025-04-02" }, b: { date: "2025-04-09" }, first: 1) { counts { world plan learned corrected } } }`,
  );
  for (const [kind, count] of Object.entries(diff.counts))
    await expect(page.getByTestId(`kind-${kind.toUpperCase()}`)).toContainText(new RegExp(`${count}$`));
  await expect(page.getByTestId('change-row').first()).toContainText('→');
  await expect(page).toHaveURL(/a=2025-04-02~now/);

  // X stands at A and pins where we were; Escape lets go.
  await page.keyboard.press('x');
  await expect(shownDate(page)).toHaveText('2025-04-02');
  await expect(page.getByTestId('swap')).toContainText('2025-04-09');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await expect(page.getByTestId('swap')).toHaveCount(0);
});

test('two knowledges of one day differ in what was learned and planned, as the API counts', async ({
  page,
}) => {
  await open(page, '/?d=2025-08-20&k=2025-09-05&a=2025-08-20~2025-08-25&f=tariff/us/reciprocal&lang=en');
  await page.keyboard.press('d');
  await expect(page.getByTestId('kind-LEARNED')).not.toContainText(/ 0$/);
  await expect(
    page.locator('[data-testid="change-row"][data-kind="LEARNED"][data-slot="tariff/us/reciprocal/JPN"]'),
  ).toContainText('⟲');
  await expect(page.getByTestId('kind-WORLD')).toBeDisabled();
});

test('why: the act that decides, what it rests on, and what does not apply, each with its source', async ({
  page,
}) => {
  await open(page, '/?d=2025-08-20&s=tariff/us/reciprocal/JPN&f=JPN&lang=en');
  await page.keyboard.press('w');
  const why = page.getByTestId('why-panel');
  await expect(why).toBeFocused();
  await expect(why).toContainText('decided by');
  await expect(why).toContainText(/14345/);
  await expect(why).toContainText('Also said of it');
  await expect(why.getByRole('link', { name: 'open source' }).first()).toHaveAttribute('href', /^https:/);
  expect(await why.getByTestId('not-applied').locator('li').count()).toBeGreaterThan(0);
  const { stateAsOf } = await ask<{
    stateAsOf: {
      readings: { edges: { node: { because: { event: { id: string; sources: { id: string }[] } }[] } }[] };
    };
  }>(
    `{ stateAsOf(date: "2025-08-20", filter: { subjects: ["tariff/us/reciprocal/JPN"] }) { readings { edges { node { because { event { id sources { id } } } } } } } }`,
  );
  const events = stateAsOf.readings.edges.flatMap(({ node }) => node.because.map(({ event }) => event));
  expect(events.length).toBeGreaterThan(1);
  for (const event of events) expect(event.sources.length, event.id).toBeGreaterThan(0);
});
