import { readFile } from 'node:fs/promises';
import type { Download, Locator, Page } from '@playwright/test';
import { MIRROR_URL } from '../addresses.ts';
import { violations } from '../axe.ts';
import { expect, open, test } from '../page.ts';

const dialog = (page: Page) => page.getByRole('dialog', { name: 'Share' });
const snippet = (page: Page) => dialog(page).locator('.share-snippet').first();
const button = (page: Page, name: string) => dialog(page).getByRole('button', { name, exact: true });

async function share(page: Page, address: string): Promise<void> {
  await open(page, address);
  await page.getByRole('button', { name: 'Share' }).press('Enter');
  await expect(snippet(page)).toBeVisible();
}

async function saved(page: Page, press: Locator): Promise<{ download: Download; bytes: Buffer }> {
  const [download] = await Promise.all([page.waitForEvent('download'), press.click()]);
  return { download, bytes: await readFile(await download.path()) };
}

test('all that needs no server is offered, and what does is said', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await share(page, '/?measure=detentions&place=almaty');
  const copy = button(page, 'Copy: Link');
  await copy.click();
  await expect(dialog(page).getByRole('status').first()).toHaveText('Copied.');
  const link = await page.evaluate(() => navigator.clipboard.readText());
  expect((await page.request.get(link)).status()).toBe(200);
  await expect(dialog(page)).toContainText('BibTeX');
  await expect(dialog(page)).toContainText('What it cannot give is a live chart in another page');
  await expect(dialog(page).locator('iframe')).toHaveCount(0);
  for (const name of ['Iframe', 'Script']) await expect(button(page, name)).toHaveCount(0);
  for (const [name, file] of [
    ['Markdown', 'detentions-in-almaty-by-city.png'],
    ['HTML', 'detentions-in-almaty-by-city.svg'],
    ['LaTeX', 'detentions-in-almaty-by-city.pdf'],
  ] as const) {
    await button(page, name).click();
    await expect(snippet(page)).toContainText(file);
    await expect(dialog(page)).toContainText(`Save the file from below beside your text as ${file}.`);
  }
  expect(await violations(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await expect(dialog(page)).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Share' })).toBeFocused();
});

test('the pictures and slides of any view are the very files that the API draws', async ({
  page,
  request,
}) => {
  const query = 'measure=detentions&place=almaty&by=period&every=month&chart=line&lang=en';
  await share(page, `/?${query}`);
  const keep = async (name: 'svg' | 'pdf') => {
    const { download, bytes } = await saved(page, button(page, name.toUpperCase()));
    expect(download.suggestedFilename()).toBe(`detentions-in-almaty-by-month.${name}`);
    return bytes;
  };
  expect((await keep('pdf')).toString('latin1')).toMatch(/^%PDF-1\.7[\s\S]*%%EOF\n$/);
  const here = (await keep('svg')).toString();
  // The way back is another, and so are the paths of its letters.
  const there = await (await request.get(`/chart.svg?${query}`)).text();
  const theirs = new Set(there.split('\n'));
  const others = here.split('\n').filter((line) => !theirs.has(line));
  expect(theirs.size).toBeGreaterThan(20);
  expect(others.length).toBeLessThanOrEqual(3);
  const words = (svg: string) => [...svg.matchAll(/<text [^>]*>([^<]*)</g)].map(([, word]) => word);
  const own = words(here);
  expect(own.filter((word) => !word?.includes('localhost'))).toEqual(
    words(there).filter((word) => !word?.includes('localhost')),
  );
  expect(own.join('')).toContain(`${MIRROR_URL}?measure=detentions`);
  const widths: number[] = [];
  for (const name of ['PNG 1×', 'PNG 2×', 'PNG 3×']) {
    const { bytes } = await saved(page, button(page, name));
    expect(bytes.subarray(1, 4).toString()).toBe('PNG');
    widths.push(bytes.readUInt32BE(16));
  }
  const [one = 0] = widths;
  expect(widths).toEqual([one, 2 * one, 3 * one]);
  const { bytes } = await saved(page, button(page, 'Slide (PPTX)'));
  expect(bytes.subarray(0, 2).toString()).toBe('PK');
});

test('a whole presentation is saved as slides', async ({ page }) => {
  const show = Buffer.from(JSON.stringify([['measure=detentions'], ['measure=fines&chart=bar']])).toString(
    'base64url',
  );
  await page.goto(`/presentation?show=${show}`);
  const { bytes, download } = await saved(page, page.getByRole('button', { name: 'Save as slides (PPTX)' }));
  expect(download.suggestedFilename()).toMatch(/\.pptx$/);
  expect(bytes.toString('latin1')).toContain('ppt/slides/slide2.xml');
});

test('what draws is not loaded before somebody asks for a picture', async ({ page }) => {
  const asked: string[] = [];
  page.on('request', (it) => asked.push(it.url()));
  await share(page, '/?measure=detentions');
  expect(asked.filter((it) => /painter|painted|\.wasm|\.ttf/.test(it))).toEqual([]);
});

test.describe('where what draws cannot be had', () => {
  // Whoever looks after the page finds the cause; a reader is told in words.
  const told = 'Error: Failed to fetch';
  test.use({ allowed: [new RegExp(`^${told}$`)] });

  test('that is said, and asking again helps', async ({ page, incidents }) => {
    let broken = true;
    await page.context().route('**/*.ttf', (route) => (broken ? route.abort() : route.continue()));
    await share(page, '/?measure=detentions');
    await button(page, 'SVG').click();
    await expect(dialog(page).getByRole('alert')).toBeVisible();
    broken = false;
    expect((await saved(page, button(page, 'SVG'))).bytes.toString()).toMatch(/^<svg /);
    await expect(dialog(page).getByRole('alert')).toHaveCount(0);
    expect(incidents.errors).toEqual([told]);
  });
});
