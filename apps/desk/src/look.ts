import { createHash } from 'node:crypto';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { type Imported, importTable, readTable, rowsFile, type UnderstoodRow } from '@article21/import';
import type { Draft, Drafts, KeptMapping } from './drafts.ts';
import type { Queue } from './queue.ts';

/** What would come of importing a table, and what it was looked at with. */
export interface Look {
  kept: KeptMapping;
  imported: Imported;
  /** The first rows as they were understood. */
  rows: readonly UnderstoodRow[];
  /** Changes with the mapping and with the folder: whoever acts on a look says which. */
  seen: string;
}

/** How far a look or an import is: the rows that were read, and, after that, which part of what comes of them is checked. */
export interface Reached {
  rows: number;
  checked: number | null;
}

export interface Looks {
  look(draft: Draft): Promise<Look>;
  reached(id: string): Reached;
  /** Imports the table where that is still what was seen; null where it is not. */
  import(draft: Draft, seen: string): Promise<Imported | null>;
}

const ROWS_SHOWN = 60;

/** Looks at tables, and keeps the last look at each: whoever answers one question need not wait for the others again. */
export function createLooks(folder: string, drafts: Drafts, reader: string | null, queue: Queue): Looks {
  const kept = new Map<string, Look>();
  const far = new Map<string, Reached>();
  const run = async (draft: Draft, dryRun: boolean): Promise<Omit<Look, 'seen'>> => {
    const mapping = await drafts.read(draft);
    const rows: UnderstoodRow[] = [];
    const reached: Reached = { rows: 0, checked: null };
    far.set(draft.id, reached);
    const imported = await importTable({
      parts: inTurns(readTable(draft.table, mapping.mapping.table, reader)),
      mapping: mapping.mapping,
      folder,
      dryRun,
      onCheck({ bytes, totalBytes }) {
        reached.checked = totalBytes > 0 ? bytes / totalBytes : 1;
      },
      onRow(row) {
        reached.rows += 1;
        if (rows.length < ROWS_SHOWN && row.leftOut !== 'empty') rows.push(row);
      },
    });
    return { kept: mapping, imported, rows };
  };
  const seenNow = async (draft: Draft) => {
    const { hash, mapping } = await drafts.read(draft);
    return `${hash} ${await folderStamp(folder, mapping.source.id)}`;
  };
  const lookNow = async (draft: Draft) => {
    const seen = await seenNow(draft);
    const last = kept.get(draft.id);
    if (last?.seen === seen) return last;
    const look = { ...(await run(draft, true)), seen };
    kept.set(draft.id, look);
    return look;
  };
  return {
    reached: (id) => far.get(id) ?? { rows: 0, checked: null },
    look: (draft) => queue(() => lookNow(draft)),
    import: (draft, seen) =>
      queue(async () => {
        if ((await seenNow(draft)) !== seen) return null;
        const { imported } = await run(draft, false);
        if (imported.done) {
          kept.delete(draft.id);
          await drafts.remove(draft);
        }
        return imported;
      }),
  };
}

/** Parts of a table with a turn of the event loop between them, in which pages are answered: the reader may be far ahead. */
async function* inTurns<Part>(parts: AsyncIterable<Part>): AsyncGenerator<Part> {
  for await (const part of parts) {
    yield part;
    await setImmediate();
  }
}

/**
 * What an import goes by in a folder, as the system knows its files again: number, size and time of their last writing. Not
 * that of their last change, which a look changes: it gives them a second name for a while.
 */
async function folderStamp(folder: string, source: string): Promise<string> {
  const tables = [
    'records',
    'evidence',
    'sources',
    'places',
    'rates',
    'assemblies',
    'coverage',
    'kinds',
    'measures',
    'attributes',
  ];
  const files = [...tables.map((it) => `${it}.csv`), 'datapackage.json', rowsFile(source)];
  const stamps = await Promise.all(
    files.map(async (file) => {
      const found = await stat(join(folder, file), { bigint: true }).catch((error: NodeJS.ErrnoException) => {
        if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return null;
        throw error;
      });
      return found === null ? '-' : [found.ino, found.size, found.mtimeNs].join('.');
    }),
  );
  return createHash('sha256').update(stamps.join(' ')).digest('hex').slice(0, 16);
}
