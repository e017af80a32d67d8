import { usePage } from '../frame/page-context.tsx';
import { chartOf } from '../url/resolved-query.ts';
import { ChartList } from './fields-later.tsx';
import { PopoverButton } from './popover-button.tsx';

/** The charts that are one press away; the others are two. */
const first = ['bar', 'line'] as const;

/** By city or over time, or any other chart; one that needs what is not chosen says so. */
export function ChartField() {
  const { view, words, choose } = usePage();
  const { filter, choice } = words.ui;
  const current = chartOf(view.query);
  const isFirst = first.some((id) => id === current);
  return (
    <fieldset className="chart-field" aria-label={filter.chart}>
      <div className="switch">
        {first.map((id) => (
          <button key={id} type="button" aria-pressed={id === current} onClick={() => choose({ chart: id })}>
            {words.chart[id].name}
          </button>
        ))}
      </div>
      <PopoverButton label={filter.chart} value={isFirst ? choice.moreCharts : words.chart[current].name}>
        <ChartList current={current} />
      </PopoverButton>
    </fieldset>
  );
}
