import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { exits } from '../../src/command.ts';
import { useDesk } from '../datasets.ts';
import { createExport, filesIn, makeSite } from './site.ts';

vi.mock('@article21/render', () => import('./quick-renderer.ts'));

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

  it('exports the snapshot that is named, and says what changed before it', async () => {
    const first = await desk.publish();
    desk.edit('places.csv', (text) => text.replace('Almaty', 'Almaty city'));
    const second = await desk.publish();
    await desk.run('export', 'out', '--site', 'site', '--snapshot', first);
    expect(JSON.parse(read(`snapshots/${first}/changes.json`)).answer.since).toBeNull();
    await exported();
    expect(readdirSync(join(out, 'snapshots'))).toEqual([second]);
    expect(JSON.parse(read(`snapshots/${second}/changes.json`)).answer.since).toBe(first);
    const { exit, stderr } = await desk.run('export', 'out', '--site', 'site', '--snapshot', '2001-01-01-0');
    expect([exit, stderr]).toEqual([exits.usage, expect.stringContaining('unknown snapshot')]);
  });

  it('carries a sound snapshot also when the one before it is damaged', async () => {
    const first = await desk.publish();
    desk.edit('places.csv', (text) => text.replace('Almaty', 'Almaty city'));
    const second = await desk.publish();
    rmSync(join(desk.dataDir, 'snapshots', first, 'cells.bin'));
    expect((await exported()).exit).toBe(exits.done);
    expect(read(`snapshots/${second}/changes.json`)).toContain(`${first}, was damaged`);
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

describe('a folder that is not to be overwritten', () => {
  it('is refused when it holds something else', async () => {
    await desk.publish();
    mkdirSync(out);
    writeFileSync(join(out, 'thesis.doc'), 'years of work');
    const { exit, stderr } = await exported();
    expect([exit, stderr]).toEqual([
      exits.usage,
      expect.stringContaining('no earlier export (it has thesis.doc)'),
    ]);
    expect(read('thesis.doc')).toBe('years of work');
  });

  it('is refused when somebody put a file into an earlier export', async () => {
    await copyExport();
    writeFileSync(join(out, 'CNAME'), 'mirror.example');
    const { exit, stderr } = await exported();
    expect([exit, stderr]).toEqual([
      exits.usage,
      expect.stringContaining('has CNAME, which no export wrote'),
    ]);
    expect(read('CNAME')).toBe('mirror.example');
  });

  it('is refused when it is a file', async () => {
    await desk.publish();
    writeFileSync(out, 'x');
    expect((await exported()).stderr).toContain('is not a folder');
  });

  it('is replaced when it is empty, and told of in one document with --json', async () => {
    const id = await desk.publish();
    mkdirSync(out);
    const { exit, document } = await desk.json('export', 'out', '--site', 'site');
    expect(exit).toBe(exits.done);
    expect(document).toMatchObject({ ok: true, command: 'export', dir: out, snapshot: id, records: 29 });
    expect(document.files).toBe(filesIn(out).length - 1);
    expect(readdirSync(desk.cwd).filter((it) => it.startsWith('.out'))).toEqual([]);
  });
});

describe('export says in one sentence', () => {
  it('that the dashboard is not built, and where it was looked for', async () => {
    await desk.publish();
    rmSync(join(desk.cwd, 'site'), { recursive: true });
    const { exit, stderr } = await exported();
    expect(exit).toBe(exits.failed);
    expect(stderr).toContain(`the dashboard is not built: there is no ${join(desk.cwd, 'site/index.html')}`);
    expect(existsSync(out)).toBe(false);
  });

  it('that no folder can be made there, and comes back', async () => {
    await desk.publish();
    writeFileSync(join(desk.cwd, 'file'), 'x');
    const within = await desk.json('export', 'file/out', '--site', 'site');
    expect([within.exit, within.document.error.code]).toEqual([exits.failed, 'not_writable']);
    expect(within.document.error.message).toMatch(
      /cannot export to .*file.out: a file stands where .*; choose another folder/,
    );
    // Linux says of this folder's parent that it is missing, and that it cannot be made because it is missing.
    const nowhere = await desk.json('export', '/proc/nowhere/out', '--site', 'site');
    expect(nowhere.document.error).toMatchObject({ code: 'not_writable' });
    expect(nowhere.document.error.message).toContain('name one on a disk that can be written');
  });

  it('that nothing was published', async () => {
    const { exit, stderr } = await exported();
    expect([exit, stderr]).toEqual([exits.failed, expect.stringContaining('nothing has been published')]);
  });

  it('that the snapshot is damaged, and leaves what was exported before', async () => {
    const id = await copyExport();
    const manifest = read('manifest.json');
    rmSync(join(desk.dataDir, 'snapshots', id, 'cells.bin'));
    const { exit, stderr } = await exported();
    expect([exit, stderr]).toEqual([exits.damaged, expect.stringContaining('cells.bin is missing')]);
    expect(read('manifest.json')).toBe(manifest);
    expect(readdirSync(desk.cwd).filter((it) => it.startsWith('.out'))).toEqual([]);
  });
});
