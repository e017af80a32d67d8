import type { Page } from '@playwright/test';
import { expect, open, takenOver, test, visit } from './page.ts';

const lines = (page: Page) => page.locator('.counts tbody tr');

/** Answers with as many rows as a question about days of many cities has. */
async function withRows(page: Page, n: number): Promise<void> {
  await page.route('**/api/v1/counts?*', async (route) => {
    const answer = await (await route.fetch()).json();
    const row = { ...answer.rows[0], measure: 'detentions', place: 'almaty' };
    const day = (i: number) => new Date(Date.UTC(2000, 0, 1 + i)).toISOString().slice(0, 10);
    const rows = Array.from({ length: n }, (_, i) => ({ ...row, period: day(i), low: i + 1, high: i + 1 }));
    await route.fulfill({ json: { ...answer, rows } });
  });
}

test('every heading sorts by its column, the other way round, and back', async ({ page }) => {
  await open(page, '/?measure=detentions');
  await expect(lines(page).first()).toContainText('Total');
  await page.getByRole('checkbox', { name: 'Show low and high' }).check();
  const given = await lines(page).allTextContents();
  for (const name of [
    'Place',
    'Number',
    'Low',
    'High',
    'Approximate',
    'Reports without a number',
    'Records',
  ]) {
    const heading = page.getByRole('columnheader', { name, exact: true });
    const button = heading.getByRole('button');
    await button.click();
    await expect(heading).toHaveAttribute('aria-sort', /ascending|descending/);
    await button.press('Enter');
    await button.press('Enter');
    await expect(heading).toHaveAttribute('aria-sort', 'none');
    expect(await lines(page).allTextContents()).toEqual(given);
  }
});

test('sorting keeps the total at the top, and the records of a row', async ({ page }) => {
  await open(page, '/?measure=rejected_applications');
  await page.getByRole('button', { name: 'Place', exact: true }).click();
  await page.getByRole('button', { name: 'Place', exact: true }).click();
  await expect(lines(page).nth(1)).toContainText('Ust-Kamenogorsk');
  await expect(lines(page).first()).toContainText('Total');
  await lines(page).nth(1).locator('td').first().click();
  await expect(page).toHaveURL(/at=oskemen|at=ust-kamenogorsk/);
  await expect(lines(page).nth(1)).toContainText('Ust-Kamenogorsk');
});

test('the table is copied for a spreadsheet, all of it, and says so', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await withRows(page, 700);
  await open(page, '/?measure=detentions&chart=line&by=period&every=day');
  await page.getByRole('button', { name: 'Copy the table' }).click();
  await expect(page.locator('.counts [role=status]')).toHaveText('701 rows copied.');
  const text = await page.evaluate(() => navigator.clipboard.readText());
  expect(text.split('\n')).toHaveLength(702);
  expect(text).toContain('Detentions\tpeople\tAlmaty\t1 January 2000\t2000-01-01\t2000-01-01\t1\t');
});

test('without the clipboard of a secure page, the table is copied another way', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await open(page, '/?measure=detentions');
  await page.evaluate(() => {
    navigator.clipboard.writeText = () => Promise.reject(new Error('forbidden'));
  });
  const button = page.getByRole('button', { name: 'Copy the table' });
  await button.click();
  await expect(page.locator('.counts [role=status]')).toContainText('rows copied');
  await expect(button).toBeFocused();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toContain('Almaty');
});

test('where nothing can be copied, that is said', async ({ page }) => {
  await open(page, '/?measure=detentions');
  await page.evaluate(() => {
    navigator.clipboard.writeText = () => Promise.reject(new Error('forbidden'));
    document.execCommand = () => false;
  });
  await page.getByRole('button', { name: 'Copy the table' }).click();
  await expect(page.locator('.counts [role=status]')).toContainText('did not allow copying');
});

test('many rows come in parts, all of them when asked for, and all of them on paper', async ({ page }) => {
  await withRows(page, 700);
  await open(page, '/?measure=detentions&chart=line&by=period&every=day');
  await expect(lines(page)).toHaveCount(200);
  await expect(page.locator('.counts-more')).toContainText('200 of 701 rows are shown');
  await page.getByRole('button', { name: '200 more rows' }).click();
  await expect(lines(page)).toHaveCount(400);
  await page.getByRole('button', { name: 'Show all 701 rows' }).click();
  await expect(lines(page)).toHaveCount(701);
  await expect(page.locator('.counts-more')).toHaveCount(0);
  await page.reload();
  await takenOver(page);
  await expect(lines(page)).toHaveCount(200);
  await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
  expect(await lines(page).count()).toBe(701);
});

