import { steps } from '@article21/model';
import { useId } from 'react';
import { usePage } from '../frame/page-context.tsx';
import { fittingStep } from './fitting-step.ts';
import { useExtent } from './use-extent.ts';

/** The length of one step of the time axis. The one that fits the period goes along when the period is changed. */
export function StepField() {
  const { view, words, choose } = usePage();
  const fitting = fittingStep(view.query, useExtent());
  const name = useId();
  return (
    <fieldset className="field">
      <legend>{words.ui.filter.step}</legend>
      <ul className="options">
        {[fitting, ...steps.filter((step) => step !== fitting)].map((step) => (
          <li key={step}>
            <label className="option">
              <input
                type="radio"
                name={name}
                checked={view.query.every === step}
                onChange={() => choose({ every: step })}
              />
              <span>
                {step === fitting
                  ? words.fill(words.ui.choice.automatic, { step: words.step[step] })
                  : words.step[step]}
              </span>
            </label>
          </li>
        ))}
      </ul>
    </fieldset>
  );
}
