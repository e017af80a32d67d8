import {
  attributeColumn,
  attributeIn,
  type DeclaredAttribute,
  textsOf,
  type Vocabulary,
} from '@article21/model';
import type { Mapping, RecordRule } from '@article21/model/mapping';
import { type AttributeField, attributeFields, attributesOf } from './attribute-columns.ts';
import { type Place, type ReadField, readsWords } from './fields.ts';
import type { Refusal } from './questions.ts';
import { fold } from './typed-tokens.ts';

/** The attribute that somebody calls so: by its id, or by its label in any language. */
export function attributeNamed(name: string, { attributes }: Vocabulary): AttributeField | null {
  const found = attributes.find((it) => idsByLabel([it]).has(fold(name)));
  return found === undefined ? null : attributeColumn(found.id);
}

/** Readers of the attributes of a rule: a cell is a value's id or label, or the dictionary says what it means. */
export function attributeReaders(
  own: RecordRule,
  shared: Mapping['shared'],
  { attributes }: Vocabulary,
  around: Place,
): [AttributeField, ReadField][] {
  return attributesOf(own, { shared }).flatMap(([id, from]) => {
    const declared = attributes.find((it) => it.id === id);
    // It was refused for the whole table.
    if (declared === undefined) return [];
    const field = attributeColumn(id);
    const values = idsByLabel(declared.values);
    const at = own.attributes?.[id] ? [...around.at, 'attributes', id] : ['shared', 'attributes', id];
    const read = readsWords(
      from,
      { ...around, at },
      (typed) => values.get(fold(typed)) ?? null,
      () => ({
        question: { code: 'none_of_the_words', values: { field } },
        proposals: declared.values.map((value) => value.id),
      }),
    );
    return [[field, read] as const];
  });
}

/** What a mapping says of attributes that the dataset does not declare. */
export function undeclared(mapping: Mapping, { attributes }: Vocabulary): Refusal[] {
  const known = attributes.map(({ id }) => id);
  const named = attributeFields(mapping).filter((it) => !known.map(attributeColumn).includes(it));
  return named.map((field) => ({
    ...{ row: null, column: null, value: field },
    why: { code: 'no_attribute', values: { attribute: attributeIn(field) ?? field } },
  }));
}

function idsByLabel(
  items: readonly (Pick<DeclaredAttribute, 'id'> & Parameters<typeof textsOf<'label'>>[0])[],
) {
  const labels = items.flatMap((it) => textsOf(it, 'label').map((label) => [fold(label), it.id] as const));
  return new Map([...labels, ...items.map(({ id }) => [fold(id), id] as const)]);
}
