import type { Page } from '@playwright/test';
import { violations } from './axe.ts';
import { expect, open, test, visit } from './page.ts';

const dialog = (page: Page) => page.getByRole('dialog', { name: 'Share' });
const snippet = (page: Page) => dialog(page).locator('.share-snippet').first();
const form = (page: Page, name: string) => dialog(page).getByRole('button', { name, exact: true });

/** Opens the dialog of an address. */
async function share(page: Page, address: string): Promise<void> {
  await open(page, address);
  await page.getByRole('button', { name: 'Share' }).click();
  await expect(snippet(page)).toBeVisible();
}

test('each form is copied as it is shown, and that it was is said', async ({ page, baseURL }) => {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await share(page, '/?measure=detentions&place=almaty&open=detentions');
  for (const [name, begins] of [
    ['Link', `${baseURL}/?measure=detentions&place=almaty&by=place&chart=bar&lang=en`],
    ['Iframe', `<iframe src="${baseURL}/embed?measure=detentions&amp;place=almaty`],
    ['Script', `<script src="${baseURL}/embed.js" async></script>`],
    ['Markdown', '[![At least about 15 detentions in Almaty'],
    ['HTML', '<figure>'],
    ['LaTeX', `% detentions-in-almaty-by-city.pdf: ${baseURL}/chart.pdf?measure=detentions`],
  ] as const) {
    await form(page, name).click();
    await expect(form(page, name)).toHaveAttribute('aria-pressed', 'true');
    await expect(snippet(page)).toContainText(begins);
    await form(page, `Copy: ${name}`).click();
    await expect(dialog(page).getByRole('status').first()).toHaveText('Copied.');
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied).toBe(await snippet(page).textContent());
  }
  for (const [style, begins] of [
    ['BibTeX', '@misc{'],
    ['CSL-JSON', '['],
    ['APA', 'Article 21'],
  ] as const) {
    await form(page, style).click();
    await form(page, `Copy: ${style}`).click();
    await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toContain(begins);
  }
});

test('a frozen link names its version and opens the same numbers, a live one follows the data', async ({
  page,
}) => {
  await share(page, '/?measure=detentions&place=almaty');
  await expect(dialog(page).getByRole('radio', { name: /^Live/ })).toBeChecked();
  await expect(snippet(page)).not.toContainText('snapshot');
  await dialog(page)
    .getByRole('radio', { name: /^Frozen/ })
    .check();
  await expect(snippet(page)).toContainText(/&snapshot=\d{4}-\d\d-\d\d-[0-9a-f]{16}$/);
  const link = (await snippet(page).textContent()) ?? '';
  await visit(page, link);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    /^At least about 15\sdetentions in Almaty/,
  );
  await page.getByRole('button', { name: 'Share' }).click();
  await expect(dialog(page).getByRole('radio', { name: /^Frozen/ })).toBeChecked();
});

test('a figure is frozen unless a reader wants its link live; its picture is that of its sentence in both cases', async ({
  page,
}) => {
  await share(page, '/?measure=detentions&place=almaty');
  const live = dialog(page).getByRole('radio', { name: /^Live/ });
  for (const name of ['Markdown', 'HTML', 'LaTeX']) {
    await form(page, name).click();
    await expect(live).not.toBeChecked();
  }
  await form(page, 'Iframe').click();
  await expect(live).toBeChecked();
  await form(page, 'HTML').click();
  await live.check();
  await expect(snippet(page)).toContainText(
    /<a href="[^"]*lang=en">.*<img src="[^"]*chart\.svg[^"]*snapshot=/,
  );
});

test('it is opened, used and closed with the keyboard alone, and gives the focus back', async ({ page }) => {
  await open(page, '/?measure=detentions');
  const button = page.getByRole('button', { name: 'Share' });
  await button.focus();
  await page.keyboard.press('Enter');
  await expect(snippet(page)).toBeVisible();
  for (let presses = 0; presses < 8; presses++) {
    await page.keyboard.press('Tab');
    if (await form(page, 'Iframe').evaluate((it) => it === document.activeElement)) break;
  }
  await page.keyboard.press('Enter');
  await expect(snippet(page)).toContainText('<iframe');
  await page.keyboard.press('Escape');
  await expect(dialog(page)).toHaveCount(0);
  await expect(button).toBeFocused();
  await expect(page).toHaveURL('/?measure=detentions');
});

test('the files are there, at the scale that they promise', async ({ page, request }) => {
  await share(page, '/?measure=detentions');
  const file = async (name: string) =>
    (await dialog(page).getByRole('link', { name, exact: true }).getAttribute('href')) ?? '';
  const svg = await request.get(await file('SVG'));
  expect(svg.headers()['content-type']).toContain('image/svg+xml');
  const widthOf = async (name: string) =>
    (await (await request.get(await file(name))).body()).readUInt32BE(16);
  expect(await widthOf('PNG 3×')).toBe(3 * (await widthOf('PNG 1×')));
  expect(await file('PDF')).toContain('/chart.pdf?measure=detentions');
  expect(await file('Slide (PPTX)')).toContain('/chart.pptx?measure=detentions');
});

test('what will be embedded is shown at three widths, in a frame without rights of its own', async ({
  page,
}) => {
  await page.setViewportSize({ width: 1280, height: 900 });
  await share(page, '/?measure=detentions&place=almaty');
  const frame = dialog(page).locator('iframe');
  for (const width of ['320', '600', '900']) {
    await form(page, width).click();
    await expect(frame).toHaveAttribute('width', width);
    await expect.poll(async () => (await frame.boundingBox())?.width).toBe(Number(width));
    await expect(frame.contentFrame().locator('.chart > svg:visible')).toHaveCount(1);
  }
  await expect(frame).toHaveAttribute('src', /\/embed\?measure=detentions&place=almaty/);
  await expect(frame).toHaveAttribute('sandbox', 'allow-scripts allow-popups allow-popups-to-escape-sandbox');
  await expect(frame.contentFrame().getByRole('heading')).toHaveText(
    /^At least about 15\sdetentions in Almaty/,
  );
});

