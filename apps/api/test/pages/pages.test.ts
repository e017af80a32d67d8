import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { appOf, BASE_URL, CANARY, publishMade, storeIn, temporaryFolder } from '../fixture.ts';
import { madeFiles } from '../made-files.ts';

const folder = await temporaryFolder();
const store = storeIn(folder.path);
let now = 0;
const { hono, close, reported } = appOf(store, { files: madeFiles, now: () => now });
const impatient = appOf(store, { files: madeFiles, patience: async () => {} });

let snapshot = '';

beforeAll(async () => {
  snapshot = await publishMade(store, folder.path);
});
afterAll(async () => {
  expect(reported).toEqual([]);
  await close();
  await impatient.close();
  await folder.remove();
});

const get = async (path: string, headers: Record<string, string> = {}) => {
  const response = await hono.request(path, { headers });
  return { status: response.status, headers: response.headers, html: await response.text() };
};

describe('a page', () => {
  it('has the sentence, the chart and the table before any script runs', async () => {
    const { status, html } = await get('/?measure=detentions&place=almaty');
    expect(status).toBe(200);
    expect(html).toMatch(/<h1>4? ?.*detentions? in Almaty.*<\/h1>/);
    expect(html.match(/<svg class="layout-\d"/g)).toHaveLength(3);
    expect(html).toContain('<tr data-part="total">');
    expect(html).toContain('<div id="root"><a class="skip"');
    expect(html).not.toContain('<noscript>');
    expect(html.match(/<title>(?!Chart<)/g)).toHaveLength(1);
  });

  it.each([
    ['/?chart=map&by=period', 'is drawn only by place'],
    ['/?chart=map&place=almaty', 'chart=bar'],
  ])('at %s says why its chart is another, as the program does', async (path, text) => {
    const { html } = await get(path);
    expect(html).toContain('<section class="notice" aria-label="Chart">');
    expect(html).toContain(text);
  });

  it.each([
    ['/sources', '<h1>Sources</h1>'],
    ['/sources/statement', '<p>Somebody was detained.</p>'],
    ['/records/d-0', '<blockquote><mark>Somebody</mark> was detained.</blockquote>'],
    ['/methods', 'Unknown is never zero'],
    ['/data', 'Made for a test'],
    ['/data', 'sha256sum --check SHA256SUMS'],
    ['/data', 'npm run article21 -- verify 20'],
    ['/data', '[Data set].'],
    ['/data', '@misc{'],
    ['/methods', '<svg class="layout-1"'],
  ])('at %s says what it is about', async (path, text) => {
    const { status, html } = await get(path);
    expect(status).toBe(200);
    expect(html).toContain(text);
    expect(html).toMatch(/<meta name="description" content="[^"]{10,}">/);
    expect(html).toContain(`<link rel="canonical" href="${BASE_URL}${path}">`);
  });

  it.each(['/sources/notebook', '/records/hidden', '/', '/?measure=fines', '/data'])(
    'at %s has no word of an internal source',
    async (path) => {
      const { status, html } = await get(path);
      expect(status).toBe(200);
      expect(html).not.toContain(CANARY);
    },
  );
});

describe('the language of a page', () => {
  it.each([
    ['/', 'kk-KZ,kk;q=0.9,ru;q=0.8', 'kk'],
    ['/', 'de, ru;q=0.5, en;q=0.2', 'ru'],
    ['/', 'ru;q=0, de', 'en'],
    ['/', 'x'.repeat(500), 'en'],
    ['/?lang=en', 'ru', 'en'],
    ['/sources', 'ru', 'ru'],
    ['/records/nobody', 'kk', 'kk'],
  ])('of %s is for "%s" %s', async (path, accepted, language) => {
    const { html, headers } = await get(path, { 'accept-language': accepted });
    expect(html).toContain(`<html lang="${language}">`);
    expect(headers.get('vary')).toContain('Accept-Language');
  });

  it('has a tag of its own, so that nobody is told that the other one is the same', async () => {
    const tag = async (language: string) =>
      (await get('/', { 'accept-language': language })).headers.get('etag');
    const english = (await tag('en')) ?? '';
    expect(await tag('en-GB,en;q=0.5')).toBe(english);
    expect(await tag('ru')).not.toBe(english);
    expect((await get('/', { 'if-none-match': english })).status).toBe(304);
    expect((await get('/', { 'if-none-match': english, 'accept-language': 'ru' })).status).toBe(200);
  });
});

