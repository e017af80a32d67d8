import { filteredAttributes, type Measure, measure, UNSTATED, type Vocabulary } from '@article21/model';
import type { RecordFilter } from '../../port.ts';
import { readCursor } from '../cursor.ts';
import { literal } from './literal.ts';

/** The condition of a WHERE and the values of its parameters. */
export interface Condition {
  sql: string;
  values: Record<string, string | number>;
}

/** The day a record is drawn on or begins as a number, an open one before all others: the first part of the order. */
export const FROM_KEY = day('coalesce(assembly_day, from_day)', -(2 ** 31));

/** A day column as the days since 1970-01-01. */
export function day(column: string, whenOpen: number): string {
  return `coalesce((${column} - DATE '1970-01-01')::INTEGER, (${whenOpen})::INTEGER)`;
}

/** Whether anything but addresses stands behind a record. Evidence had no kind when all of it was quotations. */
export const QUOTED = "(len(list_filter(evidence, lambda it: coalesce(it.kind, 'quotation') <> 'link')) > 0)";

/** The columns of a measure's numbers: `count`, `days`, `amount_cents`. */
export function quantityColumns({ quantity, scale }: Measure): string {
  return scale === 100 ? `${quantity}_cents` : quantity;
}

/** The records that a measure counts. */
export function countedBy(it: Measure): string {
  const kind = it.kind === null ? 'true' : `kind = ${literal(it.kind)}`;
  return it.quantity === 'records' ? `(${kind})` : `(${kind} AND ${quantityColumns(it)}_low IS NOT NULL)`;
}

/** The condition of a filter. What comes from outside is only ever a parameter. */
export function condition(filter: RecordFilter, vocabulary: Vocabulary): Condition {
  const parts = ['basis = $basis'];
  const values: Condition['values'] = { basis: filter.basis };
  const among = (expression: string, name: string, list: readonly string[] | null) => {
    if (list === null) return;
    parts.push(`${expression} IN (SELECT unnest(from_json($${name}, '["VARCHAR"]')))`);
    values[name] = JSON.stringify(list);
  };
  if (filter.measures !== null)
    parts.push(
      `(${filter.measures.map((id) => countedBy(measure(id, vocabulary))).join(' OR ') || 'false'})`,
    );
  among('kind', 'kinds', filter.kinds);
  among('place', 'places', filter.places);
  among("coalesce(phase, 'unstated')", 'phases', filter.phases.length > 0 ? filter.phases : null);
  if (filter.evidence !== null) parts.push(QUOTED);
  for (const [i, [id, chosen]] of [...filteredAttributes(filter.attribute)].entries()) {
    values[`attribute_${i}`] = id;
    among(`coalesce(attributes[$attribute_${i}], '${UNSTATED}')`, `attribute_values_${i}`, chosen);
  }
  parts.push(...inPeriod(filter, values));
  if (filter.cursor !== null) {
    const after = readCursor(filter.cursor);
    parts.push(`(${FROM_KEY}, id) > ($after_day::INTEGER, $after_id)`);
    Object.assign(values, { after_day: after.from, after_id: after.id });
  }
  return { sql: parts.join(' AND '), values };
}

function inPeriod({ from, to, bucket, undated }: RecordFilter, values: Condition['values']): string[] {
  const start = bound('from', from, values);
  const end = bound('to', to, values);
  const within = inside('from_day', 'to_day', start, end);
  if (undated === null) {
    if (bucket === null) return within;
    const first = bound('bucket_from', bucket.from, values);
    const last = bound('bucket_to', bucket.to, values);
    return [...within, ...inside(DRAWN_FROM, DRAWN_TO, first, last)];
  }
  const touching = [
    start && `coalesce(to_day >= ${start}, true)`,
    end && `coalesce(from_day <= ${end}, true)`,
  ];
  values.step = undated;
  const oneBucket = 'coalesce(date_trunc($step, from_day) = date_trunc($step, to_day), false)';
  const drawn = inside('assembly_day', 'assembly_day', start, end).join(' AND ') || 'true';
  const settled = `CASE WHEN assembly_day IS NULL THEN ${oneBucket} ELSE ${drawn} END`;
  return [...touching.filter((it) => it !== null), `NOT (${[settled, ...within].join(' AND ')})`];
}

const DRAWN_FROM = 'coalesce(assembly_day, from_day)';
const DRAWN_TO = 'coalesce(assembly_day, to_day)';

/** That some days, of which null ends are open, lie in others. */
function inside(first: string, last: string, start: string | null, end: string | null): string[] {
  const within = [
    start && `coalesce(${first} >= ${start}, false)`,
    end && `coalesce(${last} <= ${end}, false)`,
  ];
  return within.filter((it) => it !== null);
}

function bound(name: string, day: number | null, values: Condition['values']): string | null {
  if (day === null) return null;
  values[name] = day;
  return `(DATE '1970-01-01' + $${name}::INTEGER)`;
}
