import { endpoints } from '@article21/contract';
import { type Answer, answerKeys } from '../page-data.ts';
import { firstOfRows, SourcesView, SourceView } from '../views/index.ts';
import { localOf } from './local.ts';
import type { PageSubject } from './subject.ts';
import { answerTo, type PageContent, snapshotOf } from './view.tsx';

/** Every document that the numbers rest on. */
export async function sourcesPage(subject: PageSubject): Promise<PageContent> {
  const { sources } = await snapshotOf(subject);
  const nameOf = (source: (typeof sources)[number]) =>
    `${localOf(source, 'title', subject).text}. ${localOf(source, 'publisher', subject).text}.`;
  return {
    title: subject.words.ui.nav.sources,
    description: sources.map(nameOf).join(' '),
    view: <SourcesView sources={sources} />,
  };
}

/** A source and its text; of an internal one nothing but what it is. Throws a `HttpProblem` where there is none. */
export async function sourcePage(subject: PageSubject, id: string): Promise<PageContent> {
  const { words, query } = subject;
  const source = await answerTo(endpoints.source, subject, { id });
  const row = firstOfRows(subject.state.row);
  const search = new URLSearchParams({ row: String(row) });
  const rows = source.table ? await answerTo(endpoints.sourceRows, subject, { id }, search) : null;
  const title = localOf(source, 'title', subject).text;
  const publisher = localOf(source, 'publisher', subject).text;
  return {
    title,
    description: `${title}. ${publisher}${source.date ? `, ${words.statedDate(source.date)}` : ''}.`,
    view: <SourceView source={source} passages={[]} whole={false} {...(rows ? { rows } : {})} />,
    answers: [
      [answerKeys.source(id, query.snapshot), source],
      ...(rows ? [[answerKeys.rows(id, row, query.snapshot), rows] as Answer] : []),
    ],
  };
}
