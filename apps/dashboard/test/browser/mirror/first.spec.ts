import { MIRROR_URL } from '../addresses.ts';
import { expect, takenOver, test } from '../page.ts';

const folder = `${MIRROR_URL}charts/detentions/`;

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });
  const sentences = {
    '': /^At least about 15\sdetentions/,
    'ru/': /около 15\sи более задержаний/i,
    'kk/': /15/,
  };

  for (const [language, sentence] of Object.entries(sentences))
    test(`a folder is the sentence, the chart, the table and its files: ${language || 'en/'}`, async ({
      page,
    }) => {
      await page.goto(`${MIRROR_URL}${language}charts/detentions/`);
      await expect(page.locator('html')).toHaveAttribute('lang', language.slice(0, 2) || 'en');
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(sentence);
      await expect(page.locator('.layouts > svg:visible')).toHaveCount(1);
      await expect(page.getByRole('table')).toBeVisible();
      const csv = page.getByRole('link', { name: 'CSV', exact: true }).first();
      const address = await csv.evaluate((link) => (link as HTMLAnchorElement).href);
      expect(await (await page.request.get(address)).text()).toContain('detentions');
    });

  test('every page leads to every other, in every language, and no link is dead', async ({ page }) => {
    const todo = [MIRROR_URL];
    const seen = new Set(todo);
    const dead: string[] = [];
    for (let address = todo.pop(); address !== undefined; address = todo.pop()) {
      const answer = await page.request.get(address);
      if (!answer.ok()) dead.push(address);
      if (!answer.headers()['content-type']?.startsWith('text/html')) continue;
      for (const [, href = ''] of (await answer.text()).matchAll(/<a\b[^>]* href="([^"]*)"/g)) {
        const to = new URL(href.replaceAll('&amp;', '&'), address).href.replace(/[?#].*/, '');
        if (new URL(to).origin !== new URL(MIRROR_URL).origin || seen.has(to)) continue;
        expect(to.startsWith(MIRROR_URL), `${address} leads to ${href}`).toBe(true);
        seen.add(to);
        todo.push(to);
      }
    }
    expect(dead).toEqual([]);
    for (const language of ['', 'ru/', 'kk/'])
      for (const path of ['', 'charts/fines/', 'sources/', 'methods/', 'data/'])
        expect([...seen]).toContain(MIRROR_URL + language + path);
  });
});

test('the program takes over a folder, whose view is then in the address', async ({ page }) => {
  await page.goto(folder);
  await takenOver(page);
  await expect(page).toHaveURL('/?measure=detentions&lang=en');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^At least about 15\sdetentions/);
  await page.goto(`${MIRROR_URL}kk/sources/`);
  await takenOver(page);
  await expect(page).toHaveURL('/sources?lang=kk');
  await expect(page.locator('html')).toHaveAttribute('lang', 'kk');
});

test('what a folder says is not shown where more was asked', async ({ page }) => {
  await page.route('**/cells.bin', () => {});
  await page.goto('/?measure=fines&place=almaty');
  await expect(page.locator('.waiting')).toBeVisible();
  await expect(page.locator('#page-data')).toHaveCount(0);
});
