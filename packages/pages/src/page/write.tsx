import { headOf } from '../head/head.ts';
import { chartsPage } from './charts.tsx';
import { dataPage } from './data.tsx';
import type { PageSubject } from './subject.ts';
import type { Template } from './template.ts';
import { methodsPage, recordPage, searchPage, sourcePage, sourcesPage } from './text-pages.tsx';
import { type PageContent, renderPage } from './view.tsx';

/** A page as it can be read before any script runs. Throws a `HttpProblem` where it names what is not there. */
export async function writePage(requested: PageSubject, template: Template): Promise<string> {
  const subject = { ...requested, words: requested.words.of(requested.loaded.vocabulary) };
  const content = await contentOf(subject);
  const head = String(await headOf(subject, content));
  const filling = { language: subject.words.language, theme: subject.query.theme, head };
  return template({ ...filling, ...(await renderPage(subject, content)) });
}

function contentOf(subject: PageSubject): Promise<PageContent> {
  const { route } = subject;
  switch (route.page) {
    case 'charts':
      return chartsPage(subject);
    case 'sources':
      return sourcesPage(subject);
    case 'methods':
      return methodsPage(subject);
    case 'data':
      return dataPage(subject);
    case 'search':
      return searchPage(subject);
    case 'source':
      return sourcePage(subject, route.id);
    case 'record':
      return recordPage(subject, route.id);
  }
}
