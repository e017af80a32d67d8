import {
  attributeDigits,
  cellBases,
  cellPhases,
  type DeclaredAttribute,
  NO_DAY,
  NOT_QUOTED,
  OPEN_END,
  OPEN_START,
} from '@article21/model';
import type { DuckDBVector } from '@duckdb/node-api';
import { day, QUOTED } from './filter.ts';
import { identifier, literal } from './literal.ts';

/** What tells one cell of a measure from another, in the order of cells. */
export const KEYS = [
  'place_index',
  'from_key',
  'to_key',
  'day_key',
  'phase_index',
  'basis_index',
  'combination',
] as const;

/**
 * The relation `keyed` for a WITH: one row for each record that meets a condition, with `KEYS` as numbers, which are
 * grouped faster than texts and dates, and with the expressions that are asked for.
 */
export function keyed(
  relation: string,
  condition: string,
  expressions: string,
  attributes: readonly DeclaredAttribute[],
): string {
  const from = identifier(relation);
  return `places AS (
      SELECT place, (row_number() OVER (ORDER BY place) - 1)::UINTEGER AS place_index
      FROM (SELECT DISTINCT place FROM ${from})
    ), keyed AS (
      SELECT place_index, ${day('from_day', OPEN_START)} AS from_key, ${day('to_day', OPEN_END)} AS to_key,
        ${day('assembly_day', NO_DAY)} AS day_key,
        ${numbered('phase', cellPhases)} + CASE WHEN ${QUOTED} THEN 0 ELSE ${NOT_QUOTED} END::UTINYINT AS phase_index, ${numbered('basis', cellBases)} AS basis_index,
        ${combination(attributes)} AS combination,
        ${expressions}
      FROM ${from} JOIN places USING (place)
      WHERE ${condition}
    )`;
}

/** The numbers of a vector as they lie in memory, where none is null. */
export function items(vector: DuckDBVector): ArrayLike<number> {
  const found = (vector as unknown as { items?: unknown }).items;
  if (!ArrayBuffer.isView(found)) throw new Error('DuckDB gave no plain numbers');
  return found as unknown as ArrayLike<number>;
}

/** The number of a row's combination of attributes, as `combinationOf` of the model says it. */
function combination(attributes: readonly DeclaredAttribute[]): string {
  const digits = attributeDigits(attributes).map(({ id, unit, values }) => {
    const stated = `attributes[${literal(id)}]`;
    return `${unit}::BIGINT * ${numbered(stated, [null, ...values])}::BIGINT`;
  });
  return `(${['0::BIGINT', ...digits].join(' + ')})::DOUBLE`;
}

/** The place of a text among the known ones, in one look: a comparison for each, of many values, takes a second to plan. */
function numbered(column: string, values: readonly (string | null)[]): string {
  const list = values.map((value) => (value === null ? 'NULL' : literal(value))).join(', ');
  const found = `nullif(list_position([${list}]::VARCHAR[], ${column}), 0) - 1`;
  const known = `coalesce(${found}, error(${literal(`unknown ${column}: `)} || ${column}))`;
  const unstated = values.indexOf(null);
  return `(${unstated < 0 ? known : `CASE WHEN ${column} IS NULL THEN ${unstated} ELSE ${known} END`})::UTINYINT`;
}
