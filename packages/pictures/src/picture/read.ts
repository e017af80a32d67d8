import { HttpProblem, knownTo, type LoadedSnapshot, refuseIssues, tooMany } from '@article21/answers';
import { resolveQuery } from '@article21/charts';
import { type ImageQuery, imageKeys, parseEndpointQuery } from '@article21/contract';
import { axisLength, groupCount, printGroupCount } from '@article21/cube';
import { type ChartQuery, type chartKeys, emptyOf, type Keys, undrawable } from '@article21/model';

/** What a picture shows: the query as its chart needs it, and as it was asked. */
export interface PictureQuery extends ImageQuery {
  chart: string;
  requested: ChartQuery;
}

/** Beyond this, drawing would hold up everybody else for longer than they would wait. */
const MOST_GROUPS = 10_000;
/** Eleven years of days: a calendar of more is no picture, and so is a column of less than a pixel. */
const MOST_BUCKETS = 4_000;

/** Reads the query of a picture. Refuses one with any issue, or of too many groups; nothing is counted yet. */
export function readPictureQuery(
  endpoint: { query: Keys & typeof chartKeys },
  search: URLSearchParams,
  loaded: LoadedSnapshot,
) {
  const read = parseEndpointQuery(endpoint, search, knownTo(loaded));
  const query: ImageQuery = { ...emptyOf(imageKeys), ...(read.query as Partial<ImageQuery>) };
  refuseIssues([...read.issues, ...undrawableTitle(query.title)]);
  const { width: _, height: __, scale: ___, ...requested } = query;
  const picture: PictureQuery = { ...resolveQuery(query), requested };
  return { picture, query, groups: refuseLarge(picture, loaded) };
}

/** A picture has no letters that its fonts do not have, and none that are written from right to left. */
function undrawableTitle(title: string | null) {
  const letters = undrawable(title ?? '');
  if (title === null || letters.length === 0) return [];
  const message = `pictures do not have these letters: ${letters.slice(0, MOST_LETTERS).join(' ')}`;
  const hint =
    'write the title in Latin, Cyrillic or Greek letters, or leave it out and set it beside the picture';
  return [{ key: 'title', code: 'undrawable', stated: title, message, hint }];
}

/** So many letters show which script is meant. */
const MOST_LETTERS = 10;

/** Refuses what would take too long to draw, by arithmetic alone; answers how many groups the chart has. */
export function refuseLarge(query: ChartQuery, { cube }: LoadedSnapshot): number {
  const groups = groupCount(cube, query);
  const refusal = refusalOf(groups, query, cube);
  if (refusal) throw refusal;
  return groups;
}

/** Why the chart of a query is not drawn, known before anything is counted; null where it is. */
export function tooLarge(query: ChartQuery, { cube }: LoadedSnapshot): HttpProblem | null {
  return refusalOf(groupCount(cube, query), query, cube);
}

function refusalOf(groups: number, query: ChartQuery, cube: LoadedSnapshot['cube']): HttpProblem | null {
  if (groups > MOST_GROUPS) {
    const stated = printGroupCount(groups);
    return tooMany(query, `the chart has ${stated} groups; at most ${MOST_GROUPS} are drawn`, MOST_GROUPS);
  }
  const steps = axisLength(cube, query);
  if (steps <= MOST_BUCKETS) return null;
  return tooMany(
    query,
    `the chart would have ${steps} steps; at most ${MOST_BUCKETS} are drawn`,
    MOST_BUCKETS,
  );
}

/** The refusal of what is well said, but too large for its size. */
export function tooMuch(key: string, message: string, hint: string): HttpProblem {
  const issue = { key, code: 'too_many', stated: '', message, hint };
  return new HttpProblem('too-much', `${message}: ${hint}`, [issue]);
}
