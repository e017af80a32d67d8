import type { EvidenceLink, Source } from '@article21/model';
import { linkSchema } from '@article21/model';
import type { Quotation } from '../quotations.ts';
import { type Row, readSchema } from '../row.ts';

/** What a row of evidence cites: words of a text, a row of a table with the names of columns, or an address. */
export type Cited =
  | { kind: 'quotation'; quotation: Quotation }
  | { kind: 'row'; row: number; columns: readonly string[] }
  | ({ kind: 'link' } & CitedLink);
export type CitedLink = Pick<EvidenceLink, 'url' | 'accessed' | 'archive'>;

const own = {
  text: ['quote', 'stated', 'prefix', 'suffix'],
  table: ['row', 'columns', 'stated'],
  links: ['url', 'accessed', 'archive_url'],
} as const satisfies Record<Source['kind'], readonly Column[]>;
/** What is not for a source of a kind. */
const others = {
  text: notIn(own.text),
  table: notIn(own.table),
  links: notIn(own.links),
} satisfies Record<Source['kind'], readonly Column[]>;

function notIn(columns: readonly Column[]): Column[] {
  return Object.values(own)
    .flat()
    .filter((column) => !columns.includes(column));
}

const needed = { text: ['quote', 'stated'], table: ['row'], links: ['url', 'accessed'] } as const;
const mend = {
  quote: 'fill in quote: the words of the source, letter for letter',
  stated: 'fill in stated: those words of the quotation that give the number',
  row: 'fill in row: the number that the row has in the table, the header counted',
  url: 'fill in url: the whole address, https://…',
  accessed: 'fill in accessed: the day on which it was read, 2024-03-12',
} as const;

type Column =
  | 'quote'
  | 'stated'
  | 'prefix'
  | 'suffix'
  | 'row'
  | 'columns'
  | 'url'
  | 'accessed'
  | 'archive_url';

/**
 * Reads what a row of evidence cites of a source of some kind; null where it was refused. Where the kind is not known
 * because the source was refused, nothing is missing and nothing too much.
 */
export function readCited(row: Row<Column>, kind: Source['kind'] | null): Cited | null {
  if (kind === null) return null;
  for (const column of needed[kind])
    if (row.get(column) === null && !row.refused(column))
      row.report(column, { code: 'missing_value', message: `${column} is empty`, hint: mend[column] });
  for (const other of others[kind])
    if (row.get(other) !== null)
      row.report(other, {
        code: 'invalid_value',
        message: `${other} is not for a source of the kind ${kind}`,
        hint: `empty the cell; of such a source there may be ${own[kind].join(', ')}`,
      });
  if (kind === 'text') return readQuotation(row);
  return kind === 'table' ? readTableRow(row) : readLink(row);
}

function readQuotation(row: Row<Column>): Cited | null {
  const quote = row.get('quote');
  return quote === null
    ? null
    : { kind: 'quotation', quotation: { quote, prefix: row.get('prefix'), suffix: row.get('suffix') } };
}

function readTableRow(row: Row<Column>): Cited | null {
  const text = row.get('row');
  if (text !== null && !/^[1-9]\d{0,8}$/.test(text))
    row.report('row', {
      code: 'invalid_value',
      message: 'row is not the number of a row',
      hint: 'write the number that the row has in the table’s file, the header counted: 17',
    });
  const number = row.get('row');
  const names = (row.get('columns') ?? '').split(';').map((name) => name.trim());
  return number === null
    ? null
    : { kind: 'row', row: Number(number), columns: names.filter((name) => name !== '') };
}

function readLink(row: Row<Column>): Cited | null {
  const { url, accessed, archive } = linkSchema.shape;
  const address = 'write the whole address: https://…';
  const read = {
    url: readSchema(row, 'url', url, address),
    accessed: readSchema(row, 'accessed', accessed, 'write the day on which it was read: 2024-03-12'),
    archive: readSchema(row, 'archive_url', archive, address),
  };
  return read.url === null || read.accessed === null ? null : { kind: 'link', ...read };
}
