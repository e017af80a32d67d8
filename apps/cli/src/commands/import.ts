import { existsSync } from 'node:fs';
import { readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Imported, UnderstoodRow } from '@article21/import';
import type { TableChoice, TablePart } from '@article21/ingest/tables';
import { type Mapping, mappingSchema } from '@article21/model/mapping';
import { type Call, type Command, exits, type Result } from '../command.ts';
import { misuse } from '../failure.ts';
import { importLines, importNotes, rowsAsJson } from '../imported.ts';
import { counted } from '../output.ts';

export const importTable: Command = {
  name: 'import',
  summary:
    'bring a table of your own into the folder of a dataset; asks what is not certain, and takes nothing before',
  parameters: [
    { name: '<table>', description: 'a file: CSV, XLSX, ODS, JSON, Parquet, a Data Package', required: true },
  ],
  options: {
    into: { value: '<folder>', description: 'the folder of the dataset; a new one is made' },
    map: {
      value: '<file>',
      description: 'the mapping (default: that of the last import, else <folder>.mapping.json)',
    },
    sheet: { value: '<name>', description: 'the sheet of the workbook (default: that of the mapping)' },
    'dry-run': { description: 'say what would come of it, and write nothing' },
    all: { description: 'list every change and issue, not only the first' },
  },
  async run(call) {
    const typed = call.value('into');
    if (!typed) throw misuse('import needs --into <folder>, the folder of the dataset');
    const folder = call.path(typed);
    const table = await tablePath(call.path(call.args[0] ?? ''), call.args[0] ?? '');
    const at = await mappingOf(call, folder);
    if (at === null) return propose(call, table, folder);
    const mapping = await readMapping(at);
    const sheet = call.value('sheet');
    return run(call, table, {
      folder,
      at,
      mapping: sheet === undefined ? mapping : { ...mapping, table: { ...mapping.table, sheet } },
    });
  },
};

/** Which folder a table is brought into, by which mapping, and where that is written. */
interface Way {
  folder: string;
  mapping: Mapping;
  at: string;
}

async function run(call: Call, table: string, { folder, mapping, at }: Way): Promise<Result> {
  const { importTable } = await import('@article21/import');
  const rows: UnderstoodRow[] = [];
  const dryRun = call.has('dry-run');
  const keeps = dryRun && call.has('json');
  let taken = 0;
  const imported = await importTable({
    parts: await read(table, mapping.table),
    mapping,
    folder,
    dryRun,
    onRow(row) {
      taken += 1;
      if (keeps) rows.push(row);
      if (taken % 1_000 === 0) call.progress.at(taken, null, `reading, ${counted(taken, 'row')}`);
    },
  });
  const open = isOpen(imported);
  return {
    exit: open ? exits.issues : exits.done,
    json: {
      ok: !open,
      command: 'import',
      dryRun,
      ...asJson(imported),
      ...(keeps ? { rows: rowsAsJson(rows, imported) } : {}),
    },
    text: importLines(call, imported, at),
    notes: importNotes(imported, dryRun),
  };
}

function isOpen({ understanding, conflicts, issues, difference }: Imported): boolean {
  const { questions, refused } = understanding;
  return difference === null || questions.length + refused + conflicts.length + issues.length > 0;
}

function asJson({ understanding, difference, conflicts, issues, done }: Imported) {
  const { head, header, places, rows: read, ...rest } = understanding;
  const found = header && { row: header.row, columns: header.names };
  return {
    done,
    table: head,
    header: found,
    rowsRead: read,
    ...rest,
    places: Object.fromEntries(places),
    difference,
    conflicts,
    issues,
  };
}

/** Proposes a mapping and writes it beside the folder, for whoever knows the table to mend. */
async function propose(call: Call, table: string, folder: string): Promise<Result> {
  const { proposeMapping } = await import('@article21/import');
  const { today } = await import('../today.ts');
  const proposed = await proposeMapping(await read(table, { sheet: call.value('sheet') }), {
    table,
    folder,
    today: today(),
  });
  if ('problem' in proposed) {
    const { message, hint } = proposed.problem;
    throw misuse(`${call.args[0]}: ${message}; ${hint}`);
  }
  const path = besideFolder(folder);
  await writeFile(path, `${JSON.stringify(proposed.mapping, null, 2)}\n`, { flag: 'wx' });
  return {
    exit: exits.issues,
    json: { ok: false, command: 'import', proposed: path, mapping: proposed.mapping, said: proposed.said },
    text: [...proposed.said, `A mapping is proposed in ${path}.`],
    notes: ['look at it, mend what is wrong, and run the same command again; nothing was imported yet'],
  };
}

/** In the built program a table is read in a process of its own; from the sources, in this one. */
async function read(table: string, choice: TableChoice): Promise<AsyncIterable<TablePart>> {
  const { readTableApart } = await import('@article21/ingest/apart');
  const { tableFormatOf } = await import('@article21/ingest/tables');
  const reader = fileURLToPath(new URL('./table-reader.js', import.meta.url));
  if (!import.meta.url.endsWith('.ts')) return readTableApart([reader], table, choice);
  const format = tableFormatOf(table);
  if (format === null) throw new Error(`no format for ${table}`);
  return format.read(table, choice);
}

/** The file of the table; of the folder of a Data Package its manifest. */
async function tablePath(path: string, typed: string): Promise<string> {
  const { tableFormatOf, tableFormats } = await import('@article21/ingest/tables');
  const found = await stat(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT' || error.code === 'ENOTDIR') throw misuse(`there is no table ${typed}`);
    throw error;
  });
  if (found.isDirectory()) {
    const manifest = join(path, 'datapackage.json');
    if (existsSync(manifest)) return manifest;
    throw misuse(`${typed} is a folder without datapackage.json; name the table itself`);
  }
  const known = tableFormats.flatMap(({ extensions }) => extensions).map((it) => `.${it}`);
  if (tableFormatOf(path) === null)
    throw misuse(
      `${typed} is of no kind that is read (known: ${known.join(', ')}); save the table as one of them`,
    );
  return path;
}

/** The mapping that was named; else that of the last import into the folder; else the one that was proposed beside it. */
async function mappingOf(call: Call, folder: string): Promise<string | null> {
  const named = call.value('map');
  if (named !== undefined) return call.path(named);
  const { importedSources, mappingFile } = await import('@article21/import');
  const [source, ...others] = await importedSources(folder);
  if (others.length > 0)
    throw misuse(
      `several tables were imported into this folder: name one with --map ${join(call.value('into') ?? '', mappingFile(source ?? ''))}`,
    );
  if (source !== undefined) return join(folder, mappingFile(source));
  const beside = besideFolder(folder);
  return existsSync(beside) ? beside : null;
}

function besideFolder(folder: string): string {
  return `${folder}.mapping.json`;
}

async function readMapping(path: string): Promise<Mapping> {
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') throw misuse(`there is no mapping ${path}`);
    throw error;
  });
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    throw misuse(`${path} is not JSON: ${(error as SyntaxError).message}`);
  }
  const parsed = mappingSchema.safeParse(json);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw misuse(`${path}: ${issue?.path.join('.') || 'the mapping'} is not valid: ${issue?.message}`);
}
