import { clickMark, expect, open } from './page.ts';
import { description, oneRecord, placesFile, testOn } from './published.ts';

testOn(oneRecord())(
  'a dataset of one record is a sentence, a bar, a row and a quotation',
  async ({ page }) => {
    await open(page, '/?measure=detentions');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('About 10 detentions, 12 March 2024.');
    await expect(page.locator('.chart-canvas svg')).toContainText('≈ 10');
    await expect(page.locator('.counts tbody tr')).toHaveCount(2);
    await clickMark(page, 'Oral');
    await expect(page.locator('.evidence article')).toHaveCount(1);
    await expect(page.locator('.evidence blockquote')).toContainText('about ten people');
    await open(page, '/?measure=detentions&chart=line&by=period&every=day');
    await expect(page.locator('.counts tbody')).toContainText('12 March 2024');
    await open(page, '/');
    await expect(page.locator('.headlines h2')).toHaveCount(4);
    await expect(page.locator('.headlines')).toContainText('No record of fines');
    await open(page, '/?measure=detentions,detentionz');
    await expect(page.locator('.notice')).toContainText('“detentionz” is not known (measure)');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^About 10 detentions/);
  },
);

testOn(oneRecord({ 'datapackage.json': description({ synthetic: true }) }))(
  'a synthetic dataset is called so on the page and in the picture, in every language',
  async ({ page }) => {
    const words = { en: 'Synthetic data', ru: 'Искусственные данные', kk: 'Жасанды деректер' };
    for (const [lang, word] of Object.entries(words)) {
      await open(page, `/?measure=detentions&lang=${lang}`);
      await expect(page.locator('.synthetic')).toContainText(word);
      await expect(page.locator('.chart-canvas svg')).toContainText(word);
    }
  },
);

const hostile = {
  'of eighty letters': 'Қ'.repeat(80),
  'that is markup': '<img src=x onerror=alert(1)>',
};

for (const [what, name] of Object.entries(hostile))
  testOn(oneRecord({ 'places.csv': placesFile(name) }))(
    `a published city with a name ${what} is text and breaks no layout`,
    async ({ page }) => {
      await open(page, '/?measure=detentions&place=oral');
      await expect(page.getByRole('heading', { level: 1 })).toContainText(name);
      await expect(page.locator('.counts tbody')).toContainText(name);
      expect(await page.locator('main img').count()).toBe(0);
      for (const width of [1280, 375, 320]) {
        await page.setViewportSize({ width, height: 800 });
        const overflow = () =>
          page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
        await expect.poll(overflow).toBeLessThanOrEqual(0);
      }
    },
  );
