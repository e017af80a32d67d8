import type { APIRequestContext, Page } from '@playwright/test';
import { article, expect, fits, iframe, test } from './host.ts';
import { block, filterOembed, filterPost, listener } from './wordpress.ts';

const queries = [
  'measure=detentions&by=place',
  'measure=rejected_applications&by=period&every=week&lang=ru',
  'chart=map&measure=detentions&lang=kk',
  'chart=heatmap&measure=detentions,fines',
  'chart=funnel&theme=dark',
  'chart=calendar&measure=detentions&controls=1',
];

/** What stands in an article for each chart, and once for all of them. */
interface Way {
  each(src: string, query: string, request: APIRequestContext): Promise<string> | string;
  once?(site: string): string;
}

const figure = (site: string, query: string) => {
  const plain = query.replace('&controls=1', '').replaceAll('&', '&amp;');
  return `<figure><a href="${site}/?${plain}"><img src="${site}/chart.png?${plain}" alt="A chart" loading="eager" width="960"></a><figcaption>A chart</figcaption></figure>`;
};
/** With what an editor must take out. */
const hostile = (html: string) =>
  html.replace('<img ', '<img onload="alert(1)" ').concat('<script>alert(2)</script>');
const described = async (request: APIRequestContext, src: string): Promise<string> => {
  const answer = await request.get(`/oembed?url=${encodeURIComponent(src)}&maxwidth=640`);
  return (await answer.json()).html;
};

const ways: Record<string, Way> = {
  frame: { each: (src) => iframe(src) },
  'frame and script': {
    each: (src) => iframe(src),
    once: (site) => `<script src="${site}/embed.js" async></script>`,
  },
  element: {
    each: (src) =>
      `<article21-chart src="${src.replaceAll('&', '&amp;')}"><a href="${src}">A chart</a></article21-chart>`,
    once: (site) => `<script src="${site}/embed.js" async></script>`,
  },
  oembed: { each: (src, _, request) => described(request, src) },
  wordpress: {
    each: async (src, query, request) =>
      block(filterOembed(await described(request, src), `secret${queries.indexOf(query)}abc`)),
    once: () => listener,
  },
  figure: { each: (src, query) => figure(new URL(src).origin, query) },
  'figure in wordpress': { each: (src, query) => filterPost(hostile(figure(new URL(src).origin, query))) },
};

async function showAll(page: Page): Promise<void> {
  // Frames and images that are far down come when they are scrolled to.
  for (const part of await page.locator('iframe, img').all()) await part.scrollIntoViewIfNeeded();
}

for (const [name, { each, once = () => '' }] of Object.entries(ways))
  test(`six charts stand in an article by way of ${name}`, async ({ page, host, baseURL, request }) => {
    const site = baseURL ?? '';
    const parts = [];
    for (const query of queries) parts.push(await each(`${site}/embed?${query}`, query, request));
    expect(parts).not.toContain('');
    const address = host.put('/article', article(parts.join('\n<p>Between two charts.</p>\n') + once(site)));
    await page.setViewportSize({ width: 375, height: 900 });
    await page.goto(address);
    // As a reader who turns a phone, and moves the window to a larger screen.
    for (const width of [375, 768, 1440]) {
      await page.setViewportSize({ width, height: 900 });
      await showAll(page);
      const frames = page.locator('iframe');
      for (const frame of await frames.all()) {
        await expect(frame).toBeVisible();
        const inside = frame.contentFrame();
        await expect(inside.locator('.chart > svg:visible')).toHaveCount(1);
        await expect(inside.locator('footer')).toContainText('IPHR');
      }
      const images = await page
        .locator('img')
        .evaluateAll((all) => all.map((it) => (it as HTMLImageElement).naturalWidth));
      expect((await frames.count()) + images.filter((wide) => wide > 0).length).toBe(queries.length);
      await fits(page);
    }
  });

test('WordPress’s filter leaves an embed that becomes live, with its own height', async ({
  page,
  host,
  baseURL,
  request,
}) => {
  const html = filterOembed(
    await described(request, `${baseURL}/?measure=detentions&by=place`),
    'abcdefghij',
  );
  expect(html).toContain('sandbox="allow-scripts"');
  await page.goto(host.put('/article', article(html + listener)));
  const frame = page.frameLocator('iframe');
  await expect(page.locator('blockquote')).toBeHidden();
  await expect(page.locator('iframe')).toBeVisible();
  const needed = await frame.locator('.embed').evaluate((it) => Math.ceil(it.getBoundingClientRect().height));
  await expect(page.locator('iframe')).toHaveAttribute('height', String(needed));
  await frame.locator('.chart').hover();
  await expect(frame.locator('.chart.is-live')).toBeVisible();
  // A page that listens late asks again.
  await page.evaluate(() => {
    const it = document.querySelector('iframe');
    it?.setAttribute('height', '333');
    it?.contentWindow?.postMessage({ message: 'ready', secret: 'abcdefghij' }, '*');
  });
  await expect(page.locator('iframe')).not.toHaveAttribute('height', '333');
});

test('where WordPress’s script is missing, its page still leads to the chart', async ({
  page,
  host,
  baseURL,
  request,
}) => {
  const html = filterOembed(
    await described(request, `${baseURL}/?measure=detentions&by=place`),
    'abcdefghij',
  );
  await page.goto(host.put('/article', article(html)));
  await expect(page.locator('blockquote a')).toHaveAttribute(
    'href',
    `${baseURL}/?measure=detentions&by=place`,
  );
  await expect(page.locator('blockquote a')).toHaveText(/^At least about 15\sdetentions/);
});
