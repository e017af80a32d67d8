import type { Period } from '@article21/model';
import { hasSteps } from '@article21/pages/address';
import { type FormEvent, useId } from 'react';
import { usePage } from '../frame/page-context.tsx';
import { DayField } from './day-field.tsx';
import { stepAfter } from './fitting-step.ts';
import { PeriodOverview } from './period-overview.tsx';
import { presetsOf } from './presets.ts';
import { useDraft } from './use-draft.ts';
import { useExtent } from './use-extent.ts';

/** From and to, typed or picked; or one of the periods that the data cover. */
export function PeriodField() {
  const { view, words, choose } = usePage();
  const extent = useExtent();
  const { from, to, every } = view.query;
  const choosePeriod = (period: Period) => {
    const step = hasSteps(view.query) ? { every: stepAfter(every, { from, to }, period, extent) } : {};
    choose({ ...period, ...step });
  };
  return (
    <fieldset className="field">
      <legend>{words.ui.page.period}</legend>
      <Ends from={from} to={to} choosePeriod={choosePeriod} />
      <div className="presets">
        <button
          type="button"
          className="quiet"
          aria-pressed={from === null && to === null}
          onClick={() => choosePeriod({ from: null, to: null })}
        >
          {words.ui.filter.allDates}
        </button>
        {presetsOf(extent).map((preset) => (
          <button
            key={preset.name}
            type="button"
            className="quiet"
            aria-pressed={preset.from === from && preset.to === to}
            onClick={() => choosePeriod({ from: preset.from, to: preset.to })}
          >
            {words.bucketShort(preset.name)}
          </button>
        ))}
      </div>
      <PeriodOverview choosePeriod={choosePeriod} />
    </fieldset>
  );
}

interface EndsProps extends Period {
  choosePeriod(period: Period): void;
}

function Ends({ from, to, choosePeriod }: EndsProps) {
  const { words } = usePage();
  const id = useId();
  // Another period from elsewhere starts the inputs anew.
  const [next, setNext] = useDraft<Period>(`${from} ${to}`, { from, to });
  const inverted = next.from !== null && next.to !== null && next.from > next.to;
  const submit = (event?: FormEvent) => {
    event?.preventDefault();
    if (!inverted) choosePeriod(next);
  };
  const field = (end: 'from' | 'to') => (
    <DayField
      label={words.ui.filter[end]}
      day={next[end]}
      fault={inverted ? id : null}
      change={(day) => setNext({ ...next, [end]: day })}
      enter={submit}
    />
  );
  return (
    <form className="ends" onSubmit={submit}>
      {field('from')}
      {field('to')}
      <button type="submit" className="button" disabled={inverted}>
        {words.ui.filter.apply}
      </button>
      {inverted ? (
        <p className="field-error" id={id} role="alert">
          {words.ui.page.inverted}
        </p>
      ) : null}
    </form>
  );
}
