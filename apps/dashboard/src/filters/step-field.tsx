import { steps } from '@article21/model';
import { useId } from 'react';
import { usePage } from '../frame/page-context.tsx';

/** The length of one step of the time axis. */
export function StepField() {
  const { view, words, choose } = usePage();
  const name = useId();
  return (
    <fieldset className="field">
      <legend>{words.ui.filter.step}</legend>
      <ul className="options">
        {steps.map((step) => (
          <li key={step}>
            <label className="option">
              <input
                type="radio"
                name={name}
                checked={view.query.every === step}
                onChange={() => choose({ every: step })}
              />
              <span>{words.step[step]}</span>
            </label>
          </li>
        ))}
      </ul>
    </fieldset>
  );
}
