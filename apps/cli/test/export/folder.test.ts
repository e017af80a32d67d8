import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { exits } from '../../src/command.ts';
import { onceFor, useDesk } from '../datasets.ts';
import { useFewPages } from './few-pages.ts';
import { createExport, filesIn, makeSite } from './site.ts';

useFewPages();

const desk = useDesk();
const publish = onceFor(desk, ['.data'], () => desk.publish());
/** Publishes and exports; the tests that only look at what that wrote have copies of one. */
const copyExport = createExport(desk);
let out: string;
const read = (path: string) => readFileSync(join(out, path), 'utf8');
const exported = () => desk.run('export', 'out', '--site', 'site');

beforeEach(() => {
  makeSite(desk.cwd);
  out = join(desk.cwd, 'out');
});

describe('the snapshot that is exported', () => {
  it('exports the snapshot that is named, and says what changed before it', async () => {
    const first = await publish();
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
    const first = await publish();
    desk.edit('places.csv', (text) => text.replace('Almaty', 'Almaty city'));
    const second = await desk.publish();
    rmSync(join(desk.dataDir, 'snapshots', first, 'cells.bin'));
    expect((await exported()).exit).toBe(exits.done);
    expect(read(`snapshots/${second}/changes.json`)).toContain(`${first}, was damaged`);
  });
});

describe('a folder that is not to be overwritten', () => {
  it('is refused when it holds something else', async () => {
    await publish();
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
    writeFileSync(join(out, 'thesis.doc'), 'years of work');
    const { exit, stderr } = await exported();
    expect([exit, stderr]).toEqual([
      exits.usage,
      expect.stringContaining('has thesis.doc, which no export wrote'),
    ]);
    expect(read('thesis.doc')).toBe('years of work');
  });

  it('is refused when it is a file', async () => {
    await publish();
    writeFileSync(out, 'x');
    expect((await exported()).stderr).toContain('is not a folder');
  });

  it('is replaced when it is empty, and told of in one document with --json', async () => {
    const id = await publish();
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
    await publish();
    rmSync(join(desk.cwd, 'site'), { recursive: true });
    const { exit, stderr } = await exported();
    expect(exit).toBe(exits.failed);
    expect(stderr).toContain(`the dashboard is not built: there is no ${join(desk.cwd, 'site/index.html')}`);
    expect(existsSync(out)).toBe(false);
  });

  it('that no folder can be made there, and comes back', async () => {
    await publish();
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

  it.each(['example.org', 'ftp://example.org/', 'https://example.org/?a=b', 'https://me:pw@example.org/'])(
    'that a --base-url is none: %s',
    async (typed) => {
      const { exit, stderr } = await desk.run('export', 'out', '--site', 'site', '--base-url', typed);
      expect([exit, stderr]).toEqual([
        exits.usage,
        expect.stringContaining('--base-url is the address of a folder'),
      ]);
    },
  );
});
