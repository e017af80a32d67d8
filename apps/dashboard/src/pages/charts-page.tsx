import './charts-page.css';
import type { CountsRead } from '@article21/contract/client';
import { localText } from '@article21/model';
import { Waiting } from '@article21/pages/views';
import { useQuery } from '@tanstack/react-query';
import { Suspense, useEffect, useState } from 'react';
import { createPortal } from 'react-dom';
import { ChartSoon } from '../chart/soon.tsx';
import { useBeside } from '../chart/use-beside.ts';
import { Evidence } from '../evidence/evidence.tsx';
import { fetchFields } from '../filters/fields-later.tsx';
import { FilterBar } from '../filters/filter-bar.tsx';
import { ErrorBoundary } from '../frame/error-boundary.tsx';
import { Failure } from '../frame/failure.tsx';
import { whenIdle } from '../frame/later.tsx';
import { ChoicesScope, usePage } from '../frame/page-context.tsx';
import { fetchSheet } from '../frame/sheet.tsx';
import { useTitle } from '../frame/use-title.ts';
import { localCounts } from '../local-counts/index.ts';
import { ViewActions } from '../presenting/view-actions.tsx';
import { countsQuery, snapshotQuery } from '../queries.ts';
import { LaterTable } from '../table/later-table.tsx';
import { mirror } from '../url/mirror.ts';
import { countedQuery } from '../url/resolved-query.ts';
import { Empty } from './empty.tsx';
import { Headlines } from './headlines.tsx';
import { Method } from './method.tsx';
import { Notes } from './notes.tsx';
import { OnPaper } from './on-paper.tsx';
import { Unsuited } from './unsuited.tsx';
import { useConfirmed } from './use-confirmed.ts';

// The same each time: it is drawn anew when a choice is made, and not once more with the answer.
const filters = <FilterBar />;

/** The question, the sentence, the chart, the evidence and the table of the same numbers. */
export function ChartsPage() {
  return (
    <div className="charts">
      <div className="charts-bar">
        <ChoicesScope>{filters}</ChoicesScope>
        <ViewActions />
      </div>
      <div className="charts-body">
        <Answer />
        <Evidence />
      </div>
    </div>
  );
}

function Answer() {
  const { view, lang, places, placesError, retryPlaces } = usePage();
  // Which places exist must be known before a link that names some can be believed.
  const enabled = view.query.place.length === 0 || places !== null;
  const counts = useQuery({ ...countsQuery(countedQuery(view.query), lang), enabled });
  const { data, dataUpdatedAt, isPlaceholderData } = counts;
  useConfirmed(isPlaceholderData ? 0 : dataUpdatedAt);
  const { data: about } = useQuery(snapshotQuery(view.query.snapshot));
  const several = about && localText(about.dataset, 'title', lang, about.dataset.language).text;
  useTitle(data && (data.headlines.length === 1 ? data.headlines[0]?.text : several));
  const { beside, ...besides } = useBeside(view.query.snapshot);
  const error = placesError ?? counts.error ?? besides.error;
  const retry = () => {
    if (placesError) retryPlaces();
    if (counts.error) void counts.refetch();
    besides.retry();
  };
  return (
    <div className="answer" aria-busy={isPlaceholderData || (!(data && beside) && !error)}>
      {error ? (
        <Failure heads error={error} retry={retry} />
      ) : (
        <Numbers
          counts={beside ? data : undefined}
          watched={(beside?.coverage.length ?? 0) > 0}
          waiting={isPlaceholderData}
        />
      )}
    </div>
  );
}

interface NumbersProps {
  counts: CountsRead | undefined;
  /** Whether somebody watched anywhere: then that nothing was recorded may be a zero, which the chart says of each place. */
  watched: boolean;
  waiting: boolean;
}

function Numbers({ counts, watched, waiting }: NumbersProps) {
  const { places, words } = usePage();
  if (!counts || !places) return <Waiting tall />;
  const empty = counts.totals.length === 0 && counts.undated.length === 0;
  const chart = (
    <ErrorBoundary
      attempt={counts.query.text}
      fallback={(error, retry) => <Failure broken error={error} retry={retry} />}
    >
      <ChartSoon counts={counts} places={places} />
    </ErrorBoundary>
  );
  return (
    // All of it waits for the chart, so that nothing under it has to make room.
    <Suspense fallback={<Waiting tall />}>
      {counts.synthetic ? <p className="synthetic">{words.ui.synthetic}</p> : null}
      <Headlines counts={counts} />
      <Announcement counts={counts} />
      <Unsuited counts={counts} />
      {empty ? (
        <>
          {watched ? chart : null}
          <Empty counts={counts} />
        </>
      ) : (
        <>
          {chart}
          <Ahead />
          <Notes counts={counts} />
          <OnPaper counts={counts} />
          <LaterTable counts={counts} places={places} waiting={waiting} />
        </>
      )}
      <Method measures={counts.query.measure} />
    </Suspense>
  );
}

/** Once the chart stands, what the filters and sheets are made of comes before it is asked for, and what is small. */
function Ahead() {
  const { view } = usePage();
  const { data } = useQuery(snapshotQuery(view.query.snapshot));
  useEffect(
    () =>
      whenIdle(() => {
        fetchFields();
        fetchSheet();
      }),
    [],
  );
  useEffect(() => {
    // In a mirror everything is.
    if (data && !mirror) return whenIdle(() => void localCounts.load(data));
  }, [data]);
  return null;
}

/** Tells those who listen that another answer has come; the first one they find by themselves. */
function Announcement({ counts }: { counts: CountsRead }) {
  const { words } = usePage();
  const [first] = useState(counts.query.text);
  const sentence = counts.headlines.flatMap(({ text, remarks }) => [text, ...remarks]).join(' ');
  // Beside the page and not in it: a dialog that hides the page from readers then has one element to hide and to watch.
  return createPortal(
    <p className="hidden" aria-live="polite" data-live-announcer="true">
      {counts.query.text === first ? '' : words.fill(words.ui.state.updated, { sentence })}
    </p>,
    document.body,
  );
}
