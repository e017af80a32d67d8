import { type MeasureId, unnamed } from '@article21/model';
import { usePage } from '../frame/page-context.tsx';

/** One measure or several. The last one cannot be taken away: a chart of nothing is no question. */
export function MeasureField() {
  const { view, words, choose } = usePage();
  const { measure } = view.query;
  const { measureIds } = words.vocabulary;
  const toggled = (id: MeasureId) => {
    const next = measure.includes(id) ? measure.filter((it) => it !== id) : [...measure, id];
    return { measure: measureIds.filter((it) => next.includes(it)) };
  };
  return (
    <fieldset className="field">
      <legend>{words.ui.filter.measures}</legend>
      <button type="button" className="quiet" onClick={() => choose(unnamed(view.query))}>
        {words.ui.page.mainMeasures}
      </button>
      <ul className="options">
        {measureIds.map((id) => {
          const checked = measure.includes(id);
          return (
            <li key={id}>
              <label className="option">
                <input
                  type="checkbox"
                  checked={checked}
                  disabled={checked && measure.length === 1}
                  onChange={() => choose(toggled(id))}
                />
                <span>{words.measure(id).label}</span>
              </label>
              <button
                type="button"
                className="quiet option-only"
                aria-label={`${words.ui.page.only}: ${words.measure(id).label}`}
                onClick={() => choose({ measure: [id] })}
              >
                {words.ui.page.only}
              </button>
            </li>
          );
        })}
      </ul>
    </fieldset>
  );
}
