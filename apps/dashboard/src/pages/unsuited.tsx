import { better, unsuited } from '@article21/charts';
import type { CountsRead } from '@article21/contract/client';
import type { ChartId } from '@article21/messages';
import { usePage } from '../frame/page-context.tsx';
import { chartOf } from '../url/resolved-query.ts';

/** Why the chart is not the one that the link seems to ask for, or says less than another would. */
export function Unsuited({ counts }: { counts: CountsRead }) {
  const { view, words, choose } = usePage();
  const { choice } = words.ui;
  const nameOf = (id: ChartId) => words.chart[id].name;
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
          <button type="button" className="quiet" onClick={() => choose({ chart: other })}>
            {nameOf(other)}
          </button>
        </p>
      ) : null}
    </section>
  );
}
