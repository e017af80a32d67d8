import type { Page } from '@playwright/test';
import { dayIn, expect, open, test, typeDay } from './page.ts';

const pressed = (page: Page) => page.locator('.chart-canvas').getAttribute('aria-label');

test('every chart can be chosen, is in the address and drawn from an answer that suits it', async ({
  page,
}) => {
  await open(page, '/?measure=detentions');
  for (const [name, address] of [
    ['Map', '/?measure=detentions&by=place&chart=map'],
    ['Heat map', '/?measure=detentions&by=place,period&chart=heatmap'],
    ['Calendar', '/?measure=detentions&by=period&chart=calendar'],
    ['City by city', '/?measure=detentions&by=place,period&chart=multiples'],
    ['Stacked by city', '/?measure=detentions&by=place,period&chart=stacked'],
    ['Stages', '/?measure=detentions&chart=funnel'],
  ] as const) {
    await page.getByRole('button', { name: /^Chart:/ }).click();
    await page.getByRole('radio', { name: new RegExp(`^${name}`) }).check();
    await page.keyboard.press('Escape');
    await expect(page).toHaveURL(address);
    await expect.poll(() => pressed(page)).toContain(name);
    await expect(page.getByRole('button', { name: `Chart: ${name}` })).toBeVisible();
  }
  await page.goBack();
  await expect.poll(() => pressed(page)).toContain('Stacked by city');
});

test('the stages bring their measures, and take them away again', async ({ page }) => {
  await open(page, '/');
  await page.getByRole('button', { name: /^Chart:/ }).click();
  await page.getByRole('radio', { name: /^Stages/ }).check();
  await expect(page).toHaveURL(/measure=rejected_applications,detentions,.*people_fined.*chart=funnel/);
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'By city', exact: true }).click();
  await expect(page).toHaveURL('/?by=place&chart=bar');
});

test('the outlines of countries are asked for only by a map', async ({ page }) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  const outlines = () => asked.filter((url) => /\/outlines(\.json)?(\?|$)/.test(url));
  await open(page, '/?measure=detentions');
  expect(outlines()).toEqual([]);
  await open(page, '/?measure=rejected_applications&chart=map');
  await expect(page.locator('.chart-canvas svg')).toContainText('Almaty');
  expect(outlines()).toHaveLength(1);
});

test('a chart that does not exist, or does not suit what a link asks for, is explained', async ({ page }) => {
  await open(page, '/?measure=detentions&chart=pie');
  await expect(page.locator('.notice')).toContainText('“pie” is not known (chart)');
  await expect(page.locator('.notice')).toContainText('heatmap');
  await open(page, '/?measure=detentions&chart=map&by=period');
  await expect(page.locator('.notice')).toHaveText('“Map” is drawn only by place.');
  await open(page, '/?measure=detentions&chart=map&place=almaty');
  await page.locator('.notice').getByRole('button', { name: 'By city' }).click();
  await expect(page).toHaveURL('/?measure=detentions&place=almaty&by=place&chart=bar');
  await expect(page.locator('.notice')).toHaveCount(0);
  await page.getByRole('button', { name: /^Chart:/ }).click();
  await expect(page.getByRole('radio', { name: /^Map/ })).toBeDisabled();
  await expect(page.locator('.option', { hasText: 'Map' }).last()).toContainText('needs several places');
});

