import { attributeColumn, isTranslated, textIn, UNSTATED } from '@article21/model';
import type { I18n } from '../pages/page.tsx';
import type { FilledForm } from './record-form.ts';

/** What the dataset declares beside the fields of every record: one value of each is chosen, or none. */
export function AttributeFields({ i18n, form }: { i18n: I18n; form?: FilledForm }) {
  const { words, language } = i18n;
  return words.vocabulary.attributes.map((attribute) => {
    const column = attributeColumn(attribute.id);
    const means = isTranslated(attribute, 'definition') ? textIn(attribute, 'definition', language) : null;
    return (
      <div key={attribute.id} className="field">
        <label htmlFor={column}>{words.attribute(attribute.id)}</label>
        <select id={column} name={column} className="input" defaultValue={form?.attributes[column] ?? ''}>
          <option value="">{words.attributeValue(attribute.id, UNSTATED)}</option>
          {attribute.values.map(({ id }) => (
            <option key={id} value={id}>
              {words.attributeValue(attribute.id, id)}
            </option>
          ))}
        </select>
        {means === null ? null : (
          <span className="muted" lang={means.language}>
            {means.text}
          </span>
        )}
      </div>
    );
  });
}
