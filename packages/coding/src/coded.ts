import {
  attributeColumn,
  type Estimate,
  isUnnumbered,
  printMoney,
  printQuantity,
  type RestrictionRecord,
} from '@article21/model';

/** A place in a source on which a coding rests. */
export type Passage =
  | { kind: 'words'; source: string; start: number; end: number; text: string }
  | { kind: 'row'; source: string; row: number }
  | { kind: 'link'; source: string; url: string };

const usualFields = ['kind', 'place', 'date', 'phase', 'basis', 'count', 'amount', 'days'] as const;
/** A field that every record has, or an attribute that a dataset declares. */
export type CodedField = (typeof usualFields)[number] | ReturnType<typeof attributeColumn>;

/** What is compared of records that have these attributes. */
export function codedFieldsOf(attributes: readonly string[]): CodedField[] {
  return [...usualFields, ...attributes.map(attributeColumn)];
}

/** A record as one coder made it: fields as they are written, empty where nothing is stated. */
export interface Coded {
  id: string;
  fields: Readonly<Record<CodedField, string>>;
  /** What numbers are compared by: null where there is none. */
  numbers: Readonly<Record<'count' | 'amount' | 'days', number | null>>;
  /** The currency of the amount, empty where there is none. */
  currency: string;
  evidence: readonly Passage[];
}

/** A record of a coding, with those of its attributes that are compared. */
export function codedOf(record: RestrictionRecord, attributes: readonly string[] = []): Coded {
  const { count, amount, days } = record;
  const quantity = (it: Estimate | null) => (it ? printQuantity(it) : '');
  return {
    id: record.id,
    fields: {
      kind: record.kind,
      place: record.place,
      date: record.date ?? '',
      phase: record.phase ?? '',
      basis: record.basis,
      count: quantity(count),
      amount: amount ? printMoney({ estimate: amount, currency: amount.currency }) : '',
      days: quantity(days),
      ...Object.fromEntries(attributes.map((id) => [attributeColumn(id), record.attributes?.[id] ?? ''])),
    },
    numbers: { count: numberOf(count), amount: numberOf(amount), days: numberOf(days) },
    currency: amount?.currency ?? '',
    evidence: record.evidence.flatMap((it): Passage[] => {
      const { source } = it;
      if (it.kind === 'row') return it.row === null ? [] : [{ kind: 'row', source, row: it.row }];
      if (it.kind === 'link') return it.url === null ? [] : [{ kind: 'link', source, url: it.url }];
      const { start, end, quote } = it;
      return start === null || end === null ? [] : [{ kind: 'words', source, start, end, text: quote ?? '' }];
    }),
  };
}

/** The middle of what is stated; its lower end where the upper one is open. Only for how far apart two codings are. */
function numberOf(estimate: Estimate | null): number | null {
  if (estimate === null || isUnnumbered(estimate)) return null;
  return estimate.high === null ? estimate.low : (estimate.low + estimate.high) / 2;
}
