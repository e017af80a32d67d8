import { drawNotation } from '@article21/charts';
import { endpoints } from '@article21/contract';
import { evidenceText, placeAndDate, recordTitle } from '@article21/messages/dataset';
import { isWithheld, readRecord } from '@article21/model';
import { notationWidths } from '@article21/pictures';
import { type Answer, answerKeys } from '../page-data.ts';
import {
  firstOfRows,
  MethodsView,
  RecordView,
  SearchView,
  SourcesView,
  SourceView,
  titleOfRecord,
} from '../views/index.ts';
import { localOf } from './local.ts';
import { Drawn } from './picture.tsx';
import type { PageSubject } from './subject.ts';
import { answerTo, type PageContent, snapshotOf } from './view.tsx';

/** What every measure counts, how doubt is written, and how words become numbers. */
export async function methodsPage(subject: PageSubject): Promise<PageContent> {
  const { words, texts, query } = subject;
  const { methods } = texts;
  const snapshot = await snapshotOf(subject);
  const { coverage } = await answerTo(endpoints.coverage, subject);
  return {
    title: words.ui.footer.method,
    description: `${methods.rulesText} ${methods.notationText}`,
    view: (
      <MethodsView snapshot={snapshot} coverage={coverage} texts={texts} example={<Example {...subject} />} />
    ),
    answers: [[answerKeys.coverage(query.snapshot), coverage]],
  };
}

/** How each way of stating a quantity is drawn; its room, where nobody had time to draw it. */
function Example({ picture, words }: PageSubject) {
  if (!picture) {
    const { height } = drawNotation({ words, width: notationWidths[1], theme: 'light' });
    return <figure className="chart" style={{ minHeight: height }} />;
  }
  return <Drawn {...picture} />;
}

/** One record under its own address, with the words that state it. Throws a `HttpProblem` where there is none. */
export async function recordPage(subject: PageSubject, id: string): Promise<PageContent> {
  const { words, loaded, query } = subject;
  const snapshot = await snapshotOf(subject);
  const record = readRecord(await answerTo(endpoints.record, subject, { id }));
  const answers: Answer[] = [[answerKeys.record(id, query.snapshot), record]];
  const { assemblies } =
    record.assembly === null ? { assemblies: [] } : await answerTo(endpoints.assemblies, subject);
  if (record.assembly !== null) answers.push([answerKeys.assemblies(query.snapshot), assemblies]);
  const assembly = assemblies.find((it) => it.id === record.assembly) ?? null;
  const description = `${recordTitle(record, words)}, ${placeAndDate(record, words, loaded.tree)}.`;
  const quotes = record.evidence.flatMap((it) => (isWithheld(it) ? [] : [evidenceText(it, words)]));
  return {
    title: titleOfRecord(record, words, loaded.tree),
    description: [description, ...quotes].join(' '),
    view: <RecordView record={record} snapshot={snapshot} assembly={assembly} />,
    answers,
  };
}

/** The box to search in, and what was found of what stands in the address. */
export async function searchPage(subject: PageSubject): Promise<PageContent> {
  const { words, query, state } = subject;
  const { q, skip } = state;
  const { search } = words.ui;
  const { sources } = await snapshotOf(subject);
  const params = new URLSearchParams({ q: q ?? '', ...(skip === null ? {} : { cursor: String(skip) }) });
  const found = q === null ? null : await answerTo(endpoints.search, subject, {}, params);
  const answer = found && { ...found, records: found.records.map(readRecord) };
  return {
    title: q === null ? search.title : `${search.title}: ${q}`,
    called: search.title,
    description: search.hint,
    view: <SearchView found={answer} sources={sources} />,
    answers: answer ? [[answerKeys.search(q ?? '', skip, query.snapshot), answer]] : [],
  };
}

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