describe('what a page cannot show', () => {
  it.each([
    ['en', 'That is more than can be shown at once. Choose a shorter period or a longer step;'],
    ['ru', 'Это больше, чем можно показать за один раз. Выберите период короче или шаг крупнее;'],
    ['kk', 'Бұл бір мезгілде көрсетуге болатыннан көп. Қысқарақ кезеңді немесе ірірек қадамды таңдаңыз;'],
  ])('because a chart would be too large says in %s which filter to narrow', async (lang, text) => {
    const period = 'from=2000-01-01&to=2020-12-31&by=period&every=day';
    const { status, html } = await get(`/?measure=detentions&${period}&lang=${lang}`);
    expect(status).toBe(200);
    expect(html).toContain(`<figure class="chart"><p>${text}`);
  });

  it.each([
    ['/?snapshot=2020-01-01-0123456789abcdef', 404, 'This version of the data is not kept here'],
    ['/records/nobody', 404, 'There is no such thing in these data'],
    ['/sources/nowhere', 404, 'The link may be old or mistyped.'],
    ['/records/nobody?lang=ru', 404, 'Ссылка могла устареть, или в ней опечатка.'],
    ['/?snapshot=2020-01-01-0123456789abcdef&lang=kk', 404, '2020-01-01-0123456789abcdef нұсқасы жоқ.'],
    ['/?place=atlantis', 200, '“atlantis” is not known (place)'],
    ['/?fbclid=1', 200, '“fbclid” means nothing here'],
    ['/?place=atlantis,almaty&measure=detentions', 200, 'in Almaty'],
    ['/?from=2012-05-01&to=2012-04-01', 200, 'The period ends before it begins'],
    ['/?snapshot=%3Cscript%3E', 200, '&lt;script&gt;'],
  ])('is said at %s, with status %d', async (path, status, text) => {
    const answer = await get(path);
    expect(answer.status).toBe(status);
    expect(answer.html).toContain(text);
    expect(answer.html).toContain('<meta name="robots" content="noindex">');
    expect(answer.html).not.toContain('<script>');
    expect(answer.headers.get('content-type')).toBe('text/html; charset=utf-8');
  });

  it('is not kept where it is only not there yet', async () => {
    const { headers } = await get('/records/nobody');
    expect(headers.get('cache-control')).toBe('no-store');
  });
});

describe('an address that no page has', () => {
  const accept = 'text/html,application/xhtml+xml,*/*;q=0.8';

  it.each([
    ['/nope', 'en', 'en', 'There is no such page.'],
    ['/nope/further/down?lang=kk', 'en', 'kk', 'Мұндай бет жоқ.'],
    ['/nope', 'ru-RU,ru;q=0.9', 'ru', 'Такой страницы нет.'],
  ])('is a page for who came to %s with a browser, in %s', async (path, accepted, language, text) => {
    const { status, headers, html } = await get(path, { accept, 'accept-language': accepted });
    expect([status, headers.get('content-type')]).toEqual([404, 'text/html; charset=utf-8']);
    expect([headers.get('vary'), headers.get('cache-control')]).toEqual([
      'Accept, Accept-Language, Accept-Encoding',
      'no-store',
    ]);
    expect(headers.get('content-security-policy')).not.toContain('unsafe-eval');
    expect(html).toContain(`<html lang="${language}">`);
    expect(html).toContain(`<h1 class="failure-title">${text}</h1>`);
    expect(html).not.toContain('aria-current="page"');
  });

  it('is a problem for who asked for data', async () => {
    const { headers } = await get('/api/v1/nope', { accept });
    expect(headers.get('content-type')).toBe('application/problem+json');
    expect((await get('/nope', { accept: '*/*' })).headers.get('content-type')).toBe(
      'application/problem+json',
    );
  });
});

