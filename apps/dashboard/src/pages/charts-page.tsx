import './charts-page.css';
import { resolveQuery } from '@article21/charts';
import type { CountsRead } from '@article21/contract/client';
import { localText } from '@article21/model';
import { AnswerView, ChartsView, Waiting } from '@article21/pages/views';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useEffect, useState } from 'react';
import { createPortal } from 'react-dom';
import { ChartPlace, useChartPart, useServedPicture } from '../chart/chart-place.tsx';
import { useContextTables } from '../chart/use-context-tables.ts';
import { Evidence } from '../evidence/evidence.tsx';
import { ChoosePlaces, Filters } from '../filters/filters.tsx';
import { fetchFields } from '../filters/lazy-fields.tsx';
import { ErrorBoundary } from '../frame/error-boundary.tsx';
import { Failure } from '../frame/failure.tsx';
import { whenIdle } from '../frame/lazy-part.tsx';
import { usePage } from '../frame/page-context.tsx';
import { fetchSheet } from '../frame/sheet.tsx';
import { useTitle } from '../frame/use-title.ts';
import { localCounts } from '../local-counts/index.ts';
import { Actions } from '../presenting/actions.tsx';
import { confirmCounts, countsQuery, snapshotQuery } from '../queries.ts';
import { DeferredTable } from '../table/deferred-table.tsx';
import { mirror } from '../url/mirror.ts';
import { OnPaper } from './on-paper.tsx';

// The same each time: what stands around the answer is not drawn once more when that comes.
const filters = <Filters />;
const actions = <Actions />;
const answer = <Answer />;
const evidence = <Evidence />;

/** The question, the sentence, the chart, the evidence and the table of the same numbers. */
export function ChartsPage() {
  return <ChartsView filters={filters} actions={actions} answer={answer} evidence={evidence} />;
}

function Answer() {
  const { view, lang, places, placesError, retryPlaces, isLive } = usePage();
  // Which places exist must be known before a link that names some can be believed.
  const enabled = view.query.place.length === 0 || places !== null;
  const counts = useQuery({ ...countsQuery(resolveQuery(view.query), lang), enabled });
  const { data, dataUpdatedAt, isPlaceholderData } = counts;
  useConfirmed(isPlaceholderData ? 0 : dataUpdatedAt);
  const { data: about, ...aboutQuery } = useQuery(snapshotQuery(view.query.snapshot));
  const several = about && localText(about.dataset, 'title', lang, about.dataset.language).text;
  useTitle(data && (data.headlines.length === 1 ? data.headlines[0]?.text : several));
  const { contextTables, ...loading } = useContextTables(view.query.snapshot);
  const error = placesError ?? counts.error ?? loading.error ?? (about ? null : aboutQuery.error);
  const retry = () => {
    if (placesError) retryPlaces();
    if (counts.error) void counts.refetch();
    if (!about && aboutQuery.error) void aboutQuery.refetch();
    loading.retry();
  };
  // A page may bring the totals alone; the rest follows.
  const isPartial = isLive && data !== undefined && dataUpdatedAt === 0;
  const isEarlier = isPlaceholderData || isPartial;
  return (
    <div
      className="answer"
      aria-busy={isEarlier || (!(data && contextTables) && !error)}
      data-earlier={(isEarlier && contextTables !== null) || undefined}
    >
      {error ? (
        <Failure heads error={error} retry={retry} />
      ) : (
        <Numbers
          counts={contextTables ? data : undefined}
          watched={(contextTables?.coverage.length ?? 0) > 0}
          waiting={isPlaceholderData}
        />
      )}
    </div>
  );
}

interface NumbersProps {
  counts: CountsRead | undefined;
  watched: boolean;
  waiting: boolean;
}

function Numbers({ counts, watched, waiting }: NumbersProps) {
  const { places, view, isLive } = usePage();
  const { data: snapshot } = useQuery(snapshotQuery(view.query.snapshot));
  const Part = useChartPart();
  const isServed = useServedPicture();
  // All of it waits for the chart, so that nothing under it has to make room, and for what is counted.
  if (!counts || !places || !snapshot || !(Part || isServed)) return <Waiting tall />;
  const parts = {
    chart: <ChartPlace counts={counts} places={places} Part={Part} />,
    table: (
      <>
        {isLive ? <OnPaper counts={counts} /> : null}
        <DeferredTable counts={counts} places={places} waiting={waiting} />
      </>
    ),
  };
  // Where one of them breaks, the sentences stay.
  const kept = (part: ReactNode) => (
    <ErrorBoundary
      attempt={counts.query.text}
      fallback={(error, retry) => <Failure broken error={error} retry={retry} />}
    >
      {part}
    </ErrorBoundary>
  );
  const [chart, table] = [kept(parts.chart), kept(parts.table)];
  return (
    <>
      <AnswerView
        {...{ counts, snapshot, watched, chart, table }}
        choosePlaces={isLive ? <ChoosePlaces /> : null}
      />
      {isLive ? <Announcement counts={counts} /> : null}
      {Part ? <Prefetch /> : null}
    </>
  );
}

/** Once the chart stands, what the filters and sheets are made of comes before it is asked for, and what is small. */
function Prefetch() {
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
  // Outside the page: a dialog that hides the page from readers then has one element to hide and to watch.
  return createPortal(
    <p className="hidden" aria-live="polite" data-live-announcer="true">
      {counts.query.text === first ? '' : words.fill(words.ui.state.updated, { sentence })}
    </p>,
    document.body,
  );
}

/** Long enough, in milliseconds, for the chart to be painted before the API is asked about it. */
const PAINTED = 100;

/** Has the API confirm the counts of this page that came at a time (0: not yet), once no other question follows. */
function useConfirmed(since: number): void {
  const kept = useQueryClient();
  const { view, lang } = usePage();
  const { query } = view;
  useEffect(() => {
    if (since === 0) return;
    const timer = setTimeout(() => void confirmCounts(kept, resolveQuery(query), lang), PAINTED);
    return () => clearTimeout(timer);
  }, [kept, since, query, lang]);
}
