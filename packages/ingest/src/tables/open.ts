import type { DataPackage } from '../data-package.ts';
import type { Problem } from '../findings.ts';
import { type Located, locateFile } from '../folder.ts';
import { formatOf, formats } from '../formats/index.ts';
import type { IssueLog } from '../issue-log.ts';
import type { TableFile } from '../table.ts';

/** How far reading has come: rows and bytes of tables, of so many bytes in all. */
interface Progress {
  rows: number;
  bytes: number;
  totalBytes: number;
}

export interface TableOptions {
  /** The letters of a text that pictures have no form for; rows with such names get a warning. */
  undrawable?: (text: string) => readonly string[];
  onProgress?: (done: Progress) => void;
}

/** The tables of a dataset, in the order they are read; a record cannot do without the needed ones. */
const tables = [
  { name: 'kinds', needed: false },
  { name: 'measures', needed: false },
  { name: 'attributes', needed: false },
  { name: 'places', needed: true },
  { name: 'sources', needed: true },
  { name: 'assemblies', needed: false },
  { name: 'rates', needed: false },
  { name: 'evidence', needed: true },
  { name: 'coverage', needed: false },
  { name: 'annotations', needed: false },
  { name: 'records', needed: true },
] as const;
type TableName = (typeof tables)[number]['name'];

/** The files of the tables; null for one that is not there. */
export interface Tables extends Record<TableName, TableFile | null> {
  /** Whether every needed table is there. */
  complete: boolean;
  /** What the dataset is described with, by `identity`: none of it is the text of a source, with which it would be published. */
  own: ReadonlySet<string>;
  /** The tables that should be there and are not, so that what refers to them is no issue of its own. */
  absent: ReadonlySet<TableName>;
}

/** Finds the tables, by the manifest's paths or else by their usual names, and checks every path of the manifest. */
export async function openTables(
  folder: string,
  { files }: DataPackage,
  issueLog: IssueLog,
  { onProgress = () => {}, undrawable = () => [] }: TableOptions,
): Promise<Tables> {
  const done = { rows: 0, bytes: 0, totalBytes: 0 };
  const opened = new Map<TableName, TableFile>();
  const absent = new Set<TableName>();
  const own = new Set<string>();
  for (const { name, needed } of tables) {
    const file = files.get(name) ?? `${name}.csv`;
    const located = formatOf(file) ? await locateFile(folder, file) : unknownFormat;
    if (located.ok) {
      done.totalBytes += located.bytes;
      own.add(located.identity);
      opened.set(name, { file, path: located.path, onProgress: advance, undrawable });
    } else if (needed || files.has(name) || located.problem.code !== 'missing_file') {
      absent.add(name);
      const problem = (await workbookHint(folder, file, located.problem)) ?? located.problem;
      issueLog.add({ file, row: null, column: null }, problem);
    }
  }
  for (const file of ['datapackage.json', 'policy.json']) {
    const located = await locateFile(folder, file);
    if (located.ok) own.add(located.identity);
  }
  await checkOthers(folder, files, issueLog);

  function advance(more: { rows: number; bytes: number }): void {
    done.rows += more.rows;
    done.bytes += more.bytes;
    onProgress({ ...done });
  }

  const found = Object.fromEntries(tables.map(({ name }) => [name, opened.get(name) ?? null]));
  const complete = tables.every(({ name, needed }) => !needed || opened.has(name));
  return { ...(found as Record<TableName, TableFile | null>), complete, absent, own };
}

/** The problem of a table that is missing while a workbook of its name is there, which is easily mistaken for it. */
async function workbookHint(folder: string, file: string, problem: Problem): Promise<Problem | null> {
  if (problem.code !== 'missing_file') return null;
  for (const extension of ['xlsx', 'xls', 'ods', 'numbers']) {
    const workbook = file.replace(/\.\w+$/, `.${extension}`);
    if ((await locateFile(folder, workbook)).ok)
      return { ...problem, hint: `open ${workbook} and save it as CSV UTF-8 under the name ${file}` };
  }
  return null;
}

const unknownFormat: Located = {
  ok: false,
  problem: {
    code: 'unreadable_file',
    message: 'tables are not read in this format',
    hint: `save it as one of: ${formats.map(({ extension }) => `.${extension}`).join(', ')}`,
  },
};

async function checkOthers(folder: string, files: DataPackage['files'], issueLog: IssueLog): Promise<void> {
  for (const [name, path] of files) {
    if (tables.some((table) => table.name === name)) continue;
    const located = await locateFile(folder, path);
    const at = { file: 'datapackage.json', row: null, column: `resources.${name}.path` };
    if (!located.ok) issueLog.add(at, located.problem);
  }
}
