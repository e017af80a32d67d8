import { translationsOf } from '@article21/model';
import { identifier } from './literal.ts';

/** A column of a relation of records: its name, its SQL type, and what it holds, in the fields of a record's JSON. */
export interface RecordColumn {
  name: string;
  type: string;
  from: string;
  /** Whether files that were written before there was this column are read, with null in it. */
  later?: true;
  /** Whether its structs have fields that files written before had not, which are then null. */
  grown?: true;
}

/**
 * The columns of a file or table of records, one row a record. `count`, `amount` and `days` are as typed; beside
 * them stand the numbers they mean, null where the quantity does not apply. `amount_*` is in the stated currency,
 * `amount_cents_*` in whole euro cents, converted at `amount_rates`. `from_day` to
 * `to_day` are the days that the sources leave possible, null where open; `assembly_day` is the day that the record is
 * drawn on where no source states one. `attributes` are those of the dataset's own that are stated, null where none is. The fields of `evidence` are those of its kinds together, null where a kind has
 * them not; `kind` is null in files that were written before there was any but quotations.
 */
export const recordColumns: readonly RecordColumn[] = [
  ...texts('id', 'kind', 'place', 'date', 'assembly', 'phase'),
  { name: 'count', type: 'VARCHAR', from: 'r."count".notation' },
  { name: 'amount', type: 'VARCHAR', from: 'r.amount.notation' },
  { name: 'days', type: 'VARCHAR', from: 'r.days.notation' },
  ...texts('basis', 'note'),
  { name: 'from_day', type: 'DATE', from: 'r.charted."from"' },
  { name: 'to_day', type: 'DATE', from: 'r.charted."to"' },
  { name: 'assembly_day', type: 'DATE', from: 'r.charted."day"', later: true },
  { name: 'charted_by', type: 'VARCHAR', from: 'r.charted."by"' },
  { name: 'charted_approximate', type: 'BOOLEAN', from: 'r.charted.approximate' },
  ...estimate('count', 'r."count"', 'BIGINT'),
  ...estimate('days', 'r.days', 'BIGINT'),
  { name: 'amount_currency', type: 'VARCHAR', from: 'r.amount.currency' },
  ...estimate('amount', 'r.amount', 'DOUBLE'),
  ...estimate('amount_cents', 'r.amount.cents', 'BIGINT'),
  ...translationsOf('note').map(
    (name): RecordColumn => ({ name, type: 'VARCHAR', from: `r.${identifier(name)}`, later: true }),
  ),
  { name: 'attributes', type: 'MAP(VARCHAR, VARCHAR)', from: 'r.attributes', later: true },
  {
    name: 'amount_rates',
    type: 'STRUCT(eur DOUBLE, "from" DATE, "to" DATE, source VARCHAR)[]',
    from: 'r.amount.rates',
    later: true,
  },
  {
    name: 'evidence',
    type: `STRUCT(${[
      'kind VARCHAR, source VARCHAR, quote VARCHAR, stated VARCHAR, prefix VARCHAR, suffix VARCHAR, "start" BIGINT, "end" BIGINT',
      '"row" BIGINT, "columns" VARCHAR[], "table" STRUCT(header VARCHAR[], "rows" STRUCT("row" BIGINT, cells VARCHAR[])[])',
      'url VARCHAR, accessed DATE, archive VARCHAR',
    ].join(', ')})[]`,
    from: 'r.evidence',
    grown: true,
  },
];

/** The statement that creates an empty table of records. */
export function createRecordsTable(name: string): string {
  const columns = recordColumns.map((column) => `${identifier(column.name)} ${column.type}`);
  return `CREATE TABLE ${identifier(name)} (${columns.join(', ')})`;
}

function texts(...names: string[]): RecordColumn[] {
  return names.map((name) => ({ name, type: 'VARCHAR', from: `r.${identifier(name)}` }));
}

function estimate(name: string, field: string, type: 'BIGINT' | 'DOUBLE'): RecordColumn[] {
  const number = (part: string) => (type === 'BIGINT' ? `whole(${field}.${part})` : `${field}.${part}`);
  return [
    { name: `${name}_low`, type, from: number('low') },
    { name: `${name}_high`, type, from: number('high') },
    { name: `${name}_approximate`, type: 'BOOLEAN', from: `${field}.approximate` },
    { name: `${name}_unnumbered`, type: 'BIGINT', from: `whole(${field}.unnumbered)` },
  ];
}
