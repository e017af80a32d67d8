import type { Browser } from '@playwright/test';
import { probeScript } from './probed.ts';

/** A first visit over a slow link: milliseconds to the painted chart, bytes as they travelled until then. */
export interface FirstLoad {
  /** To the chart that the server drew into the page. */
  served: number;
  /** To the one that can be pressed. */
  chart: number;
  javascript: number;
  bytes: number;
  shift: number;
}

/** 1.6 Mbit/s down, 750 kbit/s up, 150 ms. */
const link = { offline: false, downloadThroughput: 200_000, uploadThroughput: 93_750, latency: 150 };

/** Opens the front page with nothing kept from before. */
export async function firstLoad(browser: Browser, site: string): Promise<FirstLoad> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: 'en-GB' });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', link);
  await page.addInitScript(probeScript);
  await page.goto(`${site}/?measure=detentions`, { waitUntil: 'commit' });
  await page.waitForFunction(() => window.probe.first !== null);
  const { served, chart, files } = await page.evaluate(() => ({
    served: window.probe.served ?? Number.NaN,
    chart: window.probe.first ?? 0,
    files: (performance.getEntriesByType('resource') as PerformanceResourceTiming[]).map(
      ({ name, startTime, encodedBodySize }) => ({ name, startTime, bytes: encodedBodySize }),
    ),
  }));
  const before = files.filter(({ startTime }) => startTime <= chart);
  const javascript = sum(before.filter(({ name }) => name.endsWith('.js')));
  // What moves afterwards, when the fonts come, counts as well.
  await page.waitForLoadState('networkidle');
  const shift = await page.evaluate(() => window.probe.shift);
  await context.close();
  return { served, chart, javascript, bytes: sum(before), shift };
}

function sum(files: readonly { bytes: number }[]): number {
  return files.reduce((total, { bytes }) => total + bytes, 0);
}
