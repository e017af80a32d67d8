import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { clickMark, expect, open, takenOver, test, visit } from './page.ts';
import { oneRecord, testOn } from './published.ts';

test('advocacy staff with a meeting tomorrow leave with a sentence in two languages, its proof, a page and a slide', async ({
  page,
}) => {
  await open(page, '/');
  await page.getByRole('button', { name: /^Measures:/ }).click();
  await page.getByRole('button', { name: 'only: Detentions' }).click();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: /^Places:/ }).click();
  await page.getByRole('checkbox', { name: 'Almaty', exact: true }).click();
  await page.keyboard.press('Escape');
  const heading = page.getByRole('heading', { level: 1 });
  await expect(heading).toHaveText(/^At least about 15\sdetentions in Almaty/);
  // “Says who?” is answered before it is asked.
  await clickMark(page, 'Almaty');
  await expect(page.locator('.evidence blockquote').first()).toContainText('detained');
  await page.getByRole('link', { name: /РУ/ }).click();
  await expect(heading).toContainText('Алматы');
  await expect(page.locator('html')).toHaveAttribute('lang', 'ru');
  await page.getByRole('link', { name: 'EN', exact: true }).click();
  await page.getByRole('button', { name: 'Add to presentation' }).click();
  const pdf = await page.pdf({ format: 'A4', printBackground: true });
  expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
  await page.getByRole('link', { name: 'Presentation: 1 slide' }).click();
  await page.getByRole('link', { name: 'Start', exact: true }).click();
  const slide = page.locator('.slide[data-current]');
  await expect(slide.getByRole('heading', { level: 1 })).toHaveText(
    /^At least about 15\sdetentions in Almaty/,
  );
  await expect(slide.locator('.big-number')).toContainText('15');
});

test('a researcher leaves with a filtered table, every record behind it, a file and an address that stays', async ({
  page,
  request,
}) => {
  const { id } = (await (await request.get('/api/v1/snapshot')).json()) as { id: string };
  const query = 'measure=detentions,fines&place=almaty,astana&from=2012-04-01&to=2012-06-30&by=place,period';
  await open(page, `/?${query}&every=month&snapshot=${id}`);
  const rows = page.locator('.counts tbody tr[data-part]');
  const total = page.locator('.headlines .open-records').first();
  const records = Number.parseInt((await total.textContent()) ?? '', 10);
  await total.click();
  const articles = page.locator('.evidence article');
  await expect(articles).toHaveCount(records);
  const csv = await (await request.get(`/api/v1/counts.csv?${query}&every=month&snapshot=${id}`)).text();
  // The file has the same rows and totals, under one head.
  expect(await rows.count()).toBe(csv.trim().split('\r\n').length - 1);
  await articles.first().getByRole('link', { name: 'Link to this record' }).click();
  await expect(page).toHaveURL(new RegExp(`/records/.*snapshot=${id}`));
  const cited = page.url();
  await page.goto('about:blank');
  await visit(page, cited);
  await expect(page.locator('blockquote').first()).toBeVisible();
});

test('a report writer finds the number, reads its sentence in the source and quotes it with a link', async ({
  page,
}) => {
  await open(page, '/?measure=fines');
  await page.locator('.headline .open-records').click();
  const record = page.locator('.evidence article').first();
  const quote = ((await record.locator('blockquote').textContent()) ?? '').replace(/\s+/g, ' ');
  await record.getByRole('link', { name: 'Read in the source' }).click();
  await expect(page.locator('.passage[data-current]').first()).toBeInViewport();
  const marked = await page.locator('.passage[data-current]').allTextContents();
  expect(quote).toContain(marked.join('').replace(/\s+/g, ' ').replace(/[“”]/g, ''));
  await page.reload();
  await takenOver(page);
  await expect(page.locator('.passage[data-current]').first()).toBeInViewport();
});

testOn(oneRecord())(
  'a monitor mends a broken spreadsheet, publishes it, and sees it without anything being started again',
  async ({ page, folder, site }) => {
    await open(page, '/?measure=detentions');
    const heading = page.getByRole('heading', { level: 1 });
    await expect(heading).toHaveText('About 10 detentions, 12 March 2024.');
    const records = join(folder, 'records.csv');
    const before = await readFile(records, 'utf8');
    const quoted = 'oral-2,statement,One was fined EUR 90.,One\n';
    await writeFile(
      join(folder, 'evidence.csv'),
      `${await readFile(join(folder, 'evidence.csv'), 'utf8')}${quoted}`,
    );

    await writeFile(records, `${before}oral-2,fine,Orall,2024-03-12,,after,1,90 EUR,,incident,\n`);
    const checked = site.article21('check', folder);
    expect(checked.status).not.toBe(0);
    expect(checked.said).toContain('records.csv:3:place');
    expect(site.article21('publish', folder).said).toContain('nothing was published');
    await page.reload();
    await takenOver(page);
    await expect(heading).toHaveText('About 10 detentions, 12 March 2024.');

    await writeFile(records, `${before}oral-2,fine,oral,2024-03-12,,after,1,90 EUR,,incident,\n`);
    expect(site.article21('check', folder).status).toBe(0);
    expect(site.article21('publish', folder).status).toBe(0);
    await page.getByRole('button', { name: /^Measures:/ }).click();
    await page.getByRole('button', { name: 'only: Fines' }).click();
    await page.keyboard.press('Escape');
    await expect(heading).toHaveText(/^EUR\s90\sin fines/);
    await page.locator('.headline .open-records').click();
    await expect(page.locator('.evidence blockquote')).toContainText('One was fined EUR 90.');
  },
);
