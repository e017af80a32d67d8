import type { ConsoleMessage, Page } from '@playwright/test';
import { API_URL } from './addresses.ts';
import { expect, inMirror, mirrorRoot } from './mirrored.ts';
import { test as base } from './reused-page.ts';

/** What must never happen on any page, whatever a test does: it is looked at after each of them. */
export interface Incidents {
  errors: string[];
  foreign: string[];
  dialogs: string[];
  violations: string[];
}

/**
 * A page that is watched. A test that expects failing requests lets their console lines pass with `allowed`. In a
 * mirror, addresses are those of the site, and `request` asks the API, which serves the same snapshot.
 */
export const test = base.extend<{ allowed: RegExp[]; neighbours: string[]; incidents: Incidents }>({
  /** Origins that a page may ask beside its own. */
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads what a fixture needs from the pattern
  neighbours: async ({}, use) => use([]),
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads what a fixture needs from the pattern
  allowed: async ({}, use) => use([]),
  page: async ({ page }, use) => {
    const root = mirrorRoot();
    const { goto, route } = page;
    withoutAnswers(page);
    await use(root === null ? page : inMirror(page, root));
    Object.assign(page, { goto, route });
    // What a page still asks for when its test has ended is no fault of the routes that pass it on.
    await page.unrouteAll({ behavior: 'ignoreErrors' });
  },
  request: async ({ playwright, request }, use) => {
    if (mirrorRoot() === null) return use(request);
    const api = await playwright.request.newContext({ baseURL: API_URL });
    await use(api);
    await api.dispose();
  },
  incidents: [
    async ({ page, baseURL, allowed, neighbours }, use) => {
      const incidents: Incidents = { errors: [], foreign: [], dialogs: [], violations: [] };
      page.on('console', (message) => {
        if (['error', 'warning'].includes(message.type()) && !isOfLeftPreview(message))
          incidents.errors.push(message.text());
      });
      page.on('pageerror', (error) => incidents.errors.push(String(error)));
      page.on('dialog', (dialog) => {
        incidents.dialogs.push(dialog.message());
        void dialog.dismiss();
      });
      page.on('request', (request) => {
        const url = new URL(request.url());
        const neighbourly = [new URL(baseURL ?? '').origin, ...neighbours];
        const own = neighbourly.includes(url.origin) || ['data:', 'blob:'].includes(url.protocol);
        if (!own) incidents.foreign.push(request.url());
      });
      await page.exposeFunction('reportViolation', (text: string) => incidents.violations.push(text));
      await page.addInitScript(() => {
        const { reportViolation } = window as unknown as { reportViolation(text: string): void };
        document.addEventListener('securitypolicyviolation', (event) =>
          reportViolation(`${event.violatedDirective} ${event.blockedURI} ${event.sample}`),
        );
      });
      await use(incidents);
      const unexpected = incidents.errors.filter((text) => !allowed.some((pattern) => pattern.test(text)));
      expect({ ...incidents, errors: unexpected }).toEqual({
        errors: [],
        foreign: [],
        dialogs: [],
        violations: [],
      });
      expect(await page.context().cookies()).toEqual([]);
    },
    { auto: true },
  ],
});

/**
 * The preview of the share dialog is a frame without an origin. Chromium says of one that is closed while its script loads
 * that it was not permitted to ask this machine.
 */
