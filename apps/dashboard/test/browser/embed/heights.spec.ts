import type { Page } from '@playwright/test';
import { article, expect, iframe, test } from './host.ts';

// Several set the clock.
test.use({ ownContext: true });

const heightsOf = (page: Page) =>
  page.locator('iframe').evaluateAll((frames) => frames.map((it) => (it as HTMLIFrameElement).style.height));

test('every frame gets the height of its own chart, and follows when that changes', async ({
  page,
  host,
  baseURL,
}) => {
  const queries = ['measure=detentions&by=place', 'by=place', 'chart=map&measure=fines&lang=ru'];
  const frames = queries
    .map((query) => iframe(`${baseURL}/embed?${query}`).replace('lazy', 'eager'))
    .join('');
  const script = `<script src="${baseURL}/embed.js" async></script>`;
  await page.goto(host.put('/article', article(frames + script)));
  const needed = async () => {
    const inside = page.frames().filter((frame) => frame.url().includes('/embed'));
    const measured = await Promise.all(
      inside.map((frame) => frame.locator('.embed').evaluate((it) => it.getBoundingClientRect().height)),
    );
    return measured.map((height) => `${Math.ceil(height)}px`);
  };
  await expect
    .poll(async () => JSON.stringify(await heightsOf(page)) === JSON.stringify(await needed()))
    .toBe(true);
  expect(new Set(await needed()).size).toBe(3);
  const [before] = await heightsOf(page);
  await page.frameLocator('iframe').first().locator('summary').click();
  await expect.poll(async () => (await heightsOf(page))[0]).not.toBe(before);
  await page.setViewportSize({ width: 400, height: 700 });
  // What nobody sees is not laid out anew.
  for (const frame of await page.locator('iframe').all()) await frame.scrollIntoViewIfNeeded();
  await expect
    .poll(async () => JSON.stringify(await heightsOf(page)) === JSON.stringify(await needed()))
    .toBe(true);
});

/**
 * Waits until a frame has been laid out twice, and the page around it has heard all that the frame has said until then:
 * what one window posts arrives in its order.
 */
async function heard(page: Page, id: string): Promise<void> {
  const element = page.locator(`#${id}`);
  await element.evaluate((it) => {
    const { contentWindow } = it as HTMLIFrameElement;
    const arrived = new Promise<void>((resolve) =>
      addEventListener(
        'message',
        ({ data, source }) => data === 'laid out' && source === contentWindow && resolve(),
      ),
    );
    Object.assign(it, { arrived });
  });
  const frame = await (await element.elementHandle())?.contentFrame();
  await frame?.evaluate(() => {
    // Told of it in a frame that is really drawn: `requestAnimationFrame` is of the clock, which may stand still.
    const afterFrames = (frames: number) => {
      const observer = new IntersectionObserver(() => {
        observer.disconnect();
        if (frames > 1) afterFrames(frames - 1);
        else parent.postMessage('laid out', '*');
      });
      observer.observe(document.documentElement);
    };
    afterFrames(2);
  });
  await element.evaluate((it) => (it as unknown as { arrived: Promise<void> }).arrived);
}

/** Time passes only where a test lets it: on a slow machine as on a quick one. */
async function stopClock(page: Page): Promise<void> {
  await page.clock.install({ time: 0 });
  await page.clock.pauseAt(3_600_000);
}

/** An embed of the host's own, which posts what it is told to. */
const stub = (script: string) => `<!doctype html><title>x</title><script>${script}</script>`;
const sandboxed = (src: string, id: string, more = '') =>
  `<iframe id="${id}" src="${src}" sandbox="allow-scripts" height="333" ${more}></iframe>`;

test('nothing but a height is taken, from nobody but the window of the frame, and within bounds', async ({
  page,
  host,
}) => {
  const say = `addEventListener('message', ({ data }) => data.say && parent.postMessage(data.say, '*'))`;
  host.put('/embed', stub(say));
  host.put('/foreign', stub(say));
  const frames = sandboxed('/embed', 'a') + sandboxed('/embed?b', 'b') + sandboxed('/foreign', 'c');
  await stopClock(page);
  await page.goto(host.put('/article', article(`${frames}<script src="/embed.js"></script>`)));
  const height = (id: string) => page.locator(`#${id}`).evaluate((it) => (it as HTMLElement).style.height);
  const post = async (id: string, say: unknown) => {
    await page.evaluate(
      ([frame, said]) => {
        const { contentWindow } = document.getElementById(frame as string) as HTMLIFrameElement;
        contentWindow?.postMessage({ say: said }, '*');
      },
      [id, say],
    );
    await heard(page, id);
    // Longer than the pause between two changes of a frame.
    await page.clock.runFor(150);
  };
  const type = 'article21:height';
  for (const data of [
    { type, v: 1, height: '500' },
    { type, v: 1, height: null },
    { type, v: 1, height: Number.NaN },
    { type, v: 1, height: Number.POSITIVE_INFINITY },
    { type, v: 2, height: 500 },
    { type: 'height', v: 1, height: 500 },
    { type, v: 1, height: { valueOf: 500 } },
    { type, v: 1, navigateTo: 'javascript:alert(1)' },
    'article21:height',
    null,
  ])
    await post('a', data);
  expect(await height('a')).toBe('');
  await post('c', { type, v: 1, height: 500 });
  expect(await height('c')).toBe('');
  // Who is meant is the window that speaks, whatever it says of itself.
  await post('a', { type, v: 1, height: 500, id: 'b', src: '/embed?b' });
  expect([await height('a'), await height('b')]).toEqual(['500px', '']);
  await post('a', { type, v: 1, height: 501 });
  expect(await height('a')).toBe('500px');
  await post('a', { type, v: 1, height: 1e9 });
  expect(await height('a')).toBe('6000px');
  await post('a', { type, v: 1, height: -5 });
  expect(await height('a')).toBe('100px');
  // The page around it may say what it likes of itself.
  await page.evaluate(() => window.postMessage({ type: 'article21:height', v: 1, height: 700 }, '*'));
  await page.evaluate(
    () =>
      new Promise((resolve) => {
        addEventListener('message', ({ data }) => data === 'after it' && resolve(undefined));
        window.postMessage('after it', '*');
      }),
  );
  await page.clock.runFor(150);
  expect([await height('a'), await height('b'), await height('c')]).toEqual(['100px', '', '']);
});

