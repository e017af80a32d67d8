import type { Page } from '@playwright/test';
import { asLarge, atRest, expect, open, test } from './page.ts';

const heading = (page: Page) => page.getByRole('heading', { level: 1 });

async function chooseAlmaty(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^Places:/ }).click();
  await page.getByRole('checkbox', { name: 'Almaty', exact: true }).check();
}

test('a small snapshot is counted in the page, as the API counts it, without waiting for that', async ({
  page,
  request,
}) => {
  await open(page, '/?measure=detentions');
  await page.waitForFunction(() => performance.getEntriesByName('local counts').length > 0);
  const counter = await page.evaluate(() => {
    const all = performance.getEntriesByType('resource') as PerformanceResourceTiming[];
    return all.filter(({ name }) => /\/counter-[^/]*\.js$/.test(name)).map((it) => it.encodedBodySize);
  });
  expect(counter).toHaveLength(1);
  expect(counter[0]).toBeLessThan(25_000);
  let confirm = () => {};
  const asked = new Promise<void>((resolve) => {
    confirm = resolve;
  });
  await page.route('**/api/v1/counts?*', async (route) => {
    await asked;
    await route.continue();
  });
  const confirmed = page.waitForResponse(/\/api\/v1\/counts\?.*almaty/);
  await chooseAlmaty(page);
  await expect(page.locator('.answer')).toHaveAttribute('aria-busy', 'false');
  await expect(heading(page)).toHaveText(/^At least about 15\sdetentions in Almaty/);
  const rows = page.getByRole('row');
  // Under the headings and the total.
  await expect(rows.nth(2)).toContainText('Almaty');
  const before = await rows.allInnerTexts();
  confirm();
  const answer = (await (await confirmed).json()) as { headlines: { text: string }[] };
  await expect(heading(page)).toHaveText(answer.headlines[0]?.text ?? 'a sentence');
  await expect(rows).toHaveText(before, { useInnerText: true });
  const exported = await request.get('/api/v1/counts?measure=detentions&place=almaty&by=place&lang=en');
  expect(await exported.json()).toMatchObject(answer);
});

test('a large snapshot is not fetched: the API counts', async ({ page }) => {
  const cells: string[] = [];
  page.on('request', (it) => it.url().includes('/snapshots/') && cells.push(it.url()));
  await asLarge(page);
  await open(page, '/?measure=detentions');
  await atRest(page);
  const counted = page.waitForResponse(/\/api\/v1\/counts\?.*almaty/);
  await chooseAlmaty(page);
  await counted;
  await expect(heading(page)).toHaveText(/^At least about 15\sdetentions in Almaty/);
  expect(cells).toEqual([]);
});

test('what has been published since replaces what was counted in the page', async ({ page }) => {
  await open(page, '/?measure=detentions');
  await page.waitForFunction(() => performance.getEntriesByName('local counts').length > 0);
  await page.route('**/api/v1/counts?*', async (route) => {
    const answer = await (await route.fetch()).json();
    const headlines = [{ measure: 'detentions', text: 'About 16 detentions in Almaty.', remarks: [] }];
    await route.fulfill({ json: { ...answer, headlines, snapshot: '2013-01-01-0123456789abcdef' } });
  });
  await page.getByRole('button', { name: /^Places:/ }).click();
  await page.getByRole('checkbox', { name: 'Almaty', exact: true }).check();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('About 16 detentions in Almaty.');
});
