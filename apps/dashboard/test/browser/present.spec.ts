import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { colourViolations, violations } from './axe.ts';
import { expect, open, test } from './page.ts';

/** A presentation as its link has it. */
function show(...rows: [query: string, title?: string, notes?: string][]): string {
  return `show=${Buffer.from(JSON.stringify(rows)).toString('base64url')}`;
}

const detentions: [string, string, string] = ['measure=detentions&by=place', '', 'Pause here.\nThen go on.'];
const fines: [string, string] = ['measure=fines&by=period&chart=line', 'What it cost'];
const almaty: [string] = ['measure=detentions&place=almaty&by=place'];
const three = show(detentions, fines, almaty);

const slide = (page: Page) => page.locator('.slide[data-current]');
const ready = (page: Page) =>
  expect(page.getByRole('status').filter({ hasText: 'ready offline' })).toBeVisible();

test('views are added, put in order, named and noted, and the link has them all', async ({ page }) => {
  await open(page, '/?measure=detentions');
  await page.getByRole('button', { name: 'Add to presentation' }).click();
  await expect(page.getByText('Added: 1 slide in the presentation.')).toBeVisible();
  await page.getByRole('button', { name: 'Over time' }).click();
  await expect(page.locator('.answer')).toHaveAttribute('aria-busy', 'false');
  await page.getByRole('button', { name: 'Add to presentation' }).click();
  await page.getByRole('link', { name: 'Presentation: 2 slides' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Presentation');
  const views = page.getByRole('list', { name: 'Presentation' }).getByRole('listitem');
  await expect(views).toHaveCount(2);
  await expect(views.first().getByRole('link')).toHaveText(/^At least about 15\sdetentions/);
  await expect(views.first().getByRole('link')).toHaveAttribute('href', /by=place/);

  await page.getByRole('button', { name: 'Move down: Slide 1' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByText('Slide 1 is now slide 2.')).toBeVisible();
  await expect(views.first().getByRole('link')).toHaveAttribute('href', /by=period/);
  await expect(page.getByRole('button', { name: 'Move up: Slide 2' })).toBeFocused();

  await views.first().getByLabel('Title (optional)').fill('How it went on');
  await views.first().getByLabel('Speaker notes').fill('Қысқа айту.');
  await page.getByRole('link', { name: 'Start', exact: true }).click();
  await expect(slide(page).getByText('How it went on')).toBeVisible();
  await page.keyboard.press('Escape');
  await page.reload();
  await expect(views.first().getByLabel('Speaker notes')).toHaveValue('Қысқа айту.');
  await page.getByRole('button', { name: 'Remove: Slide 2' }).click();
  await expect(views).toHaveCount(1);
});

test('a chart that is enlarged comes to rest, and is seen as a whole', async ({ page }) => {
  // In this room, the chart as large as it fits has a line more, and does not fit.
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto(`/present?${show(['measure=fines&by=period&chart=line', 'What it cost', 'Say this'])}`);
  await ready(page);
  const fitted = slide(page).locator('.fitted');
  await expect(fitted.locator('svg')).toBeVisible();
  const seen = await fitted.evaluate(async (room) => {
    const heights = new Set<number>();
    for (let frame = 0; frame < 90; frame++) {
      await new Promise(requestAnimationFrame);
      if (frame >= 45) heights.add(room.scrollHeight - room.clientHeight);
    }
    return [...heights];
  });
  expect(seen).toEqual([0]);
});

test('the whole presentation is saved as slides that can be edited', async ({ page }) => {
  await page.goto(`/presentation?${three}`);
  const download = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Save as slides (PPTX)' }).click();
  const slides = await readFile(await (await download).path());
  const names = [...slides.toString('latin1').matchAll(/ppt\/slides\/slide\d+\.xml/g)].map(([name]) => name);
  expect(new Set(names).size).toBe(3);
});

test('a presentation is shown by keyboard to its end, and its link keeps the place', async ({ page }) => {
  await page.goto(`/present?${three}`);
  await ready(page);
  const at = (n: number) => expect(page.locator('.present-progress')).toHaveText(`${n} of 3`);
  await at(1);
  await expect(slide(page).getByRole('heading', { level: 1 })).toHaveText(/^At least about 15\sdetentions/);
  await expect(slide(page).getByText('Source: Kazakhstan International Bureau')).toBeVisible();
  for (const [key, n] of [
    ['ArrowRight', 2],
    ['PageDown', 3],
    ['ArrowDown', 3],
    ['Home', 1],
    ['Space', 2],
    ['ArrowLeft', 1],
    ['End', 3],
    ['PageUp', 2],
  ] as const) {
    await page.keyboard.press(key);
    await at(n);
  }
  await expect(slide(page).getByText('What it cost')).toBeVisible();
  await expect(page).toHaveURL(/slide=2$/);
  await page.reload();
  await ready(page);
  await at(2);
  await page.keyboard.press('Escape');
  await expect(page).toHaveURL(/^[^?]*\/presentation\?show=/);
});

test('one or two numbers fill the slide, and lead to their quotations', async ({ page }) => {
  await page.goto(`/present?${show(almaty, detentions)}`);
  await ready(page);
  const numbers = slide(page).getByRole('listitem');
  await expect(numbers).toHaveText([/^≥\s≈\s15\+\s1\sreport without a number\s*Almaty · Detentions$/]);
  await page.keyboard.press('ArrowRight');
  await expect(numbers).toHaveText([
    /^≥\s≈\s15/,
    /^2\sreports without a numbercity not stated · Detentions$/,
  ]);
  await numbers.first().getByRole('button').click();
  await expect(page.getByRole('complementary', { name: 'Quotations' })).toBeFocused();
});

test('Q opens the quotations behind the chart, Esc closes them before it leaves', async ({ page }) => {
  await page.goto(`/present?${three}`);
  await ready(page);
  await page.keyboard.press('q');
  const quotations = page.getByRole('complementary', { name: 'Quotations' });
  await expect(quotations).toBeFocused();
  await expect(quotations.getByRole('article')).toHaveCount(7);
  await expect(quotations.locator('blockquote').first()).toBeVisible();
  await page.keyboard.press('ArrowRight');
  await expect(page.locator('.present-progress')).toHaveText('2 of 3');
  await expect(quotations.getByRole('article').first()).toContainText('Fine');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('complementary')).toHaveCount(0);
  await expect(page).toHaveURL(/\/present\?/);
});

test('N opens a window for the speaker with notes and the next slide; the slides never show the notes', async ({
  page,
  context,
}) => {
  await page.goto(`/present?${three}`);
  await ready(page);
  const opening = context.waitForEvent('page');
  await page.keyboard.press('n');
  const presenter = await opening;
  await expect(presenter.getByRole('region', { name: 'Speaker notes' })).toHaveText(
    'Pause here.\nThen go on.',
  );
  const next = presenter.getByRole('region', { name: 'Next slide' });
  await expect(next).toContainText('What it cost');
  await expect(next.locator('img')).toBeVisible();
  expect(await violations(presenter)).toEqual([]);
  await expect(page.getByText('Pause here.')).toHaveCount(0);

  await presenter.keyboard.press('ArrowRight');
  await expect(page.locator('.present-progress')).toHaveText('2 of 3');
  await expect(slide(page).getByRole('heading', { level: 1 })).toHaveText('What it cost');
  await expect(presenter.getByText('No notes for this slide.')).toBeVisible();
  // The slides' own keys: they are those of the window in front.
  await page.bringToFront();
  await page.keyboard.press('End');
  await expect(presenter.getByRole('heading', { name: 'This is the last slide.' })).toBeVisible();
  await presenter.getByRole('button', { name: /^Previous/ }).click();
  await expect(page.locator('.present-progress')).toHaveText('2 of 3');

  const closing = presenter.waitForEvent('close');
  await page.keyboard.press('Escape');
  await closing;
  await expect(page).toHaveURL(/\/presentation\?/);
});

test('a window that the browser does not open is told', async ({ page }) => {
  await page.addInitScript(() => {
    window.open = () => null;
  });
  await page.goto(`/present?${three}`);
  await ready(page);
  await page.keyboard.press('n');
  await expect(page.getByRole('status')).toContainText('Allow pop-up windows');
});

test.describe('with a clock of its own', () => {
  test.use({ ownContext: true });

  test('the controls are gone after three seconds, and back with the first sign of somebody', async ({
    page,
  }) => {
    await page.clock.install({ time: 0 });
    await page.goto(`/present?${three}`);
    await ready(page);
    const controls = page.getByRole('navigation');
    // From here on time passes only where it is let: on a slow machine the three seconds may be over already.
    await page.clock.pauseAt(3_600_000);
    await expect(controls).toHaveCSS('opacity', '0');
    await page.mouse.move(300, 300);
    await page.mouse.move(310, 310);
    await expect(controls).toHaveCSS('opacity', '1');
    await page.clock.fastForward(3_000);
    await expect(controls).toHaveCSS('opacity', '0');
    // The first key after a pause is heard, too.
    await page.keyboard.press('ArrowRight');
    await expect(controls).toHaveCSS('opacity', '1');
    await expect(page.locator('.present-progress')).toHaveText('2 of 3');
  });
});

test('a slide is dragged to another place, and moved there by keys', async ({ page }) => {
  await page.goto(`/presentation?${three}`);
  const slides = page.getByRole('list', { name: 'Presentation' }).getByRole('listitem');
  const titles = page.getByLabel('Title (optional)');
  await expect(slides).toHaveCount(3);
  for (const item of await slides.all()) await expect(item.locator('img')).toBeVisible();
  await expect(slides.nth(1)).toContainText('Over time');
  await slides.nth(1).locator('.slide-picture').dragTo(slides.first());
  await expect(page.getByText('Slide 2 is now slide 1.')).toBeVisible();
  await expect(titles.first()).toHaveValue('What it cost');
  const handle = page.getByRole('button', { name: 'Move: Slide 1', exact: true });
  await handle.press('ArrowUp');
  await handle.press('ArrowDown');
  await expect(page.getByText('Slide 1 is now slide 2.')).toBeVisible();
  await expect(titles.nth(1)).toHaveValue('What it cost');
  await expect(page.getByRole('button', { name: 'Move: Slide 2', exact: true })).toBeFocused();
});

test('a presentation is kept in this browser until it is forgotten', async ({ page }) => {
  await open(page, '/?measure=detentions');
  await page.getByRole('button', { name: 'Add to presentation' }).click();
  await expect(page.getByText('Added: 1 slide in the presentation.')).toBeVisible();
  await page.goto('about:blank');

  await open(page, '/?measure=fines');
  await page.getByRole('button', { name: 'Add to presentation' }).click();
  await page.getByRole('link', { name: 'Presentation: 2 slides' }).click();
  await expect(page.getByText('This browser keeps it too; nobody else sees it there.')).toBeVisible();

  // Somebody else's link does not take the place of one's own.
  await page.goto(`/presentation?${show(almaty)}`);
  await expect(page.getByText('This browser does not keep it')).toBeVisible();
  const others = page.getByRole('region', { name: 'Other presentations kept in this browser' });
  await others.getByRole('button', { name: /^Open: 2\sslides/ }).click();
  const slides = page.getByRole('list', { name: 'Presentation' }).getByRole('listitem');
  await expect(slides).toHaveCount(2);
  await expect(others).toHaveCount(0);
  await page.getByRole('button', { name: 'New presentation' }).click();
  await expect(page.getByText('There is no slide in this presentation yet.')).toBeVisible();
  await others.getByRole('button', { name: /^Forget: 2\sslides/ }).click();
  await expect(others).toHaveCount(0);
  expect(await page.evaluate(() => localStorage.getItem('article21.presentations'))).not.toContain('W1');
});

test.describe('without a network', () => {
  // The picture of the tab is asked for at each address; nothing of the page may be. Nothing is known from an earlier visit.
  test.use({ allowed: [/Failed to load resource/], ownContext: true });

  test('every slide, its quotations and their source are there', async ({ page, context }) => {
    const missed: string[] = [];
    page.on('requestfailed', (request) => missed.push(new URL(request.url()).pathname));
    await page.goto(`/present?${show(...[detentions, fines, ['chart=map&measure=detentions'] as [string]])}`);
    await ready(page);
    await context.setOffline(true);
    for (const n of [1, 2, 3]) {
      await expect(page.locator('.present-progress')).toHaveText(`${n} of 3`);
      await expect(slide(page).locator('.chart-canvas svg, .big-number').first()).toBeVisible();
      await page.keyboard.press('q');
      await expect(page.getByRole('complementary').getByRole('article').first()).toBeVisible();
      await page.keyboard.press('q');
      await page.keyboard.press('PageDown');
    }
    await page.keyboard.press('q');
    await page.getByRole('link', { name: 'Read in the source' }).first().click();
    await expect(page.locator('.passage[data-current]').first()).toBeInViewport();
    await page.goBack();
    await ready(page);
    await expect(page.locator('.present-progress')).toHaveText('3 of 3');
    await expect(slide(page).locator('.chart-canvas svg, .big-number').first()).toBeVisible();
    expect(missed.filter((path) => !path.endsWith('/icon.svg'))).toEqual([]);
  });
});

test.describe('when a view cannot be fetched', () => {
  test.use({ allowed: [/Failed to load resource/] });

  test('nothing is called ready, and asking again helps', async ({ page }) => {
    let broken = true;
    await page.route('**/api/v1/counts?*', (route) => (broken ? route.abort() : route.continue()));
    await page.goto(`/present?${three}`);
    await expect(page.getByRole('alert')).toContainText('The server cannot be reached.');
    await expect(page.getByText('ready offline')).toHaveCount(0);
    broken = false;
    await page.getByRole('button', { name: 'Try again' }).click();
    await ready(page);
  });
});

test('by touch: what leads on is large enough, and the screen is not wider than it is', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  for (const [lang, said] of [
    ['kk', 'желісіз көрсетуге дайын'],
    ['ru', 'готово к показу без сети'],
    ['en', 'ready offline'],
  ] as const) {
    await page.goto(`/present?${three}&lang=${lang}`);
    await expect(page.getByRole('status').filter({ hasText: said })).toBeVisible();
    const room = await page.evaluate(() => document.documentElement.clientWidth);
    for (const button of await page.getByRole('navigation').getByRole('button').all()) {
      const box = await button.boundingBox();
      expect(Math.min(box?.width ?? 0, box?.height ?? 0)).toBeGreaterThanOrEqual(44);
      expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(room);
    }
  }
  await page.getByRole('button', { name: /^Next/ }).click();
  await expect(page.locator('.present-progress')).toHaveText('2 of 3');
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(overflow).toBeLessThanOrEqual(0);
});

test('a saved presentation is opened again; what is none is refused with a sentence', async ({ page }) => {
  await page.goto(`/presentation?${three}`);
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save as a file' }).click();
  const file = await download;
  expect(file.suggestedFilename()).toBe('presentation.article21.json');
  const saved = await readFile(await file.path(), 'utf8');
  await page.goto('/presentation');
  const choose = (text: string) =>
    page.locator('input[type=file]').setInputFiles({
      name: 'presentation.article21.json',
      mimeType: 'application/json',
      buffer: Buffer.from(text),
    });
  for (const [text, sentence] of [
    ['<svg onload=alert(1)>', 'it cannot be read'],
    ['{"slides":[]}', 'it has other fields'],
    [saved.replace('"version": 1', '"version": 9'), 'by a newer version'],
    ['x'.repeat(200_001), 'too large'],
  ] as const) {
    await choose(text);
    await expect(page.getByRole('status').filter({ hasText: sentence })).toBeVisible();
  }
  await choose(saved);
  await expect(page.getByText('3 slides were opened.')).toBeVisible();
  await expect(page.getByLabel('Speaker notes').first()).toHaveValue('Pause here.\nThen go on.');
});

test('a hostile title is text, an unknown city is named, a cut link is said to be cut', async ({ page }) => {
  const hostile = '<img src=x onerror=alert(1)>';
  await page.goto(`/present?${show(['measure=detentions&place=almaty,atlantis', hostile])}`);
  await ready(page);
  await expect(slide(page).getByText(hostile)).toBeVisible();
  await expect(slide(page).getByText('atlantis')).toBeVisible();
  await page.goto('/presentation?show=W1sibWVhc3');
  await expect(page.getByRole('alert')).toContainText('It may have been cut off');
  await page.goto('/present?show=W1sibWVhc3');
  await expect(page.getByText('It may have been cut off')).toBeVisible();
});

test('slides, panels and the list have no fault that axe finds, light and dark', async ({ page }) => {
  const inBothThemes = async () => {
    await page.emulateMedia({ colorScheme: 'light' });
    expect(await violations(page)).toEqual([]);
    await page.emulateMedia({ colorScheme: 'dark' });
    expect(await colourViolations(page)).toEqual([]);
  };
  await page.goto(`/present?${three}`);
  await ready(page);
  await inBothThemes();
  await page.keyboard.press('q');
  await expect(page.getByRole('complementary', { name: 'Quotations' })).toBeFocused();
  await inBothThemes();
  await page.goto(`/presentation?${three}`);
  await expect(page.getByRole('link', { name: /^At least about 15/ }).first()).toBeVisible();
  await inBothThemes();
  await page.goto('/presentation');
  await expect(page.getByText('There is no slide in this presentation yet.')).toBeVisible();
  await inBothThemes();
});
