import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { claimAdjacent } from '../../src/export/adjacent-folders.ts';
import { startFolder } from '../../src/export/folder.ts';
import { removeWritten } from '../../src/export/journal.ts';
import * as seal from '../../src/seal/index.ts';
import { filesIn } from './site.ts';

/** What somebody does to what stood in the target before, after it was examined and before it is removed. */
const meanwhile = { does: (_old: string) => {} };
const { printManifest, sealFiles, verifyMirror } = seal;
beforeAll(() => {
  const spy = vi.spyOn(seal, 'verifyMirror').mockImplementation(async (root, options) => {
    const report = await verifyMirror(root, options);
    if (basename(root).startsWith('.out.old-')) meanwhile.does(root);
    return report;
  });
  return () => spy.mockRestore();
});

let cwd: string;
let out: string;
const at = (path: string) => join(out, path);

beforeEach(async () => {
  meanwhile.does = () => {};
  cwd = mkdtempSync(join(tmpdir(), 'article21-replaced-'));
  out = join(cwd, 'out');
  const first = await filled('first');
  await first.finish();
  await first.discard();
});
afterEach(() => rmSync(cwd, { recursive: true, force: true }));

/** An export that is complete, and not yet in the place of the one before. */
async function filled(text: string) {
  const folder = await startFolder(out);
  await folder.put({ path: 'index.html', data: text });
  await folder.put({ path: 'ru/charts/index.html', data: text });
  const about = { snapshot: '2012-09-25-0123456789abcdef', title: 'Made', version: '1', synthetic: false };
  const files = [...folder.files];
  const data = printManifest({ format: 1, kind: 'article21-mirror', ...about, records: 1, files });
  await folder.putUnlisted({ path: sealFiles.manifest, data });
  return folder;
}

/** What strangers do to the folder while the next export is being written. */
const strangers: [what: string, does: () => void, told: string, kept: string, text: string][] = [
  ['put a file into it', () => writeFileSync(at('thesis.doc'), 'work'), 'thesis.doc', 'thesis.doc', 'work'],
  [
    'put a file into a new folder of it',
    () => {
      mkdirSync(at('en/drafts'), { recursive: true });
      writeFileSync(at('en/drafts/a.txt'), 'work');
    },
    'en/drafts/a.txt, which no export wrote',
    'en/drafts/a.txt',
    'work',
  ],
  [
    'change a file',
    () => writeFileSync(at('index.html'), 'by hand'),
    'index.html, which has 7 bytes instead of 5',
    'index.html',
    'by hand',
  ],
  [
    'change a file to one as long',
    () => writeFileSync(at('index.html'), 'fir5t'),
    'index.html, which is not what was exported (its hash differs)',
    'index.html',
    'fir5t',
  ],
  [
    'put another folder in its place',
    () => {
      renameSync(out, join(cwd, 'away'));
      mkdirSync(out);
      writeFileSync(at('thesis.doc'), 'work');
    },
    'no list of files of an export',
    'thesis.doc',
    'work',
  ],
];

describe('a folder into which somebody puts something while the next export is written', () => {
  it.each(strangers)('loses nothing: %s', async (_, does, told, kept, text) => {
    const folder = await filled('second');
    does();
    await expect(folder.finish()).rejects.toThrow(told);
    await folder.discard();
    expect(readFileSync(at('index.html'), 'utf8')).toBe('second');
    const [aside = ''] = readdirSync(cwd).filter((name) => name.startsWith('out.kept-'));
    expect(readFileSync(join(cwd, aside, kept), 'utf8')).toBe(text);
    expect(readdirSync(cwd).filter((name) => name.startsWith('.out'))).toEqual([]);
  });

  it('loses nothing of a file that stands where no folder was', async () => {
    rmSync(out, { recursive: true });
    const folder = await filled('second');
    writeFileSync(out, 'work');
    await expect(folder.finish()).rejects.toThrow('become something else than a folder');
    await folder.discard();
    const [aside = ''] = readdirSync(cwd).filter((name) => name.startsWith('out.kept-'));
    expect(readFileSync(join(cwd, aside), 'utf8')).toBe('work');
  });

  it('loses nothing that a link in it leads to', async () => {
    const folder = await filled('second');
    writeFileSync(join(cwd, 'thesis.doc'), 'work');
    rmSync(at('index.html'));
    symlinkSync(join(cwd, 'thesis.doc'), at('index.html'));
    await expect(folder.finish()).rejects.toThrow('index.html, which is not a file');
    await folder.discard();
    expect(readFileSync(join(cwd, 'thesis.doc'), 'utf8')).toBe('work');
  });

  it('keeps the file that names its host, put there before or meanwhile, and only that', async () => {
    for (const name of ['x.example', 'y.example']) {
      const folder = await filled('first');
      writeFileSync(at('CNAME'), name);
      await folder.finish();
      await folder.discard();
      expect(filesIn(out)).toEqual(['CNAME', 'index.html', 'manifest.json', 'ru/charts/index.html']);
      expect(readFileSync(at('CNAME'), 'utf8')).toBe(name);
    }
    const folder = await filled('second');
    mkdirSync(at('ru/more'));
    writeFileSync(at('ru/more/CNAME'), 'x.example');
    await expect(folder.finish()).rejects.toThrow('ru/more/CNAME, which no export wrote');
    await folder.discard();
    expect(readdirSync(cwd).filter((name) => name.startsWith('out')).length).toBe(2);
  });

  it('is replaced whole where nobody did, also where a file of it is gone', async () => {
    const folder = await filled('second');
    rmSync(at('ru/charts/index.html'));
    await folder.finish();
    await folder.discard();
    expect(readdirSync(cwd)).toEqual(['out']);
    expect(filesIn(out)).toEqual(['index.html', 'manifest.json', 'ru/charts/index.html']);
  });
});

