import { knownTo, type LoadedSnapshot, refuseIssues } from '@article21/answers';
import { resolveQuery } from '@article21/charts';
import { type EmbedQuery, parseEmbedQuery } from '@article21/contract';
import { type PictureQuery, refuseLarge } from '@article21/pictures';

/** Reads the query of an embed. Refuses one with any issue, or of too many groups; nothing is counted yet. */
export function readEmbedQuery(search: URLSearchParams, loaded: LoadedSnapshot) {
  const { query, issues } = parseEmbedQuery(search, knownTo(loaded));
  refuseIssues(issues);
  const picture = pictureOf(query);
  return { picture, query, groups: refuseLarge(picture, loaded) };
}

function pictureOf({ controls: _, ...requested }: EmbedQuery): PictureQuery {
  return { ...resolveQuery(requested), requested, width: 640, height: null, scale: 1 };
}
