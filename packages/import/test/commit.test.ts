import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { thisProcess } from '@article21/store/process';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { beginChange, finishChange } from '../src/commit.ts';
import { letGo, removeIfOf, takeOver } from '../src/waiting-change.ts';

let at = '';
const path = (...names: string[]) => join(at, ...names);
const WAITING = '.article21-change';
beforeEach(() => {
  at = mkdtempSync(join(tmpdir(), 'article21-commit-'));
  mkdirSync(path('data', 'sources'), { recursive: true });
  for (const name of ['a.csv', 'b.csv', 'sources/c.txt']) writeFileSync(path('data', name), 'before');
});
afterEach(() => rmSync(at, { recursive: true, force: true }));

const texts = () =>
  ['a.csv', 'b.csv', 'sources/c.txt'].map((name) => readFileSync(path('data', name), 'utf8'));
const write = (staged: string, name: string) => {
  rmSync(join(staged, name), { force: true });
  writeFileSync(join(staged, name), 'after');
};

it('puts all files in place, and leaves nothing behind', async () => {
  const { staged, commit } = await beginChange(path('data'));
  for (const name of ['a.csv', 'b.csv']) write(staged, name);
  expect(texts()).toEqual(['before', 'before', 'before']);
  await commit(['a.csv', 'b.csv']);
  expect(texts()).toEqual(['after', 'after', 'before']);
  expect(readdirSync(path('data')).sort()).toEqual(['a.csv', 'b.csv', 'sources']);
});

it('makes a folder that is not there as a whole', async () => {
  const { staged, commit } = await beginChange(path('new'));
  write(staged, 'a.csv');
  expect(existsSync(path('new'))).toBe(false);
  await commit(['a.csv']);
  expect(readdirSync(at).sort()).toEqual(['data', 'new']);
  expect(readdirSync(path('new'))).toEqual(['a.csv']);
});

it('writes nothing where somebody has changed a file meanwhile', async () => {
  const change = await beginChange(path('data'));
  write(change.staged, 'a.csv');
  writeFileSync(path('data', 'a.csv'), 'somebody');
  await expect(change.commit(['a.csv'])).rejects.toThrow(/^a\.csv was changed by somebody else meanwhile/);
  await change.abandon();
  expect(texts()).toEqual(['somebody', 'before', 'before']);
  expect(readdirSync(path('data')).sort()).toEqual(['a.csv', 'b.csv', 'sources']);
});

it.each([
  ['edited', () => writeFileSync(path('data', 'sources', 'c.txt'), 'edited')],
  ['removed', () => rmSync(path('data', 'sources', 'c.txt'))],
  [
    'replaced by another of the same size',
    () => {
      rmSync(path('data', 'sources', 'c.txt'));
      writeFileSync(path('data', 'sources', 'c.txt'), 'BEFORE');
    },
  ],
])('writes nothing where a file that it leaves as it is was %s meanwhile', async (_, change) => {
  const { staged, commit, abandon } = await beginChange(path('data'));
  write(staged, 'a.csv');
  change();
  await expect(commit(['a.csv'])).rejects.toThrow(/^sources\/c\.txt was changed by somebody else meanwhile/);
  await abandon();
  expect(readFileSync(path('data', 'a.csv'), 'utf8')).toBe('before');
});

it('takes a file that was written anew as it was for unchanged', async () => {
  const { staged, commit } = await beginChange(path('data'));
  write(staged, 'a.csv');
  rmSync(path('data', 'sources', 'c.txt'));
  writeFileSync(path('data', 'sources', 'c.txt'), 'before');
  await commit(['a.csv']);
  expect(texts()).toEqual(['after', 'before', 'before']);
});

it('lets only one change a folder at a time', async () => {
  const first = await beginChange(path('data'));
  await expect(beginChange(path('data'))).rejects.toThrow(/another import is changing/);
  await first.abandon();
  await (await beginChange(path('data'))).abandon();
});

it('is finished by one process alone where a kill left it', async () => {
  killed(['a.csv', 'b.csv', 'sources/c.txt'], true);
  const waiting = path('data', WAITING);
  const token = await takeOver(waiting, path('data'));
  await expect(finishChange(path('data'))).rejects.toThrow(/another import is changing/);
  await expect(takeOver(waiting, path('data'))).rejects.toThrow(/another import is changing/);
  expect(texts()).toEqual(['before', 'before', 'before']);
  // As a process that took it over and was killed, too.
  letGo(token ?? '');
  const finished = await Promise.allSettled([0, 1, 2].map(() => finishChange(path('data'))));
  expect(texts()).toEqual(['after', 'after', 'after']);
  expect(existsSync(waiting)).toBe(false);
  const refused = finished.flatMap((it) => (it.status === 'rejected' ? [String(it.reason)] : []));
  expect(refused.filter((it) => !it.includes('another import is changing'))).toEqual([]);
  expect(refused.length).toBeLessThan(3);
  expect(await takeOver(waiting, path('data'))).toBeNull();
});

