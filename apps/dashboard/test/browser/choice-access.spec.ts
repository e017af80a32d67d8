import { colourViolations, violations } from './axe.ts';
import { expect, open, test } from './page.ts';

test('what each filter opens has no fault that axe finds, light and dark', async ({ page }) => {
  await open(page, '/?measure=detentions&place=almaty-region,almaty&chart=line&by=period&every=day');
  const dialog = page.getByRole('dialog');
  for (const name of [/^Period:/, /^Places:/, /^Step:/, 'Phase, Type of data: More filters', /^Chart:/])
    await test.step(String(name), async () => {
      await page.emulateMedia({ colorScheme: 'light' });
      await page.getByRole('button', { name }).click();
      await expect(dialog.locator('.field').first()).toBeVisible();
      expect(await violations(page)).toEqual([]);
      await page.emulateMedia({ colorScheme: 'dark' });
      await expect(dialog.locator('.field').first()).toBeVisible();
      expect(await colourViolations(page)).toEqual([]);
      await page.keyboard.press('Escape');
      await expect(dialog).toHaveCount(0);
    });
});
