import { defaultMeasures, type MeasureId, measureIds } from '@article21/model';
import { usePage } from '../frame/page-context.tsx';

/** One measure or several. The last one cannot be taken away: a chart of nothing is no question. */
export function MeasureField() {
  const { view, words, choose, foresee } = usePage();
  const { measure } = view.query;
  const toggled = (id: MeasureId) => {
    const next = measure.includes(id) ? measure.filter((it) => it !== id) : [...measure, id];
    return measureIds.filter((it) => next.includes(it));
  };
  return (
    <fieldset className="field">
      <legend>{words.ui.filter.measures}</legend>
      <button type="button" className="quiet" onClick={() => choose({ measure: defaultMeasures })}>
        {words.ui.page.mainMeasures}
      </button>
      <ul className="options">
        {measureIds.map((id) => {
          const checked = measure.includes(id);
          const isLast = checked && measure.length === 1;
          return (
            <li key={id}>
              <label
                className="option"
                onPointerEnter={() => {
                  if (!isLast) foresee({ measure: toggled(id) });
                }}
              >
                <input
                  type="checkbox"
                  checked={checked}
                  disabled={isLast}
                  onChange={() => choose({ measure: toggled(id) })}
                />
                <span>{words.measure[id].label}</span>
              </label>
              <button
                type="button"
                className="quiet option-only"
                aria-label={`${words.ui.page.only}: ${words.measure[id].label}`}
                onPointerEnter={() => foresee({ measure: [id] })}
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
