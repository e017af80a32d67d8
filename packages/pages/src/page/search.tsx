import { endpoints } from '@article21/contract';
import { readRecord } from '@article21/model';
import { answerKeys } from '../page-data.ts';
import { SearchView } from '../views/index.ts';
import type { PageSubject } from './subject.ts';
import type { PageContent } from './view.tsx';
import { answerTo, snapshotOf } from './view.tsx';

/** The box to search in, and what was found of what stands in the address. */
export async function searchPage(subject: PageSubject): Promise<PageContent> {
  const { words, query, state } = subject;
  const { q, skip } = state;
  const { search } = words.ui;
  const { sources } = await snapshotOf(subject);
  const asked = new URLSearchParams({ q: q ?? '', ...(skip === null ? {} : { cursor: String(skip) }) });
  const found = q === null ? null : await answerTo(endpoints.search, subject, {}, asked);
  const answer = found && { ...found, records: found.records.map(readRecord) };
  return {
    title: q === null ? search.title : `${search.title}: ${q}`,
    called: search.title,
    description: search.hint,
    view: <SearchView found={answer} sources={sources} />,
    answers: answer ? [[answerKeys.search(q ?? '', skip, query.snapshot), answer]] : [],
  };
}
