import { expect, open, takenOver, test, typeDay, visit } from './page.ts';

test('choices are written into the address, and reload and back bring them again', async ({ page }) => {
  await open(page, '/');
  await page.getByRole('button', { name: /^Measures:/ }).click();
  await page.getByRole('button', { name: 'only: Detentions' }).click();
  await page.keyboard.press('Escape');
  await expect(page).toHaveURL('/?measure=detentions&by=place');
  await page.getByRole('button', { name: /^Places:/ }).click();
  await page.getByRole('searchbox', { name: 'Search by any name' }).fill('alma-a');
  await page.getByRole('checkbox', { name: 'Almaty', exact: true }).click();
  await page.keyboard.press('Escape');
  await expect(page).toHaveURL('/?measure=detentions&place=almaty&by=place');
  const heading = page.getByRole('heading', { level: 1 });
  await expect(heading).toHaveText(/^At least about 15\sdetentions in Almaty/);
  await page.reload();
  await takenOver(page);
  await expect(heading).toHaveText(/^At least about 15\sdetentions in Almaty/);
  await page.goBack();
  await expect(page).toHaveURL('/?measure=detentions&by=place');
  await expect(heading).toHaveText(/^At least about 15\sdetentions, .* and 3\sreports/);
  await page.goBack();
  await expect(page).toHaveURL('/');
  await expect(page.locator('.headlines h2')).toHaveCount(4);
  await page.goForward();
  await expect(heading).toHaveText(/^At least about 15\sdetentions, .* and 3\sreports/);
});

test('over time asks for periods, and for a series of each city where several are chosen', async ({
  page,
}) => {
  await open(page, '/?measure=rejected_applications&place=almaty,astana&by=place');
  await page.getByRole('button', { name: 'Over time' }).click();
  await expect(page).toHaveURL(/place=almaty,astana&by=place,period&chart=line/);
  await page.getByRole('button', { name: /^Step:/ }).click();
  await page.getByRole('radio', { name: 'by day' }).check();
  await expect(page).toHaveURL(/every=day/);
  await expect(page.locator('.counts table')).toContainText('28 April 2012');
});

test('a period is typed, and refused when it ends before it begins', async ({ page }) => {
  await open(page, '/?measure=detentions');
  await page.getByRole('button', { name: /^Period:/ }).click();
  await typeDay(page, 'From', '01052012');
  await typeDay(page, 'To', '01042012');
  await expect(page.getByText('The period ends before it begins.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Apply' })).toBeDisabled();
  await expect(page).toHaveURL('/?measure=detentions');
  await typeDay(page, 'To', '31052012');
  await page.getByRole('button', { name: 'Apply' }).click();
  await expect(page).toHaveURL('/?measure=detentions&from=2012-05-01&to=2012-05-31&by=place');
});

test('a shared link opens the same view, with its evidence', async ({ page, browser }) => {
  await open(page, '/?measure=detentions&place=almaty&chart=line&by=period&every=day&lang=ru');
  await page.locator('.counts tbody .open-records').first().click();
  await expect(page.locator('.evidence article').first()).toBeVisible();
  const heading = await page.getByRole('heading', { level: 1 }).textContent();
  const records = await page.locator('.evidence article').count();
  const other = await (await browser.newContext()).newPage();
  await visit(other, page.url());
  await expect(other.getByRole('heading', { level: 1 })).toHaveText(heading ?? '');
  await expect(other.locator('article')).toHaveCount(records);
  await other.context().close();
});

test('the language follows the address, else the browser, on the page and in its title', async ({ page }) => {
  await open(page, '/?measure=detentions&lang=ru');
  await expect(page.locator('html')).toHaveAttribute('lang', 'ru');
  await expect(page).toHaveTitle(/задержаний/);
  await page.getByRole('link', { name: 'ҚАЗ' }).click();
  await expect(page.locator('html')).toHaveAttribute('lang', 'kk');
  await expect(page).toHaveURL('/?measure=detentions&lang=kk');
  await expect(page.getByRole('heading', { level: 1 })).toContainText('шамамен 15 ұсталған адам');
});

test('the colours follow the system until somebody chooses', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'dark' });
  await open(page, '/');
  const ground = () => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
  expect(await ground()).toBe('rgb(18, 18, 18)');
  await page.getByRole('button', { name: 'Light mode' }).click();
  await expect(page).toHaveURL('/?theme=light');
  expect(await ground()).toBe('rgb(255, 255, 255)');
});

test('what a link says and nobody understands is explained, and the rest is shown', async ({ page }) => {
  await open(page, '/?measure=detentions&place=almaty,atlantis&colour=red&from=yesterday&open=crimes');
  const notice = page.locator('.notice');
  await expect(notice.getByRole('listitem')).toHaveCount(4);
  await expect(notice).toContainText('“atlantis” is not known (place)');
  await expect(notice).toContainText('“colour” means nothing here');
  await expect(notice).toContainText('“yesterday” could not be read (from)');
  await expect(notice).toContainText('“crimes” is not known (open)');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    /^At least about 15\sdetentions in Almaty/,
  );
});

test('an inverted period is explained and all dates are shown', async ({ page }) => {
  await open(page, '/?measure=detentions&from=2012-06-01&to=2012-04-01');
  await expect(page.locator('.notice')).toContainText('The period ends before it begins');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^At least about 15\sdetentions/);
});

test('a link that narrows by phase or basis says so, and the narrowing can be taken away', async ({
  page,
}) => {
  await open(page, '/?measure=detentions&phase=after');
  await expect(page.getByRole('heading', { level: 1 })).not.toHaveText(/^At least about 15\sdetentions/);
  await page.getByRole('button', { name: 'Reset: Phase, after the assembly' }).click();
  await expect(page).toHaveURL('/?measure=detentions&by=place');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^At least about 15\sdetentions/);
});

test('a title in the link stands over the chart', async ({ page }) => {
  await open(page, '/?measure=detentions&title=Taken+by+police');
  await expect(page.locator('.chart-canvas svg')).toContainText('Taken by police');
});
