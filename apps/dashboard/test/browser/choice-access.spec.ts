import { violations } from './axe.ts';
import { expect, open, test } from './page.ts';

for (const theme of ['light', 'dark'] as const)
  for (const button of [/^Period:/, /^Places:/, /^Step:/, 'Phase, Type of data: More filters', /^Chart:/])
    test(`what ${button} opens has no fault that axe finds, ${theme}`, async ({ page }) => {
      await page.emulateMedia({ colorScheme: theme });
      await open(page, '/?measure=detentions&place=almaty-region,almaty&chart=line&by=period&every=day');
      await page.getByRole('button', { name: button }).click();
      await expect(page.getByRole('dialog').locator('.field').first()).toBeVisible();
      expect(await violations(page)).toEqual([]);
    });
