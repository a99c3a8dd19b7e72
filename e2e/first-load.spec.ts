import { gzipSync } from 'node:zlib';
import { expect, test } from '@playwright/test';
import { open } from './screen.ts';

/** KiB of gzip; the bench prints the figure beside its target of 150. Raised only by a decision. */
const MOST_KIB = 125;

test('the scrubber is there with little script: all that comes before anybody touches it', async ({
  page,
}) => {
  const scripts = new Map<string, Promise<number>>();
  page.on('response', (response) => {
    if (response.request().resourceType() === 'script' && !scripts.has(response.url()))
      scripts.set(
        response.url(),
        response.body().then((body) => gzipSync(body).length / 1024),
      );
  });
  await open(page, '/?lang=ja');
  await page.waitForTimeout(3_000);
  const kib = (await Promise.all(scripts.values())).reduce((sum, size) => sum + size, 0);
  console.log(`script before interaction: ${kib.toFixed(1)} KiB of gzip in ${scripts.size} files`);
  expect(scripts.size).toBeGreaterThan(6);
  expect(kib).toBeLessThanOrEqual(MOST_KIB);
});
