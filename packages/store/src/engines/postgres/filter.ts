import { filterDigits, type Step, type Vocabulary } from '@article21/model';
import type { RecordFilter } from '../../port.ts';
import { readCursor } from '../cursor.ts';

/** The condition of a WHERE and the values of its parameters, `$1` and so on. */
export interface Condition {
  sql: string;
  values: unknown[];
}

/**
 * The condition of a filter on one load of `records`. What comes from outside is only ever a parameter. Open days stand there
 * as the first and last of all, so that plain comparisons hold; a cluster passes all of it on to its parts.
 */
export function condition(
  load: number,
  filter: RecordFilter,
  { measureIds, attributes }: Vocabulary,
): Condition {
  const values: unknown[] = [];
  const value = (it: unknown) => `$${values.push(it)}`;
  const parts = [`load = ${value(load)}`, `basis = ${value(filter.basis)}`];
  const among = (column: string, list: readonly string[] | null) => {
    if (list !== null) parts.push(`${column} = ANY (${value(list.filter(canBeText))}::text[])`);
  };
  if (filter.measures !== null) {
    const bits = filter.measures.reduce((sum, id) => sum + 2 ** measureIds.indexOf(id), 0);
    parts.push(`(measures & ${value(bits)}::bigint) <> 0`);
  }
  among('kind', filter.kinds);
  among('place', filter.places);
  among('phase', filter.phases.length > 0 ? filter.phases : null);
  if (filter.evidence !== null) parts.push('quoted');
  for (const { unit, base, digits } of filterDigits(filter.attribute, attributes))
    parts.push(`(combination / ${unit} % ${base}) = ANY (${value(digits)}::bigint[])`);
  parts.push(...inPeriod(filter, value));
  if (filter.cursor !== null) {
    const { from, id } = readCursor(filter.cursor);
    const day = value(from);
    parts.push(`drawn_from >= ${day}::integer AND (drawn_from > ${day} OR id > ${value(id)})`);
  }
  return { sql: parts.join(' AND '), values };
}

/** PostgreSQL has no text with this sign in it, and refuses to look for one. */
export function canBeText(text: string): boolean {
  return !text.includes('\u0000');
}

type Value = (it: unknown) => string;

function inPeriod({ from, to, bucket, undated }: RecordFilter, value: Value): string[] {
  const start = from === null ? null : `${value(from)}::integer`;
  const end = to === null ? null : `${value(to)}::integer`;
  const inside = (first: string, last: string) => [
    ...(start === null ? [] : [`${first} >= ${start}`]),
    ...(end === null ? [] : [`${last} <= ${end}`]),
  ];
  const within = inside('from_day', 'to_day');
  if (undated === null) {
    if (bucket === null) return within;
    const [first, last] = [`${value(bucket.from)}::integer`, `${value(bucket.to)}::integer`];
    return [...within, `drawn_from >= ${first}`, `drawn_to <= ${last}`];
  }
  const touching = [
    ...(start === null ? [] : [`to_day >= ${start}`]),
    ...(end === null ? [] : [`from_day <= ${end}`]),
  ];
  const onDay = inside('assembly_day', 'assembly_day').join(' AND ') || 'true';
  const settled = `CASE WHEN assembly_day = ${NO_DAY_SQL} THEN ${sameBucket[undated]} ELSE ${onDay} END`;
  return [...touching, `NOT (${[settled, ...within].join(' AND ')})`];
}

/** `NO_DAY` of the model, which SQL reads as a number only in brackets. */
const NO_DAY_SQL = '(-2147483648)';

/** That the possible days lie in one bucket; open ones never do, because their numbers are like no other day's. */
const sameBucket: Readonly<Record<Step, string>> = {
  day: 'from_day = to_day',
  // 1970-01-01, day 0, was a Thursday; the sum of an open day is no integer any more.
  week: same((side) => `floor((${side}_day + 3::double precision) / 7)`),
  month: 'from_month = to_month',
  quarter: same((side) => `floor(${side}_month / 3::double precision)`),
  year: same((side) => `floor(${side}_month / 12::double precision)`),
};

function same(of: (side: 'from' | 'to') => string): string {
  return `${of('from')} = ${of('to')}`;
}
