import { colourViolations, violations } from './axe.ts';
import { atRest, expect, open, test, visit } from './page.ts';

const addresses = {
  'the front page': '/',
  'a chart over time': '/?measure=fines&chart=line&by=period',
  'the evidence': '/?measure=detentions&open=detentions&at=almaty',
  'a notice': '/?measure=detentions&place=atlantis',
  'an empty answer': '/?measure=detentions&place=taraz',
  'a source': '/sources/kibhr-iphr-nhc-2012?record=2012-04-28-almaty-detention-1',
  'the sources': '/sources',
  'the methods': '/methods',
  'the data': '/data',
  'a record': '/records/2012-04-28-almaty-detention-1',
  'a search': '/search?q=almaty',
};

for (const [name, address] of Object.entries(addresses))
  test(`${name} has no fault that axe finds, light and dark, and what can be pressed on it is 24 px high and wide`, async ({
    page,
  }) => {
    await page.emulateMedia({ colorScheme: 'light' });
    await visit(page, address);
    await expect(page.locator('main :is(h1, .record-title)').first()).toBeVisible();
    await atRest(page);
    expect(await violations(page)).toEqual([]);
    await page.emulateMedia({ colorScheme: 'dark' });
    await atRest(page);
    expect(await colourViolations(page)).toEqual([]);
    await page.setViewportSize({ width: 375, height: 800 });
    await atRest(page);
    await expect.poll(() => page.evaluate(smallTargets)).toEqual([]);
  });

for (const width of [320, 768])
  test(`evidence over the page, the filters and the chart have no fault that axe finds at ${width} px`, async ({
    page,
  }) => {
    await page.setViewportSize({ width, height: 800 });
    await open(page, '/?measure=detentions&open=detentions&at=almaty');
    await expect(page.getByRole('dialog').getByRole('article').first()).toBeVisible();
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await expect(page).toHaveURL('/?measure=detentions');
    await page.locator('.filter').first().click();
    expect(await violations(page)).toEqual([]);
    const overflow = () =>
      page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    await expect.poll(overflow).toBeLessThanOrEqual(0);
  });

/** Links in a sentence are as high as its line; a label is pressed for what it names; what is hidden is not pressed. */
function smallTargets(): string[] {
  const all = [...document.querySelectorAll('a, button, input, select, summary, textarea')];
  const inText = 'p:not([class]), blockquote, .reading, .hidden, .skip';
  return all.flatMap((element) => {
    const { width, height } = (element.closest('label') ?? element).getBoundingClientRect();
    const unseen = width <= 1 || height <= 1 || element.getAttribute('tabindex') === '-1';
    if (unseen || element.closest(inText) || Math.min(width, height) >= 24) return [];
    return [`${element.outerHTML.slice(0, 80)} ${width} × ${height}`];
  });
}

test('a mark that is walked to is in the window, however high the chart is', async ({ page }) => {
  await page.setViewportSize({ width: 900, height: 320 });
  await open(page, '/?measure=rejected_applications&by=place');
  await page.locator('.chart-walk').focus();
  for (const key of ['End', 'Home']) {
    await page.keyboard.press(key);
    await expect(page.locator('.chart-ring')).toBeInViewport({ ratio: 1 });
    await expect(page.locator('.chart-tip')).toBeInViewport({ ratio: 1 });
  }
});

test('from the skip link to a quotation with the keyboard alone', async ({ page }) => {
  await open(page, '/?measure=detentions');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'Skip to the content' })).toBeFocused();
  await page.keyboard.press('Enter');
  const chart = page.locator('.chart-walk');
  // Four filters, two that take them off, three ways to choose a chart, four things to do with the view, its records,
  // the three signs of the key, and then the chart.
  for (
    let presses = 0;
    presses < 18 && !(await chart.evaluate((it) => it === document.activeElement));
    presses++
  )
    await page.keyboard.press('Tab');
  await expect(chart).toBeFocused();
  await page.keyboard.press('ArrowRight');
  await expect(page.locator('.chart-ring')).toBeVisible();
  await expect(page.locator('figure [aria-live]')).toHaveText(/Almaty.*15/);
  await page.keyboard.press('ArrowRight');
  await expect(page.locator('figure [aria-live]')).toHaveText(/city not stated/);
  await page.keyboard.press('Home');
  await page.keyboard.press('Enter');
  const heading = page.getByRole('heading', { name: 'Records behind this number' });
  await expect(heading).toBeFocused();
  const link = page.getByRole('link', { name: 'Read in the source' }).first();
  for (
    let presses = 0;
    presses < 4 && !(await link.evaluate((it) => it === document.activeElement));
    presses++
  )
    await page.keyboard.press('Tab');
  await expect(link).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(page).toHaveURL('/?measure=detentions');
  await expect(chart).toBeFocused();
  await page.keyboard.press('Home');
  await page.keyboard.press('Enter');
  await expect(heading).toBeFocused();
  for (
    let presses = 0;
    presses < 4 && !(await link.evaluate((it) => it === document.activeElement));
    presses++
  )
    await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(page.locator('.passage[data-current]').first()).toBeInViewport();
});

test('everything that can be pressed is at least 24 pixels in size', async ({ page }) => {
  await page.setViewportSize({ width: 375, height: 800 });
  await open(page, '/');
  const small = await page.evaluate(() =>
    [...document.querySelectorAll('button, input, summary, .header a, .open-records')]
      .filter((it) => it.checkVisibility())
      // The label of a box is pressed like the box itself.
      .map((it) => (it instanceof HTMLInputElement && it.closest('label')) || it)
      .map((it) => ({ text: it.textContent, ...it.getBoundingClientRect().toJSON() }))
      .filter(({ height, width }) => height < 24 || width < 24)
      .map(({ text, width, height }) => `${text} ${width}×${height}`),
  );
  expect(small).toEqual([]);
});
