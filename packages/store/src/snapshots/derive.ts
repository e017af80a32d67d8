import { join } from 'node:path';
import {
  type DatasetReading,
  encodeCells,
  LONGEST_PART,
  type SourceTable,
  usualVocabulary,
} from '@article21/model';
import { outlinesOf } from '@article21/outlines';
import type { Table } from '../port.ts';
import { type FileEntry, fingerprint, sha256 } from './fingerprint.ts';
import type { Folder } from './folder.ts';

/** The file with the outlines of the countries that a dataset's places lie in. */
export const OUTLINES = 'outlines.json';

/**
 * Writes all that a snapshot holds beside the files as published: records, cells, catalogue, the outlines of its
 * countries, and the texts and tables of public sources. The hashes are of what was meant, not of what can be read back.
 */
export async function derive(
  { fs, engine }: Pick<Folder, 'fs' | 'engine'>,
  root: string,
  { reading, table }: { reading: DatasetReading; table: Table },
): Promise<FileEntry[]> {
  const { recordsFile } = engine;
  const entries: FileEntry[] = [];
  const write = async (path: string, data: Uint8Array) => {
    await fs.write(join(root, path), data);
    entries.push({ path, bytes: data.length, sha256: sha256(data) });
  };
  await table.save(join(root, recordsFile));
  entries.push(await fingerprint(fs, root, recordsFile));
  await write('cells.bin', encodeCells(await table.cells()));
  const { meta, places, sources, assemblies, coverage, annotations } = reading;
  const conversions = reading.conversions();
  const own = reading.vocabulary === usualVocabulary ? {} : { declared: reading.vocabulary.declared };
  const catalogue = { meta, places, sources, assemblies, coverage, annotations, conversions, ...own };
  await write('catalogue.json', bytes(`${JSON.stringify(catalogue)}\n`));
  await write(OUTLINES, bytes(`${JSON.stringify(await outlinesOf(places))}\n`));
  await fs.makeFolder(join(root, 'texts'));
  for (const source of sources) {
    const text = reading.texts.get(source.id);
    // Internal text stays in `files`, which no reader is given.
    if (source.visibility === 'public' && text !== undefined)
      await write(`texts/${source.id}.txt`, bytes(text));
    const rows = reading.tables.get(source.id);
    if (source.visibility !== 'public' || rows === undefined) continue;
    await fs.makeFolder(join(root, tableFolder(source.id)));
    for (const [path, part] of partsOf(source.id, rows))
      await write(path, bytes(`${JSON.stringify(part)}\n`));
  }
  return entries;
}

/** What is kept of a table beside its rows. */
export interface TableHead {
  header: readonly string[];
  headerRow: number;
  lastRow: number;
}

function tableFolder(source: string): string {
  return `tables/${source}`;
}

/** The files of a table: what it is, and its rows in parts, so that nobody needs all of a large one. */
export const tableFiles = {
  head: (source: string) => `${tableFolder(source)}/head.json`,
  /** The part with the rows from `LONGEST_PART * part + 1` on, as lists of cells. */
  part: (source: string, part: number) => `${tableFolder(source)}/${part}.json`,
};

function* partsOf(source: string, table: SourceTable): Generator<[path: string, content: unknown]> {
  const { header, headerRow, lastRow } = table;
  yield [tableFiles.head(source), { header, headerRow, lastRow } satisfies TableHead];
  for (let before = 0; before < lastRow; before += LONGEST_PART) {
    const length = Math.min(LONGEST_PART, lastRow - before);
    const rows = Array.from({ length }, (_, i) => table.row(before + i + 1));
    yield [tableFiles.part(source, before / LONGEST_PART), rows];
  }
}

function bytes(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
