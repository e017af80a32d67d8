import type { Page } from '@playwright/test';
import { expect, hold, open, PROGRAM, takenOver, test, watchShifts } from './page.ts';

const view = '/?measure=detentions&place=almaty';
const widths = [1440, 768, 375];
/** What draws charts. */
const CHART = '**/assets/chart-*.js';

/** Asks until the picture is in the page: the first one who asks may be told that it is late. */
async function warm(page: Page, address: string): Promise<void> {
  await expect
    .poll(async () => (await (await page.request.get(address)).text()).includes('class="layout-0"'))
    .toBe(true);
}

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });
  const sentences = {
    en: /^At least about 15\sdetentions in Almaty/,
    ru: /около 15\sи более задержаний/i,
    kk: /15/,
  };

  for (const [language, sentence] of Object.entries(sentences))
    test(`a reader has the sentence, the chart and the table, in ${language}`, async ({ page }) => {
      const address = `${view}&lang=${language}`;
      await warm(page, address);
      await page.goto(address);
      await expect(page.locator('html')).toHaveAttribute('lang', language);
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(sentence);
      await expect(page.locator('.layouts > svg:visible')).toHaveCount(1);
      await expect(page.getByRole('table')).toBeVisible();
      await expect(page.getByRole('link', { name: 'CSV', exact: true }).first()).toBeVisible();
    });

  for (const language of Object.keys(sentences))
    test(`the chart begins on the first screen, of a phone and of a tablet too, under the key of its signs, in ${language}`, async ({
      page,
    }) => {
      await page.goto(`/?lang=${language}`);
      for (const [width, height, most] of [
        [375, 812, 450],
        [768, 812, 360],
        [1440, 900, 330],
      ] as const) {
        await page.setViewportSize({ width, height });
        const top = (await page.locator('.chart').boundingBox())?.y;
        expect(top, `${width} px`).toBeLessThanOrEqual(most);
      }
      const sign = page.locator('.sign').first();
      const tip = page.locator('.sign-tip').first();
      await expect(tip).toBeHidden();
      await sign.focus();
      await page.keyboard.press('Enter');
      await expect(tip).toBeVisible();
      await page.keyboard.press('Escape');
      await expect(tip).toBeHidden();
    });

  test('nothing is wider than the window, and the chart fills it', async ({ page }) => {
    await warm(page, view);
    await page.goto(view);
    for (const width of widths) {
      await page.setViewportSize({ width, height: 900 });
      const chart = await page.locator('.layouts > svg:visible').boundingBox();
      expect(chart?.width, `${width} px`).toBeGreaterThan(Math.min(width * 0.6, 640));
      expect(chart?.width, `${width} px`).toBeLessThanOrEqual(width);
      expect((await page.locator('main').boundingBox())?.width, `${width} px`).toBeLessThanOrEqual(width);
    }
  });

  test('the documents, their text, the methods and the data are read, and lead to each other', async ({
    page,
  }) => {
    await page.goto('/');
    await page.getByRole('link', { name: 'Sources' }).click();
    await page.getByRole('link', { name: /^Continued restrictions/ }).click();
    await expect(page.locator('.reading')).toContainText('peaceful');
    await page.getByRole('link', { name: 'Methods' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('How we count');
    await page.getByRole('link', { name: 'Data', exact: true }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('About the data');
    await page.getByRole('link', { name: 'Charts' }).click();
    await page.getByRole('link', { name: 'Over time' }).click();
    await expect(page).toHaveURL(/chart=line/);
    await expect(page.getByRole('table')).toBeVisible();
  });
});

test.describe('when the program takes over', () => {
  for (const width of widths)
    test(`nothing jumps at ${width} pixels`, async ({ page }) => {
      await page.setViewportSize({ width, height: 900 });
      await warm(page, view);
      const go = await hold(page, CHART);
      const shift = await watchShifts(page, view);
      await takenOver(page);
      await expect(page.locator('.layouts > svg:visible')).toHaveCount(1);
      const before = await placesOf(page);
      await expect(page).toHaveTitle(/^At least about 15\sdetentions in Almaty/);
      go();
      await expect(page.locator('.chart-canvas svg')).toBeAttached();
      const after = await placesOf(page);
      for (const [part, top] of Object.entries(before))
        expect(Math.abs((after[part] ?? 0) - top), part).toBeLessThanOrEqual(12);
      await expect(page.locator('.answer')).toHaveAttribute('aria-busy', 'false');
      expect(await shift()).toBeLessThan(0.02);
    });

  /** Where the parts of the page begin, in pixels from its top. */
  async function placesOf(page: Page): Promise<Record<string, number>> {
    const parts = ['.filter:visible', 'h1', '.chart', '.counts', '.method', '.footer'];
    const tops = await Promise.all(
      parts.map(async (part) => (await page.locator(part).first().boundingBox())?.y ?? -1),
    );
    expect(tops.every((top) => top > 0)).toBe(true);
    return Object.fromEntries(parts.map((part, i) => [part, tops[i] ?? 0]));
  }

  test('the page stays in the language in which it was written', async ({ browser, baseURL }) => {
    const context = await browser.newContext({ locale: 'ru-RU', ...(baseURL ? { baseURL } : {}) });
    const page = await context.newPage();
    const answer = await page.goto(view);
    expect(await answer?.text()).toContain('<html lang="ru">');
    await takenOver(page);
    await expect(page.locator('html')).toHaveAttribute('lang', 'ru');
    await context.close();
  });

  test('who reads with the keyboard goes on at the same link', async ({ page }) => {
    const go = await hold(page, PROGRAM);
    await page.goto(view, { waitUntil: 'commit' });
    const link = page.getByRole('link', { name: 'Methods' });
    await link.focus();
    go();
    await takenOver(page);
    await expect(page.locator('.chart-canvas svg')).toBeAttached();
    await expect(link).toBeFocused();
  });

  test('who has gone on reading further down stays there', async ({ page }) => {
    const go = await hold(page, '**/assets/methods-page-*.js');
    await page.goto('/methods#rules');
    const rules = page.getByRole('heading', { name: 'How the words of a source become records' });
    await expect(rules).toBeInViewport();
    const before = (await rules.boundingBox())?.y ?? 0;
    await expect(page.locator('#page-data')).toBeAttached();
    go();
    await takenOver(page);
    await expect(rules).toBeInViewport();
    expect(Math.abs(((await rules.boundingBox())?.y ?? 0) - before)).toBeLessThanOrEqual(12);
  });

  test('what a reader has unfolded stays so, and marked words are not lost', async ({ page }) => {
    const go = await hold(page, PROGRAM);
    await page.goto(view, { waitUntil: 'commit' });
    await page.getByText('How we count').click();
    const heading = page.getByRole('heading', { level: 1 });
    await heading.selectText();
    go();
    await expect(page.locator('.chart-canvas svg')).toBeAttached();
    const marked = () => page.evaluate(() => String(document.getSelection()));
    expect(await marked()).toMatch(/^At least about 15\sdetentions/);
    await expect(page.locator('.method')).toHaveAttribute('open', '');
  });

  test('the structured data are read by nobody as a script', async ({ page, incidents }) => {
    await open(page, '/');
    await expect(page).toHaveTitle(/^Restrictions of freedom of assembly in Kazakhstan/);
    expect(incidents.violations).toEqual([]);
    const json = await page.locator('script[type="application/ld+json"]').textContent();
    expect(JSON.parse(json ?? '')).toMatchObject({
      '@type': 'Dataset',
      license: [expect.stringContaining('creativecommons.org')],
    });
  });
});

test('the program before the first live chart is a few files, and at most 300 kB as it is sent', async ({
  request,
}) => {
  const html = await (await request.get(view)).text();
  const scripts = [...html.matchAll(/(?:src|href)="([^"]+\.js)"/g)].map(([, path = '']) => path);
  const sizes = await Promise.all(
    scripts.map(async (path) => {
      const answer = await request.get(path, { headers: { 'Accept-Encoding': 'br' } });
      expect(answer.headers()['content-encoding']).toBe('br');
      return Number(answer.headers()['content-length']);
    }),
  );
  expect(sizes.length).toBeGreaterThan(2);
  // A browser asks for six files at a time: more would come a round trip later.
  expect(scripts.length).toBeLessThanOrEqual(6);
  const total = sizes.reduce((sum, size) => sum + size, 0);
  expect(total, scripts.map((path, at) => `${path} ${sizes[at]}`).join('\n')).toBeLessThanOrEqual(300_000);
});
