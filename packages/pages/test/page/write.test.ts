import type { LoadedSnapshot } from '@article21/answers';
import { pageTexts, unbroken, words } from '@article21/messages';
import { type ChartQuery, emptyQuery, type Language, languages } from '@article21/model';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { noPageState, type PageRoute } from '../../src/address/index.ts';
import { type Addresses, serverAddresses } from '../../src/page/addresses.ts';
import { createTemplate } from '../../src/page/template.ts';
import { writePage } from '../../src/page/write.tsx';
import { serveKazakhstan } from '../kazakhstan.ts';

const texts = await pageTexts();

const INDEX = `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="description" content="x"><title>Built</title>
<script type="module" src="/assets/a.js"></script></head><body><div id="root"></div><noscript>x</noscript></body></html>`;
const template = createTemplate(INDEX);
const server = serverAddresses('https://site.example');

let loaded: LoadedSnapshot;
let remove: () => Promise<void>;
beforeAll(async () => {
  ({ loaded, remove } = await serveKazakhstan());
});
afterAll(() => remove());

interface PageCase {
  route?: PageRoute;
  query?: Partial<ChartQuery>;
  of?: LoadedSnapshot;
  addresses?: Addresses;
  language?: (typeof languages)[number];
}

const written = ({
  route = { page: 'charts' },
  query,
  of = loaded,
  addresses = server,
  language = 'en',
}: PageCase) =>
  writePage(
    {
      ...{ route, query: { ...emptyQuery, ...query }, issues: [], state: noPageState, loaded: of, addresses },
      ...{ words: words(language), texts: texts[language], older: false, picture: null },
    },
    template,
  );

const routes: PageRoute[] = [
  ...(['charts', 'sources', 'methods', 'data'] as const).map((page) => ({ page })),
  { page: 'source', id: 'kibhr-iphr-nhc-2012' },
];

/** Quotations, code and pictures stay as they are; so do the choices of a field, which never break. */
const NOT_SET = /<(script|style|pre|code|blockquote|q|svg|option)\b[\s\S]*?<\/\1>/g;

describe('a page for readers without scripts', () => {
  it.each(languages)('says in %s what it shows, and where it is in the others', async (language) => {
    const html = await written({ query: { measure: ['detentions'], lang: language }, language });
    expect(html).toContain(`<html lang="${language}">`);
    const sentences: Partial<Record<Language, string>> = {
      en: 'At least about 15 detentions',
      ru: 'около 15 и более задержаний',
    };
    const heading = /<h1>(.*?)<\/h1>/.exec(html)?.[1]?.replaceAll('\u00a0', ' ');
    expect(heading).toContain(sentences[language] ?? '15');
    for (const other of languages) expect(html).toContain(`hreflang="${other}"`);
  });

  it.each(languages)('breaks no line in %s between a number and what it counts', async (language) => {
    const record: PageRoute = { page: 'record', id: '2012-04-28-almaty-rejection' };
    for (const route of [...routes.filter(({ page }) => page !== 'source'), record]) {
      const html = await written({ route, language });
      const body = html.slice(html.indexOf('<body')).replace(NOT_SET, '');
      for (const text of body.split(/<[^>]*>/)) expect(unbroken(text), route.page).toBe(text);
    }
  });

  it('has one title, one description and no address of a request', async () => {
    for (const route of routes) {
      const html = await written({ route });
      expect(html.match(/<title>(?!Chart)/g)).toHaveLength(1);
      expect(html.match(/<meta name="description"/g)).toHaveLength(1);
      expect(html).not.toContain('Built');
    }
  });

  it('about the data has its records as files, and size and hash of the one that is fixed', async () => {
    const stored = { path: 'records.parquet', bytes: 20_480, sha256: '3f9c'.repeat(16) };
    const source = { path: 'files/records.csv', bytes: 1, sha256: '0'.repeat(64) };
    const listing = (files: (typeof stored)[]): LoadedSnapshot => ({
      ...loaded,
      snapshot: { ...loaded.snapshot, manifest: { ...loaded.snapshot.manifest, files } },
    });
    const ofRecords = async (files: (typeof stored)[]) => {
      const html = String(await written({ route: { page: 'data' }, of: listing(files), language: 'ru' }));
      return html.slice(html.indexOf('<h2 class="section-title">Записи'), html.indexOf('Лицензия. '));
    };
    const html = await ofRecords([source, stored]);
    for (const file of ['csv?lang=ru&amp;', 'xlsx?lang=ru&amp;', 'parquet?'])
      expect(html).toContain(`href="/api/v1/records.${file}snapshot=${loaded.id}"`);
    expect(html).toContain(`href="/api/v1/dataset.zip?snapshot=${loaded.id}"`);
    expect(html).toContain(`<code>${stored.sha256}</code>`);
    // Without the files as published it has internal sources, and is written when it is asked for.
    expect(await ofRecords([stored])).not.toContain(stored.sha256);
  });

  it('on a mirror has relative links, and names nothing that nobody answers there', async () => {
    const addresses: Addresses = {
      isMirror: true,
      page: (address) => `../${address.slice(1)}`,
      file: () => null,
      absolute: () => null,
      absoluteFile: () => null,
    };
    for (const route of routes) {
      const html = await written({ route, addresses });
      const links = [...html.matchAll(/(?:href|content)="([^"]*)"/g)].map(([, link = '']) => link);
      const own = links.filter((link) => link.startsWith('/') || link.startsWith('https://site'));
      expect(own).toEqual([]);
      expect(html).not.toContain('rel="canonical"');
      expect(html).not.toContain('og:image');
    }
  });
});

