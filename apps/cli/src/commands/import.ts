import { writeFile } from 'node:fs/promises';
import type { Imported, UnderstoodRow } from '@article21/import';
import { languages, type Vocabulary } from '@article21/model';
import type { Mapping } from '@article21/model/mapping';
import { languageOf } from '../arguments.ts';
import { type Call, type Command, exits, type Result } from '../command.ts';
import { misuse } from '../failure.ts';
import { type ImportI18n, importLines, importNotes, rowsAsJson } from '../imported.ts';
import { reader } from '../reader.ts';
import { today } from '../today.ts';

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
    lang: {
      value: '<code>',
      description: `the language of what is said: ${languages.join(', ')} (default: en)`,
    },
  },
  async run(call) {
    const typed = call.value('into');
    if (!typed) throw misuse('import needs --into <folder>, the folder of the dataset');
    return withCommandLanguage(await i18nOf(call), (i18n) => importOrPropose(call, i18n, call.path(typed)));
  },
};

async function importOrPropose(call: Call, i18n: ImportI18n, folder: string): Promise<Result> {
  const { mappingOf, readMapping, tablePath } = await import('@article21/import');
  const table = await tablePath(call.path(call.args[0] ?? ''), call.args[0] ?? '');
  const named = call.value('map');
  const at = named === undefined ? await mappingOf(folder) : call.path(named);
  if (at === null) return propose(call, i18n, table, folder);
  const mapping = await readMapping(at);
  const sheet = call.value('sheet');
  return run(call, table, {
    i18n,
    folder,
    at,
    mapping: sheet === undefined ? mapping : { ...mapping, table: { ...mapping.table, sheet } },
  });
}

/** What an import says that it cannot do is said in the language, too. */
async function withCommandLanguage(
  i18n: ImportI18n,
  work: (i18n: ImportI18n) => Promise<Result>,
): Promise<Result> {
  try {
    return await work(i18n);
  } catch (error) {
    const { whyOf } = await import('@article21/import');
    const why = error instanceof Error ? whyOf(error) : null;
    if (why === null) throw error;
    throw Object.assign(error as Error, { message: i18n.importing.unusable(why.why, why.found) });
  }
}

/** The language that was asked for, as far as an import speaks. */
async function i18nOf(call: Call): Promise<ImportI18n> {
  const language = languageOf(call);
  const { deskTexts, importMessages, words } = await import('@article21/messages');
  const [texts, messages] = await Promise.all([deskTexts(), importMessages()]);
  return { words: words(language), texts: texts[language], importing: messages[language] };
}

/** Which folder a table is brought into, by which mapping, and where that is written. */
interface Way {
  i18n: ImportI18n;
  folder: string;
  mapping: Mapping;
  at: string;
}

async function run(call: Call, table: string, { i18n, folder, mapping, at }: Way): Promise<Result> {
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
      if (taken % 1_000 === 0) call.progress.at(taken, null, i18n.words.plural(i18n.texts.table.rows, taken));
    },
    onCheck: ({ bytes, totalBytes }) => call.progress.at(bytes, totalBytes, i18n.texts.table.checking),
  });
  const open = isOpen(imported);
  const own = i18nOfDataset(i18n, imported.vocabulary);
  return {
    exit: open ? exits.issues : exits.done,
    json: {
      ok: !open,
      command: 'import',
      dryRun,
      ...asJson(imported, own),
      ...(keeps ? { rows: rowsAsJson(rows, imported) } : {}),
    },
    text: importLines(call, own, imported, at),
    notes: importNotes(own, imported, dryRun),
  };
}

/** With the names that a dataset gives to kinds and attributes of its own. */
function i18nOfDataset({ texts, ...i18n }: ImportI18n, vocabulary: Vocabulary): ImportI18n {
  const words = i18n.words.of(vocabulary);
  return { texts, words, importing: i18n.importing.of(words) };
}

/** For programs: codes with their values, and beside them the sentences. */
function asJson(
  { understanding, difference, conflicts, losses, issues, done }: Imported,
  { importing }: ImportI18n,
) {
  const {
    head,
    header,
    places,
    rows: read,
    questions,
    refusals,
    remarks,
    noteOf: _,
    ...rest
  } = understanding;
  const found = header && { row: header.row, columns: header.names };
  return {
    done,
    table: head,
    header: found,
    rowsRead: read,
    ...rest,
    questions: questions.map(({ question, ...it }) => ({
      ...it,
      asked: question,
      question: importing.question(question),
    })),
    refusals: refusals.map(({ why, ...it }) => ({ ...it, code: why.code, ...importing.refusal(why) })),
    said: remarks.map((it) => importing.remark(it)),
    places: Object.fromEntries(places),
    difference,
    conflicts,
    losses,
    issues: issues.map(({ why, ...issue }) => ({ ...issue, ...importing.refusal(why) })),
  };
}

/** Proposes a mapping and writes it beside the folder, for whoever knows the table to mend. */
async function propose(call: Call, i18n: ImportI18n, table: string, folder: string): Promise<Result> {
  const { proposedMappingPath, printMapping, proposeMapping, readTable } = await import('@article21/import');
  const { readFolderVocabulary } = await import('@article21/ingest');
  const vocabulary = await readFolderVocabulary(folder);
  const proposed = await proposeMapping(readTable(table, { sheet: call.value('sheet') }, reader), {
    table,
    folder,
    today: today(),
    vocabulary,
  });
  if ('problem' in proposed) {
    const { message, hint } = i18n.importing.found(proposed.problem);
    throw misuse(`${call.args[0]}: ${message}; ${hint}`);
  }
  const { importing } = i18nOfDataset(i18n, vocabulary);
  const said = proposed.remarks.map((it) => importing.remark(it));
  const path = proposedMappingPath(folder);
  await writeFile(path, printMapping(proposed.mapping), { flag: 'wx' });
  return {
    exit: exits.issues,
    json: { ok: false, command: 'import', proposed: path, mapping: proposed.mapping, said },
    text: [...said, i18n.words.fill(i18n.texts.table.proposedIn, { path })],
    notes: [i18n.texts.table.lookAtIt],
  };
}
