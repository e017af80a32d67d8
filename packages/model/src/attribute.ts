import { z } from 'zod';
import { declaredIdSchema } from './id.ts';
import { translated } from './local-text.ts';

/** So many attributes of so many values each: every combination of them then has a whole number of its own. */
export const MOST_ATTRIBUTES = 6;
export const MOST_ATTRIBUTE_VALUES = 200;
/** In place of a value, asks for the records whose source does not state the attribute. No value has this id. */
export const UNSTATED = 'unstated';

/** One of the values that an attribute may have. */
const declaredValueSchema = z.strictObject({
  id: declaredIdSchema,
  ...translated('label'),
  ...translated('definition'),
});

/**
 * Something that a dataset tells of its records by one value of a closed list, or does not state: a filter of what is
 * counted, never a sum. Its texts are in one language or several.
 */
export const declaredAttributeSchema = z.strictObject({
  id: declaredIdSchema,
  ...translated('label'),
  ...translated('definition'),
  values: z.array(declaredValueSchema).min(1).max(MOST_ATTRIBUTE_VALUES),
});

export type DeclaredValue = z.infer<typeof declaredValueSchema>;
export type DeclaredAttribute = z.infer<typeof declaredAttributeSchema>;

/** The stated attributes of a record: `{ topic: 'labour' }`. Absent where none is stated. */
export const attributesSchema = z.record(declaredIdSchema, declaredIdSchema);
export type Attributes = z.infer<typeof attributesSchema>;

interface Attributed {
  attributes?: Attributes | undefined;
}

/** The column of an attribute in tables of records. None of the others begins so. */
export function attributeColumn(id: string): `attribute_${string}` {
  return `attribute_${id}`;
}

/** The attribute that a column of records is of; null where it is of none. */
export function attributeIn(column: string): string | null {
  const prefix = attributeColumn('');
  return column.startsWith(prefix) ? column.slice(prefix.length) : null;
}

/** The filter for one value of an attribute, as queries write it: `topic:labour`. */
export function attributeFilter(id: string, value: string): string {
  return `${id}:${value}`;
}

/** All filters that some attributes allow, in the order in which they are declared, not stated last. */
export function attributeFilters(attributes: readonly DeclaredAttribute[]): string[] {
  return attributes.flatMap(({ id, values }) =>
    [...values.map((value) => value.id), UNSTATED].map((value) => attributeFilter(id, value)),
  );
}

/** What some filters ask for: of each attribute that they name, the values of which one is enough. */
export function filteredAttributes(filters: readonly string[]): Map<string, string[]> {
  const byAttribute = new Map<string, string[]>();
  for (const filter of filters) {
    const [id = '', value = ''] = filter.split(':');
    const values = byAttribute.get(id);
    if (values) values.push(value);
    else byAttribute.set(id, [value]);
  }
  return byAttribute;
}

/** The filters of all that these may concern: also what is not stated of an attribute that they name. */
export function orUnstated(filters: readonly string[]): string[] {
  const open = [...filteredAttributes(filters).keys()].map((id) => attributeFilter(id, UNSTATED));
  return [...new Set([...filters, ...open])].sort();
}

/** Whether a record has one of the asked values of each attribute that filters name. */
export function hasAttributes({ attributes }: Attributed, filters: readonly string[]): boolean {
  for (const [id, values] of filteredAttributes(filters))
    if (!values.includes(attributes?.[id] ?? UNSTATED)) return false;
  return true;
}

/** A digit of the number of a combination: the place of an attribute's value among its values from 1, 0 for not stated. */
export interface AttributeDigit {
  id: string;
  /** The digit is the number divided by `unit`, without its fraction, modulo `base`. */
  unit: number;
  base: number;
  values: readonly string[];
}

/** How cells number combinations of values: the last attribute is the lowest digit. */
export function attributeDigits(attributes: readonly DeclaredAttribute[]): AttributeDigit[] {
  let unit = 1;
  return attributes
    .toReversed()
    .map(({ id, values }) => {
      const digit = { id, unit, base: values.length + 1, values: values.map((value) => value.id) };
      unit *= digit.base;
      return digit;
    })
    .reverse();
}

/** The number of a record's combination. Throws on a value that is none of an attribute's. */
export function combinationOf({ attributes }: Attributed, digits: readonly AttributeDigit[]): number {
  let number = 0;
  for (const { id, unit, values } of digits) {
    const value = attributes?.[id];
    if (value === undefined) continue;
    const at = values.indexOf(value);
    if (at === -1) throw new Error(`unknown ${id}: ${value} (known: ${values.join(', ')})`);
    number += unit * (at + 1);
  }
  return number;
}

/** The digits that filters ask for of each attribute that they name, by which an engine or a cube finds combinations. */
export function filterDigits(
  filters: readonly string[],
  attributes: readonly DeclaredAttribute[],
): (Pick<AttributeDigit, 'unit' | 'base'> & { digits: readonly number[] })[] {
  const digits = attributeDigits(attributes);
  return [...filteredAttributes(filters)].map(([id, requested]) => {
    const found = digits.find((it) => it.id === id);
    if (!found) throw new Error(`unknown attribute: ${id} (known: ${digits.map((it) => it.id).join(', ')})`);
    const { unit, base, values } = found;
    return {
      unit,
      base,
      digits: requested.map((value) => (value === UNSTATED ? 0 : digitOf(value, values))),
    };
  });
}

function digitOf(value: string, values: readonly string[]): number {
  const at = values.indexOf(value);
  if (at === -1) throw new Error(`unknown value: ${value} (known: ${values.join(', ')})`);
  return at + 1;
}
