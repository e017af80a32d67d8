import type { Count, Counts } from '@article21/model';
import { measuresOf, type Naming, rowsOf } from './rows.ts';

/**
 * The rows of an answer in the order in which bars are drawn, for a table beside them: by measure, then the largest place
 * first, equals by name, last what no source places in a city; within a place by time.
 */
export function drawnOrder(counts: Counts, context: Naming): readonly Count[] {
  return measuresOf(context).flatMap((measure) =>
    rowsOf(counts, measure, context).flatMap((row) => row.counts),
  );
}
