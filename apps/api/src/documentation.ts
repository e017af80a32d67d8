import { endpoints } from '@article21/contract';
import { openApiDocument } from '@article21/contract/openapi';
import { type Language, languages } from '@article21/model';
import { sitePath } from '@article21/pages';
import type { Hono } from 'hono';
import type { Answer } from './answer.ts';
import { headersOf } from './headers.ts';
import { pageHeaders } from './page/layout.ts';
import { writePage } from './page/page.ts';
import { styleWith } from './page/style.ts';

interface Parts {
  answer: Answer;
  baseUrl: string;
  version: string;
  /** The paths of the dashboard's files, of which the page has its fonts. */
  files: Iterable<string>;
}

/** Adds the description of the API, for programs and for people; all of it is made from the contract when first asked. */
export function addDocumentation(hono: Hono, { answer, baseUrl, version, files }: Parts): void {
  const style = styleWith(files, sitePath(baseUrl));
  hono.get('/openapi.json', (c) =>
    answer(c, {
      key: ['/openapi.json', baseUrl],
      mediaType: 'application/json',
      immutable: false,
      headers: headersOf('/openapi.json'),
      body: async () => JSON.stringify(openApiDocument({ baseUrl, version })),
    }),
  );
  hono.get('/api/v1', (c) =>
    answer(c, {
      key: ['/api/v1', baseUrl],
      mediaType: 'application/json',
      immutable: false,
      headers: headersOf('/api/v1'),
      body: async () => JSON.stringify(index(baseUrl)),
    }),
  );
  hono.get('/api', (c) =>
    answer(c, {
      key: ['/api', baseUrl, languageOf(c.req.query('lang'))],
      mediaType: 'text/html; charset=utf-8',
      immutable: false,
      headers: { ...headersOf('/api'), ...pageHeaders(style) },
      body: async () => writePage({ baseUrl, version, style, language: languageOf(c.req.query('lang')) }),
    }),
  );
}

/** A language that is not known is English: a page that says how to ask is refused to nobody. */
function languageOf(text: string | undefined): Language {
  return languages.find((code) => code === text) ?? 'en';
}

/** The list of endpoints, and where each is described. */
function index(baseUrl: string): object {
  return {
    documentation: `${baseUrl}/api`,
    openapi: `${baseUrl}/openapi.json`,
    endpoints: Object.values(endpoints).map(({ path, mediaType, summary, requests }) => ({
      path,
      mediaType,
      summary,
      example: `${baseUrl}${requests[0]}`,
    })),
  };
}
