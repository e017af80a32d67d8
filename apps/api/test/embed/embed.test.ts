import { createHash } from 'node:crypto';
import type { RestrictionRecord } from '@article21/model';
import { embedStyle } from '@article21/pages';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { appOf, BASE_URL, CANARY, publishMade, storeIn, temporaryFolder } from '../fixture.ts';

const folder = await temporaryFolder();
const store = storeIn(folder.path);
const { hono, close, reported } = appOf(store);
let id = '';
/** Published before the tests, so that what is current does not change under them. */
let synthetic = '';
/** Of more days than a page should carry marks. */
let daily = '';

beforeAll(async () => {
  synthetic = await publishMade(store, folder.path, { synthetic: true, called: 'synthetic' });
  daily = await publishMade(store, folder.path, {
    called: 'daily',
    edit: (records) => records.flatMap(onManyDays),
  });
  id = await publishMade(store, folder.path);
});
afterAll(async () => {
  await close();
  await folder.remove();
});

const onManyDays = (record: RestrictionRecord): RestrictionRecord[] => {
  if (record.id !== 'd-0') return [record];
  return Array.from({ length: 450 }, (_, i) => {
    const day = new Date(Date.UTC(2011, 0, 1 + i)).toISOString().slice(0, 10);
    return { ...record, id: `day-${i}`, date: day, charted: { ...record.charted, from: day, to: day } };
  });
};

const get = async (query: string, init: RequestInit = {}) => {
  const response = await hono.request(`/embed?${query}`, init);
  return { response, html: await response.text() };
};
const escaped = (address: string) => address.replaceAll('&', '&amp;');