test('phase and basis are under More', async ({ page }) => {
  await open(page, '/?measure=detentions');
  await page.getByRole('button', { name: 'Phase, Type of data: More filters' }).click();
  await page.getByRole('checkbox', { name: 'after the assembly', exact: true }).check();
  await page.getByRole('checkbox', { name: 'not stated' }).check();
  await expect(page).toHaveURL('/?measure=detentions&phase=after,unstated&by=place');
  await page.getByRole('radio', { name: 'summary figures' }).check();
  await expect(page).toHaveURL('/?measure=detentions&phase=after,unstated&basis=summary&by=place');
  await page.getByRole('button', { name: 'Any phase' }).click();
  await expect(page).toHaveURL('/?measure=detentions&basis=summary&by=place');
  await page.keyboard.press('Escape');
  const more = page.getByRole('button', { name: 'Phase, Type of data: More filters' });
  await expect(more).toBeFocused();
  // What takes the choice back goes with it; the keys go on from what stood before it.
  await page.keyboard.press('Tab');
  await expect(page.getByRole('button', { name: 'Reset: Type of data, summary figures' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL('/?measure=detentions&by=place');
  await expect(more).toBeFocused();
});

test('a region takes in its cities, and shows it', async ({ page }) => {
  await open(page, '/?measure=rejected_applications');
  await page.getByRole('button', { name: /^Places:/ }).focus();
  await page.keyboard.press('Enter');
  await expect(page.locator('.place-options').first()).toBeVisible();
  await expect(page.getByRole('searchbox')).toBeFocused();
  await page.keyboard.type('almaty region');
  await expect(page).toHaveURL('/?measure=rejected_applications');
  const options = page.locator('.place-options .option');
  await expect(options).toHaveText([/^Almaty Region/]);
  await page.keyboard.press('ArrowDown');
  await expect(options.getByRole('checkbox')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL('/?measure=rejected_applications&place=almaty-region&by=place');
  await page.getByRole('searchbox').fill('');
  const within = options.filter({ hasText: 'in Almaty Region' }).first().getByRole('checkbox');
  await expect(within).toBeChecked();
  await expect(within).toBeDisabled();
  await page.getByRole('button', { name: 'All places', exact: true }).click();
  await expect(page).toHaveURL('/?measure=rejected_applications&by=place');
  await page.getByRole('searchbox').fill('region');
  await page.getByRole('button', { name: /^Choose all \d+ found/ }).click();
  await expect(page).toHaveURL(/place=(\w[\w-]*-region,?)+&by=place/);
});

test('two thousand places are searched, and never drawn all at once', async ({ page }) => {
  await page.route('**/api/v1/places*', async (route) => {
    const answer = await (await route.fetch()).json();
    const [, model] = answer.places;
    const many = Array.from({ length: 2000 }, (_, i) => ({
      ...{ ...model, id: `town-${i}`, kind: 'city', parent: null, aliases: [`Oldname ${i}`] },
      ...{ name_en: `Town ${i}`, name_ru: `Город ${i}`, name_kk: `Қала ${i}` },
    }));
    await route.fulfill({ json: { ...answer, places: [...answer.places, ...many] } });
  });
  await open(page, '/?measure=detentions');
  await page.getByRole('button', { name: /^Places:/ }).click();
  await expect(page.getByText(/^100\sof 2,0\d\d are shown/)).toBeVisible();
  const options = page.locator('.place-options .option');
  await expect(options).toHaveCount(100);
  await page.getByRole('searchbox').fill('oldname 1999');
  await expect(options).toHaveCount(1);
  await page.getByRole('searchbox').fill('town');
  await expect(page.getByText('No link can hold so many')).toBeVisible();
});

test('the period is brushed by pointer and by keys, and each release is one step back', async ({ page }) => {
  await open(page, '/?measure=detentions');
  await page.getByRole('button', { name: /^Period:/ }).click();
  const begin = page.getByRole('slider', { name: 'Beginning of the period' });
  const end = page.getByRole('slider', { name: 'End of the period' });
  const whole = await end.getAttribute('aria-valuetext');
  const length = await page.evaluate(() => history.length);
  await begin.focus();
  await page.keyboard.press('ArrowRight');
  await expect(page).toHaveURL(/from=\d{4}-\d\d-01&to=\d{4}-\d\d-\d\d/);
  const from = new URL(page.url()).searchParams.get('from') ?? '';
  await expect.poll(() => dayIn(page, 'From')).toBe(from.split('-').reverse().join('/'));
  expect(await page.evaluate(() => history.length)).toBe(length + 1);
  await expect(end).toHaveAttribute('aria-valuetext', whole ?? '');
  const columns = await page.locator('.overview-columns').boundingBox();
  if (!columns) throw new Error('there is no overview');
  const y = columns.y + columns.height / 2;
  await page.mouse.move(columns.x + 2, y);
  await page.mouse.down();
  for (const part of [0.1, 0.2, 0.3, 0.4]) await page.mouse.move(columns.x + columns.width * part, y);
  expect(await page.evaluate(() => history.length)).toBe(length + 1);
  await page.mouse.up();
  await expect(page).not.toHaveURL(new RegExp(`from=${from}`));
  expect(await page.evaluate(() => history.length)).toBe(length + 2);
  await page.goBack();
  await expect(page).toHaveURL(new RegExp(`from=${from}`));
  await expect.poll(() => dayIn(page, 'From')).toBe(from.split('-').reverse().join('/'));
  await page.goBack();
  await expect(page).toHaveURL('/?measure=detentions');
});

test('who chooses a period by keys stays where the keys are', async ({ page }) => {
  await open(page, '/?measure=detentions');
  await page.getByRole('button', { name: /^Period:/ }).click();
  const begin = page.getByRole('slider', { name: 'Beginning of the period' });
  await begin.focus();
  for (const from of ['2012-05-01', '2012-06-01']) {
    await page.keyboard.press('ArrowRight');
    await expect(page).toHaveURL(new RegExp(`from=${from}&to=2012-08-31`));
    await expect.poll(() => dayIn(page, 'From')).toBe(from.split('-').reverse().join('/'));
    await expect(begin).toBeFocused();
  }
  await page.keyboard.press('Home');
  await expect(page).toHaveURL('/?measure=detentions&by=place');
  await expect(begin).toBeFocused();
  await expect.poll(() => dayIn(page, 'From')).toBe('//');
  await typeDay(page, 'From', '01052012');
  await typeDay(page, 'To', '31052012');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/from=2012-05-01&to=2012-05-31/);
  await expect(page.getByRole('spinbutton', { name: /year/ }).last()).toBeFocused();
  const apply = page.getByRole('button', { name: 'Apply' });
  await typeDay(page, 'To', '01052012');
  await apply.focus();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/from=2012-05-01&to=2012-05-01/);
  await expect(apply).toBeFocused();
});

test('an automatic step goes along with the period, one of the reader’s own stays', async ({ page }) => {
  await open(page, '/?measure=detentions&chart=line&by=period');
  await page.getByRole('button', { name: /^Step:/ }).click();
  await page.getByRole('radio', { name: 'automatic: by week' }).check();
  await expect(page).toHaveURL('/?measure=detentions&by=period&every=week&chart=line');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: /^Period:/ }).click();
  await typeDay(page, 'From', '01012011');
  await typeDay(page, 'To', '31122012');
  await expect(page).toHaveURL('/?measure=detentions&by=period&every=week&chart=line');
  await page.getByRole('button', { name: 'Apply' }).click();
  await expect(page).toHaveURL('/?measure=detentions&from=2011-01-01&to=2012-12-31&by=period&chart=line');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: /^Step:/ }).click();
  await page.getByRole('radio', { name: 'by quarter' }).check();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: /^Period:/ }).click();
  await page.getByRole('button', { name: 'All dates', exact: true }).click();
  await expect(page).toHaveURL('/?measure=detentions&by=period&every=quarter&chart=line');
});

test('remarks of the data stand on the time of the chart', async ({ page }) => {
  await open(page, '/?measure=detentions&chart=line&by=period&every=day');
  await expect.poll(() => pressed(page)).toMatch(/28\sApril 2012: .*Disagreement/);
});
