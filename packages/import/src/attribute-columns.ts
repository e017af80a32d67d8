import { attributeColumn, attributeIn } from '@article21/model';
import type { From, Mapping, RecordRule } from '@article21/model/mapping';

/** The field of a record, the column of `records.csv` and the role of a table's column that an attribute is. */
export type AttributeField = ReturnType<typeof attributeColumn>;

/** The attributes that a rule takes from a table, with those that all records have. */
export function attributesOf(
  rule: Pick<RecordRule, 'attributes'>,
  { shared }: Pick<Mapping, 'shared'>,
): [id: string, from: From][] {
  return Object.entries({ ...shared.attributes, ...rule.attributes });
}

/** The columns of `records.csv` that a mapping says anything of beside those of every dataset. */
export function attributeFields(mapping: Mapping): AttributeField[] {
  const ids = mapping.records.flatMap((rule) => attributesOf(rule, mapping).map(([id]) => id));
  return [...new Set(ids)].map(attributeColumn);
}

/** The attributes that a row of `records.csv` has columns of. */
export function attributesIn(row: object): AttributeField[] {
  return Object.keys(row).filter((it): it is AttributeField => attributeIn(it) !== null);
}
