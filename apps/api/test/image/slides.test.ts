import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { appOf, BASE_URL, publishMade, storeIn, temporaryFolder } from '../fixture.ts';
import { drawnTexts } from '../outputs/read-pdf.ts';
import { kazakhstanApp } from '../published-app.ts';

const { hono, client, store, id } = await kazakhstanApp();

const show = (rows: unknown) => Buffer.from(JSON.stringify(rows)).toString('base64url');
const bytesOf = async (path: string) => Buffer.from(await (await hono.request(path)).arrayBuffer());
const partsOf = (bytes: Uint8Array) =>
  Object.entries(unzipSync(bytes)).map(([path, part]) => [path, strFromU8(part)] as const);

describe('a chart to keep', () => {
  it.each([
    ['/chart.pdf?measure=detentions', 'application/pdf', 'inline; filename="detentions-by-city.pdf"', null],
    [
      '/chart.svg?measure=detentions&chart=map',
      'image/svg+xml',
      'inline; filename="detentions-by-city.svg"',
      'br',
    ],
    ['/chart.png?measure=fines&lang=ru', 'image/png', 'inline; filename="fines-by-city-ru.png"', null],
    [
      '/chart.pptx?measure=detentions,fines&by=place',
      'application/vnd.openxmlformats-officedocument.presentationml.presentation',
      'attachment; filename="detentions-and-fines-by-city.pptx"',
      null,
    ],
    [
      '/chart.csv?measure=detentions&from=2012&to=2012',
      'text/csv; charset=utf-8; header=present',
      'attachment; filename="detentions-by-city-2012.csv"',
      'br',
    ],
    [
      '/chart.json?measure=detentions',
      'application/json',
      'inline; filename="detentions-by-city.json"',
      'br',
    ],
  ])('%s has its kind, its name, and is revalidated or kept for ever', async (path, kind, name, encoding) => {
    const response = await hono.request(path, { headers: { 'accept-encoding': 'br, gzip' } });
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe(kind);
    expect(response.headers.get('content-disposition')).toBe(name);
    expect(response.headers.get('cache-control')).toBe('public, max-age=0, must-revalidate');
    // What is compressed by its kind is not compressed again.
    expect(response.headers.get('content-encoding')).toBe(encoding);
    const etag = response.headers.get('etag') ?? '';
    const again = await hono.request(path, {
      headers: { 'if-none-match': etag, 'accept-encoding': 'br, gzip' },
    });
    expect(again.status).toBe(304);
    const frozen = await hono.request(`${path}&snapshot=${id}`);
    expect(frozen.headers.get('cache-control')).toBe('public, max-age=31536000, s-maxage=60, immutable');
  });

  it.each(['/chart.pdf', '/chart.pptx', '/chart.csv', '/chart.json'])(
    '%s is the same bytes for the same snapshot, in another server, whatever host a request claims',
    async (path) => {
      const first = await bytesOf(`${path}?measure=fines,detentions&snapshot=${id}`);
      const fresh = appOf(store);
      const other = await fresh.hono.request(
        `http://evil.example${path}?snapshot=${id}&measure=detentions,fines`,
        {
          headers: { host: 'evil.example', 'x-forwarded-host': 'evil.example' },
        },
      );
      expect(Buffer.from(await other.arrayBuffer()).equals(first)).toBe(true);
      await fresh.close();
    },
  );

  it('has the numbers that the chart draws, also where the query says nothing of their grouping', async () => {
    const json = await client.chartJson({ measure: ['detentions'] });
    const { rows } = await client.counts({ measure: ['detentions'], by: ['place'] });
    expect(json).toMatchObject({ rows, query: { by: ['place'] } });
    const days = await client.chartJson({ measure: ['detentions'], chart: 'calendar' });
    expect(days.query).toMatchObject({ by: ['period'], every: 'day' });
    expect(await client.chartCsv({ measure: ['detentions'] })).toBe(
      await client.countsCsv({ measure: ['detentions'], by: ['place'] }),
    );
  });

  it('as a PDF is drawn, and as large as it is asked to be', async () => {
    const text = (await bytesOf('/chart.pdf?chart=map&lang=kk&width=1200&height=630')).toString('latin1');
    expect(text).toMatch(/^%PDF-1\.7/);
    expect(text).toContain('/MediaBox [0 0 900 472.5]');
    expect(text).not.toContain('/Subtype /Image');
  });

  it('as a presentation has a slide for each view, frozen only where all are', async () => {
    const rows = [['measure=detentions', 'Что & <как>', 'Спросить'], [`measure=fines&snapshot=${id}`]];
    const parts = partsOf(new Uint8Array(await client.chartPptx({ show: show(rows), lang: 'ru' })));
    const slides = parts.filter(([path]) => /slides\/slide\d\.xml$/.test(path));
    expect(slides).toHaveLength(2);
    expect(slides[0]?.[1]).toContain('Что &amp; &lt;как&gt;');
    expect(slides[1]?.[1]).toContain(`${BASE_URL}/?measure=fines&amp;lang=ru&amp;snapshot=${id}`);
    expect(parts.find(([path]) => path.endsWith('notesSlide1.xml'))?.[1]).toContain('Спросить');
    const caching = async (path: string) => (await hono.request(path)).headers.get('cache-control');
    expect(await caching(`/chart.pptx?show=${show(rows)}`)).toContain('must-revalidate');
    expect(await caching(`/chart.pptx?show=${show(rows)}&snapshot=${id}`)).toContain('immutable');
    expect(await caching(`/chart.pptx?show=${show([rows[1]])}`)).toContain('immutable');
  });

  it('as a presentation on paper has pages for its views, under its name, frozen only where all are', async () => {
    const rows = [['measure=detentions', '', 'Спросить'], [`measure=fines&snapshot=${id}`]];
    const path = `/chart.pdf?lang=ru&show=${show(rows)}`;
    const response = await hono.request(path);
    expect(response.headers.get('content-type')).toBe('application/pdf');
    expect(response.headers.get('content-disposition')).toBe(
      'inline; filename="presentation-of-2-views.pdf"',
    );
    expect(response.headers.get('cache-control')).toContain('must-revalidate');
    const bytes = Buffer.from(await response.arrayBuffer());
    expect(bytes.toString('latin1')).toContain('/MediaBox [0 0 842.25 595.5]');
    expect(drawnTexts(bytes)).toContain('Спросить');
    const head = await hono.request(path, { method: 'HEAD' });
    expect([head.status, head.headers.get('etag'), (await head.arrayBuffer()).byteLength]).toEqual([
      200,
      response.headers.get('etag'),
      0,
    ]);
    const frozen = await hono.request(`${path}&snapshot=${id}`);
    expect(frozen.headers.get('cache-control')).toContain('immutable');
    // A single view without `show` stays a picture of its own size.
    expect((await bytesOf('/chart.pdf?measure=detentions&width=1200')).toString('latin1')).toContain(
      '/MediaBox [0 0 900 ',
    );
  });

  it('of generated data says so on each slide and page', async () => {
    const other = await temporaryFolder();
    const made = storeIn(other.path);
    await publishMade(made, other.path, { synthetic: true });
    const app = appOf(made);
    const file = await app.hono.request(
      `/chart.pptx?show=${show([['measure=detentions'], ['measure=fines']])}`,
    );
    const slides = partsOf(new Uint8Array(await file.arrayBuffer())).filter(([path]) =>
      /slides\/slide\d/.test(path),
    );
    expect(
      slides.filter(([path, xml]) => path.endsWith('.xml') && xml.includes('Synthetic data')),
    ).toHaveLength(2);
    await app.close();
    await other.remove();
  });
});