test('title, language, colours, size and controls are keys of the addresses, and the preview shows them', async ({
  page,
  request,
}) => {
  await share(page, '/?measure=detentions&place=almaty');
  const looks = dialog(page).getByRole('region', { name: 'How it looks' });
  const frame = dialog(page).locator('iframe');
  await looks.getByRole('textbox', { name: 'Title' }).fill('Taken from the square');
  await looks.getByRole('button', { name: 'Русский' }).click();
  await looks.getByRole('button', { name: 'Dark' }).click();
  await looks.getByRole('checkbox').check();
  const all = 'lang=ru&theme=dark&title=Taken\\+from\\+the\\+square';
  await expect(snippet(page)).toContainText(new RegExp(`/\\?.*&${all}$`));
  await expect(frame).toHaveAttribute('src', new RegExp(`/embed\\?.*&${all}&controls=1$`));
  const embed = frame.contentFrame();
  await expect(embed.getByRole('heading', { level: 1 })).toHaveText('Taken from the square');
  await expect(embed.locator('html')).toHaveAttribute('lang', 'ru');
  await expect(embed.locator('form')).toBeVisible();
  await form(page, 'Iframe').click();
  await expect(snippet(page)).toContainText('controls=1');
  await form(page, 'HTML').click();
  // In the language of what is taken, whichever the page has.
  await expect(snippet(page)).toContainText('Источник');
  const picture = dialog(page).locator('.share-picture');
  await expect(picture).toBeVisible();
  await looks.getByRole('button', { name: 'Card 1200 × 630' }).click();
  await expect(snippet(page)).toContainText('width=1200&amp;height=630');
  await expect(snippet(page)).toContainText('width="1200" height="630"');
  await expect.poll(() => picture.evaluate((it) => (it as HTMLImageElement).naturalHeight)).toBe(630);
  await looks.getByRole('textbox', { name: 'Width' }).fill('12');
  await expect(looks.getByText('A picture is 320 to 2,000 pixels wide.')).toBeVisible();
  await expect(snippet(page)).toContainText('width="1200" height="630"');
  await looks.getByRole('textbox', { name: 'Width' }).fill('800');
  await looks.getByRole('textbox', { name: 'Height' }).fill('');
  await expect(snippet(page)).toContainText(/chart\.svg[^"]*&amp;width=800"/);
  const png = await dialog(page).getByRole('link', { name: 'PNG 2×' }).getAttribute('href');
  expect((await (await request.get(png ?? '')).body()).readUInt32BE(16)).toBe(1600);
  // What pictures cannot write they go without, and that is said.
  await looks.getByRole('textbox', { name: 'Title' }).fill('عنوان');
  await expect(looks.getByText('Pictures do not have these letters')).toBeVisible();
  await expect(snippet(page)).not.toContainText(/chart\.svg[^"]*title=/);
  await expect(dialog(page).getByRole('alert')).toHaveCount(0);
  expect(await violations(page)).toEqual([]);
});

test('a hostile title is text in the dialog and in whatever is pasted', async ({ page }) => {
  const title = `"><img src=x onerror="window.__pwn=1"></figure><script>window.__pwn=2</script>`;
  await share(page, `/?measure=detentions&title=${encodeURIComponent(title)}`);
  expect(await dialog(page).locator('img, script').count()).toBe(0);
  for (const name of ['Iframe', 'Script', 'HTML']) {
    await form(page, name).click();
    const html = (await snippet(page).textContent()) ?? '';
    const pasted = await page.evaluate((text) => {
      const parsed = new DOMParser().parseFromString(text, 'text/html');
      const named = [...parsed.querySelectorAll('[title], [alt]')].map(
        (it) => it.getAttribute('title') ?? it.getAttribute('alt'),
      );
      return { tags: [...parsed.querySelectorAll('*')].map((it) => it.localName), named };
    }, html);
    expect(pasted.tags.filter((tag) => tag === 'img').length).toBe(name === 'HTML' ? 1 : 0);
    expect(pasted.tags.filter((tag) => tag === 'script').length).toBe(name === 'HTML' ? 0 : 1);
    for (const text of pasted.named) expect(text).toBe(title);
  }
  expect(await page.evaluate(() => (window as unknown as { __pwn?: number }).__pwn)).toBeUndefined();
});

for (const [width, lang, theme] of [
  [1280, 'en', 'light'],
  [768, 'ru', 'dark'],
  [320, 'kk', 'light'],
] as const)
  test(`it has no fault that axe finds and breaks no layout at ${width} px, ${lang}, ${theme}`, async ({
    page,
  }) => {
    await page.setViewportSize({ width, height: 800 });
    await page.emulateMedia({ colorScheme: theme });
    await open(page, `/?lang=${lang}`);
    await page.locator('.view-actions [aria-haspopup]').click();
    const opened = page.getByRole('dialog');
    await expect(opened.locator('iframe')).toBeVisible();
    expect(await violations(page)).toEqual([]);
    const { overflow, small } = await opened.evaluate((it) => ({
      overflow: it.scrollWidth - it.clientWidth,
      small: [...it.querySelectorAll('button, .button, label')]
        .map((el) => el.getBoundingClientRect())
        .filter((box) => box.height < 24 || box.width < 24).length,
    }));
    expect({ overflow, small }).toEqual({ overflow: 0, small: 0 });
  });