/** Writes into a file, which has the same length then; the clock of the file system may not go on for some milliseconds. */
function writeLater(file: string, text: string): void {
  const before = statSync(file, { bigint: true }).ctimeNs;
  const clock = join(cwd, 'clock');
  do writeFileSync(clock, '');
  while (statSync(clock, { bigint: true }).ctimeNs <= before);
  rmSync(clock);
  writeFileSync(file, text);
}

describe('what stood in the target before, after it was examined', () => {
  const work = (path: string) => readFileSync(join(cwd, path), 'utf8');
  const kept = () => readdirSync(cwd).filter((name) => name.startsWith('out.kept-'));

  const changes: [what: string, does: (old: string) => void, path: string, text: string][] = [
    ['a file is written into', (old) => writeLater(join(old, 'index.html'), 'fir5t'), 'index.html', 'fir5t'],
    [
      'a file gets longer',
      (old) => writeFileSync(join(old, 'index.html'), 'by hand'),
      'index.html',
      'by hand',
    ],
    [
      'another file takes the place of one',
      (old) => {
        writeFileSync(join(cwd, 'mine'), 'first');
        renameSync(join(cwd, 'mine'), join(old, 'ru/charts/index.html'));
      },
      'ru/charts/index.html',
      'first',
    ],
    [
      'the list of files is written anew',
      (old) => writeFileSync(join(old, 'manifest.json'), '{}'),
      'manifest.json',
      '{}',
    ],
  ];
  it.each(changes)('keeps and names what is not as it was: %s', async (_, does, path, text) => {
    const folder = await filled('second');
    meanwhile.does = does;
    await expect(folder.finish()).rejects.toThrow(`has ${path}, which was changed meanwhile: it is kept in`);
    await folder.discard();
    expect(readFileSync(at('index.html'), 'utf8')).toBe('second');
    const [aside = ''] = kept();
    expect(work(join(aside, path))).toBe(text);
    expect(filesIn(join(cwd, aside))).toEqual([path]);
  });

  it('leads to no other folder, by no link: neither a file there is removed nor an empty folder', async () => {
    const folder = await filled('second');
    const elsewhere = join(cwd, 'elsewhere');
    mkdirSync(join(elsewhere, 'charts/drafts'), { recursive: true });
    writeFileSync(join(elsewhere, 'charts/index.html'), 'first');
    meanwhile.does = (old) => {
      renameSync(join(old, 'ru'), join(cwd, 'away'));
      symlinkSync(elsewhere, join(old, 'ru'));
    };
    await expect(folder.finish()).rejects.toThrow('ru/charts/index.html, which was changed meanwhile');
    await folder.discard();
    expect(work('elsewhere/charts/index.html')).toBe('first');
    for (const path of [join(elsewhere, 'charts'), join(cwd, 'away')]) rmSync(path, { recursive: true });
    mkdirSync(join(elsewhere, 'charts'));
    const next = await filled('third');
    await expect(next.finish()).rejects.toThrow('ru/charts/index.html, which was changed meanwhile');
    await next.discard();
    expect(existsSync(join(elsewhere, 'charts'))).toBe(true);
    expect(kept()).toHaveLength(2);
  });

  it('leads to no other folder, by no link: where a link stands in its place', async () => {
    const folder = await filled('second');
    const elsewhere = join(cwd, 'elsewhere');
    meanwhile.does = (old) => {
      renameSync(old, elsewhere);
      symlinkSync(elsewhere, old);
    };
    await expect(folder.finish()).rejects.toThrow('index.html, which was changed meanwhile');
    await folder.discard();
    expect(filesIn(elsewhere)).toEqual(['index.html', 'manifest.json', 'ru/charts/index.html']);
  });

  it('is kept as well where an interrupted export had moved it aside', async () => {
    const { replaced, release } = claimAdjacent(out);
    release();
    cpSync(out, replaced, { recursive: true });
    meanwhile.does = (old) => writeFileSync(join(old, 'index.html'), 'by hand');
    await expect(startFolder(out)).rejects.toThrow(
      'has index.html, which was changed meanwhile; move it away',
    );
    expect(readFileSync(join(replaced, 'index.html'), 'utf8')).toBe('by hand');
  });
});

