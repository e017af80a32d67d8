import type { DeskTexts } from '@article21/messages';
import { rateFields, rateName } from '../rates.ts';

interface RateProps {
  texts: DeskTexts;
  filled: Readonly<Partial<Record<(typeof rateFields)[number], string>>>;
}

/** What a currency was worth, between two days, and who says so. */
export function RateFields({ texts, filled }: RateProps) {
  return (
    <fieldset className="question">
      <legend>{texts.coding.rate.title}</legend>
      <div className="fields">
        {rateFields.map((field) => (
          <label key={field}>
            {texts.coding.rate[field]}{' '}
            <input
              className="input"
              name={rateName(field)}
              defaultValue={filled[field] ?? ''}
              autoComplete="off"
            />
          </label>
        ))}
      </div>
    </fieldset>
  );
}
