import { colourViolations, violations } from './axe.ts';
import { expect, open, test } from './page.ts';

for (const button of [/^Period:/, /^Places:/, /^Step:/, 'Phase, Type of data: More filters', /^Chart:/])
  test(`what ${button} opens has no fault that axe finds, light and dark`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: 'light' });
    await open(page, '/?measure=detentions&place=almaty-region,almaty&chart=line&by=period&every=day');
    await page.getByRole('button', { name: button }).click();
    await expect(page.getByRole('dialog').locator('.field').first()).toBeVisible();
    expect(await violations(page)).toEqual([]);
    await page.emulateMedia({ colorScheme: 'dark' });
    await expect(page.getByRole('dialog').locator('.field').first()).toBeVisible();
    expect(await colourViolations(page)).toEqual([]);
  });