it('is finished where a kill came between the claim of it and its taking over', async () => {
  killed(['a.csv', 'b.csv', 'sources/c.txt'], true);
  const hash = createHash('sha256').update('999999999').digest('hex').slice(0, 16);
  writeFileSync(path('data', WAITING, `process-${hash}`), JSON.stringify({ ...thisProcess(), token: 'x' }));
  await finishChange(path('data'));
  expect(texts()).toEqual(['after', 'after', 'after']);
  expect(readdirSync(path('data')).sort()).toEqual(['a.csv', 'b.csv', 'sources']);
});

const ended = () => Number(execFileSync('sh', ['-c', 'echo $$']).toString());

it.each([
  ['a process that has ended', () => ({ ...thisProcess(), pid: ended() })],
  [
    'one whose number another process was given since',
    () => ({ ...thisProcess(), pid: process.ppid, started: '1' }),
  ],
  [
    'one from before the machine started again',
    () => ({ ...thisProcess(), pid: process.ppid, boot: 'another' }),
  ],
  ['an earlier one of this number', () => thisProcess()],
  ['nobody, because a kill came while it was removed', () => null],
])('takes what %s left for abandoned', async (_, left) => {
  killed(['a.csv'], false);
  const who = left();
  if (who === null) rmSync(path('data', WAITING, 'process'));
  else writeFileSync(path('data', WAITING, 'process'), JSON.stringify({ ...who, token: 'x' }));
  await finishChange(path('data'));
  expect(existsSync(path('data', WAITING))).toBe(false);
  await (await beginChange(path('data'))).abandon();
});

it.each([
  ['a living process', () => ({ ...thisProcess(), pid: process.ppid, started: null })],
  ['a process of another container', () => ({ ...thisProcess(), pid: ended(), namespace: 'pid:[1]' })],
  ['a process of another machine', () => ({ ...thisProcess(), pid: ended(), host: 'elsewhere' })],
])('leaves %s its change, with a journal or without', async (_, who) => {
  for (const journal of [false, true]) {
    killed(['a.csv', 'b.csv', 'sources/c.txt'], journal);
    writeFileSync(path('data', WAITING, 'process'), JSON.stringify({ ...who(), token: 'x' }));
    await expect(beginChange(path('data'))).rejects.toThrow(
      /another import is changing .* remove .*article21-change/,
    );
    const outcome = await finishChange(path('data')).then(
      () => 'left as it is',
      (error: Error) => error.message,
    );
    expect(outcome).toMatch(journal ? /another import is changing/ : /left as it is/);
    expect(existsSync(path('data', WAITING, 'files', 'a.csv'))).toBe(true);
    expect(texts()).toEqual(['before', 'before', 'before']);
  }
});

it('waits for no pipe in the place of what it left', async () => {
  killed(['a.csv'], false);
  rmSync(path('data', WAITING, 'process'));
  execFileSync('mkfifo', [path('data', WAITING, 'process')]);
  await (await beginChange(path('data'))).abandon();
});

it('puts in place nothing of another change that has taken its place', async () => {
  const first = await beginChange(path('data'));
  write(first.staged, 'a.csv');
  // As somebody would who takes it for abandoned.
  rmSync(path('data', WAITING), { recursive: true });
  const second = await beginChange(path('data'));
  writeFileSync(join(second.staged, 'half.csv'), 'half');
  await expect(first.commit(['a.csv'])).rejects.toThrow();
  await expect(first.commit([])).rejects.toThrow(/another import is changing/);
  await first.abandon();
  expect(texts()).toEqual(['before', 'before', 'before']);
  write(second.staged, 'a.csv');
  await second.commit(['a.csv']);
  expect(texts()).toEqual(['after', 'before', 'before']);
});

it('removes no change but the one that it took for abandoned', async () => {
  const { staged, commit } = await beginChange(path('data'));
  write(staged, 'a.csv');
  // Somebody read who had left one here, and in the meantime that was removed and this one begun.
  for (const other of [JSON.stringify({ pid: 1, host: 'elsewhere', token: 'x' }), null])
    await removeIfOf(path('data', WAITING), other);
  await commit(['a.csv']);
  expect(texts()).toEqual(['after', 'before', 'before']);
  expect(readdirSync(path('data')).sort()).toEqual(['a.csv', 'b.csv', 'sources']);
});

it('leaves what a living process has begun to make, also before it says whose it is', async () => {
  const own = path('data', `${WAITING}-${process.ppid}-x`);
  mkdirSync(own);
  await finishChange(path('data'));
  // It is written at this moment.
  writeFileSync(join(own, 'process'), '');
  await finishChange(path('data'));
  // It removes what somebody left who has ended.
  writeFileSync(join(own, 'process'), JSON.stringify({ ...thisProcess(), pid: ended(), token: 'x' }));
  await finishChange(path('data'));
  expect(existsSync(own)).toBe(true);
});

