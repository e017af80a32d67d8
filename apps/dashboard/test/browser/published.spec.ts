import { rm } from 'node:fs/promises';
import { clickMark, expect, open, test } from './page.ts';
import { description, oneRecord, placesFile, testOn, testOnOneSite, writeDataset } from './published.ts';

test.describe('a dataset of one record', () => {
  const one = testOnOneSite(oneRecord());

  one('is a sentence, a bar, a row and a quotation', async ({ page }) => {
    await open(page, '/?measure=detentions');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('About 10 detentions, 12 March 2024.');
    await expect(page.locator('.chart-canvas svg')).toContainText('≈ 10');
    await expect(page.locator('.counts tbody tr')).toHaveCount(2);
    await clickMark(page, 'Oral');
    await expect(page.locator('.evidence article')).toHaveCount(1);
    await expect(page.locator('.evidence blockquote')).toContainText('about ten people');
    await open(page, '/?measure=detentions&chart=line&by=period&every=day');
    await expect(page.locator('.counts table')).toContainText('12 March 2024');
    // It opens with the one measure that has records; the others are asked for by name.
    await open(page, '/');
    await expect(page.locator('.chart-canvas svg')).toContainText('≈ 10');
    await expect(page.locator('main')).not.toContainText('No record');
    await open(page, '/?measure=detentions,fines');
    await expect(page.locator('.headlines')).toContainText('No record of fines');
    await open(page, '/?measure=detentions,detentionz');
    await expect(page.locator('.notice')).toContainText('“detentionz” is not known (measure)');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^About 10\sdetentions/);
  });

  one(
    'is called another dataset in a notice, which leads to the current one, when one was published in its place',
    async ({ page, site }) => {
      const first = /^(\S+) /.exec(site.article21('verify').said)?.[1] ?? '';
      const other = description({ name: 'taraz-2025', title: 'Rally in Taraz' });
      const folder = await writeDataset(oneRecord({ 'datapackage.json': other }));
      expect(site.article21('publish', folder, '--replace-dataset').status).toBe(0);
      await rm(folder, { recursive: true });
      await open(page, `/?measure=detentions&snapshot=${first}`);
      const notice = page.locator('.notice.older');
      await expect(notice).toContainText('This is another dataset, “Rally in Oral, 2024”');
      await expect(notice).toContainText('“Rally in Taraz”');
      await notice.getByRole('link').click();
      await expect(page.locator('.brand-data')).toHaveText('Rally in Taraz');
      await expect(notice).toHaveCount(0);
    },
  );
});

const hostile = {
  'of eighty letters': 'Қ'.repeat(80),
  'that is markup': '<img src=x onerror=alert(1)>',
};
const STATED = 'about ten people were taken to the police station';
const sources = [...Array.from({ length: 40 }, () => 'Example Monitor'), ...'ABCDEFG'].map((name, i) => ({
  id: `s${i}`,
  row: `s${i},Report ${i},${name},2024-03-20,,en,public,Quoted with attribution,sources/statement.txt\n`,
}));

/** Synthetic, of two cities with hostile names and of forty-seven documents. */
const hard = testOnOneSite(
  oneRecord({
    'datapackage.json': description({ synthetic: true }),
    'places.csv': placesFile(...Object.values(hostile)),
    'sources.csv': `id,title,publisher,date,url,language,visibility,rights,file\n${sources.map(({ row }) => row).join('')}`,
    'records.csv':
      'id,kind,place,date,assembly,phase,count,amount,days,basis,note\n' +
      'first,detention,oral,2024-03-12,,,~10,,,incident,\n' +
      'second,detention,oral-2,2024-03-12,,,~10,,,incident,\n',
    'evidence.csv': `record,source,quote,stated\nsecond,s0,${STATED},about ten people\n${sources.map(({ id }) => `first,${id},${STATED},about ten people\n`).join('')}`,
  }),
);

hard(
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

for (const [i, [what, name]] of Object.entries(hostile).entries())
  hard(`a published city with a name ${what} is text and breaks no layout`, async ({ page }) => {
    await open(page, `/?measure=detentions&place=${['oral', 'oral-2'][i]}`);
    await expect(page.getByRole('heading', { level: 1 })).toContainText(name);
    await expect(page.locator('.counts table')).toContainText(name);
    expect(await page.locator('main img').count()).toBe(0);
    for (const width of [1280, 375, 320]) {
      await page.setViewportSize({ width, height: 800 });
      const overflow = () =>
        page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      await expect.poll(overflow).toBeLessThanOrEqual(0);
    }
  });

hard(
  'forty documents of one publisher are one name in the foot of the page, which leads to the list',
  async ({ page }) => {
    const said = {
      en: 'Sources of the dataset: Example Monitor (40 documents); A; B; C; D; 3 more publishers',
      ru: 'Источники набора данных: Example Monitor (40 документов); A; B; C; D; ещё 3 издателя',
      kk: 'Деректер жинағының дереккөздері: Example Monitor (40 құжат); A; B; C; D; тағы 3 жариялаушы',
    };
    for (const [lang, text] of Object.entries(said)) {
      await open(page, `/?measure=detentions&lang=${lang}`);
      await expect(page.locator('.footer p')).toHaveText(text);
      const { height } = (await page.locator('.footer').boundingBox()) ?? { height: Number.NaN };
      expect(height).toBeLessThan(200);
    }
    await page.locator('.footer').getByRole('link', { name: 'Example Monitor' }).click();
    await expect(page).toHaveURL(/\/sources\?/);
    await expect(page.locator('main').getByRole('link', { name: /^Report \d+$/ })).toHaveCount(47);
  },
);

const manyDigits = oneRecord({
  'records.csv':
    'id,kind,place,date,assembly,phase,count,amount,days,basis,note\n' +
    'oral-1,detention,oral,2024-03-12,,,134500+,,,incident,\n' +
    'oral-2,detention,oral,2024-03-12,,,?,,,incident,\n' +
    'oral-3,application_rejected,oral,2024-03-12,,,234500+,,,incident,\n' +
    'oral-4,application_rejected,oral,2024-03-12,,,?,,,incident,\n',
  'evidence.csv': `record,source,quote,stated\n${[1, 2, 3, 4].map((i) => `oral-${i},statement,about ten people were taken to the police station,about ten people\n`).join('')}`,
});

testOn(manyDigits)('numbers of many digits leave each other and their records room', async ({ page }) => {
  await page.setViewportSize({ width: 375, height: 800 });
  for (const lang of ['en', 'ru', 'kk']) {
    await open(page, `/?lang=${lang}`);
    for (const width of [375, 320]) {
      await page.setViewportSize({ width, height: 800 });
      const parts = page.locator('.headlines :is(.figure, .open-records)');
      await expect(parts).toHaveCount(4);
      const boxes = await parts.evaluateAll((all) =>
        all
          .map((it) => it.getBoundingClientRect())
          .map(({ x, y, right, bottom }) => ({ x, y, right, bottom })),
      );
      for (const [i, a] of boxes.entries()) {
        expect(a.right).toBeLessThanOrEqual(width);
        for (const b of boxes.slice(i + 1)) {
          const covered =
            Math.min(a.right, b.right) > Math.max(a.x, b.x) &&
            Math.min(a.bottom, b.bottom) > Math.max(a.y, b.y);
          expect({ lang, width, covered }).toEqual({ lang, width, covered: false });
        }
      }
    }
  }
});