test('an image that is called like the script does not say whose frames are ours', async ({ page, host }) => {
  host.put('/other/embed', stub(`parent.postMessage({ type: 'article21:height', v: 1, height: 500 }, '*')`));
  host.put('/other/embed.js', '');
  const image = '<img name="currentScript" src="/other/embed.js">';
  const body = `${image}<script src="/embed.js"></script>${sandboxed('/other/embed', 'a')}`;
  await page.goto(host.put('/article', article(body)));
  await heard(page, 'a');
  await expect(page.locator('#a')).toHaveAttribute('height', '333');
  expect(await page.locator('#a').evaluate((it) => (it as HTMLElement).style.height)).toBe('');
});

test('images that are called like what a document has take nothing from the script', async ({
  page,
  host,
}) => {
  host.put('/embed', stub(`parent.postMessage({ type: 'article21:height', v: 1, height: 500 }, '*')`));
  const names = [
    'querySelectorAll',
    'querySelector',
    'createElement',
    'readyState',
    'baseURI',
    'currentScript',
  ];
  const images = names.map((it) => `<img name="${it}">`).join('');
  const element = '<article21-chart src="/embed"></article21-chart>';
  const body = `${images}<script src="/embed.js"></script>${sandboxed('/embed', 'a')}${element}`;
  await page.goto(host.put('/article', article(body)));
  await expect(page.locator('#a')).toHaveCSS('height', '500px');
  await expect(page.locator('article21-chart iframe')).toHaveCSS('height', '500px');
});

test('a frame whose height depends on its height comes to rest', async ({ page, host }) => {
  const other = `const tell = () => parent.postMessage({ type: 'article21:height', v: 1, height: innerHeight < 450 ? 500 : 400 }, '*');
    addEventListener('resize', tell); tell();`;
  host.put('/embed', stub(other));
  // This frame says its height once, and so whoever listens must be there before it.
  const body = `<script src="/embed.js"></script>${sandboxed('/embed', 'a')}<script>
    window.changes = 0;
    new MutationObserver(() => window.changes++).observe(document.getElementById('a'), { attributes: true });</script>`;
  await stopClock(page);
  await page.goto(host.put('/article', article(body)));
  const changes = () => page.evaluate(() => (window as unknown as { changes: number }).changes);
  /** Lets time pass, in steps of a tenth of a second in which the frame may answer each change. */
  const pass = async (tenths: number) => {
    for (let i = 0; i < tenths; i++) {
      await page.clock.runFor(100);
      await heard(page, 'a');
    }
  };
  await pass(25);
  const settled = await changes();
  expect(settled).toBeGreaterThan(3);
  expect(settled).toBeLessThanOrEqual(12);
  await pass(10);
  expect(await changes()).toBe(settled);
});

test('500 embeds on one page come as they are scrolled to, each with its own height, and are looked for seldom', async ({
  page,
  host,
}) => {
  host.put(
    '/embed',
    stub(
      `parent.postMessage({ type: 'article21:height', v: 1, height: 200 + Number(location.search.slice(1)) }, '*')`,
    ),
  );
  const frames = Array.from({ length: 500 }, (_, i) => sandboxed(`/embed?${i}`, `f${i}`, 'loading="lazy"'));
  const counting = `<script>window.looks = 0; const all = document.querySelectorAll;
    document.querySelectorAll = function (...a) { window.looks++; return all.apply(this, a); };</script>`;
  const body = `${counting}<script src="/embed.js"></script>${frames.join('')}`;
  await page.goto(host.put('/article', article(body)));
  for (const i of [0, 250, 499]) {
    const frame = page.locator(`#f${i}`);
    await frame.scrollIntoViewIfNeeded();
    await expect(frame).toHaveCSS('height', `${200 + i}px`);
  }
  const given = (await heightsOf(page)).map((height, i) => [height, `${200 + i}px`]);
  const told = given.filter(([height]) => height !== '');
  expect(told.length).toBeLessThan(250);
  expect(told).toEqual(told.map(([, own]) => [own, own]));
  const looks = await page.evaluate(() => (window as unknown as { looks: number }).looks);
  expect(looks).toBeLessThanOrEqual(told.length);
});

