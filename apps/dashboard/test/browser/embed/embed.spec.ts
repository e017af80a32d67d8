import type { Frame, Page } from '@playwright/test';
import { article, expect, fits, type Host, iframe, test } from './host.ts';

/** Puts an embed into an article, in the sandbox that the share dialog gives it. */
async function embedded(page: Page, host: Host, src: string): Promise<Frame> {
  await page.goto(host.put('/article', article(iframe(src))));
  const frame = await (await page.locator('iframe').elementHandle())?.contentFrame();
  if (!frame) throw new Error('there is no frame');
  await frame.locator('.embed.ready').waitFor();
  return frame;
}

async function wakeUp(frame: Frame): Promise<void> {
  await frame.locator('.chart').hover({ position: { x: 120, y: 20 } });
  await frame.locator('.chart.is-live').waitFor();
}

/** Points at a mark: over its words lies what is sensitive to a pointer. */
async function turnTo(page: Page, frame: Frame, name: string): Promise<void> {
  const box = await frame.locator('.chart-canvas text', { hasText: name }).first().boundingBox();
  if (!box) throw new Error(`the chart shows no ${name}`);
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
}

test('an embed in a sandbox without an origin becomes live when a reader points at it, and asks only its own site', async ({
  page,
  host,
  baseURL,
}) => {
  const frame = await embedded(page, host, `${baseURL}/embed?measure=detentions&by=place`);
  expect(await frame.evaluate(() => window.origin)).toBe('null');
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  await wakeUp(frame);
  expect(asked.some((path) => path.startsWith('/assets/embed-start'))).toBe(true);
  await turnTo(page, frame, 'Almaty');
  await expect(frame.locator('.chart-tip')).toHaveText(/^Almaty: at least about 15\sdetentions/);
  await expect(frame.locator('.chart > svg').first()).toBeHidden();
});

test.describe('in a page that is isolated from other origins', () => {
  test.use({ allowed: [/status of 400/] });

  test('a chart is shown and becomes live, its image and its element too, and so is its refusal', async ({
    page,
    host,
    baseURL,
  }) => {
    const src = `${baseURL}/embed?measure=detentions&by=place`;
    const others =
      `<img src="${baseURL}/chart.png?by=place" alt=""><script src="${baseURL}/embed.js" crossorigin async></script>` +
      `<article21-chart src="${src}"><a href="${baseURL}/">Detentions</a></article21-chart>`;
    await page.goto(host.put('/isolated', article(iframe(src) + others), true));
    expect(await page.evaluate(() => window.crossOriginIsolated)).toBe(true);
    const frame = await (await page.locator('iframe').first().elementHandle())?.contentFrame();
    if (!frame) throw new Error('there is no frame');
    await frame.locator('.embed.ready').waitFor();
    await wakeUp(frame);
    await expect(page.frameLocator('article21-chart iframe').locator('h1')).toContainText('detentions');
    expect(await page.locator('img').evaluate((it: HTMLImageElement) => it.naturalWidth)).toBeGreaterThan(0);
    await page.goto(host.put('/refused', article(iframe(`${baseURL}/embed?measure=x`)), true));
    await expect(page.frameLocator('iframe').locator('.embed')).toContainText('could not be read (measure)');
  });
});

test('a mark that is pressed shows its records and the words of its sources, and Escape puts them away', async ({
  page,
  host,
  baseURL,
}) => {
  const frame = await embedded(page, host, `${baseURL}/embed?measure=detentions&by=place`);
  await wakeUp(frame);
  await turnTo(page, frame, 'Almaty');
  await page.mouse.down();
  await page.mouse.up();
  const evidence = frame.locator('.evidence');
  await expect(evidence.locator('blockquote').first()).not.toBeEmpty();
  await expect(evidence.locator('mark', { hasText: 'about ten people' })).toBeVisible();
  const link = evidence.getByRole('link', { name: 'Link to this record' }).first();
  expect(await link.getAttribute('href')).toMatch(/^\/records\/[\w-]+\?lang=en&snapshot=/);
  await expect(evidence.getByRole('heading', { level: 2 })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(evidence).toHaveCount(0);
  await expect(frame.locator('.chart-walk')).toBeFocused();
});

test('the keyboard alone wakes an embed, walks its marks and opens their records', async ({
  page,
  baseURL,
}) => {
  await page.goto(`${baseURL}/embed?measure=detentions&by=place&lang=ru`);
  await page.locator('.embed.ready').waitFor();
  await page.keyboard.press('Tab');
  await page.locator('.chart.is-live').waitFor();
  await page.keyboard.press('ArrowDown');
  await expect(page.locator('.chart-tip')).toHaveText(/^Алматы: около 15\sи более задержаний/);
  await expect(page.locator('.chart-ring')).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page.locator('.evidence article').first()).toContainText('Алматы');
});

