import { expect, open, takenOver, test } from './page.ts';

const signs = {
  en: { from: 'dd/mm/yyyy', names: ['day, ', 'month, ', 'year, '], shown: '28/04/2012' },
  ru: { from: 'дд.мм.гггг', names: ['день, ', 'месяц, ', 'год, '], shown: '28.04.2012' },
  kk: { from: 'кк.аа.жжжж', names: ['күн, ', 'ай, ', 'жыл, '], shown: '28.04.2012' },
};

for (const [lang, { from, names, shown }] of Object.entries(signs))
  test(`dates are typed in the words of the page and not of the browser: ${lang}`, async ({ page }) => {
    await open(page, `/?measure=detentions&to=2012-04-28&lang=${lang}`);
    await page.locator('.filter[aria-haspopup]').nth(2).click();
    const fields = page.locator('.day-input');
    const digits = async (at: number) => (await fields.nth(at).textContent())?.replace(/[^\p{L}\d/.]/gu, '');
    await expect.poll(() => digits(0)).toBe(from);
    expect(await digits(1)).toBe(shown);
    const labels = await fields
      .first()
      .getByRole('spinbutton')
      .evaluateAll((all) => all.map((it) => it.getAttribute('aria-label')));
    expect(labels).toEqual(names);
  });

test('what a Kazakh filter opens says nothing in English, seen or heard', async ({ page }) => {
  await open(page, '/?measure=detentions&lang=kk');
  for (let at = 0; at < 4; at++) {
    await page.locator('.filter[aria-haspopup]').nth(at).click();
    const dialog = page.locator('.popover').filter({ has: page.getByRole('dialog') });
    await expect(dialog.locator('.field').first()).toBeVisible();
    const said = await dialog.evaluate((it) => {
      const heard = ['aria-label', 'aria-valuetext', 'placeholder', 'title'] as const;
      const named = [...it.querySelectorAll('*')].flatMap((el) => heard.map((name) => el.getAttribute(name)));
      return [it.textContent, ...named].filter((text) => /[a-z]{3}/i.test(text ?? ''));
    });
    expect(said).toEqual([]);
    await page.keyboard.press('Escape');
    await expect(dialog).toHaveCount(0);
  }
});

test('what the filters open is not waited for by the first chart, and comes before it is pressed', async ({
  page,
}) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  await page.goto('/?measure=detentions');
  await expect(page.locator('.chart-canvas svg')).toBeVisible();
  const html = await (await page.request.get('/')).text();
  expect(html).not.toMatch(/assets\/(fields|aria-words|sheet-dialog)-/);
  await expect.poll(() => asked.filter((path) => /\/fields-.*\.js$/.test(path)).length).toBe(1);
});

test.describe('a network that fails', () => {
  test.use({ allowed: [/Failed to (load resource|fetch)/] });

  test('what cannot be opened says so, and opens when it is tried again', async ({ page }) => {
    let broken = true;
    await page.route(/\/assets\/fields-/, (route) => (broken ? route.abort() : route.continue()));
    const address = '/?measure=detentions&place=almaty';
    await open(page, address);
    const button = page.getByRole('button', { name: /^Places:/ });
    await button.click();
    const failure = page.getByRole('alert');
    await expect(failure).toContainText('The server cannot be reached.');
    broken = false;
    const loaded = page.waitForEvent('load');
    await failure.getByRole('button', { name: 'Try again' }).click();
    await loaded;
    await takenOver(page);
    await expect(page).toHaveURL(address);
    await button.click();
    await expect(page.locator('.place-options').first()).toBeVisible();
  });

  test('a page that is lost with its network stays, and says so', async ({ page }) => {
    await page.route(/\/assets\/methods-page-/, (route) => route.abort());
    await open(page, '/?measure=detentions');
    await page.route(/.*/, (route) => route.abort());
    await page.getByRole('link', { name: 'Methods' }).click();
    const failure = page.getByRole('alert');
    await expect(failure).toContainText('The server cannot be reached.');
    await failure.getByRole('button', { name: 'Try again' }).click();
    await expect(failure).toContainText('The server cannot be reached.');
  });
});

test('cities are searched and chosen with the keys alone, and Esc gives the focus back', async ({ page }) => {
  await open(page, '/?measure=detentions');
  const button = page.getByRole('button', { name: /^Places:/ });
  await button.press('Enter');
  const search = page.getByRole('searchbox', { name: 'Search by any name' });
  await expect(search).toBeFocused();
  await page.keyboard.type('alma-a');
  await page.keyboard.press('ArrowDown');
  const almaty = page.getByRole('checkbox', { name: 'Almaty', exact: true });
  await expect(almaty).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL('/?measure=detentions&place=almaty&by=place');
  await expect(almaty).toBeChecked();
  await page.keyboard.press('ArrowUp');
  await expect(search).toBeFocused();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type('алматы');
  await expect(search).toHaveValue('алматы');
  await expect(page).toHaveURL('/?measure=detentions&place=almaty&by=place');
  await expect(almaty).toBeChecked();
  await search.fill('');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('End');
  await expect(page.getByRole('checkbox').last()).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(button).toBeFocused();
});
