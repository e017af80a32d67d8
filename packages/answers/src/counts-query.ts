import { axisLength, cellsToRead, groupCount, printGroupCount, seriesCount } from '@article21/cube';
import { type ChartQuery, isByPlace, withoutLook } from '@article21/model';
import { HttpProblem } from './http-problem.ts';
import type { LoadedSnapshot } from './loaded-snapshot.ts';

/** A larger table should be published as a file, not requested. */
export const MOST_GROUPS = 100_000;
/** About 270 years of days: a time axis is drawn with its empty steps. */
const MOST_STEPS = 100_000;
/** A workbook is written in one go, which blocks the thread for half a second. */
export const MOST_GROUPS_IN_WORKBOOK = 20_000;

/**
 * A question for counts that was understood, how many groups its answer has, from how many series they are counted, and how
 * many cells are read for what nobody asked before.
 */
export interface Countable {
  query: ChartQuery;
  groups: number;
  series: number;
  cells: number;
}

/**
 * The question of a query for counts, without what changes no number. Refuses one whose answer would be too large:
 * by the groups that it has, not by those that it could have.
 */
export function countable(
  requested: ChartQuery,
  loaded: Pick<LoadedSnapshot, 'cube'>,
  most = MOST_GROUPS,
): Countable {
  const query = withoutLook(requested);
  const steps = axisLength(loaded.cube, query);
  if (steps > MOST_STEPS)
    throw tooMany(
      query,
      `the time axis would have ${steps} steps; at most ${MOST_STEPS} are drawn`,
      MOST_STEPS,
    );
  const groups = groupCount(loaded.cube, query);
  if (groups <= most) {
    const { cube } = loaded;
    return { query, groups, series: seriesCount(cube, query), cells: cellsToRead(cube, query) };
  }
  const stated = printGroupCount(groups);
  throw tooMany(query, `the answer has ${stated} groups; at most ${most} are given`, most);
}

/** The refusal of a valid query whose answer is too large. It names the keys that would make it smaller. */
export function tooMany(query: ChartQuery, message: string, most: number): HttpProblem {
  const narrow = narrowing(query);
  const hint = 'ask for a shorter period, a longer step, fewer places or fewer measures';
  const [key = 'by'] = narrow;
  const stated = key === 'every' ? query.every : '';
  const issue = { key, code: 'too_many', stated, message, hint, narrow, most };
  return new HttpProblem('too-much', `${message}: ${hint}`, [issue]);
}

function narrowing({ by, every, measure }: ChartQuery): string[] {
  return [
    ...(by.includes('period') ? [...(every === 'year' ? [] : ['every']), 'from', 'to'] : []),
    ...(isByPlace({ by }) ? ['place'] : []),
    ...(measure.length > 1 ? ['measure'] : []),
  ];
}
