// pnpm shots: the pictures of the README, taken of the running program.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type BrowserContextOptions, chromium, type Page } from '@playwright/test';
import { browserOptions } from './browser.ts';
import { embedded, startSite } from './site.ts';
import { writeSynthetic } from './synthetic.ts';

interface Shot {
  file: string;
  address: string;
  size: { width: number; height: number };
  context?: BrowserContextOptions;
}

const wide = { width: 1440, height: 900 };
const detentions = '/?measure=detentions&by=place&open=detentions&at=almaty';

const shots: readonly Shot[] = [
  { file: 'dashboard.png', address: '/', size: wide },
  { file: 'evidence.png', address: detentions, size: wide },
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

/** Of made-up records, which the picture itself says. */
const ofMany: readonly Shot[] = [
  {
    file: 'large.png',
    address: '/?measure=detentions&by=place,period&every=year&chart=heatmap',
    size: { width: 1440, height: 1240 },
  },
];
const MADE = { records: 5000, places: 40 };

const folder = fileURLToPath(new URL('../../../.docs', import.meta.url));
const made = await mkdtemp(join(tmpdir(), 'article21-shots-'));
await writeSynthetic(made, MADE);
const browser = await chromium.launch(browserOptions);
try {
  await takeAll(shots, embedded);
  await takeAll(ofMany, made);
} finally {
  await browser.close();
  await rm(made, { recursive: true });
}

async function takeAll(of: readonly Shot[], dataset: string): Promise<void> {
  const site = await startSite(dataset);
  try {
    for (const { file, address, size, context } of of) {
      const page = await browser.newPage({
        viewport: size,
        colorScheme: 'light',
        locale: 'en-GB',
        reducedMotion: 'reduce',
        ...context,
      });
      await page.goto(site.address + address, { timeout: 120_000 });
      await settled(page);
      await page.screenshot({ path: join(folder, file), animations: 'disabled' });
      await page.close();
      process.stdout.write(`.docs/${file}\n`);
    }
  } finally {
    await site.stop();
  }
}

/** Numbers, chart, records and fonts are there, and the pointer is nowhere. */
async function settled(page: Page): Promise<void> {
  await page.locator('.answer[aria-busy="false"] .chart-canvas svg').waitFor();
  await page.waitForLoadState('networkidle');
  await page.evaluate(() => document.fonts.ready);
}
