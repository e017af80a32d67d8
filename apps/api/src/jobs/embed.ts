import { endpoints, type OembedQuery } from '@article21/contract';
import { describeEmbed, type EmbedAddresses, readEmbedQuery, sitePath, writeEmbed } from '@article21/pages';
import type { JobOutput, JobTools } from './tools.ts';

export interface EmbedInput {
  snapshot: string;
  search: string;
}

/** The page of a chart inside another page. */
export function embed({ snapshot, search }: EmbedInput, tools: JobTools): JobOutput {
  const { snapshots, words, baseUrl } = tools;
  return snapshots.use(snapshot, async (loaded) => {
    const { picture, query } = readEmbedQuery(new URLSearchParams(search), loaded);
    const addresses = embedAddresses(baseUrl);
    const subject = { picture, query, loaded, words: words(query.lang ?? 'en'), addresses };
    return writeEmbed(subject, await tools.renderer());
  });
}

export interface OembedInput extends EmbedInput {
  size: Pick<OembedQuery, 'maxwidth' | 'maxheight'>;
}

/** The same chart as oEmbed describes it. */
export function oembed({ snapshot, search, size }: OembedInput, tools: JobTools): JobOutput {
  const { snapshots, words, baseUrl } = tools;
  return snapshots.use(snapshot, async (loaded) => {
    const { picture, query } = readEmbedQuery(new URLSearchParams(search), loaded);
    const subject = { picture, query, loaded, words: words(query.lang ?? 'en'), site: baseUrl };
    return JSON.stringify(await describeEmbed(subject, size));
  });
}

/** What it loads is without a host, so that it comes from whoever answered the page, whatever BASE_URL says of that. */
export function embedAddresses(baseUrl: string): EmbedAddresses {
  const within = sitePath(baseUrl);
  return {
    site: baseUrl,
    image: within + endpoints.chartSvg.path,
    script: `${within}/embed-frame.js`,
    icon: `${within}/icon.svg`,
  };
}
