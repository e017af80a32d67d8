import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { exits } from '../../src/command.ts';
import { useDesk } from '../datasets.ts';
import { useQuickRenderer } from './quick-renderer.ts';
import { createExport, filesIn, makeSite } from './site.ts';

useQuickRenderer();

const desk = useDesk();
/** Publishes and exports; the tests that only look at what that wrote have copies of one. */
const copyExport = createExport(desk);
let out: string;
const read = (path: string) => readFileSync(join(out, path), 'utf8');
const exported = () => desk.run('export', 'out', '--site', 'site');

beforeEach(() => {
  makeSite(desk.cwd);
  out = join(desk.cwd, 'out');
});

describe('export', () => {
  it('writes every page of the dashboard, its program, and the snapshot', async () => {
    const id = await copyExport();
    const files = filesIn(out);
    for (const page of ['', 'sources/', 'methods/', 'data/', 'presentation/', 'present/', 'records/'])
      expect(files).toContain(`${page}index.html`);
    expect(files).toContain('sources/kibhr-iphr-nhc-2012/index.html');
    expect(files).toContain('assets/index-abc.js');
    expect(files).toContain(`snapshots/${id}/cells.bin`);
    expect(files.filter((it) => it.endsWith('.br'))).toEqual([]);
  });

  it('writes nothing that GitHub Pages leaves out, and tells it to leave nothing out', async () => {
    await copyExport();
    const hidden = filesIn(out).filter((path) => path.split('/').some((part) => /^[._]/.test(part)));
    expect(hidden).toEqual(['.nojekyll']);
    writeFileSync(join(out, 'CNAME'), 'mirror.example');
    const { exit, document } = await desk.json('verify', 'out');
    expect([exit, document.mirror.problems, document.mirror.foreign]).toEqual([exits.done, [], ['CNAME']]);
    const { stderr } = await desk.run('verify', 'out');
    expect(stderr).toContain('CNAME is not of the export: the owner of the web space put it there');
  });

  it('names what each page loads from where that page stands, and nothing from a root', async () => {
    const id = await copyExport();
    const pages = filesIn(out).filter((it) => it.endsWith('index.html'));
    for (const page of pages) {
      const root = page.split('/').slice(1).fill('..').join('/') || '.';
      const html = read(page);
      expect(html).toContain(`src="${root}/assets/index-abc.js"`);
      expect(html).toContain(`<meta name="article21-mirror" content="${root}/" data-snapshot="${id}" />`);
      const addresses = [...html.matchAll(/\b(?:src|href)="([^"#?]*)[^"]*"/g)].map(
        ([, address = '']) => address,
      );
      const own = addresses.filter((address) => !/^https?:/.test(address));
      expect(own).not.toEqual([]);
      expect(
        own.filter((address) => !existsSync(join(out, page, '..', address))),
        page,
      ).toEqual([]);
    }
    expect(pages.length).toBeGreaterThan(50);
  });

  it('lists every file with its length and hash', async () => {
    await copyExport();
    const manifest = JSON.parse(read('manifest.json')) as { files: { path: string; bytes: number }[] };
    const listed = manifest.files.map(({ path }) => path);
    expect(listed).toEqual(filesIn(out).filter((it) => it !== 'manifest.json'));
    for (const { path, bytes } of manifest.files) expect(readFileSync(join(out, path)).length).toBe(bytes);
  });

  it('writes the same bytes for the same snapshot and program', async () => {
    const id = await copyExport();
    const manifest = read('manifest.json');
    const { exit, stdout, stderr } = await exported();
    expect([exit, stderr]).toEqual([exits.done, '']);
    expect(stdout).toMatch(new RegExp(`^${id} is exported to ${out}\n`));
    expect(read('manifest.json')).toBe(manifest);
  });

  it('needs no --base-url: then no page claims to know where it stands', async () => {
    await copyExport();
    for (const page of filesIn(out).filter((it) => it.endsWith('.html')))
      expect(read(page)).not.toMatch(/rel="canonical"|og:image|og:url/);
    for (const file of ['404.html', 'sitemap.xml', 'robots.txt'])
      expect(existsSync(join(out, file))).toBe(false);
  });
});

describe('the words of an internal source', () => {
  it('are in no file that is exported', async () => {
    desk.edit('sources.csv', (text) => text.replace(',public,', ',internal,'));
    await desk.publish();
    await exported();
    const text = readFileSync(join(desk.dataset, 'sources/kibhr-iphr-nhc-2012.txt'), 'utf8');
    const quotes = readFileSync(join(desk.dataset, 'evidence.csv'), 'utf8').match(/"[^"]{30,}"/g) ?? [];
    const words = quotes.map((it) => it.slice(1, 31));
    expect(words.length).toBeGreaterThan(5);
    expect(words.some((it) => text.replace(/\s+/g, ' ').includes(it))).toBe(true);
    for (const path of filesIn(out)) {
      const bytes = readFileSync(join(out, path), 'latin1');
      for (const word of words)
        expect(bytes.includes(Buffer.from(word).toString('latin1')), path).toBe(false);
      expect(path).not.toContain('texts/');
      expect(bytes).not.toContain('sources/kibhr-iphr-nhc-2012.txt');
    }
  });
});
