// pnpm shots: the pictures of the README, taken of the running program.
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type BrowserContextOptions, chromium, type Page } from '@playwright/test';
import { browserOptions } from './browser.ts';
import { embedded, startSite } from './site.ts';

interface Shot {
  file: string;
  address: string;
  size: { width: number; height: number };
  context?: BrowserContextOptions;
}

const wide = { width: 1440, height: 900 };
const detentions = '/?measure=detentions&by=place&open=detentions&at=almaty';

const shots: readonly Shot[] = [
  { file: 'dashboard.png', address: detentions, size: wide },
  { file: 'dashboard-dark.png', address: detentions, size: wide, context: { colorScheme: 'dark' } },
  {
    file: 'dashboard-ru.png',
    address: '/?measure=fines&by=period&every=month&chart=line&lang=ru',
    size: wide,
  },
  { file: 'dashboard-kk.png', address: '/?measure=rejected_applications&by=place&lang=kk', size: wide },
  {
    file: 'dashboard-phone.png',
    address: '/?measure=detentions&by=place',
    size: { width: 375, height: 812 },
    context: { deviceScaleFactor: 2, isMobile: true, hasTouch: true },
  },
];

const folder = fileURLToPath(new URL('../../../.docs', import.meta.url));
const site = await startSite(embedded);
try {
  const browser = await chromium.launch(browserOptions);
  for (const { file, address, size, context } of shots) {
    const page = await browser.newPage({
      viewport: size,
      colorScheme: 'light',
      locale: 'en-GB',
      reducedMotion: 'reduce',
      ...context,
    });
    await page.goto(site.address + address);
    await settled(page);
    await page.screenshot({ path: join(folder, file), animations: 'disabled' });
    await page.close();
    process.stdout.write(`.docs/${file}\n`);
  }
  await browser.close();
} finally {
  await site.stop();
}

/** Numbers, chart, records and fonts are there, and the pointer is nowhere. */
async function settled(page: Page): Promise<void> {
  await page.locator('.answer[aria-busy="false"] .chart-canvas svg').waitFor();
  await page.waitForLoadState('networkidle');
  await page.evaluate(() => document.fonts.ready);
}
