import type { Imported, Question, UnderstoodRow } from '@article21/import';
import { pathText } from '@article21/import/questions';
import type { Call } from './command.ts';
import { counted, type Paint, table, visible } from './output.ts';

const LISTED = 20;

/** What an import found, for people: how the table was read, what is asked and refused, what changes. */
export function importLines(call: Call, imported: Imported, mapping: string): string[] {
  const { understanding, difference, conflicts, issues } = imported;
  const most = call.has('all') ? Number.POSITIVE_INFINITY : LISTED;
  const { paint } = call;
  return [
    ...readLines(imported),
    ...section(
      `Asked, and to be answered in ${visible(mapping)}:`,
      understanding.questions.flatMap((it) => questionLines(it, paint)),
      most * 3,
    ),
    ...section(
      `Refused (${understanding.refused.toLocaleString('en')}):`,
      understanding.refusals.flatMap(({ row, column, value, message, hint }) => [
        `  ${paint.bold(where(row, column))}  ${quoted(value)}${visible(message)}`,
        `    hint: ${visible(hint)}`,
      ]),
      most * 2,
    ),
    ...section(
      'Changed by hand in the folder since, and said otherwise by the table:',
      conflicts.flatMap(conflictLines),
      most,
    ),
    ...section(
      'Wrong with the dataset that would come of it:',
      issues.flatMap(({ file, row, tableRow, column, stated, message, hint }) => [
        `  ${paint.bold(tableRow === null ? [file, row, column].filter((it) => it !== null).join(':') : `${where(tableRow, null)} (${file}:${column ?? ''})`)}  ${quoted(stated)}${visible(message)}`,
        `    hint: ${visible(hint)}`,
      ]),
      most * 2,
    ),
    ...(difference === null ? [] : differenceLines(difference, most, imported.done)),
  ];
}

export function importNotes({ understanding, conflicts, issues, done }: Imported, dryRun: boolean): string[] {
  const open = understanding.questions.length;
  const parts = [
    ...(open > 0 ? [counted(open, 'question')] : []),
    ...(understanding.refused > 0 ? [`${counted(understanding.refused, 'refusal')}`] : []),
    ...(conflicts.length > 0 ? [`${counted(conflicts.length, 'record')} changed by hand`] : []),
    ...(issues.length > 0 ? [counted(issues.length, 'issue')] : []),
  ];
  if (parts.length > 0) return [`${parts.join(', ')}; nothing was written`];
  return done ? [] : dryRun ? ['a dry run: nothing was written'] : [];
}

/** Why rows give no record, of one and of several. */
const why = {
  empty: ['empty', 'empty'],
  sum: ['sum', 'sums'],
  title: ['title', 'titles'],
  named: ['named in the mapping', 'named in the mapping'],
  again: ['there twice', 'there twice'],
  unmatched: ['of no record', 'of no record'],
} as const;

function readLines({ understanding }: Imported): string[] {
  const { head, header, rows, records, leftOut, said } = understanding;
  const how = [
    head?.encoding && `encoding ${head.encoding}`,
    head?.separator && `cells separated by ${separatorName(head.separator)}`,
    head?.sheet &&
      `sheet ${visible(head.sheet)}${(head.sheets.length ?? 0) > 1 ? ` of ${head.sheets.length}` : ''}`,
    header && `header in row ${header.row}`,
  ].filter((it) => it);
  const out = Object.entries(leftOut).flatMap(([kind, count]) => {
    const [one, many] = why[kind as keyof typeof leftOut];
    return count > 0 ? [`${count.toLocaleString('en')} ${count === 1 ? one : many}`] : [];
  });
  return [
    `Read: ${how.join(', ')}`,
    ...said.map((it) => `  ${visible(it)}`),
    `${counted(rows, 'row')}, ${counted(records, 'record')}${out.length > 0 ? `; left out: ${out.join(', ')}` : ''}`,
  ];
}

function questionLines(
  { column, value, question, proposals, notes = {}, form = '…', at, count, rows }: Question,
  paint: Paint,
): string[] {
  const cell = value === null ? '' : ` “${visible(value)}”`;
  const answers = proposals.map((it) => {
    const note = notes[it] === undefined ? '' : ` (${visible(notes[it])})`;
    return `${it === '' ? '"" (nothing is stated)' : JSON.stringify(it)}${note}`;
  });
  const where = `(${counted(count, 'cell')}, ${rows.length > 1 ? 'rows' : 'row'} ${rows.join(', ')}${count > rows.length ? ' …' : ''})`;
  return [
    `  ${paint.bold(visible(column ?? 'the table'))}${cell}: ${visible(question)}${count > 0 ? ` ${paint.dim(where)}` : ''}`,
    `    ${visible(pathText(at))}: ${answers.join(' or ') || form}`,
  ];
}

function conflictLines({ id, row, fields }: Imported['conflicts'][number]): string[] {
  const said = Object.entries(fields).map(
    ([field, { inFolder, inTable }]) =>
      `${field}: “${visible(inFolder)}” in the folder, “${visible(inTable)}” in the table`,
  );
  return [`  ${where(row, null)}, record ${id}: ${said.join('; ')}`];
}

function differenceLines(
  difference: NonNullable<Imported['difference']>,
  most: number,
  done: boolean,
): string[] {
  const { added, changed, removed, unchanged, changes, addedIds, removedIds } = difference;
  // Of a folder that is new all are.
  const fresh = changed + removed + unchanged > 0 ? addedIds : [];
  const n = (count: number) => count.toLocaleString('en');
  const rows = changes
    .slice(0, most)
    .flatMap(({ id, row, fields }) =>
      Object.entries(fields).map(([field, { before, after }]) => [
        `  row ${row}`,
        id,
        field,
        `${visible(before) || '(empty)'} → ${visible(after) || '(empty)'}`,
      ]),
    );
  return [
    `${done ? 'Now' : 'Would be'}: ${n(added)} added, ${n(changed)} changed, ${n(removed)} removed, ${n(unchanged)} as before`,
    ...table(rows),
    ...fresh.slice(0, most).map((id) => `  added: ${id}`),
    ...removedIds.slice(0, most).map((id) => `  removed: ${id}`),
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

function section(title: string, lines: readonly string[], most: number): string[] {
  if (lines.length === 0) return [];
  const rest = lines.length > most ? [`  … (--all lists the rest)`] : [];
  return ['', title, ...lines.slice(0, most), ...rest, ''];
}

function where(row: number | null, column: string | null): string {
  return (
    [row === null ? [] : `row ${row}`, column === null ? [] : `column ${visible(column)}`]
      .flat()
      .join(', ') || 'the file'
  );
}

function quoted(value: string | null): string {
  return value === null ? '' : `“${visible(value)}” `;
}

function separatorName(separator: string): string {
  return (
    { ',': 'commas', ';': 'semicolons', '\t': 'tabs', '|': 'bars' }[separator] ?? JSON.stringify(separator)
  );
}