describe('a page whose picture is late', () => {
  it('comes without it, and is not kept', async () => {
    const response = await impatient.hono.request('/?measure=detentions');
    expect(response.status).toBe(200);
    expect(response.headers.get('cache-control')).toBe('no-store');
    const html = await response.text();
    expect(html).toContain('<h1>');
    expect(html).not.toContain('<svg class="layout');
    expect(html.match(/<picture class="layout-\d">/g)).toHaveLength(3);
  });

  it('has the room of it, and images of it that there are, in the colours of its reader', async () => {
    const view = '/?measure=detentions&by=period&chart=line';
    const html = await (await impatient.hono.request(view)).text();
    const whole = (await get(view)).html;
    expect(whole).toContain('<svg class="layout-2"');
    const heights = [...whole.matchAll(/<svg class="layout-\d"[^>]* height="(\d+)"/g)].map(([, it]) => it);
    expect([...html.matchAll(/<img [^>]* height="(\d+)"/g)].map(([, it]) => it)).toEqual(heights);
    const images = [...html.matchAll(/(?:srcset|src)="(\/chart.svg[^"]+)"/gi)].map(([, it = '']) =>
      it.replaceAll('&amp;', '&'),
    );
    expect(images.filter((it) => it.includes('theme=dark'))).toHaveLength(3);
    for (const image of images) {
      const [address = '', part = ''] = image.split('#svgView(viewBox(');
      const picture = await hono.request(address);
      expect(picture.status).toBe(200);
      const [, width = 0, height = 0] = /width="(\d+)" height="(\d+)"/.exec(await picture.text()) ?? [];
      const [x = 0, y = 0, wide = 0, high = 0] = part.split(/[,)]/).map(Number);
      expect(y).toBeGreaterThan(40);
      expect(x + wide).toBeLessThanOrEqual(Number(width));
      expect(y + high).toBeLessThanOrEqual(Number(height));
    }
    const inDark = await (await impatient.hono.request(`${view}&theme=dark`)).text();
    expect(inDark).not.toContain('<source');
    expect(inDark).toContain('theme=dark');
  });

  it('keeps its room where it is that of the notation, and says that a comparison is on its way', async () => {
    const methods = await (await impatient.hono.request('/methods')).text();
    expect(methods).toMatch(/<figure class="chart" style="min-height:\d+px"><\/figure>/);
    const data = await impatient.hono.request('/data');
    expect(data.headers.get('cache-control')).toBe('no-store');
    expect(await data.text()).toContain('class="waiting"');
  });
});

