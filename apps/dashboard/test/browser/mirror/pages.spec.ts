import { readFile } from 'node:fs/promises';
import { MIRROR_URL } from '../addresses.ts';
import { atRest, expect, open, takenOver, test, visit } from '../page.ts';

const source = 'kibhr-iphr-nhc-2012';
const record = '2012-04-28-almaty-detention-3';
const pages = [
  '/?measure=detentions&place=almaty',
  '/sources',
  `/sources/${source}`,
  `/records/${record}`,
  '/methods',
  '/data',
  '/presentation',
];

test('every page stands at an address of its own, and asks nobody but files', async ({ page }) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  for (const address of pages) {
    await visit(page, address);
    await expect(page.locator('h1')).toHaveCount(1);
    await expect(page.locator('.footer-list')).toBeVisible();
    await page.reload();
    await takenOver(page);
    await expect(page.locator('.footer-list')).toBeVisible();
    await expect(page).toHaveURL(address);
  }
  expect(asked.filter((it) => !it.startsWith(MIRROR_URL) || it.includes('/api/'))).toEqual([]);
});

test('no link of any page is dead', async ({ page }) => {
  const links = new Set<string>();
  for (const address of pages) {
    await visit(page, address);
    await expect(page.locator('.footer-list')).toBeVisible();
    await atRest(page);
    for (const link of await page
      .locator('a[href]')
      .evaluateAll((all) => (all as HTMLAnchorElement[]).map((it) => it.href)))
      if (new URL(link).origin === new URL(MIRROR_URL).origin) links.add(link.replace(/#.*/, ''));
  }
  expect(links.size).toBeGreaterThan(20);
  for (const link of links) {
    expect(link.startsWith(MIRROR_URL), link).toBe(true);
    expect((await page.request.get(link, { maxRedirects: 0 })).status(), link).toBe(200);
  }
});

test('a link of a record opens it or says that there is none; index.html is the page, too', async ({
  page,
}) => {
  await page.goto(`${MIRROR_URL}records/?id=${record}&lang=ru`);
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Задержание');
  await page.goto(`${MIRROR_URL}records/?id=no-such-record`);
  await expect(page.getByRole('alert')).toContainText('There is no such thing in these data.');
  await visit(page, `${MIRROR_URL}index.html?measure=detentions`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^At least about 15\sdetentions/);
});

test('the numbers are made into the same files as the API makes', async ({ page, request }) => {
  await open(page, '/?measure=detentions&place=almaty&lang=ru');
  const query = 'measure=detentions&place=almaty&by=place&lang=ru';
  const buttons = page.locator('.downloads').getByRole('button');
  await expect(buttons).toHaveText(['CSV', 'CSV для электронных таблиц', 'XLSX', 'JSON']);
  for (const [at, path] of ['counts.csv', 'counts.sheet.csv', 'counts.xlsx', 'counts'].entries()) {
    const [download] = await Promise.all([page.waitForEvent('download'), buttons.nth(at).click()]);
    const own = await readFile(await download.path());
    const theirs = await (await request.get(`/api/v1/${path}?${query}`)).body();
    expect(own.equals(theirs), path).toBe(true);
    expect(download.suggestedFilename()).toMatch(/^detentions.*\.(csv|xlsx|json)$/);
  }
});

test('records are not loaded before somebody asks for them', async ({ page }) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await open(page, '/?measure=detentions');
  await expect(page.locator('.chart-canvas svg')).toBeVisible();
  expect(asked.filter((it) => it.includes('/records/'))).toEqual([]);
  expect(asked.filter((it) => it.endsWith('cells.bin'))).toHaveLength(1);
  await page.locator('.headline .open-records').click();
  await expect(page.locator('.evidence article').first()).toBeVisible();
  expect(asked.some((it) => it.includes('/records/'))).toBe(true);
});
