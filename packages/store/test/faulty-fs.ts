import { readFileSync, renameSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { DurableFs } from '../src/index.ts';
import { quickFs } from './quick-fs.ts';

/** `once`: one operation fails; `from then on`: it and all after; `crash`: so, and what was not synced is lost. */
export type Fault = 'once' | 'from then on' | 'crash';

/** A change of a folder's names, to `path`, that a loss of power undoes until that folder is synced. */
interface Pending {
  path: string;
  /** Where a rename came from, and what it replaced. */
  renamed?: { from: string; replaced: Buffer | null };
}

export interface FaultyFs {
  fs: DurableFs;
  /** How many operations were asked for. */
  count(): number;
  /** The power goes: names that were not synced are gone, contents that were not are cut to half. */
  losePower(): void;
}

/** The machine's files, of which operation number `at` (from 1) fails. Give Infinity to count only. */
export function createFaultyFs(at: number, fault: Fault, code: string): FaultyFs {
  let count = 0;
  let pending: Pending[] = [];
  /** How many bytes of a file that is not synced are on the disk. */
  let unsynced = new Map<string, number>();

  /** Throws when it is this operation's turn; a write that fails has written its first half. */
  async function step(path: string, half?: () => void): Promise<void> {
    count += 1;
    if (fault === 'once' ? count !== at : count < at) return;
    if (count === at) half?.();
    throw Object.assign(new Error(`${code}: injected into operation ${count}`), { code, path });
  }

  function moved(from: string, to: string): (path: string) => string {
    return (path) => (path === from || path.startsWith(`${from}/`) ? to + path.slice(from.length) : path);
  }

  const fs: DurableFs = {
    makeFolder: async (path) => {
      await step(path);
      const there = await quickFs.list(path).catch(() => null);
      await quickFs.makeFolder(path);
      if (there === null) pending.push({ path });
    },
    list: async (path) => {
      await step(path);
      return quickFs.list(path);
    },
    read: async (path, most) => {
      await step(path);
      return quickFs.read(path, most);
    },
    pieces: async function* (path) {
      await step(path);
      yield* quickFs.pieces(path);
    },
    stamp: async (path) => {
      await step(path);
      return quickFs.stamp(path);
    },
    write: async (path, data) => {
      unsynced.set(path, 0);
      pending.push({ path });
      await step(path, () => writeFileSync(path, data.slice(0, data.length / 2)));
      await quickFs.write(path, data);
    },
    create: async (path, text) => {
      await step(path);
      const created = await quickFs.create(path, text);
      if (created) pending.push({ path });
      return created;
    },
    append: async (path, text) => {
      const there = readOrNull(path);
      unsynced.set(path, unsynced.get(path) ?? there?.length ?? 0);
      if (there === null) pending.push({ path });
      await step(path, () => writeFileSync(path, text.slice(0, text.length / 2), { flag: 'a' }));
      await quickFs.append(path, text);
    },
    copy: async (from, to) => {
      unsynced.set(to, 0);
      pending.push({ path: to });
      await step(to, () => {
        const data = readFileSync(from);
        writeFileSync(to, data.subarray(0, data.length / 2));
      });
      await quickFs.copy(from, to);
    },
    sync: async (path) => {
      await step(path);
      unsynced.delete(path);
      pending = pending.filter((it) => dirname(it.path) !== path);
    },
    rename: async (from, to) => {
      await step(to);
      const replaced = readOrNull(to);
      await quickFs.rename(from, to);
      const move = moved(from, to);
      unsynced = new Map([...unsynced].map(([path, kept]) => [move(path), kept]));
      pending = pending.map((it) => ({ ...it, path: move(it.path) }));
      pending.push({ path: to, renamed: { from, replaced } });
    },
    remove: async (path) => {
      await step(path);
      await quickFs.remove(path);
    },
  };

  function losePower(): void {
    for (const [path, kept] of unsynced) cutToHalf(path, kept);
    for (let last = pending.pop(); last !== undefined; last = pending.pop()) {
      const { path, renamed } = last;
      if (!renamed) rmSync(path, { recursive: true, force: true });
      else {
        ignoreMissing(() => renameSync(path, renamed.from));
        if (renamed.replaced) writeFileSync(path, renamed.replaced);
        const back = moved(path, renamed.from);
        pending = pending.map((it) => ({ ...it, path: back(it.path) }));
      }
    }
  }
  return { fs, count: () => count, losePower };
}

/** Half of what came after the bytes that are on the disk is lost. */
function cutToHalf(path: string, kept: number): void {
  ignoreMissing(() => truncateSync(path, kept + Math.floor((readFileSync(path).length - kept) / 2)));
}

function readOrNull(path: string): Buffer | null {
  try {
    return readFileSync(path);
  } catch {
    return null;
  }
}

/** What a failed publisher removed itself cannot be lost again. */
function ignoreMissing(work: () => void): void {
  try {
    work();
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
  }
}
