import { headOf } from '../head/head.ts';
import { chartsContent, countsOf, saidOf } from './charts.ts';
import { dataPage } from './data.ts';
import { framed } from './frame.ts';
import { localOf } from './local.ts';
import { methodsPage } from './methods.ts';
import { recordPage } from './record.ts';
import { sourcePage, sourcesPage } from './sources.ts';
import type { PageSubject } from './subject.ts';
import type { Html, Template } from './template.ts';

/** What a page says, and what is said of it elsewhere. */
export interface PageContent {
  /** Without the name of the site. */
  title: string;
  /** A sentence or two for cards and search engines. */
  description: string;
  content: Html;
}

/** A page as it can be read before any script runs. Throws a `Refusal` where it names what is not there. */
export async function writePage(subject: PageSubject, template: Template): Promise<string> {
  const { content, ...said } = await contentOf(subject);
  const head = await headOf(subject, said);
  const body = await framed(subject, content);
  const { language } = subject.words;
  return template({ language, theme: subject.query.theme, head: String(head), body: String(body) });
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

async function chartsPage(subject: PageSubject): Promise<PageContent> {
  const counts = countsOf(subject);
  const findings = saidOf(subject, counts);
  const [first, ...others] = findings;
  return {
    title:
      first && others.length === 0
        ? first.headline
        : localOf(subject.served.snapshot.catalogue.meta, 'title', subject).text,
    description: findings.flatMap(({ headline, remarks }) => [headline, ...remarks]).join(' '),
    content: await chartsContent(subject, counts),
  };
}
