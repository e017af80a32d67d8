import {
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

export const codedFields = ['kind', 'place', 'date', 'phase', 'basis', 'count', 'amount', 'days'] as const;
export type CodedField = (typeof codedFields)[number];

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

export function codedOf(record: RestrictionRecord): Coded {
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
