import { endpoints, problems } from '@article21/contract';
import { describe, expect, it } from 'vitest';
import { pageHeaders } from '../../src/page/layout.ts';
import { writePage } from '../../src/page/page.ts';
import { styleWith } from '../../src/page/style.ts';

const files = ['sans-3', 'serif-4'].map((it) => `assets/source-${it}-latin-wght-normal-abc.woff2`);
const style = styleWith(['index.html', ...files], '/kz');
const page = await writePage({ baseUrl: 'https://article21.example', version: '1.2.3', style });

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

  it('writes text as text', () => {
    expect(page).toContain('&quot;measure&quot;: &quot;detentions&quot;');
    expect(page).not.toContain('undefined');
    expect(page).not.toContain('[object');
  });
});
