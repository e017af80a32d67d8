import { readFile } from 'node:fs/promises';
import { fileOf, finishChange, importedSources, readFolderTable } from '@article21/import';

/** What a folder of a dataset holds, as far as it can be said without checking it. */
export interface FolderState {
  /** Null where there is no dataset yet. */
  title: string | null;
  name: string | null;
  records: number;
  sources: readonly { id: string; title: string }[];
  /** The sources of which the folder keeps how they were imported. */
  imported: readonly string[];
}

/** Whether there is a dataset in a folder yet. */
export async function hasDataset(folder: string): Promise<boolean> {
  return (await fileOf(folder, 'datapackage.json')) !== null;
}

/** Reads what a folder holds. What a kill interrupted in it is ended first. */
export async function readFolder(folder: string): Promise<FolderState> {
  await finishChange(folder);
  const manifest = await fileOf(folder, 'datapackage.json');
  if (manifest === null) return { title: null, name: null, records: 0, sources: [], imported: [] };
  const manifestJson = JSON.parse(await readFile(manifest, 'utf8')) as { title?: unknown; name?: unknown };
  const [records, sources] = await Promise.all([
    readFolderTable(folder, 'records.csv'),
    readFolderTable(folder, 'sources.csv'),
  ]);
  return {
    title: String(manifestJson.title ?? ''),
    name: String(manifestJson.name ?? ''),
    records: records?.rows.length ?? 0,
    sources: (sources?.rows ?? []).map(({ id = '', title = '' }) => ({ id, title })),
    imported: await importedSources(folder),
  };
}
