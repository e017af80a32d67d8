import type { ProblemIssue } from '@article21/contract';
import { problemTexts, type Words } from '@article21/messages';
import { type ChartQuery, emptyQuery } from '@article21/model';
import { html } from 'hono/html';
import { renderToString } from 'react-dom/server';
import { noPageState, type PageRoute } from '../address/index.ts';
import { FailureView, Header, Link, SiteContext } from '../views/index.ts';
import type { Addresses } from './addresses.ts';
import { siteOf } from './site.tsx';
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
  const { query, words } = subject;
  const { title, hints, isGone } = explain(subject);
  const route = subject.route ?? ({ page: 'unknown' } as const);
  const parts = { issues: [], state: noPageState, places: null, ownLanguage: words.language };
  const site = siteOf({ ...subject, ...parts, route });
  const charts = site.href({
    route: { page: 'charts' },
    query: { ...emptyQuery, lang: query.lang, theme: query.theme },
  });
  const body = renderToString(
    <SiteContext value={site}>
      <Header dataset={null} />
      <main id="content">
        <FailureView heads title={title} hints={hints}>
          {isGone ? (
            <Link className="button" href={site.href({ query: { snapshot: null } })}>
              {words.ui.page.failure.current}
            </Link>
          ) : (
            <Link className="button" href={charts}>
              {words.ui.nav.charts}
            </Link>
          )}
        </FailureView>
      </main>
    </SiteContext>,
  );
  const head = html`<title>${title.replace(/\.$/, '')} · ${words.ui.site}</title>
<meta name="description" content="${title}">
<meta name="robots" content="noindex">
`;
  return template({
    language: words.language,
    theme: query.theme,
    head: String(await head),
    body,
    loaded: '',
  });
}

function explain({ status, kind, issues, route, query, words }: FailureSubject) {
  const { failure } = words.ui.page;
  if (route === null) return { title: words.ui.state.notFound, hints: [failure.missingHint], isGone: false };
  const isGone = status === 404 && query.snapshot !== null;
  if (kind === 'retracted') return { ...problemTexts(kind, issues, words), isGone: true };
  if (!isGone) return { ...problemTexts(kind, issues, words), isGone };
  const hint = words.fill(failure.goneHint, { snapshot: query.snapshot ?? '' });
  return { title: failure.gone, hints: [hint], isGone };
}
