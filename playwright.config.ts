import { defineConfig } from '@playwright/test';

/** Both projects run the same specs, each in one browser of its own for the whole run. */
export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: 'test-results',
  globalSetup: './tests/e2e/global-setup.ts',
  workers: 2,
  timeout: 30_000,
  expect: { timeout: 8_000 },
  // A busy machine may starve a browser; a test that fails once and passes then is told as flaky.
  retries: 1,
  forbidOnly: process.env['CI'] !== undefined,
  reporter: 'list',
  projects: [
    { name: 'chromium', workers: 1 },
    { name: 'firefox', workers: 1 },
  ],
});
