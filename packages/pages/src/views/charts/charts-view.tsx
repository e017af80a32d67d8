import { needsOf } from '@article21/charts';
import type { CountsRead, SnapshotAnswer } from '@article21/contract/client';
import type { ReactNode } from 'react';
import { chartOf } from '../../address/index.ts';
import { useSite } from '../site.tsx';
import { ChartKey } from '../table/sign-key.tsx';
import { Empty } from './empty.tsx';
import { Headlines } from './headlines.tsx';
import { Method } from './method.tsx';
import { Notes } from './notes.tsx';
import { Unsuited } from './unsuited.tsx';

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
  table: ReactNode;
}

/** The sentence, the chart and the table of the same numbers. */
export function AnswerView({ counts, snapshot, watched, chart, table }: AnswerViewProps) {
  const { words, view } = useSite();
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
          <Notes counts={counts} />
          {table}
        </>
      )}
      <Method measures={counts.query.measure} />
    </>
  );
}
