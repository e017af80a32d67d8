import type { ProblemIssue } from '@article21/contract';
import { problemTexts, type Words } from '@article21/messages';
import type { ChartQuery } from '@article21/model';
import { html } from 'hono/html';
import { type PageRoute, pageAddress } from '../address/index.ts';
import type { Addresses } from './addresses.ts';
import { header } from './frame.ts';
import type { Template } from './template.ts';

/** Why there is no page, and which was asked. */
export interface FailureSubject {
  /** Of HTTP. */
  status: number;
  /** Why, and which parts of the question are at fault. */
  kind: string;
  issues: readonly ProblemIssue[];
  /** Null where no page has the address. */
  route: PageRoute | null;
  query: ChartQuery;
  words: Words;
  addresses: Addresses;
}

/** The page of what cannot be shown: why, and where to go on. The program tells the same when it takes over. */
export async function writeFailure(subject: FailureSubject, template: Template): Promise<string> {
  const { query, words, addresses } = subject;
  const route = subject.route ?? ({ page: 'charts' } as const);
  const { failure } = words.ui.page;
  const { title, hints, isGone } = explain(subject);
  const charts = addresses.page(pageAddress({ page: 'charts' }, { lang: query.lang, theme: query.theme }));
  const current = addresses.page(pageAddress(route, { ...query, snapshot: null }));
  const body = html`${await header(subject, null)}<main id="content"><section class="failure" role="alert"><h1 class="failure-title">${title}</h1>${hints.map((hint) => html`<p>${hint}</p>`)}<p class="failure-actions">${isGone ? html`<a class="button" href="${current}">${failure.current}</a>` : html`<a class="button" href="${charts}">${words.ui.nav.charts}</a>`}</p></section></main>`;
  const head = html`<title>${title.replace(/\.$/, '')} · ${words.ui.site}</title>
<meta name="description" content="${title}">
<meta name="robots" content="noindex">
`;
  return template({
    language: words.language,
    theme: query.theme,
    head: String(await head),
    body: String(await body),
    served: null,
  });
}

function explain({ status, kind, issues, route, query, words }: FailureSubject) {
  const { failure } = words.ui.page;
  if (route === null) return { title: words.ui.state.notFound, hints: [failure.missingHint], isGone: false };
  const isGone = status === 404 && query.snapshot !== null;
  if (!isGone) return { ...problemTexts(kind, issues, words), isGone };
  const hint = words.fill(failure.goneHint, { snapshot: query.snapshot ?? '' });
  return { title: failure.gone, hints: [hint], isGone };
}
