import type { Page } from '@playwright/test';
import { clickMark, expect, open, test } from './page.ts';

const names = [
  '<img src=x onerror="window.__pwn=1;alert(1)">',
  '{b|x}{hr|}<script>window.__pwn=2</script>',
  'Қ'.repeat(80),
];

async function renameAlmaty(page: Page, name: string): Promise<void> {
  await page.route('**/api/v1/places*', async (route) => {
    const answer = await (await route.fetch()).json();
    for (const place of answer.places) if (place.id === 'almaty') place.name_en = name;
    await route.fulfill({ json: answer });
  });
  await page.route('**/api/v1/counts?*', async (route) => {
    const answer = await (await route.fetch()).json();
    for (const headline of answer.headlines) headline.text = `About 15 detentions in ${name}.`;
    await route.fulfill({ json: answer });
  });
  await page.route('**/api/v1/records?*', async (route) => {
    const answer = await (await route.fetch()).json();
    for (const record of answer.records) record.note = name;
    await route.fulfill({ json: answer });
  });
}

for (const name of names)
  test(`a city called ${name.slice(0, 20)} is text everywhere and breaks no layout`, async ({ page }) => {
    await renameAlmaty(page, name);
    await open(page, '/?measure=detentions');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(`About 15 detentions in ${name}.`);
    await expect(page.locator('.counts table')).toContainText(name);
    await clickMark(page, '≥ ≈ 15');
    await expect(page.getByRole('article').first()).toContainText(name);
    await page.locator('.chart-walk').focus();
    await page.keyboard.press('ArrowRight');
    await expect(page.locator('.chart-tip')).toContainText(name);
    await page.getByRole('button', { name: /^Places:/ }).click();
    await expect(page.locator('.popover')).toContainText(name);
    expect(await page.evaluate(() => (window as unknown as { __pwn?: number }).__pwn)).toBeUndefined();
    expect(await page.locator('main img, main script').count()).toBe(0);
    const overflow = () =>
      page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    await expect.poll(overflow).toBeLessThanOrEqual(0);
    await page.setViewportSize({ width: 320, height: 640 });
    await expect.poll(overflow).toBeLessThanOrEqual(0);
  });

test('markup in an address is shown as the text that it is', async ({ page }) => {
  const payload = '<img src=x onerror=window.__pwn=3>';
  await open(
    page,
    `/?measure=detentions&${encodeURIComponent(payload)}=1&place=${encodeURIComponent(payload)}`,
  );
  await expect(page.locator('.notice')).toContainText(payload);
  expect(await page.evaluate(() => (window as unknown as { __pwn?: number }).__pwn)).toBeUndefined();
});
