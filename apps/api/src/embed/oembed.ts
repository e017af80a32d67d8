import { HttpProblem, refuseIssues } from '@article21/answers';
import { embedKeys, endpoints, parseOembedQuery } from '@article21/contract';
import { printKeys, queryKeys } from '@article21/model';
import { readEmbedQuery, sitePath } from '@article21/pages';
import type { Hono } from 'hono';
import type { Answer } from '../answer.ts';
import { commonOf, withSnapshot } from '../endpoint.ts';
import { pathWithin } from '../site.ts';
import type { SnapshotOpener } from '../snapshot-opener.ts';
import { costOfEmbed } from '../work/cost.ts';
import type { ReadSized } from '../work/sizes.ts';

interface Parts {
  snapshots: SnapshotOpener;
  answer: Answer;
  readSized: ReadSized;
  baseUrl: string;
}

/** Adds oEmbed 1.0, which WordPress and others request before they embed a chart. */
export function addOembed(hono: Hono, { snapshots, answer, readSized, baseUrl }: Parts): void {
  const { path } = endpoints.oembed;
  hono.get(path, async (c) => {
    const { query: requested, issues } = parseOembedQuery(new URL(c.req.url).searchParams);
    refuseIssues(issues);
    if (requested.format !== 'json')
      throw new HttpProblem(
        'not-implemented',
        `there is no format ${requested.format.slice(0, 32)}: ask for json`,
      );
    const search = chartOf(requested.url, baseUrl);
    return withSnapshot(c, snapshots, search, async (loaded, isPinned) => {
      const { query, groups } = await readSized(c, [loaded], () => readEmbedQuery(search, loaded));
      const { maxwidth, maxheight } = requested;
      const size = [String(maxwidth), String(maxheight)];
      const job = { snapshot: loaded.id, search: search.toString(), size: { maxwidth, maxheight } };
      return answer(c, {
        ...commonOf(endpoints.oembed, isPinned),
        key: [loaded.id, path, baseUrl, printKeys(embedKeys, query), ...size],
        body: { job: { kind: 'oembed', input: job }, cost: costOfEmbed(groups) },
      });
    });
  });
}

/**
 * The query of a chart's address on this site, absolute or, as in all that this site is asked, from its root; by http or https: a link may be older than the certificate. The page's own
 * keys, such as what is opened beside the chart, are no part of the chart. Refuses the address of another site, and of
 * anything that is no chart.
 */
function chartOf(text: string, baseUrl: string): URLSearchParams {
  const isFromRoot = /^\/(?![/\\])/.test(text);
  const full = isFromRoot ? baseUrl + text : text;
  const url = URL.canParse(full) ? new URL(full) : null;
  const isOurs = url && /^https?:$/.test(url.protocol) && url.host === new URL(baseUrl).host;
  const path = isOurs ? pathWithin(sitePath(baseUrl), url.pathname) : null;
  const isChart = path === '/' || path === endpoints.embed.path;
  if (!isChart || !url || url.username || url.password)
    throw new HttpProblem('not-found', 'there is no chart of this site at that address');
  if (path !== '/') return url.searchParams;
  const known = [...url.searchParams].filter(([key]) => (queryKeys as readonly string[]).includes(key));
  return new URLSearchParams(known);
}
