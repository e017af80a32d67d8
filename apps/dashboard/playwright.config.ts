import { defineConfig } from '@playwright/test';

const port = Number(process.env.BROWSER_TEST_PORT || 4399);

/** The stories of readers, on the built dashboard, served by the API from a freshly published snapshot. */
export default defineConfig({
  testDir: 'test/browser',
  outputDir: '.test/results',
  forbidOnly: Boolean(process.env.CI),
  fullyParallel: true,
  retries: 0,
  workers: 2,
  // No test is about time: on a busy machine a story takes longer, and is the same story.
  timeout: 120_000,
  expect: { timeout: 20_000 },
  reporter: [['list'], ['json', { outputFile: '.test/playwright.json' }]],
  use: {
    baseURL: `http://localhost:${port}`,
    viewport: { width: 1280, height: 900 },
    locale: 'en-GB',
    contextOptions: { reducedMotion: 'reduce' },
    trace: 'off',
    launchOptions: {
      executablePath: process.env.CHROMIUM_PATH || '/usr/bin/chromium',
      args: [
        '--no-sandbox',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        '--disable-gpu',
        '--no-first-run',
      ],
    },
  },
  webServer: {
    command: 'node test/browser/serve.mjs',
    url: `http://localhost:${port}/healthz`,
    env: { PORT: String(port) },
    gracefulShutdown: { signal: 'SIGTERM', timeout: 5000 },
    stdout: 'pipe',
  },
});
