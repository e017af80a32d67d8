import { better, unsuited } from '@article21/charts';
import type { CountsRead } from '@article21/contract/client';
import { type ChartId, chartTexts } from '@article21/messages';
import { chartOf } from '../../address/index.ts';
import { Choice } from '../press.tsx';
import { useSite } from '../site.tsx';

/** Why the chart is not the one that the link seems to ask for, or says less than another would. */
export function Unsuited({ counts }: { counts: CountsRead }) {
  const { view, words } = useSite();
  const { choice } = words.ui;
  const nameOf = (id: ChartId) => chartTexts(id, view.query, words).name;
  const chart = chartOf(view.query);
  const refused = unsuited(view.query);
  const other = better(view.query, counts);
  if (!refused && !other) return null;
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
    </section>
  );
}