test('500 different charts on one page are drawn as they are scrolled to, and none is refused', async ({
  page,
  host,
  baseURL,
  request,
}) => {
  const refused: string[] = [];
  page.on('response', (it) => {
    if (it.status() !== 200) refused.push(`${it.status()} ${it.url()}`);
  });
  const query = (i: number) => `measure=detentions&by=place&title=Chart ${i}`;
  const frames = Array.from({ length: 500 }, (_, i) => iframe(`${baseURL}/embed?${query(i)}`));
  const script = `<script src="${baseURL}/embed.js" async></script>`;
  await page.goto(host.put('/article', article(frames.join('') + script)));
  for (const i of [0, 120, 499]) {
    const frame = page.locator('iframe').nth(i);
    await frame.scrollIntoViewIfNeeded();
    await expect(frame.contentFrame().getByRole('heading', { level: 1 })).toHaveText(`Chart ${i}`);
    await expect.poll(async () => (await heightsOf(page))[i]).toMatch(/^\d{3}px$/);
  }
  expect(refused).toEqual([]);
  expect((await request.get('/healthz')).status()).toBe(200);
});

test.describe('the element', () => {
  test.use({ allowed: [/article21-chart: no chart of/] });

  test('makes a frame in a sandbox, and refuses the address of another site', async ({
    page,
    host,
    baseURL,
  }) => {
    const refused: string[] = [];
    page.on('pageerror', (error) => refused.push(error.message));
    const chart = (src: string, text: string) =>
      `<article21-chart src="${src}"><a href="${baseURL}/">${text}</a></article21-chart>`;
    const addresses = [
      `${baseURL}/embed?measure=detentions`,
      'https://evil.example/embed',
      'javascript:alert(1)',
    ];
    const others = [`${baseURL}/embedded`, `${baseURL}/`, `${baseURL}.evil.example/embed`];
    const body = [...addresses, ...others].map((src, i) => chart(src, `Chart ${i}`)).join('');
    await page.goto(
      host.put('/article', article(`${body}<script src="${baseURL}/embed.js" async></script>`)),
    );
    const frame = page.locator('article21-chart iframe');
    await expect(frame).toHaveCount(1);
    await expect(frame).toHaveAttribute('title', 'Chart 0');
    await expect(frame).toHaveAttribute(
      'sandbox',
      'allow-scripts allow-popups allow-popups-to-escape-sandbox',
    );
    await expect(page.locator('article21-chart a')).toHaveText([
      'Chart 1',
      'Chart 2',
      'Chart 3',
      'Chart 4',
      'Chart 5',
    ]);
    await expect.poll(async () => (await heightsOf(page))[0]).toMatch(/^\d{3}px$/);
    expect(refused).toHaveLength(5);
    for (const message of refused)
      expect(message).toMatch(/article21-chart: no chart of http:\/\/localhost:\d+\/embed.js: /);
  });
});

/** A short and a long headline, low and high drawings, and one of which an embed cannot carry the widest. */
const charts = [
  'chart=bar&measure=detentions',
  'chart=multiples',
  'chart=map&measure=detentions,fines',
  'chart=funnel',
];

for (const lang of ['en', 'ru', 'kk'])
  test(`what oEmbed says is the height of a frame is enough for what stands in it, in ${lang}`, async ({
    page,
    host,
    baseURL,
    request,
  }) => {
    await page.setViewportSize({ width: 1300, height: 900 });
    for (const width of [320, 480, 900]) {
      const described = charts.map(async (query) => {
        const url = encodeURIComponent(`${baseURL}/embed?${query}&lang=${lang}`);
        return (await (await request.get(`/oembed?url=${url}&maxwidth=${width}`)).json()).html as string;
      });
      const frames = (await Promise.all(described)).map(
        (html) => `<div style="width:${width}px">${html}</div>`,
      );
      await page.goto(host.put(`/${width}`, `<!doctype html>${frames.join('')}`));
      for (const frame of await page.locator('iframe').all()) {
        const inside = frame.contentFrame().locator('html:has(.embed footer)');
        const [needed = 0, given = 0] = await inside.evaluate((it) => [it.scrollHeight, it.clientHeight]);
        expect(given).toBeGreaterThan(200);
        expect([await frame.getAttribute('src'), width, needed]).toEqual([
          await frame.getAttribute('src'),
          width,
          Math.min(needed, given),
        ]);
        const own = await inside
          .locator('.embed')
          .evaluate((it) => Math.ceil(it.getBoundingClientRect().height));
        expect(given - own).toBeLessThan(200);
      }
    }
  });
