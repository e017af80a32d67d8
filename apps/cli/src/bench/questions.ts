import {
  type ChartQuery,
  defaultMeasures,
  emptyQuery,
  type MeasureId,
  measure,
  parseDay,
  printDay,
  usualVocabulary,
} from '@article21/model';
import { cityId } from './generate.ts';

/** One question, asked of the cube as a query and of DuckDB as SQL. */
export interface Question {
  name: 'totals' | 'days' | 'grid';
  title: string;
  query: ChartQuery;
  /** The rows, or without any the totals. This one is timed. */
  sql: string;
  /** The totals and the undated, which the cube answers as well: for comparing only. */
  totalsSql: string;
  undatedSql: string;
}

export const questions: readonly Question[] = [
  question('totals', 'totals of three cities over 5½ years', {
    measure: defaultMeasures,
    place: [cityId(1), cityId(7), cityId(13)],
    from: parseDay('2013-03-14'),
    to: parseDay('2018-09-20'),
  }),
  question('days', 'detentions in one city by day', {
    measure: ['detentions'],
    place: [cityId(7)],
    by: ['period'],
    every: 'day',
  }),
  question('grid', 'month × city × measure, everything', {
    measure: defaultMeasures,
    by: ['place', 'period'],
    every: 'month',
  }),
];

function question(name: Question['name'], title: string, asked: Partial<ChartQuery>): Question {
  const query: ChartQuery = { ...emptyQuery, ...asked };
  const keys = query.by.map((key) =>
    key === 'place' ? ', place' : `, ${bucket(query, 'from_day')} AS bucket`,
  );
  const groups = keys.map((_, i) => `, ${i + 2}`).join('');
  const place = query.by.includes('place') ? ', place' : '';
  const within = inside(query);
  const single = query.by.includes('period') ? oneBucket(query) : 'true';
  const touches = overlapping(query);
  return {
    name,
    title,
    query,
    sql: `${counted(query, keys.join(''), `${within} AND ${single}`)} GROUP BY 1${groups}`,
    totalsSql: `${counted(query, '', within)} GROUP BY 1`,
    undatedSql: `${counted(query, `${place}, ${within} AS within`, `${touches} AND NOT (${within} AND ${single})`)}
      GROUP BY 1, within${place}`,
  };
}

/** One scan of the records; each counts for the one measure that its kind has among the asked ones. */
function counted({ measure: ids, basis, place }: ChartQuery, keys: string, where: string): string {
  const places = place.length > 0 ? `AND place IN (${place.map(quoted).join(', ')})` : '';
  return `SELECT measure${keys}, sum(low)::DOUBLE, coalesce(sum(high), 0)::DOUBLE, (count(*) - count(high))::INTEGER,
      count_if(approximate)::INTEGER, sum(unnumbered)::INTEGER, count(*)::INTEGER
    FROM (SELECT ${byKind(ids, (id) => quoted(id))} AS measure, place, from_day, to_day,
      ${['low', 'high', 'approximate', 'unnumbered'].map((part) => `${byKind(ids, (id) => `${columns(id)}_${part}`)} AS ${part}`).join(', ')}
      FROM records WHERE kind IN (${ids.map((id) => quoted(kindOf(id))).join(', ')}) AND basis = '${basis}' ${places})
    WHERE low IS NOT NULL AND ${where}`;
}

function byKind(ids: readonly MeasureId[], value: (id: MeasureId) => string): string {
  const [only] = ids;
  if (only && ids.length === 1) return value(only);
  return `CASE kind ${ids.map((id) => `WHEN ${quoted(kindOf(id))} THEN ${value(id)}`).join(' ')} END`;
}

/** The kind that a measure counts. Throws on one of every kind, which these questions do not ask for. */
function kindOf(id: MeasureId): string {
  const { kind } = measure(id, usualVocabulary);
  if (kind === null) throw new Error(`the bench asks for measures of one kind, not ${id}`);
  return kind;
}

function columns(id: MeasureId): string {
  const { quantity, scale } = measure(id, usualVocabulary);
  return scale === 100 ? `${quantity}_cents` : quantity;
}

function bucket({ every }: ChartQuery, column: string): string {
  return every === 'day' ? column : `date_trunc('${every}', ${column})`;
}

function oneBucket(query: ChartQuery): string {
  return `coalesce(${bucket(query, 'from_day')} = ${bucket(query, 'to_day')}, false)`;
}

function inside({ from, to }: ChartQuery): string {
  const start = from === null ? 'true' : `coalesce(from_day >= DATE '${printDay(from)}', false)`;
  return `${start} AND ${to === null ? 'true' : `coalesce(to_day <= DATE '${printDay(to)}', false)`}`;
}

function overlapping({ from, to }: ChartQuery): string {
  const start = from === null ? 'true' : `coalesce(to_day >= DATE '${printDay(from)}', true)`;
  return `${start} AND ${to === null ? 'true' : `coalesce(from_day <= DATE '${printDay(to)}', true)`}`;
}

function quoted(text: string): string {
  return `'${text}'`;
}
