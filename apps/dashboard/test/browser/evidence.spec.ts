import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { expect, open, test, visit } from './page.ts';

const record = '2012-04-28-almaty-detention-3';

function factOf(page: Page, term: string) {
  const named = page.locator('dt').filter({ hasText: new RegExp(`^${term}$`) });
  return page.locator('.record-facts > div').filter({ has: named }).locator('dd');
}

test('the page of a record says all that is known of it', async ({ page, request }) => {
  const { id } = await (await request.get('/api/v1/snapshot')).json();
  await visit(page, `/records/${record}`);
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Detention');
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Almaty');
  const fact = (term: string) => factOf(page, term);
  await expect(fact('Words counted')).toHaveText('“about ten people”');
  await expect(fact('Counted as')).toHaveText('about 10 detentions');
  await expect(fact('Coded as')).toHaveText('about 10 detentions: ~10');
  await expect(fact('Date as stated')).toContainText('28 April 2012');
  await expect(fact('Counted on')).toHaveText('28 April 2012: the source dates it to the day');
  await expect(fact('Assembly')).toContainText('Almaty');
  await expect(fact('Type of data')).toHaveText('individual incidents');
  await expect(fact('Coder’s note')).toContainText('read as the same day');
  await expect(fact('Source')).toContainText('Norwegian Helsinki Committee');
  await expect(page.locator('blockquote')).toContainText('about ten people were detained');
  await fact('Snapshot').getByRole('link').click();
  await expect(page).toHaveURL(`/records/${record}?snapshot=${id}`);
  await expect(page.locator('blockquote')).toContainText('about ten people were detained');
});

test('a record that its source does not date says whose day it is counted on', async ({ page, request }) => {
  const { records } = await (await request.get('/api/v1/records?limit=200')).json();
  const found = records.find((it: { charted: { by: string } }) => it.charted.by === 'assembly');
  await visit(page, `/records/${found.id}`);
  await expect(factOf(page, 'Counted on')).toContainText('counted under the date of its assembly');
});

test('every record is marked in its source, and every mark leads to its records and back', async ({
  page,
  request,
}) => {
  const answers = ['incident', 'summary'].map(async (basis) => {
    const { records } = await (await request.get(`/api/v1/records?basis=${basis}&limit=200`)).json();
    return records.map(({ id }: { id: string }) => id);
  });
  const ids: string[] = (await Promise.all(answers)).flat();
  await visit(page, '/sources/kibhr-iphr-nhc-2012');
  await expect(page.locator('.passage').first()).toBeVisible();
  const links = await page
    .locator('.passage')
    .evaluateAll((all) => [...new Set(all.map((it) => it.getAttribute('href') ?? ''))]);
  const reached = new Set<string>();
  for (const link of links) {
    await page.locator(`.passage[href="${link}"]`).first().click();
    await expect(page.locator('.passage[data-current]').first()).toBeVisible();
    for (const article of await page.locator('.source-records article').all())
      reached.add((await article.getAttribute('id')) ?? '');
  }
  expect([...reached].sort()).toEqual(ids.sort());
  await page.locator('.source-records').getByRole('link', { name: 'Link to this record' }).first().click();
  await page.getByRole('link', { name: 'Read in the source' }).first().click();
  await expect(page.locator('.passage[data-current]').first()).toBeInViewport();
});

test('an internal source shows no word of its own, on the page of its record either', async ({ page }) => {
  await page.route(`**/api/v1/records/${record}`, async (route) => {
    const answer = await (await route.fetch()).json();
    const [evidence] = answer.evidence;
    const withheld = { quote: null, stated: null, prefix: null, suffix: null, start: null, end: null };
    await route.fulfill({ json: { ...answer, evidence: [{ ...evidence, ...withheld }] } });
  });
  // The page of the record brings its own answer: the program asks only where it leads there itself.
  await open(page, '/?measure=detentions&open=detentions&at=almaty');
  await page.locator(`article[id="${record}"]`).getByRole('link', { name: 'Link to this record' }).click();
  await expect(page).toHaveURL(new RegExp(`/records/${record}`));
  await expect(page.getByText('withheld: internal source')).toBeVisible();
  await expect(page.locator('blockquote')).toHaveCount(0);
  await expect(page.locator('main')).not.toContainText('about ten people');
});

test('the records behind a number are counted, ordered, searched and taken along', async ({
  page,
  request,
}) => {
  await open(page, '/?measure=detentions');
  await page.locator('.headline .open-records').first().click();
  const records = page.locator('.evidence article');
  const tools = page.locator('.evidence-tools');
  await expect(tools.getByRole('status')).toHaveText('7 records');
  const largest = await records.locator('.record-facts').first().textContent();
  expect(largest).toContain('10');
  await tools.getByRole('combobox', { name: 'Order' }).selectOption('By date');
  await expect(records).toHaveCount(7);
  await tools.getByRole('searchbox').fill('ABOUT TEN');
  await expect(tools.getByRole('status')).toHaveText('1 of 7 records');
  await expect(records).toHaveCount(1);
  const file = page.waitForEvent('download');
  await tools.getByText('CSV', { exact: true }).click();
  const csv = await readFile(await (await file).path(), 'utf8');
  const ids = csv.trim().split('\r\n').slice(1);
  const asked = '/api/v1/records?measure=detentions';
  const answer = (await (await request.get(asked)).json()) as { records: { id: string }[] };
  expect(new Set(answer.records.map(({ id }) => id))).toEqual(new Set(ids.map((line) => line.split(',')[0])));
});
