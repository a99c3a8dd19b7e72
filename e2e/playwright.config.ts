import { defineConfig } from '@playwright/test';

const asRoot = process.getuid?.() === 0;
const { BASE_URL, CHROME_PATH, PLAYWRIGHT_JSON_OUTPUT_FILE } = process.env;

/** `npm test` starts the built product and says where it is; against one of yours: BASE_URL=… CHROME_PATH=… npx playwright test. */
export default defineConfig({
  testDir: '.',
  testMatch: '**/*.spec.ts',
  outputDir: '../test-results/e2e',
  // One log behind all pages: an append by one story would show in the pages of another.
  workers: 1,
  retries: 0,
  forbidOnly: Boolean(process.env.CI),
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: PLAYWRIGHT_JSON_OUTPUT_FILE
    ? [['list'], ['json', { outputFile: PLAYWRIGHT_JSON_OUTPUT_FILE }]]
    : [['list'], ['json', { outputFile: '../test-results/e2e.json' }]],
  use: {
    baseURL: BASE_URL ?? 'http://127.0.0.1:3000',
    locale: 'en-US',
    timezoneId: 'UTC',
    screenshot: 'only-on-failure',
    trace: 'retain-on-failure',
    launchOptions: {
      ...(CHROME_PATH ? { executablePath: CHROME_PATH } : {}),
      args: ['--disable-background-networking', '--disable-gpu', ...(asRoot ? ['--no-sandbox'] : [])],
    },
  },
});
