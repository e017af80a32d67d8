import { endpoints, problems } from '@article21/contract';
import { describe, expect, it } from 'vitest';
import { pageHeaders } from '../../src/page/layout.ts';
import { writePage } from '../../src/page/page.ts';
import { styleWith } from '../../src/page/style.ts';

const subsets = ['latin', 'cyrillic', 'cyrillic-ext'];
const files = ['sans-3', 'serif-4'].flatMap((it) =>
  subsets.map((subset) => `assets/source-${it}-${subset}-wght-normal-abc.woff2`),
);
const style = styleWith(['index.html', ...files], '/kz');
const asked = { baseUrl: 'https://article21.example', version: '1.2.3', style };
const page = await writePage({ ...asked, language: 'en' });

describe('the page of the API', () => {
  it('explains every endpoint, every key and every kind of problem', () => {
    for (const [name, { path, query }] of Object.entries(endpoints)) {
      expect(page).toContain(`<section id="${name}">`);
      expect(page).toContain(`<code>${path}</code>`);
      for (const key of Object.keys(query))
        expect(page).toContain(`<th scope="row"><code>${key}</code></th>`);
    }
    for (const kind of Object.keys(problems)) expect(page).toContain(`<tr id="${kind}">`);
  });

  it('has no script, no inline style and no address of somebody else', () => {
    expect(page).not.toMatch(/<script|<[^<>]*\s(?:on\w+|style)=/i);
    const addresses = [...page.matchAll(/(?:href|src)="([^"]+)"/g)].map((it) => it[1] ?? '');
    for (const address of addresses) expect(address).toMatch(/^(?:\/|#|https:\/\/article21\.example\/)/);
  });

  it('has the fonts of the dashboard, and no others', () => {
    expect([...page.matchAll(/url\('([^']+)'\)/g)].map((it) => it[1])).toEqual(
      files.map((it) => `/kz/${it}`),
    );
    expect(pageHeaders(style)['Content-Security-Policy']).toContain("font-src 'self'");
    expect(styleWith([], '')).not.toContain('@font-face');
  });

  it.each([
    ['en', 'Read it into a program', 'Charts'],
    ['ru', 'Загрузить в программу', 'Графики'],
    ['kk', 'Бағдарламаға оқу', 'Графиктер'],
  ] as const)(
    'is in %s, says which of it is not, and leads back and to the other languages',
    async (language, title, charts) => {
      const own = await writePage({ ...asked, language });
      expect(own).toContain(`<html lang="${language}">`);
      expect(own).toContain(`<h2>${title}</h2>`);
      const query = language === 'en' ? '' : `?lang=${language}`;
      expect(own).toContain(`<a href="https://article21.example/${query}">${charts}</a>`);
      for (const other of ['en', 'ru', 'kk']) expect(own).toContain(`/api?lang=${other}"`);
      // What the contract says is English in each, and told so to those who hear it.
      expect(own).toMatch(/<h2 lang="en">How many<\/h2>/);
      // Without what is in code or in English, no text of a page in Cyrillic is in Latin letters.
      const rest = own
        .replace(/<(?:style|code|pre)[^>]*>.*?<\/(?:style|code|pre)>/gs, '')
        .replace(/<(\w+)[^>]* lang="en"[^>]*>.*?<\/\1>/gs, '');
      const latin = rest.replace(/<[^>]*>/g, ' ').match(/\b[a-z]{3,}\b/gi) ?? [];
      const names = ['API', 'OpenAPI', 'Article', 'GET', 'Python', 'pandas', 'null', 'RFC', 'Accept'];
      expect(language === 'en' ? [] : latin.filter((it) => !names.includes(it))).toEqual([]);
    },
  );

  it('writes text as text', () => {
    expect(page).toContain('&quot;measure&quot;: &quot;detentions&quot;');
    expect(page).not.toContain('undefined');
    expect(page).not.toContain('[object');
  });
});