test.describe('what readers choose', () => {
  test.use({ allowed: [/status of 400/] });

  test('controls change number, chart and table together, without leaving the frame', async ({
    page,
    host,
    baseURL,
  }) => {
    const frame = await embedded(page, host, `${baseURL}/embed?measure=detentions&by=place&controls=1`);
    await expect(frame.getByRole('button', { name: 'Apply' })).toBeHidden();
    // Sooner than the program that listens has come.
    await frame.getByLabel('Measure').focus();
    await frame.getByLabel('Measure').selectOption('rejected_applications');
    await expect(frame.getByRole('heading', { level: 1 })).toHaveText(/^At least 12\srejected applications/);
    await expect(frame.locator('.chart.is-live')).toBeVisible();
    await expect(frame.getByLabel('Measure')).toBeFocused();
    const city = frame.locator('select[name=place]');
    await city.selectOption({ label: 'Astana' });
    await expect(frame.getByRole('heading', { level: 1 })).toContainText('Astana');
    const [from, to] = [frame.locator('input[name=from]'), frame.locator('input[name=to]')];
    await expect(from).toHaveAttribute('placeholder', 'yyyy-mm-dd');
    await from.fill('2012-06-01');
    await from.press('Enter');
    await expect(frame.locator('.embed[aria-busy]')).toHaveCount(0);
    await to.fill('2012-05-01');
    await to.press('Enter');
    await expect(frame.locator('.hint')).toContainText('could not be read (from)');
    await expect(city).toHaveValue('astana');
  });
});

test.describe('where the network fails', () => {
  test.use({ allowed: [/Failed to load resource|ERR_FAILED|fetch/i] });

  test('the drawn chart stays, it is said, and the next attempt makes it live', async ({ page, baseURL }) => {
    await page.route('**/api/v1/places*', (route) => route.abort());
    await page.goto(`${baseURL}/embed?measure=detentions&by=place`);
    await page.locator('.embed.ready').waitFor();
    await page.locator('.chart').hover();
    await expect(page.locator('.hint')).toHaveText('This could not be loaded.');
    await expect(page.locator('.chart > svg:visible')).toHaveCount(1);
    await page.unroute('**/api/v1/places*');
    await page.mouse.move(0, 0);
    await page.locator('.chart').hover();
    await expect(page.locator('.chart.is-live')).toBeVisible();
  });
});

for (const [lang, sentence] of [
  ['en', 'At least about 15 detentions'],
  ['ru', 'около 15 и более задержаний'],
  ['kk', 'шамамен 15 ұсталған адам'],
] as const)
  test(`without scripts an embed is complete in ${lang}, from 320 to 1200 pixels, light and dark`, async ({
    browser,
    baseURL,
  }) => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(`${baseURL}/embed?measure=detentions&by=place&lang=${lang}`);
    await expect(page.getByRole('heading', { level: 1 })).toContainText(sentence);
    await expect(page.locator('footer')).toContainText('IPHR');
    await expect(page.locator('footer a')).toHaveAttribute('href', /\/\?measure=detentions.*snapshot=/);
    for (const width of [320, 375, 600, 900, 1200])
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.setViewportSize({ width, height: 600 });
        await page.emulateMedia({ colorScheme });
        await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
        const drawings = page.locator('.chart > svg:visible');
        await expect(drawings).toHaveCount(1);
        const box = await drawings.boundingBox();
        const laidOut = Number(await drawings.getAttribute('width'));
        expect(box?.x).toBeGreaterThanOrEqual(0);
        expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(width);
        // Letters of 12 pixels are never shown smaller than 10.
        expect((box?.width ?? 0) / laidOut).toBeGreaterThan(0.85);
        await expect(page.locator('footer')).toBeVisible();
      }
    await context.close();
  });

test('paper has the drawing and not what is live, on white', async ({ page, baseURL }) => {
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.goto(`${baseURL}/embed?measure=detentions&by=place&controls=1`);
  await page.locator('.embed.ready').waitFor();
  await page.locator('.chart').hover();
  await page.locator('.chart.is-live').waitFor();
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('.chart > svg:visible')).toHaveCount(1);
  await expect(page.locator('.live')).toBeHidden();
  await expect(page.locator('.controls')).toBeHidden();
});

test.describe('a chart that cannot be shown', () => {
  test.use({ allowed: [/status of 40[04]/] });

  test('says so in its frame, in the language that was asked for', async ({ page, host, baseURL }) => {
    for (const [query, sentence] of [
      ['measure=x', 'could not be read (measure)'],
      ['snapshot=2001-01-01-0123456789abcdef&lang=ru', 'Эта версия данных здесь не хранится'],
    ]) {
      await page.goto(host.put('/article', article(iframe(`${baseURL}/embed?${query}`))));
      await expect(page.frameLocator('iframe').locator('.embed')).toContainText(sentence ?? '');
      await fits(page);
    }
  });
});

test('the selection of nothing says that this is not the number zero', async ({ page, host, baseURL }) => {
  const frame = await embedded(page, host, `${baseURL}/embed?measure=detentions&place=taraz&by=place`);
  await expect(frame.locator('.sentences')).toContainText('That does not mean that nothing happened');
  await wakeUp(frame);
});
