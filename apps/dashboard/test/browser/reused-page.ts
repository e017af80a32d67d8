import { test as base, type Disposable, type Page } from '@playwright/test';

/**
 * Tests with one page for all of a worker's. In a new context, or in one that Playwright itself empties (`reuseContext`), a
 * browser fetches and compiles the whole program again at each of its first four loads; who has it already loads a page with
 * half of the processor time. What a test changed of the page is taken back after it.
 */
export const test = base.extend<{ ownContext: boolean }, { reusedPage: Page }>({
  /** True for a test that needs a browser that was never here, or what cannot be taken back: a clock. */
  ownContext: [false, { option: true }],
  reusedPage: [
    async ({ browser }, use, { project }) => {
      const { baseURL, locale, viewport, contextOptions } = project.use;
      const context = await browser.newContext({
        ...contextOptions,
        ...(baseURL ? { baseURL } : {}),
        ...(locale ? { locale } : {}),
        ...(viewport ? { viewport } : {}),
      });
      const page = await context.newPage();
      Object.defineProperty(page, 'clock', {
        get: () => {
          throw new Error(
            'A test that sets the clock needs a context of its own: test.use({ ownContext: true }).',
          );
        },
      });
      await use(page);
      await context.close();
    },
    { scope: 'worker' },
  ],
  context: async ({ browser, reusedPage, ownContext, baseURL, javaScriptEnabled }, use, { project }) => {
    const ofProject = baseURL === project.use.baseURL && javaScriptEnabled !== false;
    if (ofProject && !ownContext) return use(reusedPage.context());
    const context = await browser.newContext();
    await use(context);
    await context.close();
  },
  page: async ({ context, reusedPage, viewport }, use) => {
    if (context !== reusedPage.context()) return use(await context.newPage());
    const removeAdded = recordAdded(reusedPage);
    if (viewport) await reusedPage.setViewportSize(viewport);
    await use(reusedPage);
    await removeAdded();
    await reset(reusedPage);
  },
});

/** Remembers the scripts and functions that a test gives to each document of the page; answers what removes them. */
function recordAdded(page: Page): () => Promise<void> {
  const { addInitScript, exposeFunction } = page;
  const added: Disposable[] = [];
  page.addInitScript = async (...args: Parameters<Page['addInitScript']>) => {
    const script = await addInitScript.apply(page, args);
    added.push(script);
    return script;
  };
  page.exposeFunction = async (...args: Parameters<Page['exposeFunction']>) => {
    const exposed = await exposeFunction.apply(page, args);
    added.push(exposed);
    return exposed;
  };
  return async () => {
    Object.assign(page, { addInitScript, exposeFunction });
    for (const it of added) await it.dispose();
  };
}

/** Takes back what a test changed of the page and its context, and leaves the site. `page.ts` takes back the routes of the page. */
async function reset(page: Page): Promise<void> {
  const context = page.context();
  page.removeAllListeners();
  await context.unrouteAll({ behavior: 'ignoreErrors' });
  for (const other of context.pages()) if (other !== page) await other.close();
  await context.setOffline(false);
  await context.clearPermissions();
  await page.emulateMedia({ media: null, colorScheme: null, reducedMotion: 'reduce', forcedColors: null });
  await page.mouse.move(-1, -1);
  // The page itself leaves: sent away by the browser, it comes back in a process that has not compiled the program.
  if (page.url() !== 'about:blank')
    await Promise.all([
      page.waitForURL('about:blank'),
      page.evaluate(() => {
        localStorage.clear();
        sessionStorage.clear();
        location.assign('about:blank');
      }),
    ]);
  const session = await context.newCDPSession(page);
  await session.send('Page.resetNavigationHistory');
  await session.detach();
}
