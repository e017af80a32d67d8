import { chartIds } from '@article21/charts';
import { languages } from '@article21/model';
import { decode } from 'fast-png';
import { SaxesParser } from 'saxes';
import { describe, expect, it } from 'vitest';
import { appOf, BASE_URL, publishMade, storeIn, temporaryFolder } from '../fixture.ts';
import { kazakhstanApp } from '../published-app.ts';

const { hono, client, store, id } = await kazakhstanApp();

/** What an SVG says. Throws when it is not well-formed. */
function read(svg: string) {
  const said = { root: {} as Record<string, string>, title: '', desc: '', written: [] as string[] };
  const open: string[] = [];
  const parser = new SaxesParser({ xmlns: true });
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => {
    open.push(name);
    const values = Object.entries(attributes).map(([key, { value }]) => [key, value]);
    if (name === 'svg') said.root = Object.fromEntries(values);
    if (name === 'text' || name === 'tspan') said.written.push('');
  });
  parser.on('text', (text) => {
    const name = open.at(-1);
    if (name === 'title' || name === 'desc') said[name] += text;
    else if (text.trim() !== '') said.written.push(text);
  });
  parser.on('closetag', () => open.pop());
  parser.write(svg).close();
  return { ...said, text: said.written.filter(Boolean).join('\n'), joined: said.written.join('') };
}

const svg = async (query: string) => read(await (await hono.request(`/chart.svg?${query}`)).text());
const png = async (query: string) => {
  const response = await hono.request(`/chart.png?${query}`);
  return decode(new Uint8Array(await response.arrayBuffer()));
};