describe('texts of a dataset', () => {
  it('are in the language of the page where the dataset has it, else in its own, and the page says in which', async () => {
    const { catalogue } = loaded.snapshot;
    const meta = {
      ...catalogue.meta,
      language: 'ru',
      title: 'Своё название',
      title_kk: 'Атауы',
      description: 'О чём',
    };
    for (const name of ['title_en', 'title_ru', 'description_ru', 'description_kk'] as const)
      delete meta[name];
    const sources = catalogue.sources.map(({ title_ru: _, publisher_kk: __, ...it }) => ({
      ...it,
      title: 'Заявление',
    }));
    const snapshot = Object.assign(Object.create(loaded.snapshot), {
      catalogue: { ...catalogue, meta, sources },
    });
    const of: LoadedSnapshot = { ...loaded, snapshot };
    const page = (language: 'en' | 'ru' | 'kk') =>
      written({ route: { page: 'data' }, of, language, query: { lang: language } });
    const own = (text: string) => `<span lang="ru">${text}</span>`;
    const [english, russian, kazakh] = [await page('en'), await page('ru'), await page('kk')];
    expect(english).toContain(`<p class="about-name">${own('Своё название')}</p>`);
    expect(english).toContain(own('Заявление'));
    expect(english).toContain('<p lang="ru">О чём</p>');
    expect(russian).not.toContain('<span lang="ru">');
    expect(kazakh).toContain('<p class="about-name">Атауы</p>');
  });
});

describe('names from outside', () => {
  const hostile = '</script><script>alert(1)</script>"\'><img src=x onerror=alert(2)>&lt;<!--';

  it('are text on every page, in attributes and in JSON, too', async () => {
    const { catalogue } = loaded.snapshot;
    const of: LoadedSnapshot = {
      ...loaded,
      snapshot: Object.assign(Object.create(loaded.snapshot), {
        catalogue: {
          ...catalogue,
          meta: { ...catalogue.meta, title: hostile, description: hostile },
          sources: catalogue.sources.map((it) => ({
            ...it,
            title: hostile,
            publisher: hostile,
            rights: hostile,
          })),
        },
        text: async () => hostile,
      }),
    };
    for (const route of routes) {
      const html = await written({ route, of, query: { title: hostile } });
      expect(html).not.toContain('<script>');
      // A page has images of its own, in the place of drawings that are late.
      expect(html).not.toContain('<img src=x');
      // React marks in comments where a part begins.
      expect(html).not.toContain('&lt;<!--');
      expect(html).not.toMatch(/="[^"]*"'>/);
    }
    const [, json = ''] =
      /ld\+json">(.*?)<\/script>/.exec(await written({ route: { page: 'data' }, of })) ?? [];
    expect(JSON.parse(json)).toMatchObject({ '@type': 'Dataset', name: hostile });
  });
});

describe('a built page', () => {
  it.each([
    ['<div id="root"></div>', 'no place for what can be read'],
    ['<title>Built</title>', 'no title'],
    ['<html lang="en">', 'no language'],
    ['<noscript>x</noscript>', 'no word for readers without scripts'],
  ])('without %s is not filled', (part) => {
    expect(() => createTemplate(INDEX.replace(part, ''))).toThrow(/the built page has/);
  });
});
