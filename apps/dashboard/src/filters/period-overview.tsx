import './period-overview.css';
import { emptyQuery, type Period, type Vocabulary } from '@article21/model';
import { useQuery } from '@tanstack/react-query';
import { type PointerEvent, useMemo, useRef } from 'react';
import { usePage } from '../frame/page-context.tsx';
import { countsQuery } from '../queries.ts';
import { EndSlider } from './end-slider.tsx';
import {
  type OverviewBucket,
  overviewBuckets,
  overviewStep,
  periodOf,
  type Span,
  spanOf,
} from './overview.ts';
import { useDraft } from './use-draft.ts';
import { useExtent } from './use-extent.ts';

/** How many records the whole data have over time, and the asked period in it, to be moved by pointer or by keys. */
export function PeriodOverview({ choosePeriod }: { choosePeriod(period: Period): void }) {
  const { view, lang, words } = usePage();
  const { snapshot, from, to } = view.query;
  const extent = useExtent();
  const step = overviewStep(extent);
  const measure = useMemo(() => oneOfEachKind(words.vocabulary), [words.vocabulary]);
  const request = { ...emptyQuery, measure, by: ['period'] as const, every: step, snapshot };
  const { data } = useQuery({ ...countsQuery(request, lang), enabled: extent.from !== null });
  const buckets = useMemo(() => overviewBuckets(extent, step, data?.rows ?? []), [extent, step, data]);
  if (buckets.length < 2) return null;
  return <Brush buckets={buckets} period={{ from, to }} release={choosePeriod} />;
}

/** Measures of which no two count the same record: of each kind the one that counts most of them. */
function oneOfEachKind({ kinds, measures }: Vocabulary): string[] {
  return kinds.flatMap((kind) => {
    const all = measures.filter((it) => it.kind === kind);
    const found = ['records', 'count'].flatMap(
      (quantity) => all.find((it) => it.quantity === quantity) ?? [],
    );
    return [...found, ...all].slice(0, 1).map(({ id }) => id);
  });
}

interface BrushProps {
  buckets: readonly OverviewBucket[];
  period: Period;
  release(period: Period): void;
}

function Brush({ buckets, period, release }: BrushProps) {
  const { words } = usePage();
  const { choice } = words.ui;
  // Another period from elsewhere ends what was begun here.
  const [draft, setDraft] = useDraft<Span | null>(`${period.from} ${period.to}`, null);
  const span = draft ?? spanOf(period, buckets);
  const commit = () => {
    if (draft) release(periodOf(draft, buckets));
    setDraft(null);
  };
  const { first, last } = span;
  const ends = {
    count: buckets.length,
    commit,
    nameOf: (at: number) => words.bucket(buckets[at]?.name ?? '', { from: null, to: null }),
  };
  return (
    <fieldset className="overview" aria-label={choice.overview}>
      <p className="overview-title">
        <span>{choice.overview}</span>
        <output>{words.period({ from: buckets[first]?.from ?? null, to: buckets[last]?.to ?? null })}</output>
      </p>
      <Columns buckets={buckets} span={span} draw={setDraft} commit={commit} drop={() => setDraft(null)} />
      <div className="overview-ends">
        <EndSlider
          {...ends}
          label={choice.begin}
          end="begin"
          at={first}
          move={(at) => setDraft({ first: Math.min(at, last), last })}
        />
        <EndSlider
          {...ends}
          label={choice.end}
          end="end"
          at={last}
          move={(at) => setDraft({ first, last: Math.max(at, first) })}
        />
      </div>
      <p className="field-note">{choice.overviewHint}</p>
    </fieldset>
  );
}

interface ColumnsProps {
  buckets: readonly OverviewBucket[];
  span: Span;
  draw(span: Span): void;
  commit(): void;
  drop(): void;
}

/** The columns; drawing over some of them chooses these. The sliders under them do the same without a pointer. */
function Columns({ buckets, span, draw, commit, drop }: ColumnsProps) {
  const anchor = useRef<number | null>(null);
  const most = Math.max(1, ...buckets.map(({ records }) => records));
  const indexAt = (event: PointerEvent<SVGSVGElement>) => {
    const { left, width } = event.currentTarget.getBoundingClientRect();
    const at = Math.floor(((event.clientX - left) / width) * buckets.length);
    return Math.max(0, Math.min(buckets.length - 1, at));
  };
  const drawTo = (from: number, to: number) => draw({ first: Math.min(from, to), last: Math.max(from, to) });
  return (
    <svg
      className="overview-columns"
      viewBox={`0 0 ${buckets.length} 1`}
      preserveAspectRatio="none"
      aria-hidden="true"
      onPointerDown={(event) => {
        if (event.button !== 0) return;
        event.currentTarget.setPointerCapture(event.pointerId);
        anchor.current = indexAt(event);
        drawTo(anchor.current, anchor.current);
      }}
      onPointerMove={(event) => anchor.current !== null && drawTo(anchor.current, indexAt(event))}
      onPointerUp={() => {
        if (anchor.current !== null) commit();
        anchor.current = null;
      }}
      onPointerCancel={() => {
        anchor.current = null;
        drop();
      }}
    >
      <rect className="overview-span" x={span.first} y={0} width={span.last - span.first + 1} height={1} />
      {buckets.map(({ name, records }, i) => (
        <rect
          key={name}
          className={i >= span.first && i <= span.last ? 'overview-chosen' : 'overview-column'}
          x={i + 0.1}
          width={0.8}
          y={1 - records / most}
          height={records / most}
        />
      ))}
    </svg>
  );
}
