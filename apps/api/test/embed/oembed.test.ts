import { endpoints, problemSchema } from '@article21/contract';
import { describe, expect, it } from 'vitest';
import { appOf, BASE_URL, publishMade, storeIn, temporaryFolder } from '../fixture.ts';
import { publishedApp } from '../published-app.ts';

const { hono, store, id } = await publishedApp(publishMade);

const ask = (url: string, more = '') => hono.request(`/oembed?url=${encodeURIComponent(url)}${more}`);
const answerTo = async (url: string, more = '') =>
  endpoints.oembed.answer.parse(await (await ask(url, more)).json());

describe('oEmbed', () => {
  it('answers the address of a page, and of an embed, with its frame', async () => {
    const query = 'measure=detentions&place=almaty&lang=ru';
    for (const path of ['/', '/embed']) {
      const answer = await answerTo(`${BASE_URL}${path}?${query}`);
      expect(answer).toMatchObject({ version: '1.0', type: 'rich', provider_url: BASE_URL, width: 640 });
      expect(answer.title).toMatch(/^Алматы|^Almaty|задержан/);
      expect(answer.html).toContain(`src="${BASE_URL}/embed?${query.replaceAll('&', '&amp;')}"`);
      expect(answer.thumbnail_url).toBe(`${BASE_URL}/chart.png?${query}&width=1200&height=630`);
      expect(answer).toMatchObject({ thumbnail_width: 1200, thumbnail_height: 630, cache_age: 3600 });
    }
  });

  it('takes the address by http and by https: one that was copied before the certificate came still embeds', async () => {
    const query = 'measure=detentions&place=almaty';
    const plain = BASE_URL.replace('https:', 'http:');
    for (const path of ['/', '/embed'])
      expect(await answerTo(`${plain}${path}?${query}`)).toEqual(
        await answerTo(`${BASE_URL}${path}?${query}`),
      );
    const other = appOf(store, { baseUrl: plain });
    const asked = `/oembed?url=${encodeURIComponent(`${BASE_URL}/?${query}`)}`;
    const answer = endpoints.oembed.answer.parse(await (await other.hono.request(asked)).json());
    expect(answer.html).toContain(`src="${plain}/embed?${query.replaceAll('&', '&amp;')}"`);
    await other.close();
  });

  it('leaves out what a page keeps for itself, and keeps a snapshot', async () => {
    const answer = await answerTo(
      `${BASE_URL}/?measure=detentions&open=detentions&at=almaty&snapshot=${id}#x`,
    );
    expect(answer.html).toContain(`/embed?measure=detentions&amp;snapshot=${id}"`);
    expect(answer.cache_age).toBe(31_536_000);
  });

  it('is no larger than it may be, and higher the narrower it is', async () => {
    const url = `${BASE_URL}/?measure=detentions&by=place`;
    const [wide, narrow, low] = await Promise.all([
      answerTo(url, '&maxwidth=5000'),
      answerTo(url, '&maxwidth=320&maxheight=4000'),
      answerTo(url, '&maxwidth=400&maxheight=150'),
    ]);
    expect(wide.width).toBe(1200);
    expect(narrow.width).toBe(320);
    expect(narrow.height).toBeGreaterThan(wide.height);
    expect(low).toMatchObject({ width: 400, height: 150 });
    expect(low.html).toContain('width="400" height="150"');
  });

  it('has nothing of what a reader added: a card shows nothing that would mark it', async () => {
    const plain = await answerTo(`${BASE_URL}/?measure=detentions`);
    const { html, height: _, ...titled } = await answerTo(`${BASE_URL}/?measure=detentions&title=Made+up`);
    const { html: plainHtml, height: _plain, ...expected } = plain;
    expect(titled).toEqual(expected);
    // Only the addresses that lead to it.
    const addresses = / (?:href|src)="[^"]*"| height="\d+"/g;
    expect(html.replace(addresses, '')).toBe(plainHtml.replace(addresses, ''));
  });

  it('lets the keys of those who ask pass, as WordPress sends them', async () => {
    expect((await ask(`${BASE_URL}/`, '&maxwidth=600&maxheight=900&dnt=1&format=json&x=y')).status).toBe(200);
  });

  it('has plain text for a title and escapes it in its frame', async () => {
    const own = await temporaryFolder();
    const hostile = storeIn(own.path);
    await publishMade(hostile, own.path, { almaty: '<b>"A" & B</b>' });
    const app = appOf(hostile);
    const url = encodeURIComponent(`${BASE_URL}/?measure=detentions&place=almaty`);
    const answer = endpoints.oembed.answer.parse(await (await app.hono.request(`/oembed?url=${url}`)).json());
    await app.close();
    await own.remove();
    expect(answer.title).toContain('<b>"A" & B</b>');
    expect(answer.html).toContain('&lt;b&gt;&quot;A&quot; &amp; B&lt;/b&gt;');
    expect(answer.html.match(/<[^>]+>/g)?.map((tag) => tag.split(' ')[0])).toEqual([
      '<blockquote>',
      '<a',
      '</a>',
      '</blockquote>',
      '<iframe',
      '</iframe>',
    ]);
  });

  it.each([
    'https://evil.example/embed?measure=detentions',
    '//evil.example/',
    `${BASE_URL}.evil.example/`,
    `${BASE_URL}@evil.example/`,
    `https://user:word@article21.example/`,
    `${BASE_URL}:8443/`,
    'http://article21.example:443/',
    'ftp://article21.example/',
    `${BASE_URL}/records/d-0`,
    `${BASE_URL}/embed/x`,
    'javascript:alert(1)',
    'no address at all:',
  ])('has no chart at %s', async (url) => {
    const response = await ask(url);
    expect(response.status).toBe(404);
    expect(problemSchema.parse(await response.json()).type).toMatch(/#not-found$/);
  });

  it.each([
    [400, `url=${encodeURIComponent(`${BASE_URL}/?place=nowhere`)}`],
    [400, `url=${encodeURIComponent(`${BASE_URL}/embed?colour=red`)}`],
    [400, ''],
    [400, `url=${BASE_URL}/&url=${BASE_URL}/`],
    [400, `url=${BASE_URL}/&maxwidth=0`],
    [400, `url=${BASE_URL}/&maxheight=1e9`],
    [400, `url=${BASE_URL}/?title=${'x'.repeat(2100)}`],
    [404, `url=${encodeURIComponent(`${BASE_URL}/?snapshot=2001-01-01-0123456789abcdef`)}`],
    [501, `url=${BASE_URL}/&format=xml`],
    [501, `url=${BASE_URL}/&format=yaml`],
  ])('answers %d to %s', async (status, query) => {
    const response = await hono.request(`/oembed?${query}`);
    expect(response.status).toBe(status);
    expect(problemSchema.parse(await response.json()).status).toBe(status);
  });
});
