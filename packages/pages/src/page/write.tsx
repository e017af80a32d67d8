import type { ReactElement } from 'react';
import { headOf } from '../head/head.ts';
import type { Answer } from '../served-page.ts';
import { chartsPage } from './charts.tsx';
import { dataPage } from './data.tsx';
import { methodsPage } from './methods.tsx';
import { recordPage } from './record.tsx';
import { sourcePage, sourcesPage } from './sources.tsx';
import type { PageSubject } from './subject.ts';
import type { Template } from './template.ts';
import { renderPage } from './view.tsx';

/** What a page says, and what is said of it elsewhere. */
export interface PageContent {
  /** Without the name of the site. */
  title: string;
  /** A sentence or two for cards and search engines. */
  description: string;
  /** The page as the dashboard has it, too. */
  view: ReactElement;
  /** What it was made of, beside the snapshot itself. */
  answers?: readonly Answer[];
  /** Whether the program can take it in as it is; else it draws its own in its place. */
  hydrates?: boolean;
}

/** A page as it can be read before any script runs. Throws a `HttpProblem` where it names what is not there. */
export async function writePage(subject: PageSubject, template: Template): Promise<string> {
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
    case 'source':
      return sourcePage(subject, route.id);
    case 'record':
      return recordPage(subject, route.id);
  }
}
