import { refuseIssues, snapshotOf } from '@article21/answers';
import { endpoints, printEmbedQuery } from '@article21/contract';
import type { Words } from '@article21/messages';
import { type Language, languages } from '@article21/model';
import {
  type EmbedAddresses,
  readEmbedQuery,
  sitePath,
  writeEmbed,
  writeEmbedFailure,
} from '@article21/surfaces';
import type { Context, Hono } from 'hono';
import type { Answer } from '../answer.ts';
import type { Drawing } from '../image/drawing.ts';
import type { ProblemWriter } from '../problems.ts';
import type { Snapshots } from '../snapshots.ts';
import { embedHeaders } from './headers.ts';

interface Parts {
  snapshots: Snapshots;
  answer: Answer;
  drawing: Drawing;
  words(language: Language): Words;
  baseUrl: string;
}

const { path } = endpoints.embed;
const mediaType = 'text/html; charset=utf-8';

/** Adds the page of a chart inside another page. */
export function addEmbed(hono: Hono, parts: Parts): void {
  hono.get(path, (c) => embed(c, parts));
}

/** What it loads is without a host, so that it comes from whoever answered the page, whatever BASE_URL says of that. */
function addressesOf(baseUrl: string): EmbedAddresses {
  const within = sitePath(baseUrl);
  return {
    site: baseUrl,
    image: within + endpoints.chartSvg.path,
    script: `${within}/embed-frame.js`,
    icon: `${within}/icon.svg`,
  };
}

async function embed(c: Context, { snapshots, answer, drawing, words, baseUrl }: Parts): Promise<Response> {
  const search = new URL(c.req.url).searchParams;
  const { pinned, issues } = snapshotOf(search);
  refuseIssues(issues);
  return snapshots.use(pinned ?? (await snapshots.current()), async (served) => {
    const { picture, query } = readEmbedQuery(search, served);
    const addresses = addressesOf(baseUrl);
    const subject = { picture, query, served, words: words(query.lang ?? 'en'), addresses };
    return answer(c, {
      key: [served.id, path, baseUrl, printEmbedQuery(query)],
      mediaType,
      immutable: pinned !== null,
      headers: embedHeaders,
      // It is asked for by every reader of an article.
      effort: 'high',
      body: () => drawing((renderer) => writeEmbed(subject, renderer)),
    });
  });
}

/** What an embed answers to an error: the same as everywhere, reported in the same way, but as a page that may be framed. */
export function createEmbedFailure({
  problems,
  words,
  baseUrl,
}: Pick<Parts, 'words' | 'baseUrl'> & { problems: ProblemWriter }) {
  const addresses = addressesOf(baseUrl);
  return async (c: Context, error: unknown): Promise<Response> => {
    const answered = problems.failed(error);
    const asked = new URL(c.req.url).searchParams.get('lang');
    const language = languages.find((it) => it === asked) ?? 'en';
    const wait = answered.headers.get('retry-after');
    const { status, html } = await writeEmbedFailure(error, words(language), addresses, wait);
    return new Response(html, {
      status,
      headers: {
        ...embedHeaders,
        'Content-Type': mediaType,
        'Cache-Control': 'no-store',
        ...(wait === null ? {} : { 'Retry-After': wait }),
      },
    });
  };
}
