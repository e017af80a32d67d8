import { orConfirm } from '../confirmed.ts';
import type { Row } from '../row.ts';

/** Finds names that differ from earlier ones only in signs, spaces, capitals, accents or letters that look alike. */
export interface SimilarNames {
  /** Warns where a cell holds a name that is too like an earlier one of its column. Whether it was. */
  look<C extends string>(row: Row<C>, column: C): boolean;
}

/** Letters of Cyrillic that look like one of Latin: with one of them a name is found by nobody who types it. */
const LOOKALIKES: Readonly<Record<string, string>> = Object.fromEntries(
  [...'авекмнорстухіјѕһԁԛԝ'].map((letter, i) => [letter, [...'abekmhopctyxijshdqw'][i] ?? letter]),
);

export function createSimilarNames(): SimilarNames {
  const names = new Map<string, { name: string; row: number }>();
  return {
    look(row, column) {
      const name = row.get(column);
      if (name === null) return false;
      const letters = name
        .normalize('NFKD')
        .replace(/[^\p{L}\p{N}]/gu, '')
        .toLowerCase()
        .replace(/[\u0430-\u051d]/g, (letter) => LOOKALIKES[letter] ?? letter);
      const key = JSON.stringify([column, letters]);
      const first = names.get(key);
      if (first === undefined) names.set(key, { name, row: row.number });
      if (first === undefined || first.name === name) return false;
      row.warn(column, {
        code: 'similar_name',
        message: `the name differs from ${first.name} in row ${first.row} only in signs, spaces, capitals, accents or letters that look alike`,
        hint: `use one spelling if both are the same; ${orConfirm('similar_name')}`,
      });
      return true;
    },
  };
}
