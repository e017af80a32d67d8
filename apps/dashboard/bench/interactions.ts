import type { Browser, Locator, Page } from '@playwright/test';
import { probeScript } from './probed.ts';

/** What one reader met: milliseconds of each press and of each frame of hovering, and the layout shift of each page. */
export interface Visit {
  presses: number[];
  /** Of presses that ask for ten years by day in eight cities, where there are so many. */
  days: number[];
  frames: number[];
  shifts: number[];
}

const size = { width: 1280, height: 900 };

/**
 * One reader who presses what asks for another chart (city, step, measure, kind of chart) without resting on it first,
 * and hovers over marks.
 * A press is timed from when the pointer comes up, and not from when it came.
 */
export async function visit(browser: Browser, site: string): Promise<Visit> {
  const page = await browser.newPage({ viewport: size, locale: 'en-GB' });
  await page.addInitScript(probeScript);
  const seen: Visit = { presses: [], days: [], frames: [], shifts: [] };
  const at = async (query: string, work: () => Promise<void>, presses = seen.presses) => {
    await page.goto(`${site}/?${query}`);
    await page.waitForFunction(() => window.probe.first !== null);
    await page.waitForLoadState('networkidle');
    await work();
    const { painted, shift } = await page.evaluate(() => window.probe);
    presses.push(...painted);
    seen.shifts.push(shift);
  };
  await at('measure=rejected_applications&by=place', () =>
    pressAll(page, /^Places:/, '.place-options input', 20),
  );
  await at('measure=rejected_applications&by=period&chart=line', async () => {
    await pressAll(page, /^Step:/, 'input', 5);
    await pressAll(page, /^Places:/, '.place-options input', 8);
    await pressAll(page, /^Step:/, 'input', 5);
  });
  for (const by of ['place', 'period&chart=line&every=month', 'period&chart=line&every=week'])
    await at(`measure=other&by=${by}`, () => pressAll(page, /^Measures:/, '.option-only', 7));
  for (const id of ['rejected_applications', 'detentions', 'fines', 'arrest_days'])
    await at(`measure=${id}&by=period&chart=line&every=month`, () =>
      press(page, page.getByRole('button', { name: 'By city', exact: true })),
    );
  await at('measure=detentions&by=period&chart=line&every=month', async () => {
    seen.frames = await hover(page);
  });
  for (const first of [0, 2, 4, 6, 8]) {
    const query = `measure=detentions&by=place,period&chart=line&every=year&place=${eightFrom(first)}`;
    await at(query, () => pressDays(page), seen.days);
  }
  await page.close();
  return seen;
}

/** Eight of the cities that a synthetic dataset has, others each time, so that nothing of an answer is there before. */
function eightFrom(first: number): string {
  return Array.from({ length: 8 }, (_, i) => `city-${first + i}`).join(',');
}

/** Asks for days; nothing is pressed in a dataset that has no such cities. */
async function pressDays(page: Page): Promise<void> {
  if ((await page.locator('.synthetic').count()) === 0) return;
  await page.getByRole('button', { name: /^Step:/ }).click();
  await press(page, page.getByRole('dialog').getByRole('radio', { name: 'by day' }));
}

async function pressAll(page: Page, filter: RegExp, choices: string, most: number): Promise<void> {
  await page.getByRole('button', { name: filter }).click();
  const all = page.getByRole('dialog').locator(choices);
  await all.first().waitFor();
  const count = Math.min(most, await all.count());
  for (let i = 0; i < count; i++) {
    const choice = all.nth(i);
    // What a choice before takes in (a region its cities) cannot be pressed any more.
    if ((await choice.isVisible()) && (await choice.isEnabled())) await press(page, choice);
  }
  await page.keyboard.press('Escape');
}

/** Presses, and waits for the chart; what changes nothing (a choice that was chosen) is no measurement. */
async function press(page: Page, choice: Locator): Promise<void> {
  if ((await choice.getAttribute('type')) === 'radio' && (await choice.isChecked())) return;
  const before = page.url();
  const done = await page.evaluate(() => window.probe.painted.length);
  await choice.click();
  if (page.url() === before) return;
  await page.waitForFunction((count) => window.probe.painted.length > count, done, {
    polling: 50,
    timeout: 30_000,
  });
}

/** Milliseconds of each frame while the pointer crosses the chart. */
async function hover(page: Page): Promise<number[]> {
  const box = await page.locator('.chart-canvas').boundingBox();
  if (!box) throw new Error('there is no chart to hover over');
  await page.evaluate(() => window.probe.watchFrames());
  for (let i = 0; i <= 120; i++)
    await page.mouse.move(box.x + (box.width * i) / 120, box.y + box.height * (0.75 - (i % 3) / 20));
  return page.evaluate(() => window.probe.frames());
}
