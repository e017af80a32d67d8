import type { Plan } from './plan.ts';

/** What of the sources that picked records cite is not published. */
export interface Withheld {
  /** Those of which no word is. */
  whole: ReadonlySet<string>;
  /** Tables of which the rows of other records are, with the number that each row then has. */
  tables: ReadonlyMap<string, ReadonlyMap<number, number>>;
}

/**
 * A source is withheld as a whole, because its words are those of picked records too. Of a table the rows stay that
 * only other records cite, below its header and without gaps, so that none tells where another stood.
 */
export function withheldOf({ hidden, shown }: Pick<Plan, 'hidden' | 'shown'>): Withheld {
  const whole = new Set(hidden.sources.keys());
  const tables = new Map<string, ReadonlyMap<number, number>>();
  for (const [source, rows] of hidden.rows) {
    const kept = [...(shown.rows.get(source) ?? [])].sort((a, b) => a - b);
    if (kept.length === 0 || kept.some((row) => rows.has(row))) continue;
    whole.delete(source);
    tables.set(source, new Map(kept.map((row, i) => [row, i + 2])));
  }
  return { whole, tables };
}
