import type { Words } from '@article21/messages';
import type { ChartQuery } from '@article21/model';
import { html } from 'hono/html';
import { type Addresses, type PageRoute, pageAddress } from './addresses.ts';
import { header } from './frame.ts';
import type { Template } from './template.ts';

/** Why there is no page, and which was asked. */
export interface FailureSubject {
  /** Of HTTP. */
  status: number;
  detail: string;
  route: PageRoute;
  query: ChartQuery;
  words: Words;
  addresses: Addresses;
}

/** The page of what cannot be shown: why, and where to go on. The program tells the same when it takes over. */
export async function writeFailure(subject: FailureSubject, template: Template): Promise<string> {
  const { route, query, words, addresses, detail } = subject;
  const { failure } = words.ui.page;
  const { title, hint, isGone } = explain(subject);
  const charts = addresses.page(pageAddress({ page: 'charts' }, { lang: query.lang, theme: query.theme }));
  const current = addresses.page(pageAddress(route, { ...query, snapshot: null }));
  const body = html`${await header(subject, null)}<main id="content"><section class="failure" role="alert"><p class="failure-title">${title}</p><p${hint === detail ? html` lang="en"` : ''}>${hint}</p><p class="failure-actions">${isGone ? html`<a class="button" href="${current}">${failure.current}</a>` : html`<a class="button" href="${charts}">${words.ui.nav.charts}</a>`}</p></section></main>`;
  const head = html`<title>${title.replace(/\.$/, '')} · ${words.ui.site}</title>
<meta name="description" content="${title}">
<meta name="robots" content="noindex">
`;
  return template({
    language: words.language,
    theme: query.theme,
    head: String(await head),
    body: String(await body),
  });
}

function explain({ status, detail, query, words }: FailureSubject) {
  const { failure } = words.ui.page;
  const isGone = status === 404 && query.snapshot !== null;
  if (status >= 500) return { title: failure.server, hint: failure.serverHint, isGone: false };
  if (isGone) return { title: failure.gone, hint: detail, isGone };
  return { title: status === 404 ? failure.missing : failure.refused, hint: detail, isGone };
}
