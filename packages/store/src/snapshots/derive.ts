import { join } from 'node:path';
import { type DatasetReading, encodeCells } from '@article21/model';
import { outlinesOf } from '@article21/outlines';
import type { Table } from '../port.ts';
import { type FileEntry, fingerprint, sha256 } from './fingerprint.ts';
import type { Folder } from './folder.ts';

/** The file with the outlines of the countries that a dataset's places lie in. */
export const OUTLINES = 'outlines.json';

/**
 * Writes all that a snapshot holds beside the files as published: records, cells, catalogue, the outlines of its
 * countries, and the texts of public sources. The hashes are of what was meant, not of what can be read back.
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
  const catalogue = { meta, places, sources, assemblies, coverage, annotations, conversions };
  await write('catalogue.json', bytes(`${JSON.stringify(catalogue)}\n`));
  await write(OUTLINES, bytes(`${JSON.stringify(await outlinesOf(places))}\n`));
  await fs.makeFolder(join(root, 'texts'));
  for (const source of sources) {
    const text = reading.texts.get(source.id);
    // Internal text stays in `files`, which no reader is given.
    if (source.visibility === 'public' && text !== undefined)
      await write(`texts/${source.id}.txt`, bytes(text));
  }
  return entries;
}

function bytes(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
