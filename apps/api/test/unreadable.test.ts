import { execFileSync } from 'node:child_process';
import { cp, mkdir, readdir, rename, rm, symlink, truncate } from 'node:fs/promises';
import { join } from 'node:path';
import { problemSchema } from '@article21/contract';
import { type DurableFs, engine, nodeFs, openStore } from '@article21/store';
import { afterAll, describe, expect, it } from 'vitest';
import { appOf, CANARY, publishMade, storeIn, temporaryFolder } from './fixture.ts';
import { madeFiles } from './made-files.ts';

const folder = await temporaryFolder();
const store = storeIn(folder.path);
const dataDir = join(folder.path, 'data');
const before = await publishMade(store, folder.path, { detentions: 2 });
const id = await publishMade(store, folder.path, { detentions: 3 });
await store.keepChanges(id, before, '{}');
const gone = await publishMade(store, folder.path, { detentions: 1 });
await store.rollback(id);
await store.retract([gone], { reason: 'wrong', records: [{ dataset: 'made', record: 'x' }] });
await store.editions.keepStatement('signed', null);
const pristine = join(folder.path, 'pristine');
await cp(dataDir, pristine, { recursive: true });
afterAll(() => folder.remove());

const aside = join(folder.path, 'aside');

/** What may happen to a file: it is moved away, and something else put in its place. */
const faults: Readonly<Record<string, (file: string) => Promise<unknown>>> = {
  absent: async () => {},
  'a link': (file) => symlink(aside, file),
  'a pipe': async (file) => execFileSync('mkfifo', [file]),
  'a folder': (file) => mkdir(file),
  truncated: async (file) => {
    await cp(aside, file);
    await truncate(file, 7);
  },
};

/** What reads something of the disk. Each is asked of an application that has nothing open yet. */
const addresses = [
  '/healthz',
  '/readyz',
  '/api/v1/snapshots',
  '/api/v1/counts?measure=detentions',
  '/api/v1/records',
  '/api/v1/sources/statement',
  '/api/v1/outlines',
  `/api/v1/snapshots/${id}/changes`,
  `/api/v1/annotations?snapshot=${before}`,
  '/data',
];

/** The store's files, by their path in it. */
const kept = (await readdir(pristine, { recursive: true, withFileTypes: true })).flatMap((it) =>
  it.isFile() ? [join(it.parentPath, it.name).slice(pristine.length + 1)] : [],
);
/** Of the older snapshot the manifest stands for all: what opens the other opens it. */
const looked = kept.filter((file) => !file.includes(`${before}/`) || file.endsWith('manifest.json'));
/** Those that are only there while something is written. */
const written = ['change.json', 'lock'];

/** The files of this machine, of which one, or all of a folder, may not be read: as root, that cannot be had otherwise. */
function without(path: string): DurableFs {
  const refuse = (asked: string, syscall: string) => {
    if (asked !== path && !asked.startsWith(`${path}/`)) return;
    const message = `EACCES: permission denied, ${syscall} '${asked}'`;
    throw Object.assign(new Error(message), { code: 'EACCES', syscall, path: asked });
  };
  return {
    ...nodeFs,
    list: async (asked) => {
      refuse(asked, 'scandir');
      return nodeFs.list(asked);
    },
    read: async (asked, most) => {
      refuse(asked, 'open');
      return nodeFs.read(asked, most);
    },
    async *pieces(asked) {
      refuse(asked, 'open');
      yield* nodeFs.pieces(asked);
    },
  };
}

/**
 * Asks for everything, and says what was answered in another way than with 200 or a whole 503; and where a file is named that is
 * damaged, whether it is named at /healthz, with how to mend it.
 */
async function wrongAnswers(fs: DurableFs = nodeFs, named: string | null = null): Promise<string[]> {
  const asked = openStore({ dataDir, engine: engine('memory'), fs });
  const { hono, close, reported } = appOf(asked, { files: madeFiles });
  const wrong: string[] = [];
  for (const address of addresses) {
    const response = await hono.request(address);
    const said = await response.text();
    const isProblem = response.headers.get('content-type') === 'application/problem+json';
    const detail = isProblem ? problemSchema.parse(JSON.parse(said)).detail : '';
    const isClear = /damaged|cannot be read|points nowhere|nothing has been published|unusable/.test(detail);
    const isRight = response.status === 200 || (response.status === 503 && (!isProblem || isClear));
    if (address === '/healthz' && named !== null && !(detail.includes(named) && MENDED.test(detail)))
      wrong.push(`${address}: ${response.status} ${detail} does not name ${named}`);
    if (!isRight) wrong.push(`${address}: ${response.status} ${detail}`);
    for (const internal of [CANARY, folder.path, 'notebook.txt'])
      if (said.includes(internal)) wrong.push(`${address} tells ${internal}`);
  }
  await close();
  for (const error of reported) if (!(error instanceof Error)) wrong.push(`reported ${error}`);
  return wrong;
}

/** What tells somebody what to do. */
const MENDED = /from a backup|remove|retract|rollback|let the user who runs this read/;

/** How a file of the store is named where that is wrong with it; null where nothing is, or it is another snapshot's. */
function nameOf(file: string, fault: string): string | null {
  const inSnapshot = file.startsWith(`snapshots/${id}/`);
  if (file.startsWith('snapshots/') && !inSnapshot) return null;
  // What is cut short is passed over in the log, and who has the key judges what is signed; of what is not there beside the snapshots
  // nothing is wrong.
  const isJudgedByOthers = fault === 'truncated' && ['log.jsonl', 'editions/current.minisig'].includes(file);
  if (!inSnapshot && (fault === 'absent' || isJudgedByOthers)) return null;
  // Of the dataset's own files some are internal sources'.
  if (file.includes('/files/')) return 'a file of the dataset';
  return inSnapshot ? file.slice(`snapshots/${id}/`.length) : file;
}

describe('a file of the store', () => {
  it.each([...looked, ...written])(
    '%s: whatever is wrong with it, nothing is answered but what is true or 503 in words',
    async (file) => {
      const path = join(dataDir, file);
      const isThere = !written.includes(file);
      for (const [fault, put] of Object.entries(faults)) {
        if (!isThere && ['absent', 'truncated'].includes(fault)) continue;
        if (isThere) await rename(path, aside);
        try {
          await put(path);
          expect([fault, await wrongAnswers(nodeFs, nameOf(file, fault))]).toEqual([fault, []]);
        } finally {
          await rm(path, { recursive: true, force: true });
          if (isThere) await rename(aside, path);
        }
      }
      expect(['mode 000', await wrongAnswers(without(path), nameOf(file, 'mode 000'))]).toEqual([
        'mode 000',
        [],
      ]);
      expect(['mended', await wrongAnswers()]).toEqual(['mended', []]);
    },
  );

  it('is only there to be read: all of them, and their folders, may be closed', async () => {
    for (const closed of ['snapshots', `snapshots/${id}`, `snapshots/${before}`, 'changes', '.'])
      expect([closed, await wrongAnswers(without(join(dataDir, closed)))]).toEqual([closed, []]);
  });

  it('and all is answered again when it is there again, without a restart', async () => {
    const { hono, close } = appOf(storeIn(folder.path), { files: madeFiles, now: () => performance.now() });
    const log = join(dataDir, 'log.jsonl');
    await rename(log, aside);
    await symlink(aside, log);
    const asked = async () => (await hono.request('/api/v1/snapshots')).status;
    expect(await asked()).toBe(503);
    await rm(log);
    await rename(aside, log);
    expect(await asked()).toBe(200);
    await close();
  });
});