describe('an embed', () => {
  it('says before any script what it shows, who says so, in which version and where the rest is', async () => {
    const { response, html } = await get('measure=detentions&by=place');
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(html).toContain('<h1>At least 4\u00a0detentions');
    expect(html).toMatch(/<svg [^>]*role="img"/);
    expect(html).toContain('Source: Somebody');
    expect(html).toContain(`Snapshot ${id}`);
    const page = escaped(`${BASE_URL}/?measure=detentions&by=place&lang=en&snapshot=${id}`);
    expect(html).toContain(`<a href="${page}" target="_blank" rel="noopener">`);
    expect(html).toContain('<th scope="row">Almaty</th>');
    expect(html).not.toContain(CANARY);
  });

  it('has the totals first and numbers in short, and says once what their signs mean', async () => {
    const { html } = await get('measure=detentions,fines&by=place');
    const table = /<details class="table">.*?<\/details>/s.exec(html)?.[0] ?? '';
    const groups = [...table.matchAll(/<th scope="rowgroup"[^>]*>([^<]*)/g)].map(([, title]) => title);
    expect(groups).toEqual(['Total', 'Detentions', 'Fines (EUR)']);
    expect(table.match(/≥: no upper limit known/g)).toHaveLength(1);
    expect(table).not.toMatch(/at least[^"<]*<\/td>/);
    expect(table).toMatch(/<span role="img" aria-label="[^"]*at least[^"]*"[^>]*>≥/i);
  });

  it('is images of each width where it has more marks than a page should carry, without the words that the page has', async () => {
    const { html } = await get(`measure=detentions&by=period&every=day&chart=calendar&snapshot=${daily}`);
    const images = [...html.matchAll(/<img src="(\/chart.svg[^"]+)"[^>]*inset\(0 0 ([\d.]+)%/g)];
    expect(images).toHaveLength(3);
    for (const [, image = '', covered] of images) {
      const [address = '', part = ''] = image.replaceAll('&amp;', '&').split('#svgView(viewBox(');
      const picture = await hono.request(address);
      expect(picture.status).toBe(200);
      const [, y = 0, , high = 0] = part.split(/[,)]/).map(Number);
      const texts = [...(await picture.text()).matchAll(/<text [^>]*y="([\d.]+)"[^>]*>([^<]+)/g)];
      const baseline = (words: RegExp) => Number(texts.find(([, , text = '']) => words.test(text))?.[1]);
      expect(baseline(/^At least/)).toBeLessThan(y);
      expect(baseline(/^Detentions/)).toBeGreaterThan(y);
      const capitals = 9;
      expect(baseline(/^Source: /) - capitals).toBeGreaterThan(y + high * (1 - Number(covered) / 100));
    }
  });

  it('loads nothing but its own script, and its style is the one that its policy names', async () => {
    const { response, html } = await get('measure=detentions');
    const policy = response.headers.get('content-security-policy') ?? '';
    expect([...html.matchAll(/<(?:script|link|img|style)[^>]*>/g)].map(([tag]) => tag)).toEqual([
      expect.stringMatching(/^<link rel="canonical"/),
      '<link rel="icon" href="/icon.svg">',
      '<style>',
      '<script type="module" crossorigin src="/embed-frame.js">',
    ]);
    const hash = createHash('sha256').update(embedStyle).digest('base64');
    expect(policy).toContain(`style-src 'sha256-${hash}'`);
    expect(html).toContain(`<style>${embedStyle}</style>`);
    expect(html).not.toMatch(/ on\w+=|javascript:|<iframe|<object/i);
  });

  it.each([
    ['en', '', 'The same numbers as a table'],
    ['ru', 'theme=dark', 'Те же числа'],
    ['kk', 'theme=light', 'Сол сандар'],
  ])('speaks %s', async (lang, theme, table) => {
    const { html } = await get(`measure=detentions&lang=${lang}&${theme}`);
    expect(html).toContain(`<html lang="${lang}"${theme ? ` data-theme="${theme.slice(6)}"` : ''}>`);
    expect(html).toContain(table);
  });

  it('lays the chart out for three widths, in the colours of both themes unless one is asked for', async () => {
    const both = (await get('measure=detentions')).html;
    for (const layout of ['layout-0', 'layout-1', 'layout-2'])
      expect(both).toContain(`<svg class="${layout}"`);
    expect(both).toContain('light-dark(');
    expect(both).toMatch(/fill="var\(--chart-\d+\)"/);
    expect((await get('measure=detentions&theme=dark')).html).toContain('fill="#121212"');
  });

  it('lets its readers choose where it is asked to, also without scripts', async () => {
    expect((await get('measure=detentions')).html).not.toContain('<form');
    const { html } = await get(
      `measure=detentions&place=almaty&from=2012-04&controls=1&title=Mine&snapshot=${id}`,
    );
    expect(html).toMatch(/<form class="controls" [^>]*method="get"/);
    expect(html).toContain('<option value="almaty" selected="">Almaty</option>');
    expect(html).toContain('name="from" value="2012-04-01"');
    expect(html).toContain(`<input type="hidden" name="snapshot" value="${id}"/>`);
    expect(html).not.toContain('name="title"');
    // The form of a date is the page's, whatever the browser's.
    expect(html.match(/placeholder="[^"]*"/g)).toEqual([
      'placeholder="yyyy-mm-dd"',
      'placeholder="yyyy-mm-dd"',
    ]);
    const kazakh = await get('measure=detentions&controls=1&lang=kk');
    expect(kazakh.html).toContain('placeholder="жжжж-аа-кк"');
    const chosen = await get('measure=detentions&place=&from=&to=&controls=1');
    expect(chosen.response.status).toBe(200);
  });

  it('says of a selection without records that this is not the number zero', async () => {
    const { response, html } = await get('measure=arrest_days&place=almerek');
    expect(response.status).toBe(200);
    expect(html).toContain('No record matches. That does not mean that nothing happened.');
  });

  it('says above the picture, across it and to those who do not see it that data are generated', async () => {
    const { html } = await get(`measure=detentions&snapshot=${synthetic}`);
    expect(html).toMatch(/<p class="synthetic">Synthetic data/);
    // Not once more in the drawings.
    expect(html).not.toMatch(/<text[^>]*>Synthetic data: /);
    expect(html.split('Synthetic data').length).toBeGreaterThan(4);
  });

  it.each([
    [400, 'place=nowhere', '“nowhere” could not be read (place).'],
    [400, 'metre=1', '“metre” means nothing here.'],
    [400, 'controls=yes', '“yes” could not be read (controls).'],
    [400, 'controls=1&controls=1', 'could not be read (controls)'],
    [400, 'width=99999', '“width” means nothing here.'],
    [400, 'snapshot=yesterday', '“yesterday” could not be read (snapshot).'],
    [404, 'snapshot=2001-01-01-0123456789abcdef', 'This version of the data is not kept here.'],
    [400, 'by=place,period&every=day&from=0001&to=9999', 'Choose a shorter period or a longer step'],
    [414, `title=${'x'.repeat(5000)}`, 'The address is too long.'],
  ])('is refused with %d for %s by a page that may be framed', async (status, query, sentence) => {
    const { response, html } = await get(query);
    expect(response.status).toBe(status);
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(response.headers.get('content-security-policy')).toContain('frame-ancestors *');
    // A page that is isolated from other origins shows no frame without them.
    expect(response.headers.get('cross-origin-embedder-policy')).toBe('require-corp');
    expect(response.headers.get('cross-origin-resource-policy')).toBe('cross-origin');
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(html).toContain('<main class="embed">');
    expect(html).toContain(sentence);
    expect(reported).toEqual([]);
  });

  it('is refused in the language that was asked for', async () => {
    expect((await get('measure=x&lang=kk')).html).toContain('Бұл графикті көрсету мүмкін емес');
  });

  it('holds markup of an address as the text that it is', async () => {
    const payload = '"><img src=x onerror=alert(1)>';
    for (const query of [`title=${encodeURIComponent(payload)}`, `${encodeURIComponent(payload)}=1`]) {
      const { html } = await get(`measure=detentions&${query}`);
      expect(html).toContain('&lt;img src=x onerror=alert(1)&gt;');
      expect(html).not.toContain('<img');
    }
  });

  it('names no other host, whatever a request says of it', async () => {
    const init = { headers: { Host: 'evil.example', 'X-Forwarded-Host': 'evil.example' } };
    const asked = [
      '/embed?measure=detentions',
      '/embed?x=1',
      '/chart.svg',
      '/api/v1/counts',
      '/openapi.json',
    ];
    const oembed = `/oembed?url=${encodeURIComponent(`${BASE_URL}/?measure=detentions`)}`;
    for (const path of [...asked, oembed]) {
      const own = await hono.request(path);
      const other = await hono.request(`http://evil.example${path}`, init);
      expect(await other.text()).toBe(await own.text());
      expect([...other.headers]).toEqual([...own.headers]);
      expect(JSON.stringify([...other.headers])).not.toContain('evil');
    }
  });
});
