import { attributeFilter, type DeclaredAttribute, UNSTATED } from '@article21/model';
import { usePage } from '../frame/page-context.tsx';

/** The attributes that the dataset declares, each as a choice of its values; nothing where it declares none. */
export function AttributeFields() {
  const { words } = usePage();
  return words.vocabulary.attributes.map((it) => <AttributeField key={it.id} attribute={it} />);
}

function AttributeField({ attribute: { id, values } }: { attribute: DeclaredAttribute }) {
  const { view, words, choose } = usePage();
  const { attribute } = view.query;
  const others = attribute.filter((it) => !it.startsWith(attributeFilter(id, '')));
  const toggled = (filter: string) =>
    attribute.includes(filter) ? attribute.filter((it) => it !== filter) : [...attribute, filter].sort();
  return (
    <fieldset className="field">
      <legend>{words.attribute(id)}</legend>
      <button type="button" className="quiet" onClick={() => choose({ attribute: others })}>
        {words.attributes.any}
      </button>
      <ul className="options">
        {[...values.map((value) => value.id), UNSTATED].map((value) => (
          <li key={value}>
            <label className="option">
              <input
                type="checkbox"
                checked={attribute.includes(attributeFilter(id, value))}
                onChange={() => choose({ attribute: toggled(attributeFilter(id, value)) })}
              />
              <span>{words.attributeValue(id, value)}</span>
            </label>
          </li>
        ))}
      </ul>
    </fieldset>
  );
}
