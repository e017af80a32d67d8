import { createHash } from 'node:crypto';
import { embedKeys, endpoints } from '@article21/contract';
import type { Words } from '@article21/messages';
import { type Language, languages, printKeys } from '@article21/model';
import { embedStyle, readEmbedQuery, writeEmbedFailure } from '@article21/pages';
import type { Context, Hono } from 'hono';
import type { Answer } from '../answer.ts';
import { commonOf, withSnapshot } from '../endpoint.ts';
import { headersOf } from '../headers.ts';
import { embedAddresses } from '../jobs/embed.ts';
import type { ProblemWriter } from '../problems.ts';
import type { SnapshotOpener } from '../snapshot-opener.ts';
import { costOfEmbed } from '../work/cost.ts';
import type { ReadSized } from '../work/sizes.ts';

const styleHash = createHash('sha256').update(embedStyle).digest('base64');
const decided = headersOf(endpoints.embed.path);

/** The headers of an embed. Its policy names the style by its hash, so no other style applies. */
const embedHeaders = {
  ...decided,
  'Content-Security-Policy': `${decided['Content-Security-Policy']}; style-src 'sha256-${styleHash}'`,
};

interface Parts {
  snapshots: SnapshotOpener;
  answer: Answer;
  readSized: ReadSized;
  baseUrl: string;
}

/** Adds the page that other sites frame. */
export function addEmbed(hono: Hono, parts: Parts): void {
  hono.get(endpoints.embed.path, (c) => embed(c, parts));
}

async function embed(c: Context, { snapshots, answer, readSized, baseUrl }: Parts): Promise<Response> {
  const search = new URL(c.req.url).searchParams;
  return withSnapshot(c, snapshots, search, async (loaded, isPinned) => {
    const { query, groups } = await readSized(c, [loaded], () => readEmbedQuery(search, loaded));
    const input = { snapshot: loaded.id, search: search.toString() };
    return answer(c, {
      ...commonOf(endpoints.embed, isPinned),
      key: [loaded.id, endpoints.embed.path, baseUrl, printKeys(embedKeys, query)],
      headers: embedHeaders,
      // Every reader of an article requests it.
      effort: 'high',
      body: { job: { kind: 'embed', input }, cost: costOfEmbed(groups) },
    });
  });
}

/** The error response of an embed: the usual one, reported as usual, but as a page that may be framed. */
export function createEmbedFailure({
  problems,
  words,
  baseUrl,
}: {
  problems: ProblemWriter;
  words(language: Language): Words;
  baseUrl: string;
}) {
  const addresses = embedAddresses(baseUrl);
  return async (c: Context, error: unknown): Promise<Response> => {
    const answered = problems.failed(error);
    const requestedLanguage = new URL(c.req.url).searchParams.get('lang');
    const language = languages.find((it) => it === requestedLanguage) ?? 'en';
    const wait = answered.headers.get('retry-after');
    const { status, html } = await writeEmbedFailure(error, words(language), addresses, wait);
    return new Response(html, {
      status,
      headers: {
        ...embedHeaders,
        'Content-Type': commonOf(endpoints.embed, false).mediaType,
        'Cache-Control': 'no-store',
        ...(wait === null ? {} : { 'Retry-After': wait }),
      },
    });
  };
}
