import type { Page } from '@playwright/test';
import { asLarge, clickMark, expect, open, test } from './page.ts';

const picture = '.chart-canvas > div';

/** Rests on a choice until the page has got ready for it. */
async function restOn(page: Page, name: string) {
  const choice = page.getByRole('dialog').getByText(name, { exact: true });
  await page.evaluate(() => performance.clearMarks('chart ahead'));
  await choice.hover();
  await page.waitForFunction(() => performance.getEntriesByName('chart ahead').length > 0);
  return choice;
}

/** The picture as the page has it, without the names that ECharts numbers through. */
async function drawn(page: Page): Promise<string> {
  await expect(page.locator('.answer')).toHaveAttribute('aria-busy', 'false');
  const svg = await page.locator('.chart-canvas svg').evaluate((it) => it.innerHTML);
  return svg.replaceAll(/zr\d+-/g, 'zr-');
}

for (const large of [false, true])
  test(`the chart of what a pointer rests on is ready before it is pressed, ${large ? 'counted by the API' : 'counted in the page'}`, async ({
    page,
  }) => {
    if (large) await asLarge(page);
    await open(page, '/?measure=detentions');
    if (!large) await page.waitForFunction(() => performance.getEntriesByName('at hand').length > 0);
    await page.getByRole('button', { name: /^Places:/ }).click();
    const before = await page.locator(picture).elementHandle();
    const almaty = await restOn(page, 'Almaty');
    expect(await page.locator(picture).evaluate((now, was) => now === was, before)).toBe(true);
    await almaty.click();
    await expect(page).toHaveURL(/place=almaty/);
    const ready = await drawn(page);
    expect(await page.locator(picture).evaluate((now, was) => now === was, before)).toBe(false);
    // It is the one that is drawn for somebody who comes by a link, and is pressed as that is.
    await page.keyboard.press('Escape');
    await clickMark(page, 'Almaty');
    await expect(page).toHaveURL(/open=detentions&at=almaty/);
    await page.goto(page.url().replace(/&open=.*/, ''));
    expect(await drawn(page)).toBe(ready);
  });

test('what was meant on a picture is not on it when it is shown again', async ({ page }) => {
  await open(page, '/?measure=detentions&by=place&chart=bar');
  await page.waitForFunction(() => performance.getEntriesByName('at hand').length > 0);
  const never = await drawn(page);
  await clickMark(page, 'Almaty');
  await expect(page).toHaveURL(/open=detentions&at=almaty/);
  await expect.poll(() => drawn(page)).not.toBe(never);
  await page.getByRole('button', { name: /^Places:/ }).click();
  await (await restOn(page, 'Almaty')).click();
  await expect(page.locator('h1')).toContainText('in Almaty');
  await page.getByRole('checkbox', { name: 'Almaty', exact: true }).uncheck();
  await expect(page.locator('h1')).not.toContainText('in Almaty');
  await expect.poll(() => drawn(page)).toBe(never);
});

test('what is only pointed at is not asked of the API twice, and is confirmed when it is shown', async ({
  page,
}) => {
  const asked: string[] = [];
  page.on('request', (it) => it.url().includes('/counts?') && asked.push(it.url()));
  await open(page, '/?measure=detentions');
  await page.waitForFunction(() => performance.getEntriesByName('at hand').length > 0);
  await page.getByRole('button', { name: /^Places:/ }).click();
  const almaty = await restOn(page, 'Almaty');
  const ofAlmaty = () => asked.filter((url) => url.includes('almaty'));
  expect(ofAlmaty()).toEqual([]);
  const confirmed = page.waitForResponse(/\/api\/v1\/counts\?.*almaty/);
  await almaty.click();
  await confirmed;
  // Had the pointer's rest asked too, there would be two.
  expect(ofAlmaty()).toHaveLength(1);
});

test('what has been published since replaces what was counted in the page', async ({ page }) => {
  await open(page, '/?measure=detentions');
  await page.waitForFunction(() => performance.getEntriesByName('at hand').length > 0);
  await page.route('**/api/v1/counts?*', async (route) => {
    const answer = await (await route.fetch()).json();
    const headlines = [{ measure: 'detentions', text: 'About 16 detentions in Almaty.', remarks: [] }];
    await route.fulfill({ json: { ...answer, headlines, snapshot: '2013-01-01-0123456789abcdef' } });
  });
  await page.getByRole('button', { name: /^Places:/ }).click();
  await page.getByRole('checkbox', { name: 'Almaty', exact: true }).check();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('About 16 detentions in Almaty.');
});
