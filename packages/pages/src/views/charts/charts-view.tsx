import { better, needsOf, saysMoreByRegion, unsuited } from '@article21/charts';
import type { CountsRead, SnapshotAnswer } from '@article21/contract/client';
import { type ChartId, chartTexts } from '@article21/messages';
import type { MeasureId } from '@article21/model';
import type { ReactNode } from 'react';
import { chartOf } from '../../address/index.ts';
import { Choice } from '../buttons.tsx';
import { MeasureTexts } from '../measure-texts.tsx';
import { useSite } from '../site.tsx';
import { ChartKey } from '../table/sign-key.tsx';
import { Empty } from './empty.tsx';
import { Headlines } from './headlines.tsx';
import { MorePlaces } from './more-places.tsx';
import { Notes } from './notes.tsx';

/** The question, the answer and what stands behind it. */
export function ChartsView({
  filters,
  actions,
  answer,
  evidence,
}: Record<'filters' | 'actions' | 'answer' | 'evidence', ReactNode>) {
  return (
    <div className="charts">
      <div className="charts-bar">
        {filters}
        {actions}
      </div>
      <div className="charts-body">
        {answer}
        {evidence}
      </div>
    </div>
  );
}

interface AnswerViewProps {
  counts: CountsRead;
  /** Null until it is known. */
  snapshot: SnapshotAnswer | null;
  /** Whether somebody watched anywhere: then that nothing was recorded may be a zero, which the chart says of each place. */
  watched: boolean;
  chart: ReactNode;
  /** What opens the list of places; null where no program runs. */
  choosePlaces?: ReactNode;
  table: ReactNode;
}

/** The sentence, the chart and the table of the same numbers. */
export function AnswerView({ counts, snapshot, watched, ...parts }: AnswerViewProps) {
  const { words, view } = useSite();
  const { chart, choosePlaces = null, table } = parts;
  const isEmpty = counts.totals.length === 0 && counts.undated.length === 0;
  return (
    <>
      {counts.synthetic ? <p className="synthetic">{words.ui.synthetic}</p> : null}
      <Headlines counts={counts} snapshot={snapshot} />
      <Unsuited counts={counts} />
      {/* Of what the figures above and the chart below are written and drawn with. */}
      <ChartKey
        counted={[...counts.totals, ...counts.rows]}
        hatched={needsOf(chartOf(view.query)).hatched === true}
      />
      {isEmpty ? (
        <>
          {watched ? chart : null}
          <Empty counts={counts} snapshot={snapshot} />
        </>
      ) : (
        <>
          {chart}
          <MorePlaces counts={counts} choosePlaces={choosePlaces} />
          <Notes counts={counts} />
          {table}
        </>
      )}
      <Method measures={counts.query.measure} />
    </>
  );
}

/** What the shown measures count, folded away under the chart. */
function Method({ measures }: { measures: readonly MeasureId[] }) {
  const { words } = useSite();
  return (
    <details className="method">
      <summary>{words.ui.footer.method}</summary>
      <MeasureTexts measures={measures} />
    </details>
  );
}

/** Why the chart is not the one that the link seems to ask for, or says less than another would. */
function Unsuited({ counts }: { counts: CountsRead }) {
  const { view, words, places } = useSite();
  const { choice } = words.ui;
  const nameOf = (id: ChartId) => chartTexts(id, view.query, words).name;
  const chart = chartOf(view.query);
  const refused = unsuited(view.query);
  const other = better(view.query, counts);
  const naming = places && { words, places, query: counts.query };
  const byRegion = naming !== null && saysMoreByRegion(chart, counts, naming);
  if (!refused && !other && !byRegion) return null;
  return (
    <section className="notice" aria-label={words.ui.filter.chart}>
      {refused ? <p>{words.drawnOnly(refused)}</p> : null}
      {other ? (
        <p>
          {words.fill(choice.fewPlaces, { chart: nameOf(chart), other: nameOf(other) })}{' '}
          <Choice className="quiet" change={{ chart: other }}>
            {nameOf(other)}
          </Choice>
        </p>
      ) : null}
      {byRegion ? (
        <p>
          {choice.mostlyOthers}{' '}
          <Choice className="quiet" change={{ by: ['region', 'period'] }}>
            {choice.addUpRegions}
          </Choice>
        </p>
      ) : null}
    </section>
  );
}
