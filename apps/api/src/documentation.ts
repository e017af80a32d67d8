import { openApiDocument } from '@article21/contract/openapi';
import type { Hono } from 'hono';
import type { Answer } from './answer.ts';
import { headersOf } from './headers.ts';
import { pageHeaders } from './page/layout.ts';
import { writePage } from './page/page.ts';

interface Parts {
  answer: Answer;
  baseUrl: string;
  version: string;
}

/** Adds the description of the API, for programs and for people; both are made from the contract when first asked. */
export function addDocumentation(hono: Hono, { answer, baseUrl, version }: Parts): void {
  hono.get('/openapi.json', (c) =>
    answer(c, {
      key: ['/openapi.json', baseUrl],
      mediaType: 'application/json',
      immutable: false,
      headers: headersOf('/openapi.json'),
      body: async () => JSON.stringify(openApiDocument({ baseUrl, version })),
    }),
  );
  hono.get('/api', (c) =>
    answer(c, {
      key: ['/api', baseUrl],
      mediaType: 'text/html; charset=utf-8',
      immutable: false,
      headers: { ...headersOf('/api'), ...pageHeaders },
      body: async () => writePage({ baseUrl, version }),
    }),
  );
}
