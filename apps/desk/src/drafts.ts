import { createHash, randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { parseMapping, printMapping, requireTableName } from '@article21/import';
import type { Mapping } from '@article21/model/mapping';
import { hashOf, PRIVATE, writeDurably } from './kept-file.ts';

/** A table that was given to the desk and is not imported yet. */
export interface Draft {
  id: string;
  /** The name of its file. */
  name: string;
  /** Where its file is. */
  table: string;
  /** Where its mapping is, fit for `article21 import --map`. */
  at: string;
}

/** A mapping, and the hash of its file, by which a later change by somebody else is noticed. */
export interface KeptMapping {
  mapping: Mapping;
  text: string;
  hash: string;
}

export interface Drafts {
  list(): Promise<Draft[]>;
  /** Null where there is none of this id. */
  get(id: string): Promise<Draft | null>;
  /** Keeps a table, with the mapping that `propose` makes of it. The same table again is the same draft, as it is. */
  add(name: string, bytes: Uint8Array, propose: (table: string) => Promise<Mapping>): Promise<Draft>;
  read(draft: Draft): Promise<KeptMapping>;
  /** Writes a mapping where the file still has the hash `was`; answers whether it did. */
  write(draft: Draft, mapping: Mapping, was: string): Promise<boolean>;
  remove(draft: Draft): Promise<void>;
}

const TABLE = 'table';
const MAPPING = 'mapping.json';
/** Bytes, of which a name of 85 Georgian or Chinese letters has as many; systems take 255. */
const LONGEST_NAME = 255;

/**
 * The tables that wait beside a dataset's folder, in `<folder>.desk`, so that a closed tab or a desk that was stopped loses
 * nothing. They are no part of the folder, which holds what was imported alone.
 */
export function createDrafts(folder: string): Drafts {
  const root = `${folder}.desk`;
  const get: Drafts['get'] = async (id) => {
    if (!/^[a-f0-9]{12}$/.test(id) || !existsSync(join(root, id))) return null;
    const [name] = await readdir(join(root, id, TABLE));
    return name === undefined
      ? null
      : { id, name, table: join(root, id, TABLE, name), at: join(root, id, MAPPING) };
  };
  const read: Drafts['read'] = async ({ at }) => {
    const text = await readFile(at, 'utf8');
    return { mapping: parseMapping(text, at), text, hash: hashOf(text) };
  };
  return {
    get,
    read,
    async list() {
      if (!existsSync(root)) return [];
      const drafts = await Promise.all((await readdir(root)).sort().map(get));
      return drafts.filter((it) => it !== null);
    },
    async add(given, bytes, propose) {
      const name = fileName(given);
      requireTableName(name, given);
      const id = createHash('sha256').update(name).update('\n').update(bytes).digest('hex').slice(0, 12);
      const known = await get(id);
      if (known !== null) return known;
      await mkdir(root, { recursive: true, mode: PRIVATE });
      const making = join(root, `.new-${process.pid}-${randomUUID()}`);
      try {
        await mkdir(join(making, TABLE), { recursive: true, mode: PRIVATE });
        const table = join(making, TABLE, name);
        await writeDurably(table, bytes);
        await writeDurably(join(making, MAPPING), printMapping(await propose(table)));
        await rename(making, join(root, id));
      } finally {
        await rm(making, { recursive: true, force: true });
      }
      return { id, name, table: join(root, id, TABLE, name), at: join(root, id, MAPPING) };
    },
    async write(draft, mapping, was) {
      // What is compared and what is written are one step of this process; a kill leaves one of the two.
      const making = `${draft.at}.${randomUUID()}`;
      await writeDurably(making, printMapping(mapping));
      if ((await read(draft)).hash !== was) {
        await rm(making);
        return false;
      }
      await rename(making, draft.at);
      return true;
    },
    remove: ({ id }) => rm(join(root, id), { recursive: true, force: true }),
  };
}

/** The name of a file alone, without what some systems do not take in one. */
function fileName(given: string): string {
  const letters = [...basename(given.replaceAll('\\', '/')).replace(/[\p{C}<>:"|?*]/gu, '_')];
  while (Buffer.byteLength(letters.join('')) > LONGEST_NAME) letters.shift();
  return letters.join('');
}
