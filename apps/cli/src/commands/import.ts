import { writeFile } from 'node:fs/promises';
import type { Imported, UnderstoodRow } from '@article21/import';
import type { Mapping } from '@article21/model/mapping';
import { type Call, type Command, exits, type Result } from '../command.ts';
import { misuse } from '../failure.ts';
import { importLines, importNotes, rowsAsJson } from '../imported.ts';
import { counted } from '../output.ts';
import { reader } from '../reader.ts';

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
    const { mappingOf, readMapping, tablePath } = await import('@article21/import');
    const table = await tablePath(call.path(call.args[0] ?? ''), call.args[0] ?? '');
    const named = call.value('map');
    const at = named === undefined ? await mappingOf(folder) : call.path(named);
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
  const { importTable, isOpen, readTable } = await import('@article21/import');
  const rows: UnderstoodRow[] = [];
  const dryRun = call.has('dry-run');
  const keeps = dryRun && call.has('json');
  let taken = 0;
  const imported = await importTable({
    parts: readTable(table, mapping.table, reader),
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
  const { besideFolder, printMapping, proposeMapping, readTable } = await import('@article21/import');
  const { today } = await import('../today.ts');
  const proposed = await proposeMapping(readTable(table, { sheet: call.value('sheet') }, reader), {
    table,
    folder,
    today: today(),
  });
  if ('problem' in proposed) {
    const { message, hint } = proposed.problem;
    throw misuse(`${call.args[0]}: ${message}; ${hint}`);
  }
  const path = besideFolder(folder);
  await writeFile(path, printMapping(proposed.mapping), { flag: 'wx' });
  return {
    exit: exits.issues,
    json: { ok: false, command: 'import', proposed: path, mapping: proposed.mapping, said: proposed.said },
    text: [...proposed.said, `A mapping is proposed in ${path}.`],
    notes: ['look at it, mend what is wrong, and run the same command again; nothing was imported yet'],
  };
}
