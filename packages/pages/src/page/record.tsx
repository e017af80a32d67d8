import { endpoints } from '@article21/contract';
import { evidenceText, placeAndDate, recordTitle } from '@article21/messages/dataset';
import { isWithheld, readRecord } from '@article21/model';
import { type Answer, answerKeys } from '../page-data.ts';
import { RecordView, titleOfRecord } from '../views/index.ts';
import type { PageSubject } from './subject.ts';
import { answerTo, type PageContent, snapshotOf } from './view.tsx';

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
  const said = `${recordTitle(record, words)}, ${placeAndDate(record, words, loaded.tree)}.`;
  const quotes = record.evidence.flatMap((it) => (isWithheld(it) ? [] : [evidenceText(it, words)]));
  return {
    title: titleOfRecord(record, words, loaded.tree),
    description: [said, ...quotes].join(' '),
    view: <RecordView record={record} snapshot={snapshot} assembly={assembly} />,
    answers,
  };
}
