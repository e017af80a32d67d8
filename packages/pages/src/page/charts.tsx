import { countsAnswer } from '@article21/answers';
import { resolveQuery } from '@article21/charts';
import { endpoints } from '@article21/contract';
import { readCountsAnswer } from '@article21/contract/client';
import { groupCount } from '@article21/cube';
import { type RestrictionRecord, readRecord, withoutLook } from '@article21/model';
import { type Answer, answerKeys } from '../page-data.ts';
import {
  AnswerView,
  ChartsView,
  CountsTable,
  FilterBar,
  firstQuoting,
  Orientation,
  ViewActions,
} from '../views/index.ts';
import { localOf } from './local.ts';
import { pictureOf } from './picture.tsx';
import type { PageSubject } from './subject.ts';
import { answerTo, type PageContent, snapshotOf } from './view.tsx';

/** More of them are counted for a reader who waits for them, and not for whoever only opens a link. */
const MOST_GROUPS = 10_000;

/** The question, the sentences, the chart and the first rows of its table. */
export async function chartsPage(subject: PageSubject): Promise<PageContent> {
  const { loaded, words, query } = subject;
  const requested = { ...withoutLook(resolveQuery(query)), lang: words.language };
  // Of very many groups the totals alone, because they are all that is shown of them here.
  const isPartial = groupCount(loaded.cube, requested) > MOST_GROUPS;
  const answer = countsAnswer(isPartial ? { ...requested, by: [] } : requested, loaded, () => words);
  const counts = readCountsAnswer(answer);
  const snapshot = await snapshotOf(subject);
  const { coverage } = await answerTo(endpoints.coverage, subject);
  const { annotations } = await answerTo(endpoints.annotations, subject);
  const [first, ...others] = answer.headlines;
  const quoting = await quotationOf(subject);
  const shown = (
    <div className="answer" aria-busy={false}>
      <AnswerView
        counts={counts}
        snapshot={snapshot}
        watched={coverage.length > 0}
        chart={await pictureOf(subject, counts)}
        table={<CountsTable counts={counts} />}
      />
    </div>
  );
  const answers: Answer[] = [
    [answerKeys.counts(requested), answer, isPartial],
    [answerKeys.coverage(query.snapshot), coverage],
    [answerKeys.annotations(query.snapshot), annotations],
    [answerKeys.quotation(query.snapshot), quoting],
  ];
  return {
    title:
      first && others.length === 0
        ? first.text
        : localOf(loaded.snapshot.catalogue.meta, 'title', subject).text,
    description: answer.headlines.flatMap(({ text, remarks }) => [text, ...remarks]).join(' '),
    view: (
      <ChartsView
        filters={<FilterBar wide={null} />}
        actions={<ViewActions />}
        answer={shown}
        evidence={
          <aside className="evidence" aria-label={words.ui.evidence.title}>
            <Orientation snapshot={snapshot} record={quoting[0] ?? null} />
          </aside>
        }
      />
    ),
    answers,
  };
}

/** Among so many records one quotes a source, where any is to be shown. */
const ASKED_FOR_QUOTATION = 5;

const quotations = new WeakMap<object, Promise<RestrictionRecord[]>>();

/** One record that quotes a source, the same on each page of the snapshot; none where none of the first does. */
function quotationOf(subject: PageSubject): Promise<RestrictionRecord[]> {
  const { loaded } = subject;
  const known = quotations.get(loaded) ?? findQuotation(subject);
  quotations.set(loaded, known);
  return known;
}

async function findQuotation(subject: PageSubject): Promise<RestrictionRecord[]> {
  const search = new URLSearchParams({ limit: String(ASKED_FOR_QUOTATION) });
  const { records } = await answerTo(endpoints.records, subject, {}, search);
  const found = firstQuoting(records.map(readRecord));
  return found ? [found] : [];
}