describe('a chart as a picture', () => {
  it.each(languages)('says in %s what it is, who says so, and where that stands', async (lang) => {
    const query = `measure=detentions&place=almaty&lang=${lang}`;
    const { headlines } = await client.counts({ measure: ['detentions'], place: ['almaty'], lang });
    const said = await svg(query);
    expect(said.root).toMatchObject({ lang, role: 'img', 'xml:lang': lang });
    expect(said.title).toBe(headlines[0]?.text);
    const permalink = `${BASE_URL}/?${query}&snapshot=${id}`;
    const where = [headlines[0]?.text, '(IPHR)', id, permalink];
    // A long sentence takes two lines.
    for (const part of where) expect(said.text.replaceAll('\n', ' ')).toContain(part);
    for (const part of where) expect(said.desc).toContain(part);
    expect(said.text).toContain('15');
  });

  it('has the sentence under a title of the reader’s, which is marked as theirs, and all of several', async () => {
    const said = await svg('measure=detentions,fines&title=What%20we%20know');
    // Shown by programs without the mark.
    expect(said.title).toMatch(/^At least about 15 detentions,/);
    const mark = 'The title was added by a reader and is not part of the source.';
    expect(said.text.replace(`\n${mark}\n`, '\n')).toMatch(
      /^What we know\nAt least about 15 detentions,.*\nAt least about EUR 770 in fines,/,
    );
    expect([said.text, said.desc].filter((it) => it.includes(mark))).toHaveLength(2);
    expect((await svg('measure=detentions,fines')).title).toMatch(
      /^At least about 15 detentions,.* At least about EUR 770/,
    );
  });

  it('is the chart that is named, else the one that its grouping needs', async () => {
    const unnamed = await svg('measure=detentions');
    expect((await svg('measure=detentions&by=place')).desc).toBe(
      unnamed.desc.replace('&snapshot', '&by=place&snapshot'),
    );
    expect(unnamed.desc).toContain('By city. Detentions (people). Almaty: at least about 15 detentions');
    const months = (await svg('measure=detentions&by=period&every=month')).text;
    expect(months).toContain('April');
    for (const chart of chartIds)
      expect([chart, (await svg(`measure=detentions&chart=${chart}`)).text.includes(id)]).toEqual([
        chart,
        true,
      ]);
  });

  it('of nothing says so, and does not look like a zero', async () => {
    const said = await svg('measure=fines&place=atyrau&from=2012-01&to=2012-02');
    expect(said.title).toMatch(/^No record of fines in Atyrau/);
    expect(said.text).toContain('That does not mean that nothing happened.');
    const { width, height } = await png('measure=fines&place=atyrau&from=2012-01&to=2012-02');
    expect([width, height > 100]).toEqual([960, true]);
  });

  it('is as large as it is asked to be, at every scale', async () => {
    expect((await svg('width=700')).root.width).toBe('700');
    expect((await svg('width=1200&height=630')).root).toMatchObject({ width: '1200', height: '630' });
    for (const scale of [1, 2, 3]) {
      const { width, height } = await png(`measure=fines&width=1200&height=630&scale=${scale}`);
      expect([width, height]).toEqual([1200 * scale, 630 * scale]);
    }
    const tall = Number((await svg('width=320')).root.height);
    expect(tall).toBeGreaterThan(Number((await svg('width=960')).root.height));
  });

  it('is light unless it is asked to be dark', async () => {
    const brightness = async (query: string) => (await png(query)).data[0];
    expect(await brightness('measure=fines')).toBeGreaterThan(240);
    expect(await brightness('measure=fines&theme=dark')).toBeLessThan(40);
  });

  it.each([
    '"><script>alert(1)</script>',
    ']]></desc><image href="https://evil.example/x.png"/>',
    '__proto__',
    '&lt;b&gt;{a|b}',
    '\u202eabc\u0000\ufffe',
    'Ә'.repeat(200),
    ' ',
  ])('keeps a title as the words that they are: %j', async (title) => {
    const response = await hono.request(`/chart.svg?measure=fines&title=${encodeURIComponent(title)}`);
    expect(response.status).toBe(200);
    const text = await response.text();
    expect(text).not.toMatch(/<script|<image|<foreignObject|<style|<a[ >]|href="h/i);
    const said = read(text);
    expect(said.text).toContain('At least about EUR 770 in fines');
    expect(said.text).toContain(`${BASE_URL}/?measure=fines&snapshot=${id}`);
    expect(Object.hasOwn(Object.prototype, 'a')).toBe(false);
    expect((await png(`measure=fines&title=${encodeURIComponent(title)}`)).width).toBe(960);
  });

  it('of generated data says so itself', async () => {
    const other = await temporaryFolder();
    const made = storeIn(other.path);
    await publishMade(made, other.path, { synthetic: true });
    const app = appOf(made);
    const said = read(await (await app.hono.request('/chart.svg?measure=detentions')).text());
    expect(said.text).toContain('Synthetic data');
    expect(said.desc).toContain('Synthetic data');
    await app.close();
    await other.remove();
  });
});

describe('a picture over the wire', () => {
  it('of an image is not packed a second time; a drawing is', async () => {
    const headers = { 'accept-encoding': 'br, gzip' };
    const drawing = await hono.request('/chart.svg', { headers });
    expect(drawing.headers.get('content-encoding')).toBe('br');
    expect(drawing.headers.get('content-type')).toBe('image/svg+xml');
    const image = await hono.request('/chart.png', { headers });
    expect(image.headers.get('content-encoding')).toBeNull();
    expect(image.headers.get('content-type')).toBe('image/png');
  });

  it('is the same bytes for the same snapshot, named or not, whichever way the query is written', async () => {
    for (const path of ['/chart.svg', '/chart.png']) {
      const bytes = async (query: string) =>
        Buffer.from(await (await hono.request(`${path}?${query}`)).arrayBuffer());
      const first = await bytes('measure=fines,detentions&width=960');
      expect((await bytes(`measure=detentions,fines&snapshot=${id}`)).equals(first)).toBe(true);
      const fresh = appOf(store);
      const anew = await fresh.hono.request(`${path}?measure=detentions,fines`);
      expect(Buffer.from(await anew.arrayBuffer()).equals(first)).toBe(true);
      await fresh.close();
    }
  });

  it('repeats no host that a request claims', async () => {
    const headers = { host: 'evil.example', 'x-forwarded-host': 'evil.example' };
    const response = await hono.request('http://evil.example/chart.svg?measure=fines', { headers });
    expect(await response.text()).not.toContain('evil');
  });
});

it('is drawn in the smallest size, too, with fewer measures', async () => {
  const { width, height } = await png('width=320&height=200');
  expect([width, height]).toEqual([320, 200]);
});

describe('a picture that cannot be', () => {
  it.each([
    ['width=319', 'width'],
    ['width=2001', 'width'],
    ['width=1e3', 'width'],
    ['width=', 'width'],
    ['width=500&width=600', 'width'],
    ['height=199', 'height'],
    ['height=2001', 'height'],
    ['height=-5', 'height'],
    ['scale=4', 'scale'],
    ['scale=0', 'scale'],
    ['scale=1.5', 'scale'],
    ['chart=pie', 'chart'],
    ['chart=__proto__', 'chart'],
    ['place=atlantis', 'place'],
    ['colour=red', 'colour'],
    ['width=2000&height=2000&scale=3', 'scale'],
    ['by=place,period&every=day&from=0001&to=9999', 'every'],
    ['measure=detentions&by=period&every=day&from=2000&to=2011', 'every'],
    ['measure=detentions&chart=calendar&from=2000&to=2011', 'every'],
    ['measure=detentions&chart=calendar&from=0001', 'every'],
    ['measure=detentions&chart=calendar&to=9999', 'every'],
  ])('with %s is refused by name', async (query, key) => {
    const response = await hono.request(`/chart.png?${query}`);
    expect(response.status).toBe(400);
    expect(response.headers.get('content-type')).toBe('application/problem+json');
    expect(await response.json()).toMatchObject({ issues: [{ key }] });
  });

  it('as a drawing has no scale', async () => {
    expect((await hono.request('/chart.svg?scale=2')).status).toBe(400);
  });

  it('of a snapshot that is gone is not there', async () => {
    const response = await hono.request('/chart.png?snapshot=2012-09-25-3f9c0a417d2be586');
    expect(response.status).toBe(404);
    expect(await response.json()).toMatchObject({
      detail: 'there is no snapshot 2012-09-25-3f9c0a417d2be586',
    });
  });
});
