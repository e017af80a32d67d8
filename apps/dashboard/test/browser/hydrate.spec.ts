import type { Page } from '@playwright/test';
import { mirrorRoot } from './mirrored.ts';
import { expect, takenOver, test } from './page.ts';

const source = '/sources/kibhr-iphr-nhc-2012';
const record = '/records/2012-04-28-almaty-detention-3';
const pages = [
  '/methods',
  '/data',
  '/sources',
  source,
  `${source}?record=r`,
  record,
  '/sources?place=nowhere&theme=dark',
];

/** The pages in a language; of a mirror those that are files, at their folders. */
function addressesIn(lang: string): string[] {
  const root = mirrorRoot();
  if (root === null) return pages.map((it) => `${it}${it.includes('?') ? '&' : '?'}lang=${lang}`);
  return ['/sources', source, '/methods', '/data'].map(
    (it) => `${root}${lang === 'en' ? '' : `${lang}/`}${it.slice(1)}/`,
  );
}

/** Remembers the elements of the page that the server wrote, until the program has taken it in. */
async function remember(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const written = new Set<Element>();
    Object.assign(window, { written });
    const look = () => {
      if (document.querySelector('#served-page'))
        for (const element of document.querySelectorAll('#root *')) written.add(element);
      requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
    document.addEventListener('readystatechange', look, { once: true });
  });
}

/** The links to the two themes become a button, the drawn example a live one, and in a mirror a file what makes it. */
const allowed = [
  /quiet theme-/,
  /^figure\.chart layouts$/,
  /^(svg|path|g|text|rect|circle|defs|style|title|line|polygon|polyline|image|pattern|tspan|clipPath|desc)\./,
  /^a\.$/,
];

/** What of the page was replaced: the names of elements that are no longer in it. */
function replaced(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const { written } = window as unknown as { written: Set<Element> };
    if (written.size < 20) throw new Error(`only ${written.size} elements were remembered`);
    return [...written].filter((it) => !it.isConnected).map((it) => `${it.localName}.${it.className}`);
  });
}

for (const lang of ['en', 'ru', 'kk'])
  test(`the program takes in the page that the server wrote, and draws none of it anew: ${lang}`, async ({
    page,
  }) => {
    await remember(page);
    for (const address of addressesIn(lang)) {
      await page.goto(address);
      await takenOver(page);
      await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1);
      const gone = (await replaced(page)).filter((it) => !allowed.some((pattern) => pattern.test(it)));
      expect([address, gone]).toEqual([address, []]);
    }
  });

test('a page that was hydrated leads to the next without loading it', async ({ page }) => {
  await page.goto('/sources?lang=ru');
  await takenOver(page);
  await page.evaluate(() => Object.assign(window, { sameDocument: true }));
  await page.locator('.sources a').first().click();
  await expect(page.locator('.passage').first()).toBeVisible();
  await page.getByRole('button', { name: 'Тёмная тема' }).click();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  expect(await page.evaluate(() => 'sameDocument' in window)).toBe(true);
});
