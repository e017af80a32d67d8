import type { Imported, Question, UnderstoodRow } from '@article21/import';
import { pathText } from '@article21/import/questions';
import type { DeskTexts, ImportMessages, Words } from '@article21/messages';
import { inRows } from '@article21/messages/in-rows';
import type { Call } from './command.ts';
import { type Paint, table, visible } from './output.ts';

/** What an import is told with: the words of one language, those of the desk's pages too. */
export interface ImportI18n {
  words: Words;
  texts: DeskTexts;
  importing: ImportMessages;
}

const LISTED = 20;

/** What an import found, for people: how the table was read, what is asked and refused, what changes. */
export function importLines(call: Call, i18n: ImportI18n, imported: Imported, mapping: string): string[] {
  const { understanding, difference, conflicts, losses, issues } = imported;
  const most = call.has('all') ? Number.POSITIVE_INFINITY : LISTED;
  const { paint } = call;
  const { words, texts, importing } = i18n;
  const named = (id: string) => recordNamed(i18n, imported, id);
  const cut = (title: string, lines: readonly string[], at: number) => section(i18n, title, lines, at);
  return [
    ...readLines(i18n, imported),
    ...cut(
      `${texts.table.asked} (${visible(mapping)}):`,
      questionsLines(i18n, understanding.questions, paint),
      most * 2,
    ),
    ...cut(
      `${words.plural(texts.table.refused, understanding.refused)}:`,
      faultLines(
        i18n,
        understanding.refusals.map(({ row, column, value, why }) => ({
          ...{ row, value, about: column, at: where(i18n, row, column) },
          ...importing.refusal(why),
        })),
        paint,
      ),
      most * 2,
    ),
    ...cut(
      `${texts.table.conflicts}:`,
      conflicts.flatMap((it) => conflictLines(i18n, it, named)),
      most,
    ),
    ...cut(
      `${texts.table.losses}:`,
      losses.length === 0
        ? []
        : [
            `  ${texts.table.lossHint}`,
            ...losses.map(
              ({ id, work }) => `  ${named(id)}: ${work.map((it) => texts.table.work[it]).join(', ')}`,
            ),
          ],
      most,
    ),
    ...cut(
      `${texts.table.issues}:`,
      faultLines(
        i18n,
        issues.map((issue) => ({
          ...{ row: issue.tableRow, value: issue.stated, at: whereIssue(i18n, issue) },
          about: `${issue.file}:${issue.column ?? ''}`,
          ...importing.refusal(issue.why),
        })),
        paint,
      ),
      most * 2,
    ),
    ...(difference === null ? [] : differenceLines(i18n, difference, named, most)),
  ];
}

export function importNotes(
  { words, texts: { table } }: ImportI18n,
  { understanding, conflicts, losses, issues, done }: Imported,
  dryRun: boolean,
): string[] {
  const unused = understanding.questions.filter(isAboutUse).length;
  const open = understanding.questions.length - Math.max(0, unused - 1);
  const parts = [
    ...(open > 0 ? [words.plural(table.questions, open)] : []),
    ...(understanding.refused > 0 ? [words.plural(table.refused, understanding.refused)] : []),
    ...(conflicts.length > 0 ? [`${table.conflicts}: ${words.number(conflicts.length)}`] : []),
    ...(losses.length > 0 ? [`${table.losses}: ${words.number(losses.length)}`] : []),
    ...(issues.length > 0 ? [`${table.issues}: ${words.number(issues.length)}`] : []),
  ];
  if (parts.length > 0) return [`${parts.join(', ')}; ${table.nothingWritten}`];
  return done ? [] : dryRun ? [`${table.dryRun}; ${table.nothingWritten}`] : [];
}

