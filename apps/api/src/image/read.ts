import { charted } from '@article21/charts';
import { type Endpoint, type ImageQuery, imageKeys, parseImageQuery } from '@article21/contract';
import { groupCount } from '@article21/cube';
import type { ChartQuery } from '@article21/model';
import { knownTo } from '../query.ts';
import { Refusal, refuseIssues } from '../refusal.ts';
import type { Served } from '../snapshots.ts';

/** What a picture shows: the query as its chart needs it, and as it was asked. */
export interface PictureQuery extends ImageQuery {
  chart: string;
  asked: ChartQuery;
}

/** More than any chart shows: beyond this, counting for a picture would hold up everybody else. */
const MOST_GROUPS = 20_000;

/** Reads the query of a picture. Refuses one with any issue, or of too many groups; nothing is counted yet. */
export function readPictureQuery({ query: { shape } }: Endpoint, search: URLSearchParams, served: Served) {
  const own = imageKeys.filter((key) => key in shape);
  const { query, issues } = parseImageQuery(search, knownTo(served), own);
  refuseIssues(issues);
  const { width: _, height: __, scale: ___, ...asked } = query;
  const picture: PictureQuery = { ...charted(query), asked };
  const groups = groupCount(served.cube, picture);
  if (groups > MOST_GROUPS)
    throw tooMuch(
      picture.by.includes('period') ? 'every' : 'measure',
      `the chart could have ${groups} groups; at most ${MOST_GROUPS} are drawn`,
      'ask for a shorter period, a longer step, fewer places or fewer measures',
    );
  return { picture, query };
}

/** The refusal of what is well said, but too large. */
export function tooMuch(key: string, message: string, hint: string): Refusal {
  const issue = { key, code: 'too_many', stated: '', message, hint };
  return new Refusal('too-much', `${message}: ${hint}`, [issue]);
}