describe('the head of a page', () => {
  const view = '/?measure=detentions&place=almaty&lang=ru&theme=dark';

  it('names the picture, the canonical address and the other languages, all from BASE_URL', async () => {
    const { html } = await get(view, { host: 'evil.example', 'x-forwarded-host': 'evil.example' });
    expect(html).not.toContain('evil.example');
    const asked = 'measure=detentions&amp;place=almaty';
    expect(html).toContain(`<link rel="canonical" href="${BASE_URL}/?${asked}&amp;lang=ru">`);
    expect(html).toContain(`<link rel="alternate" hreflang="kk" href="${BASE_URL}/?${asked}&amp;lang=kk">`);
    expect(html).toContain('<meta property="og:locale" content="ru_RU">');
    expect(html).toContain('<meta name="twitter:card" content="summary_large_image">');
    expect(html).toContain('<html lang="ru" data-theme="dark">');
  });

  it('has a picture that there is', async () => {
    const { html } = await get(view);
    const [, image = ''] = /og:image" content="([^"]+)"/.exec(html) ?? [];
    const address = image.replaceAll('&amp;', '&');
    expect(address.startsWith(`${BASE_URL}/chart.png?`)).toBe(true);
    const picture = await hono.request(address.slice(BASE_URL.length));
    expect(picture.status).toBe(200);
    expect(Buffer.from(await picture.arrayBuffer()).readUInt32BE(16)).toBe(1200);
  });

  it('names where others ask how its chart is embedded, and other pages do not', async () => {
    const found = async (path: string) =>
      /<link rel="alternate" type="application\/json\+oembed" href="([^"]+)"/.exec(
        (await get(path)).html,
      )?.[1];
    const address = new URL(
      (await found('/?measure=detentions&place=almaty'))?.replaceAll('&amp;', '&') ?? '',
    );
    expect(address.href.startsWith(`${BASE_URL}/oembed?`)).toBe(true);
    expect(address.searchParams.get('url')).toBe(`${BASE_URL}/?measure=detentions&place=almaty&lang=en`);
    const answer = await hono.request(address.href.slice(BASE_URL.length));
    expect(await answer.json()).toMatchObject({ type: 'rich', title: expect.stringContaining('in Almaty') });
    for (const path of ['/methods', '/data', '/records/d-0', '/?snapshot=2020-01-01-0123456789abcdef'])
      expect(await found(path)).toBeUndefined();
  });

  it('has a picture of these numbers and of no others', async () => {
    const { html } = await get('/');
    expect(html).toMatch(new RegExp(`og:image" content="[^"]*snapshot=${snapshot}`));
  });

  it('of a version that is not the current one says so, and the page about the data lists both', async () => {
    const before = snapshot;
    expect((await get(`/?snapshot=${before}`)).html).not.toContain('class="notice older"');
    const first = await get('/data');
    const pinned = await get(`/data?snapshot=${before}`);
    expect(first.html).toContain('This is the first version');
    expect(first.html.match(/<p class="versions-facts">/g)).toHaveLength(1);
    await publishMade(store, folder.path, { detentions: 4 });
    // What was current is believed for a moment.
    now += 1000;
    expect((await get(`/?snapshot=${before}`)).html).toContain('class="notice older"');
    const known = ({ headers }: typeof first) => ({ 'if-none-match': headers.get('etag') ?? '' });
    const second = await get('/data', known(first));
    expect(second.status).toBe(200);
    expect(second.html.match(/<p class="versions-facts">/g)).toHaveLength(2);
    expect(second.html).toContain(`<a href="/data?snapshot=${before}">`);
    expect(second.html).toMatch(/<p>\d+ records? (added|removed)/);
    expect(second.html).toContain('<ul class="changes">');
    // The page of the older version changes, too: there is another one to go to.
    expect((await get(`/data?snapshot=${before}`, known(pinned))).status).toBe(200);
  });
});

describe('search engines', () => {
  const datasetIn = (html: string) => {
    const [, json = 'null'] = /<script type="application\/ld\+json">(.*?)<\/script>/.exec(html) ?? [];
    return JSON.parse(json) as Record<string, unknown> | null;
  };

  it.each(['/', '/data', '/?lang=ru'])('read at %s what the data are', async (path) => {
    const dataset = datasetIn((await get(path)).html);
    expect(dataset).toMatchObject({
      '@context': 'https://schema.org',
      '@type': 'Dataset',
      name: 'Made for a test',
      dateModified: '2026-11-23',
      license: ['CC0-1.0'],
      temporalCoverage: expect.stringMatching(/^2012-04-10\/2012-05-\d\d$/),
    });
    const downloads = dataset?.distribution as { contentUrl: string; encodingFormat: string }[];
    expect(downloads).toHaveLength(3);
    for (const { contentUrl, encodingFormat } of downloads) {
      expect(contentUrl.startsWith(`${BASE_URL}/api/v1/counts`)).toBe(true);
      const answer = await hono.request(contentUrl.slice(BASE_URL.length));
      expect([answer.status, answer.headers.get('content-type')?.startsWith(encodingFormat)]).toEqual([
        200,
        true,
      ]);
    }
  });

  it('are told of no dataset where a page is about a part of it', async () => {
    for (const path of ['/?measure=fines', '/sources', '/records/d-0'])
      expect(datasetIn((await get(path)).html)).toBeNull();
  });

  it('find the pages that there are, and only those', async () => {
    expect((await get('/robots.txt')).html).toContain(`Sitemap: ${BASE_URL}/sitemap.xml`);
    const { html, headers } = await get('/sitemap.xml', { host: 'evil.example' });
    expect(headers.get('content-type')).toBe('application/xml; charset=utf-8');
    expect(html).not.toContain('evil.example');
    const pages = [...html.matchAll(/<loc>(.*?)<\/loc>/g)].map(([, page = '']) =>
      page.replaceAll('&amp;', '&'),
    );
    expect(pages.length).toBeGreaterThan(8);
    for (const page of pages)
      expect([page, (await get(page.slice(BASE_URL.length))).status]).toEqual([page, 200]);
  });
});
