import { type Mapping, mappingSchema } from '@article21/model/mapping';

/** The columns of rates.csv: what a unit of a currency was worth, and who says so. */
export const rateFields = ['currency', 'from', 'to', 'eur', 'source'] as const;
export const rateName = (field: (typeof rateFields)[number]) => `rate:${field}`;

/** The rate that a form states; null where nothing of one is filled in. */
export function filledRate(form: Readonly<Record<string, string>>): Record<string, string> | null {
  const fields = rateFields.map((field) => [field, (form[rateName(field)] ?? '').trim()] as const);
  return fields.every(([, value]) => value === '') ? null : Object.fromEntries(fields);
}

/** A mapping with one more rate; null where that is none: a currency of three letters, days, euros for one of it, who says so. */
export function withRate(mapping: Mapping, filled: Readonly<Record<string, string>>): Mapping | null {
  const { currency = '', from, to, eur = '', source } = filled;
  const rate = {
    ...{ currency: currency.toUpperCase(), eur: Number(eur.replace(',', '.')), source },
    ...(from ? { from } : {}),
    ...(to ? { to } : {}),
  };
  const parsed = mappingSchema.safeParse({ ...mapping, rates: [...mapping.rates, rate] });
  return parsed.success ? parsed.data : null;
}
