import { chartIds, needsOf } from '@article21/charts';
import { chartTexts } from '@article21/messages';
import { axisChoices } from '@article21/model';
import { chartOf } from '@article21/pages/address';
import { useId } from 'react';
import { usePage } from '../frame/page-context.tsx';

/** Every chart with what it shows; one that needs what is not chosen says so. */
export function ChartList() {
  const { view, words, places, choose } = usePage();
  const current = chartOf(view.query);
  const group = useId();
  const single = view.query.place.length === 1 && view.query.place.every((id) => isAlone(places?.within(id)));
  const byPhase = view.query.by.includes('phase');
  return (
    <>
      <fieldset className="field">
        <legend>{words.ui.filter.chart}</legend>
        <ul className="options">
          {chartIds.map((id) => {
            const lacking = single && !byPhase && needsOf(id).places > 1;
            const { name, description } = chartTexts(id, view.query, words);
            return (
              <li key={id}>
                <label className="option chart-option">
                  <input
                    type="radio"
                    name={group}
                    checked={id === current}
                    disabled={lacking && id !== current}
                    onChange={() => choose({ chart: id })}
                  />
                  <span>
                    {name}
                    <span className="option-note">
                      {lacking ? words.ui.choice.severalPlaces : description}
                    </span>
                  </span>
                </label>
              </li>
            );
          })}
        </ul>
      </fieldset>
      {current === 'multiples' ? <ScaleField /> : null}
    </>
  );
}

/** Whether small charts have one scale for all or one for each; what a chart does where nobody says is the first choice. */
function ScaleField() {
  const { view, words, choose } = usePage();
  const group = useId();
  const { scale } = words.ui.choice;
  return (
    <fieldset className="field">
      <legend>{scale.title}</legend>
      <ul className="options">
        {[null, ...axisChoices].map((id) => (
          <li key={id}>
            <label className="option">
              <input
                type="radio"
                name={group}
                checked={view.query.axis === id}
                onChange={() => choose({ axis: id })}
              />
              <span>{scale[id ?? 'automatic']}</span>
            </label>
          </li>
        ))}
      </ul>
    </fieldset>
  );
}

function isAlone(within: readonly string[] | undefined): boolean {
  return within !== undefined && within.length === 1;
}
