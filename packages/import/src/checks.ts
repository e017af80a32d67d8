import { cleanCell } from '@article21/ingest';
import type { Remark } from '@article21/messages/importing';
import type { Mapping } from '@article21/model/mapping';
import { closest, distance } from 'fastest-levenshtein';
import { columnsNamed, type Header } from './header.ts';
import { roleOf } from './header-roles.ts';
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
        why: { code: 'column_filled' },
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
          why: cleaned.problem,
        });
      else if (i >= names.length && cleaned.text !== '')
        refuse({
          row,
          column: null,
          value: cell.slice(0, 200),
          why: { code: 'cell_without_column' },
        });
    }
  };
}

/** The addresses that a row cites, and whether one of its cells for them has text but no address. */
export function createLinks({ source }: Mapping, { at }: Header, refuse: Refuse) {
  const columns = source.links?.columns ?? [];
  return (row: number, cells: readonly string[]): { links: string[]; hasNoAddress: boolean } => {
    const typed = columns.map((name) => cells[at(name)] ?? '');
    const found = typed.flatMap(linksIn);
    if (columns.length > 0 && found.length === 0 && !source.rows)
      refuse({
        row,
        column: columns.join(', '),
        value: cells[at(columns[0] ?? '')] ?? null,
        why: { code: 'no_link' },
      });
    const hasNoAddress = typed.some((cell) => /\S/.test(cell) && linksIn(cell).length === 0);
    return { links: [...new Set(found)], hasNoAddress };
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
    refuse({
      row: header.row,
      column: name,
      value: null,
      why:
        near === null
          ? { code: 'column_missing', values: { name, columns: header.names } }
          : { code: 'column_renamed', values: { name, near } },
    });
  }
  for (const name of header.names) {
    if (named.includes(name) || mapping.columns[name] !== undefined) continue;
    questions.ask(null, {
      column: name,
      value: null,
      question: { code: 'unused_column' },
      proposals: ['ignore', 'keep', 'refuse'],
      at: ['columns', name],
    });
  }
}

/**
 * The columns of which nothing is taken, at every look at a table; apart, those that only count rows: whoever needs their
 * numbers as ids has to know.
 */
export function ignoredColumns({ names }: Header, { columns }: Mapping): Remark[] {
  const ignored = names.filter((name) => columns[name] === 'ignore');
  const isNumber = (name: string) => roleOf(name) === 'row_number';
  const [numbers, others] = [ignored.filter(isNumber), ignored.filter((name) => !isNumber(name))];
  return [
    ...(numbers.length === 0 ? [] : [{ code: 'row_numbers' as const, values: { columns: numbers } }]),
    ...(others.length === 0 ? [] : [{ code: 'ignored_columns' as const, values: { columns: others } }]),
  ];
}

/** What became of the columns since the last table. */
export function movedColumns(before: readonly string[], now: readonly string[]): Remark[] {
  if (before.length === 0) return [];
  const [gone, added] = [
    before.filter((name) => !now.includes(name)),
    now.filter((name) => !before.includes(name)),
  ];
  const stay = before.filter((name) => now.includes(name));
  const inOrder = new Set(longestRising(stay.map((name) => now.indexOf(name))));
  const moved = stay.filter((name) => !inOrder.has(now.indexOf(name)));
  const list = (code: Remark['code'], columns: readonly string[]): Remark[] =>
    columns.length === 0 ? [] : [{ code, values: { columns } }];
  return [...list('moved', moved), ...list('new_columns', added), ...list('gone_columns', gone)];
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

/** The name that differs from a text in few letters; null where none does. */
function nearestName(text: string, names: readonly string[]): string | null {
  const lower = names.map((it) => it.toLowerCase());
  const best = names.length === 0 ? undefined : names[lower.indexOf(closest(text.toLowerCase(), lower))];
  if (best === undefined) return null;
  return distance(text.toLowerCase(), best.toLowerCase()) <= Math.max(1, Math.floor(text.length / 4))
    ? best
    : null;
}
