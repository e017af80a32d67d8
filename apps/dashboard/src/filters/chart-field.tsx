import { usePage } from '../frame/page-context.tsx';
import { chartChoices, chartOf } from '../url/charted.ts';

/** By city or over time. */
export function ChartField() {
  const { view, words, choose } = usePage();
  const current = chartOf(view.query);
  return (
    <fieldset className="switch" aria-label={words.ui.filter.chart}>
      {chartChoices.map((id) => (
        <button key={id} type="button" aria-pressed={id === current} onClick={() => choose({ chart: id })}>
          {words.chart[id].name}
        </button>
      ))}
    </fieldset>
  );
}
