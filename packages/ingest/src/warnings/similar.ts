import { orConfirm } from '../confirmed.ts';
import type { Row } from '../row.ts';

/** Finds names that differ from earlier ones only in signs, spaces, capitals or accents. */
export interface SimilarNames {
  /** Warns where a cell holds a name that is too like an earlier one of its column. Whether it was. */
  look<C extends string>(row: Row<C>, column: C): boolean;
}

export function createSimilarNames(): SimilarNames {
  const names = new Map<string, { name: string; row: number }>();
  return {
    look(row, column) {
      const name = row.get(column);
      if (name === null) return false;
      const letters = name
        .normalize('NFKD')
        .replace(/[^\p{L}\p{N}]/gu, '')
        .toLowerCase();
      const key = JSON.stringify([column, letters]);
      const first = names.get(key);
      if (first === undefined) names.set(key, { name, row: row.number });
      if (first === undefined || first.name === name) return false;
      row.warn(column, {
        code: 'similar_name',
        message: `the name differs from ${first.name} in row ${first.row} only in signs, spaces, capitals or accents`,
        hint: `use one spelling if both are the same; ${orConfirm('similar_name')}`,
      });
      return true;
    },
  };
}
