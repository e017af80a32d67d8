import { type Day, parseDay, printDay } from '@article21/model';
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useId, useState } from 'react';
import { usePage } from '../frame/page-context.tsx';
import { snapshotQuery } from '../queries.ts';
import { presetsOf } from './presets.ts';

/** From and to, typed or picked; or one of the periods that the data cover. */
export function PeriodField() {
  const { view, words, choose } = usePage();
  const { data } = useQuery(snapshotQuery(view.query.snapshot));
  const extent = { from: dayOf(data?.extent.from), to: dayOf(data?.extent.to) };
  const { from, to } = view.query;
  return (
    <fieldset className="field">
      <legend>{words.ui.page.period}</legend>
      {/* Another period from elsewhere starts the inputs anew. */}
      <Ends key={`${from} ${to}`} from={from} to={to} />
      <div className="presets">
        <button type="button" className="quiet" onClick={() => choose({ from: null, to: null })}>
          {words.ui.filter.allDates}
        </button>
        {presetsOf(extent).map((preset) => (
          <button
            key={preset.name}
            type="button"
            className="quiet"
            aria-pressed={preset.from === from && preset.to === to}
            onClick={() => choose({ from: preset.from, to: preset.to })}
          >
            {words.bucketShort(preset.name)}
          </button>
        ))}
      </div>
    </fieldset>
  );
}

function Ends({ from, to }: { from: Day | null; to: Day | null }) {
  const { words, choose } = usePage();
  const id = useId();
  const [typed, setTyped] = useState({ from: print(from), to: print(to) });
  const next = { from: dayOf(typed.from), to: dayOf(typed.to) };
  const inverted = next.from !== null && next.to !== null && next.from > next.to;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!inverted) choose(next);
  };
  const input = (end: 'from' | 'to') => (
    <label className="field-column">
      <span>{words.ui.filter[end]}</span>
      <input
        type="date"
        className="input"
        min="0001-01-01"
        max="9999-12-31"
        value={typed[end]}
        aria-invalid={inverted}
        {...(inverted ? { 'aria-describedby': id } : {})}
        onChange={(event) => setTyped({ ...typed, [end]: event.target.value })}
      />
    </label>
  );
  return (
    <form className="ends" onSubmit={submit}>
      {input('from')}
      {input('to')}
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

function print(day: Day | null): string {
  return day === null ? '' : printDay(day);
}

function dayOf(text: string | null | undefined): Day | null {
  return text ? parseDay(text) : null;
}
