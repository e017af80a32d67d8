import { attributeFilter, type DeclaredAttribute, translationsOf } from '@article21/model';
import type { Reading } from '../read-dataset.ts';
import type { Plan } from './plan.ts';

export const attributeColumns = ['id', 'value', ...translationsOf('label'), ...translationsOf('definition')];

/** Attributes with the values that shown records have, once one is picked: what only that one has would tell of it. */
export function publishedAttributes({ vocabulary }: Reading, { picked, shown }: Plan): DeclaredAttribute[] {
  if (picked.size === 0) return [...vocabulary.attributes];
  return vocabulary.attributes.flatMap((attribute) => {
    const values = attribute.values.filter(({ id }) => shown.values.has(attributeFilter(attribute.id, id)));
    return values.length === 0 ? [] : [{ ...attribute, values }];
  });
}

/** The rows of an attribute: its own, and one for each value. */
export function attributeRows({ values, ...attribute }: DeclaredAttribute): object[] {
  return [attribute, ...values.map((value) => ({ ...value, id: attribute.id, value: value.id }))];
}