describe('a chart that cannot be kept', () => {
  it.each([
    ['/chart.pptx?show=AAAA', 400, 'show'],
    ['/chart.pdf?show=AAAA', 400, 'show'],
    ['/chart.pdf?show=', 400, 'show'],
    [`/chart.pdf?show=${show([['measure=x']])}`, 400, 'measure'],
    [`/chart.pdf?show=${show([['']])}&scale=2`, 400, 'scale'],
    [`/chart.pptx?show=${show([['measure=x']])}`, 400, 'measure'],
    ['/chart.pptx?width=300', 400, 'width'],
    ['/chart.pptx?by=place,period&every=day&from=0001&to=9999', 400, 'every'],
    ['/chart.pdf?scale=2', 400, 'scale'],
    ['/chart.csv?width=300', 400, 'width'],
    ['/chart.json?by=place,period&every=day&from=0001&to=9999', 400, 'every'],
    ['/chart.json?chart=pie', 400, 'chart'],
  ])('%s is refused by name', async (path, status, key) => {
    const response = await hono.request(path);
    expect(response.status).toBe(status);
    expect(await response.json()).toMatchObject({ issues: [{ key }] });
  });

  it('of a snapshot that is gone is not there, also where one view names it', async () => {
    const gone = 'snapshot=2012-09-25-3f9c0a417d2be586';
    for (const path of [
      `/chart.pptx?${gone}`,
      `/chart.pptx?show=${show([[''], [gone]])}`,
      `/chart.pdf?${gone}`,
      `/chart.pdf?show=${show([[''], [gone]])}`,
    ])
      expect((await hono.request(path)).status).toBe(404);
  });
});
