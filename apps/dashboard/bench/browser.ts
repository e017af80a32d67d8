import type { LaunchOptions } from '@playwright/test';

/** The Chromium that is measured and photographed: CHROMIUM_PATH, with nothing going on beside the page. */
export const browserOptions: LaunchOptions = {
  executablePath: process.env.CHROMIUM_PATH || '/usr/bin/chromium',
  args: [
    '--no-sandbox',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--disable-gpu',
    '--no-first-run',
  ],
};
