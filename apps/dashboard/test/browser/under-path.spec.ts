import type { Page } from '@playwright/test';
import { clickMark, expect, open, takenOver } from './page.ts';
import { oneRecord, testOnOneSite } from './published.ts';

/** What a browser asks for outside of the site's path, whoever asks for it. */
function outsideOf(page: Page, address: string): string[] {
  const outside: string[] = [];
  page.on('request', (request) => {
    const url = request.url();
    if (/^https?:/.test(url) && !url.startsWith(`${address}/`)) outside.push(url);
  });
  return outside;
}

const test = testOnOneSite(oneRecord(), '/kz');

test.describe('a site under a path', () => {
  test('leads from the page to the evidence, its source and back, and through all pages', async ({
    page,
    site,
  }) => {
    const outside = outsideOf(page, site.address);
    await open(page, `${site.address}/?measure=detentions&lang=en`);
    await clickMark(page, 'Oral');
    await expect(page.locator('.evidence blockquote')).toContainText('about ten people');
    await expect(page).toHaveURL(/\/kz\/\?measure=detentions.*open=detentions/);
    await page.getByRole('link', { name: 'Read in the source' }).click();
    await expect(page).toHaveURL(/\/kz\/sources\/statement\?/);
    await expect(page.locator('mark').first()).toContainText('about ten people');
    await page.goBack();
    await expect(page.locator('.evidence blockquote')).toContainText('about ten people');
    for (const [name, path] of [
      ['Sources', 'sources'],
      ['Methods', 'methods'],
      ['Presentation', 'presentation'],
      ['Data', 'data'],
    ] as const) {
      await page.locator('.header-nav').getByRole('link', { name }).click();
      await expect(page).toHaveURL(new RegExp(`^${site.address}/${path}\\b`));
      await expect(page.locator('main h1')).toBeVisible();
      await page.reload();
      await takenOver(page);
      await expect(page.locator('main h1')).toBeVisible();
    }
    expect(outside).toEqual([]);
  });

  test('counts a choice in the page, and gives the same numbers as files', async ({ page, site }) => {
    const outside = outsideOf(page, site.address);
    await open(page, `${site.address}/?measure=detentions&lang=en`);
    await page.waitForFunction(() => performance.getEntriesByName('local counts').length > 0);
    await page.getByRole('button', { name: 'Over time' }).click();
    await expect(page).toHaveURL(/\/kz\/\?.*by=period/);
    for (const name of ['CSV', 'JSON', 'XLSX']) {
      const href = await page
        .locator('.downloads')
        .getByRole('link', { name, exact: true })
        .getAttribute('href');
      expect(href).toMatch(/^\/kz\/api\/v1\/counts/);
      expect((await page.request.get(new URL(href ?? '', site.address).href)).status()).toBe(200);
    }
    await page.locator('.footer').getByRole('link', { name: 'API' }).click();
    await expect(page).toHaveURL(`${site.address}/api`);
    expect(outside).toEqual([]);
  });

  test('is shared with its path, and its embed becomes live', async ({ page, site }) => {
    const outside = outsideOf(page, site.address);
    await open(page, `${site.address}/?measure=detentions&lang=en`);
    await page.getByRole('button', { name: 'Share' }).click();
    const dialog = page.getByRole('dialog', { name: 'Share' });
    const snippet = dialog.locator('.share-snippet').first();
    for (const [form, begins] of [
      ['Link', `${site.address}/?measure=detentions`],
      ['Iframe', `<iframe src="${site.address}/embed?measure=detentions`],
      ['Script', `<script src="${site.address}/embed.js" async></script>`],
      ['LaTeX', `% detentions-by-city.pdf: ${site.address}/chart.pdf?measure=detentions`],
    ] as const) {
      await dialog.getByRole('button', { name: form, exact: true }).click();
      await expect(snippet).toContainText(begins);
    }
    // What is taken is shown: a picture of the last, a frame of the first.
    const picture = dialog.locator('.share-picture');
    await expect
      .poll(() => picture.evaluate((it) => (it as HTMLImageElement).naturalWidth))
      .toBeGreaterThan(0);
    await dialog.getByRole('button', { name: 'Iframe', exact: true }).click();
    await expect(page.frameLocator('.share-frame iframe').locator('h1')).toHaveText(/^About 10\sdetentions/);
    const pdf = dialog.getByRole('link', { name: 'PDF' });
    expect((await page.request.get((await pdf.getAttribute('href')) ?? '')).status()).toBe(200);

    await page.goto(`${site.address}/embed?measure=detentions&by=place&controls=1`);
    await page.locator('.embed.ready').waitFor();
    await page.locator('.chart').focus();
    await page.locator('.chart.is-live').waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    const evidence = page.locator('.evidence');
    await expect(evidence.locator('blockquote')).toContainText('about ten people');
    const link = evidence.getByRole('link', { name: 'Link to this record' });
    await expect(link).toHaveAttribute('href', /^\/kz\/records\/oral-1\?/);
    await page.locator('.controls [name=measure]').selectOption('fines');
    await expect(page.locator('h1')).toHaveText(/^No record of fines/);
    expect(outside).toEqual([]);
  });

  test('is one slide of a presentation that is shown and reloaded', async ({ page, site }) => {
    const outside = outsideOf(page, site.address);
    await open(page, `${site.address}/?measure=detentions&lang=en`);
    await page.getByRole('button', { name: 'Add to presentation' }).click();
    await page.locator('.header-nav').getByRole('link', { name: 'Presentation' }).click();
    await page.getByRole('link', { name: 'Start', exact: true }).click();
    await expect(page).toHaveURL(/\/kz\/present\?/);
    await expect(page.locator('.slide[data-current] .big-number').first()).toBeVisible();
    await page.reload();
    await expect(page.locator('.slide[data-current] .big-number').first()).toBeVisible();
    expect(outside).toEqual([]);
  });
});
