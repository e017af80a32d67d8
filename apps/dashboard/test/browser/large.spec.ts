import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Site, startSite } from '../../bench/site.ts';
import { writeSynthetic } from '../../bench/synthetic.ts';
import { expect, open, test, visit } from './page.ts';

/**
 * More than any limit of the program lets through or takes along at once: 5,000 counted in the browser, 100,000 rows or
 * groups of an answer. A million takes no other way, and is measured by `pnpm bench:dashboard`.
 */
const RECORDS = 120_000;
/** Writing, checking and publishing them is not what the test is about. */
const PUBLISHING = 600_000;

const large = test.extend<{ site: Site }>({
  site: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads what a fixture needs from the pattern
    async ({}, use) => {
      const folder = await mkdtemp(join(tmpdir(), 'article21-large-'));
      await writeSynthetic(folder, { records: RECORDS, places: 20 });
      const site = await startSite(folder);
      await rm(folder, { recursive: true });
      await use(site);
      await site.stop();
    },
    { timeout: PUBLISHING },
  ],
  baseURL: ({ site }, use) => use(site.address),
});

large(
  'a dataset of more records than any limit is charted, said to be synthetic, and leads to its records',
  async ({ page }) => {
    // Said once on the page, above the numbers, and across the chart.
    await open(page, '/?measure=detentions&by=place');
    await expect(page.getByText('Synthetic data: generated for tests', { exact: false })).toHaveCount(1);
    await expect(page.locator('.synthetic')).toContainText('Synthetic data');
    await expect(page.locator('.chart-canvas').getByText('Synthetic data', { exact: true })).toHaveCount(1);
    await expect(page.locator('.counts tbody tr')).toHaveCount(21);
    const total = page.locator('.counts tbody tr').first();
    await expect(total).toContainText('Total');
    await open(page, '/?measure=detentions&by=period&every=day&place=city-3');
    await expect(page.locator('.chart-canvas svg')).toBeVisible();
    await page.locator('.headline .open-records').first().click();
    await expect(page.locator('.evidence blockquote').first()).toContainText('This sentence is synthetic');
    const shown = await page.locator('.evidence article').count();
    await page.getByRole('button', { name: 'Show more records' }).click();
    await expect.poll(() => page.locator('.evidence article').count()).toBeGreaterThan(shown);
    // More than come unasked: they stand by date until all are here, to be sorted and searched.
    await expect(page.locator('.evidence-tools [role="status"]')).toHaveText(
      'The first 1,000 records by date.',
    );
    await expect(page.getByRole('combobox', { name: 'Order' })).toHaveCount(0);
    await page.getByRole('button', { name: 'Get all, to sort and search them' }).click();
    await expect(page.getByRole('searchbox')).toBeVisible();
    await expect(page.locator('.evidence-tools [role="status"]')).toHaveText(/^1,\d{3} records$/);
    // A chart without room for all places offers the next ones, and the list of all.
    await open(page, '/?measure=detentions&by=place,period&every=year&chart=line');
    const pages = page.getByRole('navigation', { name: 'Places of this chart' });
    await expect(pages.getByRole('status')).toHaveText('places 1–12 of 20');
    await pages.getByRole('button', { name: 'Next 8' }).click();
    await expect(page).toHaveURL(/page=2/);
    await expect(pages.getByRole('status')).toHaveText('places 13–20 of 20');
    await expect(page.locator('.chart-canvas')).toContainText('places 13–20 of 20');
    // On the last page the button stays, and who uses the keys stays there.
    await expect(pages.getByRole('button', { name: 'Next 12' })).toBeFocused();
    await pages.getByRole('button', { name: 'Previous 12' }).click();
    await expect(page).not.toHaveURL(/page=/);
    await page.getByRole('button', { name: 'Choose places' }).click();
    await expect(page.getByRole('dialog').getByRole('searchbox')).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('button', { name: 'Choose places' })).toBeFocused();
    await open(page, '/?measure=detentions&by=place,period&every=day');
    await expect(page.locator('.counts tbody tr').first()).toBeVisible();
    // What the version changed is more than a page carries along, and none of it is written twice.
    await visit(page, '/data');
    await expect(page.getByText('This is the first version')).toBeVisible();
    for (const language of ['en', 'ru', 'kk']) {
      await open(page, `/?lang=${language}`);
      for (const [width, most] of [
        [1440, 330],
        [375, 450],
      ] as const) {
        await page.setViewportSize({ width, height: 812 });
        const chart = async () => (await page.locator('.chart').boundingBox())?.y;
        await expect.poll(chart, `${language} at ${width} px`).toBeLessThanOrEqual(most);
      }
    }
  },
);