it('is as it will be, or is made so next time, where putting files in place fails in the middle', async () => {
  const change = await beginChange(path('data'));
  for (const name of ['a.csv', 'd/e.csv', 'sources/c.txt']) {
    mkdirSync(join(change.staged, 'd'), { recursive: true });
    rmSync(join(change.staged, name), { force: true });
    writeFileSync(join(change.staged, name), 'later');
  }
  writeFileSync(path('data', 'd'), 'a file where a folder is needed');
  await expect(change.commit(['a.csv', 'd/e.csv', 'sources/c.txt'])).rejects.toThrow();
  await change.abandon();
  rmSync(path('data', 'd'));
  await finishChange(path('data'));
  for (const name of ['a.csv', 'd/e.csv', 'sources/c.txt'])
    expect(readFileSync(path('data', name), 'utf8')).toBe('later');
  expect(existsSync(path('data', WAITING))).toBe(false);
});

/** What a kill leaves: a change by a process that is no more. */
function killed(files: readonly string[], journal: boolean): void {
  mkdirSync(path('data', WAITING, 'files', 'sources'), { recursive: true });
  writeFileSync(path('data', WAITING, 'process'), '999999999');
  for (const name of files) writeFileSync(path('data', WAITING, 'files', name), 'after');
  if (journal)
    writeFileSync(
      path('data', WAITING, 'journal.json'),
      JSON.stringify({ files: ['a.csv', 'b.csv', 'sources/c.txt'] }),
    );
}

it('is as before where a kill came before the journal, and as after where it came later, however much was in place', async () => {
  killed(['a.csv', 'b.csv'], false);
  await finishChange(path('data'));
  expect(texts()).toEqual(['before', 'before', 'before']);
  expect(existsSync(path('data', WAITING))).toBe(false);
  for (const left of [
    ['a.csv', 'b.csv', 'sources/c.txt'],
    ['b.csv', 'sources/c.txt'],
    ['sources/c.txt'],
    [],
  ]) {
    for (const name of ['a.csv', 'b.csv', 'sources/c.txt'])
      writeFileSync(path('data', name), left.includes(name) ? 'before' : 'after');
    killed(left, true);
    await finishChange(path('data'));
    expect(texts()).toEqual(['after', 'after', 'after']);
    expect(existsSync(path('data', WAITING))).toBe(false);
  }
});

/** A folder of somebody else's, in which a change seems to have been interrupted. */
function given(journal: unknown): void {
  mkdirSync(path('data', WAITING, 'files', 'sources'), { recursive: true });
  writeFileSync(path('data', WAITING, 'process'), '999999999');
  writeFileSync(path('data', WAITING, 'journal.json'), JSON.stringify(journal));
}

it.each([
  { files: ['../../own.txt'] },
  { files: ['sources/../../../own.txt'] },
  { files: ['/own.txt'] },
  { files: ['..\\..\\own.txt'] },
  { files: 'own.txt' },
  { files: ['.git/hooks/post-checkout'] },
  { files: [], removed: ['a.csv', '.git/HEAD'] },
  { files: [null] },
  'nothing',
  null,
])('takes no journal that leads out of the folder, or is none: %j', async (journal) => {
  writeFileSync(path('own.txt'), 'mine');
  given(journal);
  // Where the first of them would come from.
  writeFileSync(path('data', 'own.txt'), 'theirs');
  for (const change of [finishChange, beginChange])
    await expect(change(path('data'))).rejects.toThrow(
      /journal\.json is none that an import has left: remove /,
    );
  expect(readFileSync(path('own.txt'), 'utf8')).toBe('mine');
  expect(texts()).toEqual(['before', 'before', 'before']);
});

it('puts nothing through a link, neither out of the folder nor into it', async () => {
  mkdirSync(path('home'));
  writeFileSync(path('home', 'own.txt'), 'mine');
  symlinkSync(path('home'), path('data', 'linked'));
  given({ files: ['linked/own.txt'] });
  mkdirSync(path('data', WAITING, 'files', 'linked'));
  writeFileSync(path('data', WAITING, 'files', 'linked', 'own.txt'), 'theirs');
  await expect(finishChange(path('data'))).rejects.toThrow(/linked is a link/);
  rmSync(path('data', WAITING), { recursive: true });
  const change = await beginChange(path('data'));
  mkdirSync(join(change.staged, 'linked'));
  writeFileSync(join(change.staged, 'linked', 'new.txt'), 'ours');
  await expect(change.commit(['linked/new.txt'])).rejects.toThrow(/linked is a link/);
  await change.abandon();
  given({ files: ['own.txt'] });
  rmSync(path('data', WAITING, 'files'), { recursive: true });
  symlinkSync(path('home'), path('data', WAITING, 'files'));
  await expect(finishChange(path('data'))).rejects.toThrow(/files is a link/);
  expect([readdirSync(path('home')), readFileSync(path('home', 'own.txt'), 'utf8')]).toEqual([
    ['own.txt'],
    'mine',
  ]);
});
