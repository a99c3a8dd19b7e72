import { expect, test } from '@playwright/test';
import { ask } from './ask.ts';
import { open, row, shownDate, typeDate } from './screen.ts';

const JAPAN = 'tariff/us/reciprocal/JPN';
const CABINETS = 'tariff/us/section-232-timber/cabinets';
const LIST_4B = 'tariff/us/section-301-china/list-4b';

test('the surcharge of 150 days is in force on its last day and expired on the next', async ({ page }) => {
  const surcharge = row(page, 'tariff/us/section-122');
  await open(page, '/?d=2026-07-23&f=tariff/us/section-122&s=tariff/us/section-122&lang=ja');
  await expect(surcharge).toHaveAttribute('data-status', 'IN_FORCE');
  await page.getByTestId('rail-thumb').focus();
  await page.keyboard.press('ArrowRight');
  await expect(shownDate(page)).toHaveText('2026-07-24');
  await expect(surcharge).toHaveAttribute('data-status', 'EXPIRED');
  await expect(surcharge).toContainText('失効');
});

test('as lived, nobody saw the end of the IEEPA duties coming: notice of no day', async ({ page }) => {
  await open(page, `/?d=2026-02-19&k=lived&f=${JAPAN}&s=${JAPAN}&lang=en`);
  await expect(row(page, JAPAN)).toHaveAttribute('data-status', 'IN_FORCE');
  await expect(page.getByTestId('upcoming-row').filter({ hasText: /IEEPA/ })).toHaveCount(0);
  await page.keyboard.press('.');
  await expect(shownDate(page)).toHaveText('2026-02-20');
  await expect(row(page, JAPAN)).toHaveAttribute('data-status', 'ENDED');
  await expect(page.getByTestId('why-panel')).toContainText('notice 0 days');

  // In hindsight: the law ended them on the 20th, the border on the 24th.
  await open(page, `/?d=2026-02-23&f=${JAPAN}&s=${JAPAN}&lang=en`);
  await expect(row(page, JAPAN)).toHaveAttribute('data-status', 'ENDED');
  await expect(page.getByTestId('at-border')).toContainText(/in force.*15%.*2026-02-24/);
  await typeDate(page, '2026-02-24');
  await expect(shownDate(page)).toHaveText('2026-02-24');
  await expect(page.getByTestId('at-border')).toHaveCount(0);
});

test('the plane shows how one day’s answer changed: nothing, 10%, 15%, nothing', async ({ page }) => {
  await open(page, `/?d=2019-12-15&s=${LIST_4B}&lang=en`);
  await page.keyboard.press('v');
  const lines = page.getByTestId('plane-table').locator('tbody tr');
  await expect(lines).toHaveText([
    /before.*nothing/,
    /2019-08-20.*in force.*10%/,
    /2019-08-30.*in force.*15%/,
    /2019-12-13.*never took effect/,
  ]);

  const known = ['2019-08-19', '2019-08-20', '2019-08-30', '2019-12-13'];
  const asked = await ask<
    Record<
      string,
      {
        readings: {
          edges: { node: { slot: string; status: string; value: { ratePercent: number } | null } }[];
        };
      }
    >
  >(
    `{ ${known.map((day, i) => `k${i}: stateAsOf(date: "2019-12-15", knownAt: "${day}", filter: { subjects: ["${LIST_4B}"] }) { readings { edges { node { slot status value { ... on RateValue { ratePercent } } } } } }`).join(' ')} }`,
  );
  const answers = known.map(
    (_, i) => asked[`k${i}`]?.readings.edges.find(({ node }) => node.slot === LIST_4B)?.node,
  );
  expect(answers.map((node) => (node?.status === 'IN_FORCE' ? node.value?.ratePercent : null))).toEqual([
    null,
    10,
    15,
    null,
  ]);

  // A drag on the plane sets both days.
  const pad = await page.getByTestId('time-plane').boundingBox();
  if (!pad) throw new Error('the plane has no place');
  await page.mouse.click(pad.x + pad.width * 0.5, pad.y + pad.height * 0.4);
  await expect(page.getByTestId('mode-fixed')).toHaveAttribute('aria-checked', 'true');
  await expect(page).toHaveURL(/k=20\d\d-/);
});

test('deadlines as they looked, and what became of them', async ({ page }) => {
  const pause = page.locator('[data-testid="upcoming-row"][data-date="2025-07-09"]');
  await open(page, '/?d=2025-05-29&k=2025-05-29&f=tariff&lang=en');
  await expect(pause.first()).toContainText('in 41 days');
  await open(page, '/?d=2025-05-29&f=tariff&lang=en');
  await expect(pause.filter({ hasText: /extended/ }).first()).toBeVisible();
  await expect(page.getByTestId('upcoming-summary')).toContainText(/\d+ were kept/);
  await expect(page.getByTestId('upcoming-ics')).toHaveAttribute(
    'href',
    /^\/calendar\.ics\?f=tariff&lang=en$/,
  );
});

test('a plan that moved: 50% by the knowledge of November, 25% in hindsight, with the ghost of the plan', async ({
  page,
}) => {
  await open(page, `/?d=2026-06-01&k=2025-11-01&f=${CABINETS}&s=${CABINETS}&lang=en`);
  await expect(row(page, CABINETS)).toContainText('50%');
  // Held, H shows hindsight; let go, the plan is back.
  await page.keyboard.down('h');
  await expect(row(page, CABINETS)).toContainText('25%');
  await page.keyboard.up('h');
  await expect(row(page, CABINETS)).toContainText('50%');
  await expect(page).toHaveURL(/k=2025-11-01/);

  await open(page, `/?d=2026-06-01&f=${CABINETS}&s=${CABINETS}&lang=en`);
  await expect(row(page, CABINETS)).toContainText('25%');
  await expect(page.getByTestId('ghost')).toContainText('50% for 2026-01-01 moved to 2027-01-01');
});
