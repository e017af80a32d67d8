import { expect, open, test } from '../page.ts';

test.describe('when files cannot be had', () => {
  test.use({ allowed: [/Failed to load resource/] });

  test('that is said, and asking again helps', async ({ page }) => {
    let broken = true;
    await page.route('**/snapshots/**', (route) => (broken ? route.abort() : route.continue()));
    await page.goto('/?measure=detentions');
    await expect(page.getByRole('alert')).toContainText('The server cannot be reached.');
    broken = false;
    await page.getByRole('button', { name: 'Try again' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^At least about 15\sdetentions/);
  });

  test('records that are missing leave the chart', async ({ page }) => {
    await page.route('**/records/0.json', (route) => route.abort());
    await open(page, '/?measure=detentions&open=detentions&at=almaty');
    await expect(page.getByRole('complementary').getByRole('alert')).toBeVisible();
    await expect(page.locator('.chart-canvas svg')).toBeVisible();
  });
});
