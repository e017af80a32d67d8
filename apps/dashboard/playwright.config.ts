import { defineConfig } from '@playwright/test';
import { API_URL, MIRROR_URL } from './test/browser/addresses.ts';
import { untoldPatterns } from './test/browser/untold.ts';

/**
 * The stories of readers, on the built dashboard: served by the API from a freshly published snapshot, and told again
 * on an export of it that a server of files has under a path. `untold` says what is not told twice, and why.
 */
export default defineConfig({
  testDir: 'test/browser',
  outputDir: '.test/results',
  forbidOnly: Boolean(process.env.CI),
  fullyParallel: true,
  retries: 0,
  workers: 2,
  // No test is about time: on a busy machine a story takes longer, and is the same story.
  timeout: 1_200_000,
  expect: { timeout: 240_000 },
  reporter: [['list'], ['json', { outputFile: '.test/playwright.json' }]],
  use: {
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
  projects: [
    { name: 'api', use: { baseURL: API_URL }, testIgnore: 'mirror/*' },
    { name: 'mirror', use: { baseURL: MIRROR_URL }, grepInvert: untoldPatterns() },
  ],
  webServer: {
    command: 'node test/browser/serve.mjs',
    url: `${API_URL}/healthz`,
    env: { PORT: new URL(API_URL).port, MIRROR_URL },
    // An export draws all pictures of the mirror, which a busy machine does in minutes.
    timeout: 900_000,
    gracefulShutdown: { signal: 'SIGTERM', timeout: 5000 },
    stdout: 'pipe',
  },
});