function readLines({ words, texts, importing }: ImportI18n, { understanding }: Imported): string[] {
  const { head, header, rows, records, leftOut, remarks } = understanding;
  const { table: t } = texts;
  const others = head?.sheets.filter((it) => it !== head.sheet) ?? [];
  const how = [
    head?.encoding && words.fill(t.encoding, { encoding: head.encoding }),
    head?.separator &&
      words.fill(t.separator, { separator: head.separator === '\t' ? 'TAB' : words.quote(head.separator) }),
    head?.sheet && words.fill(t.sheet, { sheet: visible(head.sheet) }),
    header && words.fill(t.header, { row: String(header.row) }),
    others.length > 0 && words.fill(t.otherSheets, { sheets: visible(others.join(', ')) }),
  ].filter((it) => it);
  const out = Object.entries(leftOut).flatMap(([why, count]) =>
    count > 0 ? [`${t.why[why as keyof typeof leftOut]} (${words.number(count)})`] : [],
  );
  return [
    `${t.read}: ${how.join(', ')}`,
    ...remarks.map((it) => `  ${visible(importing.remark(it))}`),
    [words.plural(t.rows, rows), words.plural(texts.records, records), ...out].join('; '),
  ];
}

function isAboutUse({ question }: Question): boolean {
  return question.code === 'unused_column';
}

/** A question for each, and one for all columns that nothing is taken from. */
function questionsLines(i18n: ImportI18n, questions: readonly Question[], paint: Paint): string[] {
  const unused = questions.filter(isAboutUse);
  if (unused.length < 2) return questions.flatMap((it) => questionLines(i18n, it, paint));
  const { words, importing } = i18n;
  const columns = unused.map(({ column }) => column ?? '');
  const uses = unused[0]?.proposals.map((it) => `${JSON.stringify(it)} (${importing.answer(it)})`) ?? [];
  const ignored = columns.map((it) => `${JSON.stringify(it)}: "ignore"`).join(', ');
  return [
    ...questions.filter((it) => !isAboutUse(it)).flatMap((it) => questionLines(i18n, it, paint)),
    `  ${paint.bold(visible(columns.map(words.quote).join(', ')))}: ${importing.question({ code: 'unused_columns' })}`,
    `    "columns": ${visible(`{ ${ignored} }`)}: ${uses.join(', ')}`,
  ];
}

function questionLines(i18n: ImportI18n, it: Question, paint: Paint): string[] {
  const { words, texts, importing } = i18n;
  const { column, value, question, proposals, notes = {}, form = 'text', at, count, rows } = it;
  const { table: t } = texts;
  const cell = value === null ? '' : ` ${value === '' ? t.emptyCell : words.quote(visible(value))}`;
  const answers = proposals.map((answer) => {
    const note = notes[answer];
    const meaning =
      answer === ''
        ? t.nothing
        : note !== undefined
          ? importing.place(note)
          : at.includes('kind')
            ? importing.kind(answer)
            : importing.answer(answer);
    return `${JSON.stringify(answer)}${meaning === null || meaning === answer ? '' : ` (${visible(meaning)})`}`;
  });
  const cells = words.plural(t.cells, count);
  const where = inRows(words, texts, { rows, more: count > rows.length });
  return [
    `  ${paint.bold(visible(column ?? importing.subject(question) ?? t.wholeTable))}${cell}: ${visible(importing.question(question))}${count > 0 ? ` ${paint.dim(`(${cells}, ${where})`)}` : ''}`,
    `    ${visible(pathText(at))}: ${answers.join(', ') || importing.form(form)}`,
  ];
}

interface Fault {
  /** Of the table; null where it is of no row, or of no row of its own. */
  row: number | null;
  value: string | null;
  /** What it is about beside the row, and where it is, in words. */
  about: string | null;
  at: string;
  message: string;
  hint: string;
}

/** So many rows with one fault are named. */
const ROWS_NAMED = 5;

/** Faults, those that many rows have said once, with the first of these rows. */
function faultLines({ words, texts }: ImportI18n, faults: readonly Fault[], paint: Paint): string[] {
  const groups = new Map<string, Fault[]>();
  for (const fault of faults) {
    const key = JSON.stringify([
      fault.about,
      fault.message,
      fault.hint,
      fault.row === null ? fault.at : null,
    ]);
    groups.set(key, [...(groups.get(key) ?? []), fault]);
  }
  return [...groups.values()].flatMap((group) => {
    const [first, ...others] = group;
    if (first === undefined) return [];
    const { at, value, message, hint } = first;
    const rows = group.slice(0, ROWS_NAMED).map(({ row }) => row);
    const named = inRows(words, texts, { rows, more: group.length > rows.length });
    const many =
      others.length === 0
        ? ''
        : ` ${paint.dim(`(${words.plural(texts.table.cells, group.length)}, ${named})`)}`;
    const quoted = value === null ? '' : `${words.quote(visible(value))} `;
    return [`  ${paint.bold(at)}  ${quoted}${visible(message)}${many}`, `    ${visible(hint)}`];
  });
}