function isOfLeftPreview(message: ConsoleMessage): boolean {
  const text = message.text();
  if (/embed-frame\.js' from origin 'null' .* Permission was denied .* `loopback`/.test(text)) return true;
  return text.includes('net::ERR_FAILED') && message.location().url.endsWith('/embed-frame.js');
}

/** Takes from pages the answers that they bring, once a test answers in the place of the API: the program then asks it. */
function withoutAnswers(page: Page): void {
  const route = page.route.bind(page);
  let isTaken = false;
  page.route = async (url, ...others) => {
    const isApi = String(url).replaceAll('\\', '').includes('/api/');
    if (isApi && !isTaken) {
      isTaken = true;
      await route(
        ({ pathname }) => !pathname.includes('.') && !pathname.includes('/api/'),
        async (document) => {
          const response = await document.fetch();
          const html = await response.text();
          const body = html.replace(/<script type="application\/json" id="page-data">.*?<\/script>/s, '');
          await document.fulfill({ response, body });
        },
      );
    }
    return route(url, ...others);
  };
}

/** Goes to an address, and waits for the program: until then the page is as the server wrote it. */
export async function visit(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await takenOver(page);
  // Letters of the fonts that stand in until these have come are a little wider: a line may break elsewhere.
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
}

/** The script of the program: until it comes, a page stays as the server wrote it. */
export const PROGRAM = '**/assets/index-*.js';

/** Keeps who asks for an address waiting for its answer, until the returned function is called. */
export async function hold(page: Page, address: string | RegExp): Promise<() => void> {
  let go = () => {};
  const held = new Promise<void>((resolve) => {
    go = resolve;
  });
  await page.route(address, async (route) => {
    await held;
    await route.continue();
  });
  return go;
}

/** Waits until the program has hydrated what the server wrote. */
export async function takenOver(page: Page): Promise<void> {
  await expect(page.locator('#page-data')).toHaveCount(0);
}

/**
 * Goes to an address, the program held back until the fonts of the page have come, and answers how much has moved since: the sum
 * of the layout shifts. Which fonts stand in until then, and for how long, is the machine's.
 */
export async function watchShifts(page: Page, address: string): Promise<() => Promise<number>> {
  const go = await hold(page, PROGRAM);
  await page.goto(address, { waitUntil: 'commit' });
  const fonts = () =>
    page.evaluate(
      () => document.fonts.status === 'loaded' && [...document.fonts].some((it) => it.status === 'loaded'),
    );
  await expect.poll(fonts).toBe(true);
  await page.evaluate(async () => {
    // What they have moved is seen after the next frame.
    for (let frame = 0; frame < 2; frame += 1) await new Promise(requestAnimationFrame);
    const shifts: number[] = [];
    Object.assign(window, { shifts });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) shifts.push((entry as unknown as { value: number }).value);
    }).observe({ type: 'layout-shift' });
  });
  go();
  return () =>
    page.evaluate(() => (window as unknown as { shifts: number[] }).shifts.reduce((sum, it) => sum + it, 0));
}

/** Waits until nothing that the page shows is on its way any more. */
export async function atRest(page: Page): Promise<void> {
  await expect(page.locator('.waiting, [aria-busy="true"]')).toHaveCount(0);
}

/** Opens an address and waits for its numbers. */
export async function open(page: Page, address: string): Promise<void> {
  await visit(page, address);
  await expect(page.locator('.answer')).toHaveAttribute('aria-busy', 'false');
}

/** Makes the page believe that the snapshot is a large one, of which only the API can count. Before it is opened. */
export async function asLarge(page: Page): Promise<void> {
  await page.route(/\/api\/v1\/snapshot(\?|$)/, async (route) => {
    const answer = await (await route.fetch()).json();
    await route.fulfill({ json: { ...answer, records: 1_000_000 } });
  });
}

/** The bar or column of a mark: the element of the chart that its label's words stand beside. */
export async function clickMark(page: Page, name: string): Promise<void> {
  const text = page.locator('.chart-canvas text', { hasText: name }).first();
  const box = await text.boundingBox();
  const canvas = await page.locator('.chart-canvas').boundingBox();
  if (!box || !canvas) throw new Error(`the chart shows no ${name}`);
  await page.mouse.click(canvas.x + canvas.width / 3, box.y + box.height / 2);
}

/** Types the digits of a day into the parts of a date field, in the order of the page's language. */
export async function typeDay(page: Page, label: string, digits: string): Promise<void> {
  const field = page.getByRole('group', { name: label, exact: true });
  await field.getByRole('spinbutton').first().click();
  await page.keyboard.type(digits);
}

/** What a date field shows: `01/05/2012`. */
export async function dayIn(page: Page, label: string): Promise<string> {
  const field = page.getByRole('group', { name: label, exact: true });
  // React Aria isolates the digits from text that runs the other way.
  return ((await field.textContent()) ?? '').replace(/[^\d/]/g, '');
}

export { expect };
