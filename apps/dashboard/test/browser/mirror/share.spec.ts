import { violations } from '../axe.ts';
import { expect, open, test } from '../page.ts';

test('what can be shared without an API is offered, and nothing else', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await open(page, '/?measure=detentions&place=almaty');
  const button = page.getByRole('button', { name: 'Share' });
  await button.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Share' });
  const copy = dialog.getByRole('button', { name: 'Copy: Link' });
  await copy.click();
  await expect(dialog.getByRole('status').first()).toHaveText('Copied.');
  const link = await page.evaluate(() => navigator.clipboard.readText());
  expect((await page.request.get(link)).status()).toBe(200);
  await expect(dialog).toContainText('BibTeX');
  await expect(dialog.locator('iframe')).toHaveCount(0);
  for (const name of ['Iframe', 'Script', 'Markdown', 'HTML', 'LaTeX'])
    await expect(dialog.getByRole('button', { name, exact: true })).toHaveCount(0);
  for (const file of await dialog.locator('a[href]').all()) {
    const address = await file.evaluate((it) => (it as HTMLAnchorElement).href);
    expect((await page.request.get(address)).status(), address).toBe(200);
  }
  expect(await violations(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
  await expect(button).toBeFocused();
});