it('what an interrupted export moved aside is removed, but for what no export wrote', async () => {
  const { replaced, release } = claimAdjacent(out);
  release();
  cpSync(out, replaced, { recursive: true });
  const strange = join(replaced, 'thesis.doc');
  writeFileSync(strange, 'years of work');
  await expect(startFolder(out)).rejects.toThrow('has thesis.doc, which no export wrote; move it away');
  expect(readFileSync(strange, 'utf8')).toBe('years of work');
  rmSync(strange);
  await (await startFolder(out)).discard();
  expect(readdirSync(cwd)).toEqual(['out']);
});

/** The folder that is being filled beside the target, with a stranger's file in it. */
async function fillingWithStranger() {
  const folder = await startFolder(out);
  await folder.put({ path: 'ru/index.html', data: 'second' });
  const [name = ''] = readdirSync(cwd).filter((it) => it.startsWith('.out.new-'));
  const filling = join(cwd, name);
  mkdirSync(join(filling, 'en'));
  writeFileSync(join(filling, 'en/thesis.doc'), 'years of work');
  return { folder, filling };
}

it('what a stranger put into the folder of an export that is given up stays', async () => {
  const { folder, filling } = await fillingWithStranger();
  await folder.discard();
  expect(filesIn(filling)).toEqual(['.article21-writing', 'en/thesis.doc']);
  rmSync(join(filling, 'en'), { recursive: true });
  await (await startFolder(out)).discard();
  expect(readdirSync(cwd)).toEqual(['out']);
});

it('what a stranger put into the folder of an export that was killed stays, and is named', async () => {
  const { folder, filling } = await fillingWithStranger();
  // As if it were of another export of this process, which is gone.
  const left = filling.replace(/-[0-9a-f]{8}$/, '-0123abcd');
  cpSync(filling, left, { recursive: true });
  rmSync(join(filling, 'en'), { recursive: true });
  await folder.discard();
  await expect(startFolder(out)).rejects.toThrow('has en/thesis.doc, which it did not write; move it away');
  expect(filesIn(left)).toEqual(['.article21-writing', 'en/thesis.doc']);
  rmSync(join(left, 'en'), { recursive: true });
  await (await startFolder(out)).discard();
  expect(readdirSync(cwd)).toEqual(['out']);
});

it('a list of what was being written leads to nothing outside of its folder', () => {
  const folder = join(cwd, 'folder');
  mkdirSync(folder);
  mkdirSync(join(cwd, 'other'));
  for (const path of ['thesis.doc', 'other/thesis.doc']) writeFileSync(join(cwd, path), 'years of work');
  symlinkSync(join(cwd, 'other'), join(folder, 'ru'));
  expect(removeWritten(folder, ['../thesis.doc', join(cwd, 'thesis.doc'), 'ru/thesis.doc'])).toBe('ru');
  for (const path of ['thesis.doc', 'other/thesis.doc']) expect(existsSync(join(cwd, path))).toBe(true);
});

it('an export is refused at once where a file of the one before was changed by hand', async () => {
  writeFileSync(at('index.html'), 'by hand');
  await expect(startFolder(out)).rejects.toThrow(
    'has index.html, which has 7 bytes instead of 5; move it away, or export to another folder',
  );
  expect(existsSync(at('index.html'))).toBe(true);
});
