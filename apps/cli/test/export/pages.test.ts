import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { embedded } from '../datasets.ts';
import { article21 } from '../terminal.ts';
import { filesIn, makeSite } from './site.ts';

const BASE = 'https://mirror.example/some/where/';
let cwd: string;
/** One export for all: it draws a hundred pictures. */
let out: string;
const read = (path: string) => readFileSync(join(out, path), 'utf8');
const run = (...argv: string[]) => article21(argv, { cwd });

beforeAll(async () => {
  cwd = mkdtempSync(join(tmpdir(), 'article21-'));
  makeSite(cwd);
  await run('publish', embedded);
  await run('export', 'out', '--site', 'site', '--base-url', BASE.slice(0, -1));
  out = join(cwd, 'out');
});
afterAll(() => rmSync(cwd, { recursive: true, force: true }));

describe('a page of an export', () => {
  it('can be read without scripts: sentence, chart, table and files, in every language', () => {
    const sentences = {
      '': 'At least about 15 detentions',
      'ru/': 'около 15 и более задержаний',
      'kk/': 'шамамен 15',
    };
    for (const [root, sentence] of Object.entries(sentences)) {
      for (const folder of ['charts/detentions/', 'charts/detentions/over-time/']) {
        const html = read(`${root}${folder}index.html`);
        expect(html).toContain(sentence);
        expect(html).toContain('class="layout-0"');
        expect(html).toMatch(/<table[\s\S]*<\/table>/);
        expect(html).toContain('href="../');
        const png = readFileSync(join(out, `${root}${folder}card.png`));
        expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([1200, 630]);
        expect(read(`${root}${folder}chart.svg`)).toMatch(/^<svg /);
        expect(read(`${root}${folder}chart.svg`)).toContain(`${BASE}?measure=detentions`);
        expect(read(`${root}${folder}counts.csv`)).toContain('detentions,people');
      }
      expect(read(`${root}sources/kibhr-iphr-nhc-2012/index.html`)).toContain('peaceful');
    }
  });

  it('names no file of the data to be loaded beforehand: it brings what it shows', () => {
    const pages = filesIn(out).filter((path) => path.endsWith('.html'));
    expect(pages.length).toBeGreaterThan(20);
    expect(pages.filter((path) => /rel="?(?:preload|prefetch)/.test(read(path)))).toEqual([]);
  });

  it('says which view it stands for, where its folder does not', () => {
    const view = (path: string) => /name="article21-view" content="([^"]*)"/.exec(read(path))?.[1];
    expect(view('index.html')).toBeUndefined();
    expect(view('sources/index.html')).toBeUndefined();
    expect(view('ru/index.html')).toBe('/?lang=ru');
    expect(view('kk/sources/index.html')).toBe('/sources?lang=kk');
    expect(view('charts/fines/index.html')).toBe('/?measure=fines&amp;lang=en');
  });

  it('leads from one language and one chart to the other by folders, without scripts', () => {
    const html = read('ru/charts/detentions/index.html');
    expect(html).toContain('href="../../../kk/charts/detentions/"');
    expect(html).toContain('href="../../../ru/charts/detentions/over-time/"');
    expect(read('ru/charts/detentions/over-time/index.html')).toContain(
      'href="../../../../ru/charts/detentions/"',
    );
    expect(html).not.toContain('class="quiet theme-');
    expect(html).toContain('href="../../../ru/charts/fines/"');
    expect(html).toContain('href="../../../ru/data/"');
    expect(read('data/index.html')).toContain('href="../sources/"');
  });

  it('that only the program can fill says so in every language, and where there is something to read', () => {
    const html = read('presentation/index.html');
    expect(html).toMatch(/<noscript><main>[\s\S]*<\/noscript><div id="root">/);
    for (const link of ['../', '../ru/sources/', '../kk/']) expect(html).toContain(`<a href="${link}">`);
    expect(html).toContain('<p lang="kk">Бұл бетке JavaScript қажет.');
  });

  it('runs no script but files of its own, and one that hides what was not asked', () => {
    for (const page of filesIn(out).filter((it) => it.endsWith('.html'))) {
      const html = read(page);
      expect(html).toContain("default-src 'none'; script-src 'self'");
      const inline = [...html.matchAll(/<script(?![^>]*\bsrc=)([^>]*)>/g)].map((it) => it[1]?.trim());
      // Data, which no browser runs.
      const data = ['type="application/ld+json"', 'type="application/json" id="page-data"'];
      expect(inline.filter((it) => !data.includes(it ?? ''))).toEqual([]);
      expect(html).toContain('assets/early.js"></script>');
    }
  });
});

describe('--base-url', () => {
  it('is in cards, in pictures and for search engines, and names only what is there', () => {
    const html = read('kk/charts/fines/index.html');
    expect(html).toContain(`<meta property="og:image" content="${BASE}kk/charts/fines/card.png">`);
    expect(html).toContain(`<link rel="canonical" href="${BASE}kk/charts/fines/">`);
    // What a server of files shows for what is not there.
    const missing = read('404.html');
    expect(missing).toContain('src="/some/where/assets/index-abc.js"');
    expect(missing).toContain('href="/some/where/"');
    expect(read('robots.txt')).toContain(`Sitemap: ${BASE}sitemap.xml`);
    const listed = [...read('sitemap.xml').matchAll(/(?:<loc>|href=")(https[^<"]*)/g)].map(
      (it) => it[1] ?? '',
    );
    expect(listed.length).toBeGreaterThan(40);
    for (const address of listed) {
      expect(address.startsWith(BASE)).toBe(true);
      expect(existsSync(join(out, address.slice(BASE.length), 'index.html')), address).toBe(true);
    }
  });
});
