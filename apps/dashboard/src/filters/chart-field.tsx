import { needsOf } from '@article21/charts';
import { useId } from 'react';
import { usePage } from '../frame/page-context.tsx';
import { chartChoices, chartOf } from '../url/charted.ts';
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
      <PopoverButton label={filter.chart} value={isFirst ? choice.moreCharts : nameOf(current)}>
        <ChartList current={current} />
      </PopoverButton>
    </fieldset>
  );

  function nameOf(id: string): string {
    return words.chart[id as keyof typeof words.chart].name;
  }
}

function ChartList({ current }: { current: string }) {
  const { view, words, places, choose } = usePage();
  const name = useId();
  const single = view.query.place.length === 1 && view.query.place.every((id) => isAlone(places?.within(id)));
  return (
    <fieldset className="field">
      <legend>{words.ui.filter.chart}</legend>
      <ul className="options">
        {chartChoices.map((id) => {
          const lacking = single && needsOf(id).places > 1;
          const texts = words.chart[id as keyof typeof words.chart];
          return (
            <li key={id}>
              <label className="option chart-option">
                <input
                  type="radio"
                  name={name}
                  checked={id === current}
                  disabled={lacking && id !== current}
                  onChange={() => choose({ chart: id })}
                />
                <span>
                  {texts.name}
                  <span className="option-note">
                    {lacking ? words.ui.choice.severalPlaces : texts.description}
                  </span>
                </span>
              </label>
            </li>
          );
        })}
      </ul>
    </fieldset>
  );
}

function isAlone(within: readonly string[] | undefined): boolean {
  return within !== undefined && within.length === 1;
}