test('the headings stay in sight while the rows move', async ({ page }) => {
  await withRows(page, 150);
  await open(page, '/?measure=detentions&chart=line&by=period&every=day');
  const region = page.getByRole('region', { name: 'The same numbers as a table' });
  await region.focus();
  await page.keyboard.press('End');
  await expect(lines(page).last()).toBeInViewport();
  await expect(page.getByRole('columnheader', { name: 'Number' })).toBeInViewport();
});

for (const lang of ['en', 'ru', 'kk'])
  test(`on a phone no word of the table is broken and no column cut, in ${lang}`, async ({ page }) => {
    await page.setViewportSize({ width: 375, height: 800 });
    await open(page, `/?lang=${lang}&by=place,period&chart=line`);
    await expect(lines(page).first()).toBeVisible();
    const broken = () =>
      page.evaluate(() => {
        const texts = document.createTreeWalker(document.querySelector('.counts table') as Node, 4);
        const found: string[] = [];
        for (let node = texts.nextNode(); node; node = texts.nextNode())
          for (const { index, 0: word } of (node.textContent ?? '').matchAll(/\p{L}+/gu)) {
            const range = document.createRange();
            range.setStart(node, index);
            range.setEnd(node, index + word.length);
            if (new Set([...range.getClientRects()].map(({ top }) => Math.round(top))).size > 1)
              found.push(word);
          }
        return found;
      });
    const beyond = (selector: string) =>
      page.locator(selector).evaluate((it) => it.scrollWidth - it.clientWidth);
    for (const width of [375, 320]) {
      await page.setViewportSize({ width, height: 800 });
      expect(await broken(), `${width} px`).toEqual([]);
      expect(await beyond('.counts-scroll'), `${width} px`).toBeLessThanOrEqual(0);
      expect(await beyond('html'), `${width} px`).toBeLessThanOrEqual(0);
    }
  });

test('the numbers can be taken along as files of the same question', async ({ page, request }) => {
  await open(page, '/?measure=detentions&place=almaty&lang=ru');
  const links = page.locator('.downloads a');
  await expect(links).toHaveText(['CSV', 'CSV для электронных таблиц', 'XLSX', 'JSON']);
  const download = page.waitForEvent('download');
  await links.last().click();
  expect((await download).suggestedFilename()).toMatch(/\.json$/);
  for (const link of await links.all()) {
    const address = (await link.getAttribute('href')) ?? '';
    expect(address).toContain('measure=detentions&place=almaty');
    expect((await request.get(address)).status()).toBe(200);
  }
});

test('a table that is not long is shown whole, and on a phone the words that can be pressed are', async ({
  page,
}) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await open(page, '/');
  await expect(lines(page).first()).toContainText('Total');
  const hidden = () => page.locator('.counts-scroll').evaluate((it) => it.scrollHeight - it.clientHeight);
  await expect.poll(hidden).toBeLessThanOrEqual(0);
  await page.setViewportSize({ width: 375, height: 800 });
  await visit(page, '/sources/kibhr-iphr-nhc-2012?lang=ru&record=2012-04-28-almaty-detention-1');
  const close = page.locator('.source-records .evidence-head button');
  await expect(close).toBeVisible();
  expect(await close.evaluate((it) => it.scrollWidth - it.clientWidth)).toBeLessThanOrEqual(0);
});

test('the parts of the numbers open without scripts, and the totals need no scrolling inside', async ({
  browser,
  baseURL,
}) => {
  const context = await browser.newContext({
    javaScriptEnabled: false,
    viewport: { width: 375, height: 800 },
  });
  const page = await context.newPage();
  await page.goto(`${baseURL}/`);
  const first = lines(page).first();
  await expect(first).toHaveText('Total');
  const inside = () =>
    page.locator('.counts-scroll').evaluate((it) => [it.scrollTop, it.scrollWidth - it.clientWidth]);
  expect(await inside()).toEqual([0, 0]);
  const low = page.locator('.counts thead .detail').first();
  await expect(low).toBeHidden();
  await page.getByRole('checkbox', { name: 'Show low and high' }).check();
  await expect(low).toBeVisible();
  await context.close();
});

test('the parts of the numbers stay open when the question changes, which begins at its first rows', async ({
  page,
}) => {
  await open(page, '/?measure=detentions');
  const details = page.getByRole('checkbox', { name: 'Show low and high' });
  await details.check();
  await page.getByRole('button', { name: 'Over time' }).click();
  await expect(page.getByRole('columnheader', { name: 'Period' })).toBeVisible();
  await expect(details).toBeChecked();
  await expect(page.locator('.counts thead .detail').first()).toBeVisible();
});
