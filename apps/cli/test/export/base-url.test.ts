import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { exits } from '../../src/command.ts';
import { useDesk } from '../datasets.ts';
import { filesIn, makeSite } from './site.ts';

vi.mock('@article21/render', () => import('./quick-renderer.ts'));

const BASE = 'https://mirror.example/some/where/';
const desk = useDesk();
let out: string;
const read = (path: string) => readFileSync(join(out, path), 'utf8');
const exportTo = (...argv: string[]) => desk.run('export', 'out', '--site', 'site', ...argv);

beforeEach(() => {
  makeSite(desk.cwd);
  out = join(desk.cwd, 'out');
});

describe('--base-url', () => {
  it('is in cards, in pictures and for search engines, and names only what is there', async () => {
    await desk.publish();
    await exportTo('--base-url', BASE.slice(0, -1));
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

  it('is not needed: then no page claims to know where it stands', async () => {
    await desk.publish();
    await exportTo();
    for (const page of filesIn(out).filter((it) => it.endsWith('.html')))
      expect(read(page)).not.toMatch(/rel="canonical"|og:image|og:url/);
    for (const file of ['404.html', 'sitemap.xml', 'robots.txt'])
      expect(existsSync(join(out, file))).toBe(false);
  });

  it.each(['example.org', 'ftp://example.org/', 'https://example.org/?a=b', 'https://me:pw@example.org/'])(
    'that is none is refused: %s',
    async (typed) => {
      const { exit, stderr } = await exportTo('--base-url', typed);
      expect([exit, stderr]).toEqual([
        exits.usage,
        expect.stringContaining('--base-url is the address of a folder'),
      ]);
    },
  );
});
