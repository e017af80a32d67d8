import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, hold, PROGRAM, takenOver, test } from './page.ts';
import { oneRecord, testOn } from './published.ts';

/** What stands in a page, in its order, whoever wrote it. */
const PARTS = ':is(header, h1, h2, h3, table, dl, ol, pre, details, .chart, .versions, .sources, .footer)';

/** The letters of both pages are the same where no font comes: then nothing else may differ either. */
async function withoutFonts(page: Page): Promise<void> {
  await page.route('**/*.woff2', (route) => route.abort());
}

/**
 * Remembers, until the program has hydrated it, where the parts of what the server wrote begin, and where they begin in the
 * first frame of the program.
 */
async function watch(page: Page): Promise<void> {
  await page.addInitScript((parts) => {
    const placesIn = (root: Element) =>
      [...root.querySelectorAll(parts)]
        .filter((it) => it.getClientRects().length > 0)
        .map((it) => `${it.localName} ${Math.round(it.getBoundingClientRect().top + scrollY)}`);
    const look = () => {
      const root = document.querySelector('#root');
      // A frame may come while the page is still read, when what says that it is the server's is not there yet.
      const isRead = document.readyState !== 'loading';
      if (root && isRead && document.querySelector('#page-data'))
        Object.assign(window, { before: placesIn(root) });
      // Pictures that the server drew give way to live ones.
      else if (isRead && root?.querySelector('main') && !root.querySelector('.layouts'))
        return Object.assign(window, { after: placesIn(root) });
      requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
    Object.assign(window, { placesNow: () => placesIn(document.querySelector('#root') ?? document.body) });
  }, PARTS);
}

/** Where the parts begin when the window has been made so wide. */
async function placesAt(page: Page, width: number): Promise<string[]> {
  await page.setViewportSize({ width, height: 900 });
  return page.evaluate(
    () =>
      new Promise<string[]>((resolve) => {
        const { placesNow } = window as unknown as { placesNow(): string[] };
        requestAnimationFrame(() => requestAnimationFrame(() => resolve(placesNow())));
      }),
  );
}

/** Compares a page that is opened in a window of this width, and where both then stand in windows of other widths. */
async function standsStill(
  page: Page,
  address: string,
  { width, others }: { width: number; others: readonly number[] },
): Promise<void> {
  const read = () =>
    page.evaluate(() => {
      const { before, after } = window as unknown as { before?: string[]; after?: string[] };
      return { before, after };
    });
  await page.setViewportSize({ width, height: 900 });
  // A program that comes before the first frame leaves nothing to compare.
  const go = await hold(page, PROGRAM);
  await page.goto(address, { waitUntil: 'commit' });
  await expect.poll(async () => (await read()).before).toBeDefined();
  const served: [number, string[]][] = [];
  for (const other of others) served.push([other, await placesAt(page, other)]);
  await placesAt(page, width);
  go();
  await takenOver(page);
  await expect.poll(async () => (await read()).after).toBeDefined();
  const { before = [], after = [] } = await read();
  alike(before, after, `${address}, ${width} px`);
  // A chart is drawn for another width in its own time.
  for (const [other, places] of served)
    await expect(async () => alike(places, await placesAt(page, other), `${address}, ${other} px`)).toPass({
      timeout: 60_000,
    });
}

function alike(before: readonly string[], after: readonly string[], where: string): void {
  expect(before.length, where).toBeGreaterThan(3);
  expect(after.map(nameOf), where).toEqual(before.map(nameOf));
  for (const [i, part] of before.entries())
    expect(Math.abs(topOf(after[i]) - topOf(part)), `${where}, ${part}, part ${i}`).toBeLessThanOrEqual(2);
}

const nameOf = (part: string) => part.split(' ')[0];
const topOf = (part = '') => Number(part.split(' ')[1]);

const pages = ['/methods', '/data', '/sources', '/sources/kibhr-iphr-nhc-2012', '/', '/?measure=detentions'];

const widths = [1440, 768, 375];

for (const [at, lang] of ['en', 'ru', 'kk'].entries())
  test.describe(() => {
    test.use({ allowed: [/ERR_FAILED/] });

    test(`what the server wrote and what the program draws stand at the same places at any width: ${lang}`, async ({
      page,
      request,
      baseURL,
    }) => {
      const width = widths[at] ?? 0;
      await withoutFonts(page);
      await watch(page);
      for (const address of pages) {
        const asked = `${address}${address.includes('?') ? '&' : '?'}lang=${lang}`;
        // The first one who asks may be told that a picture is late.
        await expect
          .poll(async () => (await request.get(`${baseURL}${asked}`)).headers()['cache-control'])
          .not.toBe('no-store');
        await standsStill(page, asked, { width, others: widths.filter((it) => it !== width) });
      }
    });
  });

const two = testOn(oneRecord());
two.describe(() => {
  two.use({ allowed: [/ERR_FAILED/] });

  two(
    'what a version changed is in the page before a script runs, and stays where it is',
    async ({ page, site, folder }) => {
      await writeFile(join(folder, 'records.csv'), (oneRecord()['records.csv'] ?? '').replace('~10', '12'));
      expect(site.article21('publish', folder).status).toBe(0);
      // The first one who asks may be told that the comparison is late.
      await expect
        .poll(async () => (await page.request.get(`${site.address}/data?lang=en`)).text())
        .toContain('1 record changed');
      await withoutFonts(page);
      await watch(page);
      await standsStill(page, '/data?lang=en', { width: 1280, others: [] });
      await expect(page.locator('.changes ins').first()).toHaveText('12 detentions');
    },
  );
});
