import { cleanCell } from '@article21/ingest';
import type { Mapping } from '@article21/model/mapping';
import { columnsNamed, type Header } from './header.ts';
import { nearestName } from './nearest-name.ts';
import type { Questions, Refusal } from './questions.ts';

type Refuse = (refusal: Refusal) => void;

/** Cells that no dataset may hold, that stand beside the header, or in a column that is refused. */
export function createCellCheck({ columns }: Mapping, { names, at }: Header, refuse: Refuse) {
  const refused = Object.entries(columns).flatMap(([name, use]) => (use === 'refuse' ? [at(name)] : []));
  const ignored = new Set(
    Object.entries(columns).flatMap(([name, use]) => (use === 'ignore' ? [at(name)] : [])),
  );
  return (row: number, cells: readonly string[]) => {
    for (const column of refused.filter((it) => /\S/.test(cells[it] ?? '')))
      refuse({
        row,
        column: names[column] ?? null,
        value: null,
        message: 'the column must stay empty, says the mapping, and the cell is filled',
        hint: 'empty the cell, or let the mapping ignore the column',
      });
    for (const [i, cell] of cells.entries()) {
      if (cell === '' || ignored.has(i)) continue;
      const cleaned = cleanCell(cell);
      const column = names[i] ?? null;
      if (!cleaned.ok)
        refuse({
          row,
          column,
          value: null,
          message: cleaned.problem.message,
          hint: hintOf(cleaned.problem.hint),
        });
      else if (i >= names.length && cleaned.text !== '')
        refuse({
          row,
          column: null,
          value: cell.slice(0, 200),
          message: 'a cell stands in a column without a name',
          hint: 'give the column a name in the header, or empty the cell',
        });
    }
  };
}

function hintOf(hint: string | (() => string)): string {
  return typeof hint === 'string' ? hint : hint();
}

/** The addresses that a row cites. */
export function createLinks({ source }: Mapping, { at }: Header, refuse: Refuse) {
  const columns = source.links?.columns ?? [];
  return (row: number, cells: readonly string[]): string[] => {
    const found = columns.flatMap((name) => linksIn(cells[at(name)] ?? ''));
    if (columns.length > 0 && found.length === 0 && !source.rows)
      refuse({
        row,
        column: columns.join(', '),
        value: cells[at(columns[0] ?? '')] ?? null,
        message: 'no address of the web stands in the row, and nothing else is evidence',
        hint: 'write one that begins with https://, or let the mapping cite rows ("rows": true)',
      });
    return [...new Set(found)];
  };
}

/** The addresses in a cell, however they are put beside each other. */
export function linksIn(cell: string): string[] {
  return (cell.match(/https?:\/\/[^\s<>"']+/gi) ?? []).flatMap((it) => {
    const links = it.split(/[,;|](?=https?:\/\/)/i).map((link) => link.replace(/[.,;:!?)\]]+$/, ''));
    return links.filter((link) => URL.canParse(link));
  });
}

/** Columns that the mapping takes must be there, and it must say of all others what becomes of them. */
export function checkColumns(header: Header, mapping: Mapping, questions: Questions, refuse: Refuse): void {
  const named = columnsNamed(mapping);
  for (const name of named.filter((it) => header.at(it) === -1)) {
    const near = nearestName(name, header.names);
    const hint =
      near === null
        ? `the columns are ${header.names.join(', ')}`
        : `did you mean ${near}? Change the mapping`;
    refuse({
      row: header.row,
      column: name,
      value: null,
      message: `the mapping takes a column ${name}, and there is none`,
      hint,
    });
  }
  for (const name of header.names) {
    if (named.includes(name) || mapping.columns[name] !== undefined) continue;
    questions.ask(null, {
      column: name,
      value: null,
      question:
        'no field takes the column: ignore it (nothing of it is published), keep it beside what is cited, refuse it, or let a field of a record take it?',
      proposals: ['ignore', 'keep', 'refuse'],
      at: ['columns', name],
    });
  }
}

/** What became of the columns since the last table, in sentences. */
export function movedColumns(before: readonly string[], now: readonly string[]): string[] {
  if (before.length === 0) return [];
  const [gone, added] = [
    before.filter((name) => !now.includes(name)),
    now.filter((name) => !before.includes(name)),
  ];
  const stay = before.filter((name) => now.includes(name));
  const inOrder = new Set(longestRising(stay.map((name) => now.indexOf(name))));
  const moved = stay.filter((name) => !inOrder.has(now.indexOf(name)));
  const list = (what: string, names: readonly string[]) =>
    names.length === 0 ? [] : [`${what}: ${names.join(', ')}`];
  return [
    ...list('columns that stand elsewhere than in the last table', moved),
    ...list('columns that the last table did not have', added),
    ...list('columns of the last table that this one does not have', gone),
  ];
}

/** The longest part of some numbers that rises: the columns that are still in the order in which they were. */
function longestRising(numbers: readonly number[]): readonly number[] {
  // Of the longest that ends at each number: how long it is, and where the number before it stands.
  const length: number[] = [];
  const before: number[] = [];
  for (const [i, number] of numbers.entries()) {
    length.push(1);
    before.push(-1);
    for (let j = 0; j < i; j += 1)
      if ((numbers[j] ?? number) < number && (length[j] ?? 0) >= (length[i] ?? 0)) {
        length[i] = (length[j] ?? 0) + 1;
        before[i] = j;
      }
  }
  const rising: number[] = [];
  const end = length.indexOf(Math.max(0, ...length));
  for (let at = end; at !== -1; at = before[at] ?? -1) rising.push(numbers[at] ?? -1);
  return rising;
}
