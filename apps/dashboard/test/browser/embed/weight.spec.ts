import { chartIds } from '@article21/charts';
import { article, expect, iframe, test } from './host.ts';

// What is kept from an earlier visit weighs nothing.
test.use({ ownContext: true });

/** Bytes, headers with them: what Datawrapper's script alone is two and a half times of. */
const MOST = 25_000;
const PICTURE = '/chart.svg';

for (const lang of ['en', 'ru', 'kk'])
  test(`an embed of any chart weighs at most 25 kB in ${lang}, and asks for nothing but its chart before a reader does`, async ({
    page,
    host,
    baseURL,
  }) => {
    for (const chart of chartIds) {
      const src = `${baseURL}/embed?chart=${chart}&lang=${lang}&controls=1`;
      const asked: string[] = [];
      let bytes = 0;
      const weigh = async (request: import('@playwright/test').Request) => {
        const { origin, pathname } = new URL(request.url());
        if (origin !== baseURL) return;
        asked.push(pathname);
        if (pathname === PICTURE) return;
        const { responseBodySize, responseHeadersSize } = await request.sizes();
        bytes += responseBodySize + responseHeadersSize;
      };
      page.on('requestfinished', weigh);
      await page.goto(host.put(`/${chart}`, article(iframe(src))));
      const embed = page.frameLocator('iframe').locator('.embed.ready');
      await expect(embed).toBeVisible();
      // What it asks for by itself it has asked for when it has nothing more to do. Debian's full Chromium sometimes never
      // says so of the second page of a browser, hence the limit.
      await embed.evaluate(
        () => new Promise((resolve) => requestIdleCallback(() => resolve(undefined), { timeout: 1000 })),
      );
      page.off('requestfinished', weigh);
      expect(asked).toContain('/embed');
      // Where a drawing for this width weighs too much, it is an image: the one that is shown, and no other.
      expect(asked.filter((path) => path === PICTURE).length).toBeLessThanOrEqual(1);
      expect(asked.filter((path) => !['/embed', '/embed-frame.js', PICTURE].includes(path))).toEqual([]);
      expect([chart, bytes]).toEqual([chart, Math.min(bytes, MOST)]);
      expect(bytes).toBeGreaterThan(2000);
    }
  });

test('the script for other pages has at most 2 kB, and is itself all that it loads', async ({ request }) => {
  const answer = await request.get('/embed.js', { headers: { 'Accept-Encoding': 'identity' } });
  expect((await answer.body()).length).toBeLessThanOrEqual(2048);
  expect(await answer.text()).not.toMatch(/\bimport\b|\bfetch\b|innerHTML|localStorage|cookie|eval/);
});