/** What a record says in a few fields, and its id: that may be a hash, by which nobody recognises it. */
function recordNamed({ importing }: ImportI18n, { difference, understanding }: Imported, id: string): string {
  const { kind = '', place = '', date = '', count = '' } = difference?.summaries[id] ?? {};
  const note = understanding.noteOf(place);
  const parts = [kind && importing.kind(kind), count, note ? importing.placeName(note) : place, date];
  const summary = parts.filter(Boolean).join(', ');
  return summary === '' ? id : `${visible(summary)} (${id})`;
}

function conflictLines(
  i18n: ImportI18n,
  { id, row, fields }: Imported['conflicts'][number],
  named: (id: string) => string,
): string[] {
  const { words, texts, importing } = i18n;
  const conflicts = Object.entries(fields).map(([field, { inFolder, inTable }]) =>
    words.fill(texts.table.conflict, {
      field: importing.field(field),
      inFolder: visible(inFolder),
      inTable: visible(inTable),
    }),
  );
  return [`  ${where(i18n, row, null)}, ${named(id)}: ${conflicts.join('; ')}`];
}

function differenceLines(
  { words, texts, importing }: ImportI18n,
  difference: NonNullable<Imported['difference']>,
  named: (id: string) => string,
  most: number,
): string[] {
  const { added, changed, removed, unchanged, changes, addedIds, removedIds } = difference;
  const { table: t } = texts;
  // Of a folder that is new all are.
  const fresh = changed + removed + unchanged > 0 ? addedIds : [];
  const rows = changes
    .slice(0, most)
    .flatMap(({ id, row, fields }) =>
      Object.entries(fields).map(([field, { before, after }]) => [
        `  ${words.fill(t.row, { row: String(row) })}`,
        named(id),
        importing.field(field),
        `${visible(before) || '∅'} → ${visible(after) || '∅'}`,
      ]),
    );
  const rest = (all: readonly unknown[]) => (all.length > most ? [`  … (--all: ${t.listsAll})`] : []);
  const counted = [
    words.plural(t.added, added),
    words.plural(t.changed, changed),
    words.plural(t.removed, removed),
    words.plural(t.unchanged, unchanged),
  ];
  return [
    counted.join(', '),
    ...table(rows),
    ...rest(changes),
    ...fresh.slice(0, most).map((id) => `  + ${named(id)}`),
    ...rest(fresh),
    ...removedIds.slice(0, most).map((id) => `  − ${named(id)}`),
    ...rest(removedIds),
  ];
}

/** For every row and cell of a dry run, what was understood. */
export function rowsAsJson(rows: readonly UnderstoodRow[], { understanding: { header } }: Imported) {
  return rows.map(({ row, cells, leftOut, records, links }) => ({
    row,
    leftOut,
    cells: Object.fromEntries((header?.names ?? []).map((name, i) => [name, cells[i] ?? ''])),
    records: records.map(({ id, rule, fields, complete }) => ({ id, rule, complete, fields })),
    links,
  }));
}

function section({ texts }: ImportI18n, title: string, lines: readonly string[], most: number): string[] {
  if (lines.length === 0) return [];
  const rest = lines.length > most ? [`  … (--all: ${texts.table.listsAll})`] : [];
  return ['', title, ...lines.slice(0, most), ...rest, ''];
}

function where({ words, texts }: ImportI18n, row: number | null, column: string | null): string {
  return (
    [
      row === null ? [] : words.fill(texts.table.row, { row: String(row) }),
      column === null ? [] : words.fill(texts.table.column, { column: visible(column) }),
    ]
      .flat()
      .join(', ') || texts.table.wholeTable
  );
}

function whereIssue(i18n: ImportI18n, issue: Imported['issues'][number]): string {
  const { file, row, tableRow, column } = issue;
  const inFile = [file, row, column].filter((it) => it !== null).join(':');
  return tableRow === null ? inFile : `${where(i18n, tableRow, null)} (${file}:${column ?? ''})`;
}
