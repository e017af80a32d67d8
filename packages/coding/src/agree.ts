import type { RestrictionRecord } from '@article21/model';
import { type Coded, type CodedField, codedFieldsOf, codedOf } from './coded.ts';
import { pairRecords } from './pairs.ts';

/** One coding: its records, the ids of the attributes that it declares, and the texts of its sources by their ids. */
export interface Coding {
  records: readonly RestrictionRecord[];
  attributes: readonly string[];
  sources: readonly string[];
  texts: ReadonlyMap<string, string>;
}

/** A field in which two records differ. */
interface FieldDifference {
  field: CodedField;
  first: string;
  second: string;
}

/** What one coder has and the other has not, or otherwise. */
export interface ComparedPair {
  first: string;
  second: string;
  /** The words that both rest on, empty where these are none. */
  quote: string;
  differences: readonly FieldDifference[];
}

interface AloneRecord {
  id: string;
  kind: string;
  quote: string;
}

/** How far two coders agree in a field, over the pairs in which both have a value. */
export interface FieldAgreement {
  field: CodedField;
  /** Compared as it is written, or as a number. */
  compared: 'written' | 'number';
  pairs: number;
  equal: number;
  /** Krippendorff's; null where it is not defined, because all values are the same or there are none. */
  alpha: number | null;
}

export interface Agreement {
  /** Ids of the sources that both codings have, with the same text. */
  sources: readonly string[];
  /** Sources of which nothing is compared, and why. */
  notCompared: readonly { source: string; why: 'only_first' | 'only_second' | 'other_text' }[];
  /** Attributes that only one of them declares: the other coder could not say anything of them. */
  attributesNotCompared: readonly { attribute: string; why: 'only_first' | 'only_second' }[];
  /** Records that rest on nothing of the compared sources, or on what is internal. */
  leftOut: { first: number; second: number };
  same: readonly ComparedPair[];
  differ: readonly ComparedPair[];
  onlyFirst: readonly AloneRecord[];
  onlySecond: readonly AloneRecord[];
  fields: readonly FieldAgreement[];
}

/** Compares two codings of the same sources, record by record and field by field. */
export function agree(first: Coding, second: Coding): Agreement {
  const { sources, notCompared } = sharedSources(first, second);
  const { attributes, attributesNotCompared } = sharedAttributes(first, second);
  const codedFields = codedFieldsOf(attributes);
  const coded = ({ records }: Coding) => comparable(records, attributes, sources);
  const [a, b] = [coded(first), coded(second)];
  const { pairs, onlyFirst, onlySecond } = pairRecords(a, b);
  const compared = pairs.map((pair) => comparePair(pair, codedFields));
  return {
    sources: [...sources],
    notCompared,
    attributesNotCompared,
    leftOut: { first: first.records.length - a.length, second: second.records.length - b.length },
    same: compared.filter(({ differences }) => differences.length === 0),
    differ: compared.filter(({ differences }) => differences.length > 0),
    onlyFirst: onlyFirst.map(alone),
    onlySecond: onlySecond.map(alone),
    fields: [
      ...codedFields.map((field) => asWritten(field, pairs)),
      ...(['count', 'amount', 'days'] as const).map((field) => asNumber(field, pairs)),
    ],
  };
}

function sharedSources(first: Coding, second: Coding) {
  const sources = new Set<string>();
  const notCompared: Agreement['notCompared'][number][] = [];
  for (const source of first.sources)
    if (!second.sources.includes(source)) notCompared.push({ source, why: 'only_first' });
    else if (first.texts.get(source) === second.texts.get(source)) sources.add(source);
    else notCompared.push({ source, why: 'other_text' });
  for (const source of second.sources)
    if (!first.sources.includes(source)) notCompared.push({ source, why: 'only_second' });
  return { sources, notCompared };
}

function sharedAttributes(first: Coding, second: Coding) {
  const missing = (from: Coding, other: Coding) =>
    from.attributes.filter((it) => !other.attributes.includes(it));
  return {
    attributes: first.attributes.filter((it) => second.attributes.includes(it)),
    attributesNotCompared: [
      ...missing(first, second).map((attribute) => ({ attribute, why: 'only_first' as const })),
      ...missing(second, first).map((attribute) => ({ attribute, why: 'only_second' as const })),
    ],
  };
}

function comparable(
  records: Coding['records'],
  attributes: readonly string[],
  sources: ReadonlySet<string>,
): Coded[] {
  return records.flatMap((record) => {
    const it = codedOf(record, attributes);
    const evidence = it.evidence.filter(({ source }) => sources.has(source));
    return evidence.length > 0 ? [{ ...it, evidence }] : [];
  });
}

function comparePair([first, second]: CodedPair, codedFields: readonly CodedField[]): ComparedPair {
  const differing = codedFields.filter((field) => first.fields[field] !== second.fields[field]);
  return {
    first: first.id,
    second: second.id,
    quote: quoteOf(first),
    differences: differing.map((field) => ({
      field,
      first: textOf(first, field),
      second: textOf(second, field),
    })),
  };
}

function textOf({ fields }: Coded, field: CodedField): string {
  return fields[field] ?? '';
}

function alone(record: Coded): AloneRecord {
  return { id: record.id, kind: record.fields.kind, quote: quoteOf(record) };
}

function quoteOf({ evidence }: Coded): string {
  return evidence.flatMap((it) => (it.kind === 'words' ? it.text : []))[0] ?? '';
}

type CodedPair = readonly [Coded, Coded];

/** Of quantities those that apply to both; elsewhere nothing stated is a value, too. */
function asWritten(field: CodedField, pairs: readonly CodedPair[]): FieldAgreement {
  const units = pairs.map(([a, b]) => [textOf(a, field), textOf(b, field)]);
  const quantity = field === 'count' || field === 'amount' || field === 'days';
  const applied = quantity ? units.filter((it) => it.every((value) => value !== '')) : units;
  return agreement(field, 'written', applied, krippendorffAlpha(applied, nominal));
}

/** Of amounts those in the same currency. */
function asNumber(field: 'count' | 'amount' | 'days', pairs: readonly CodedPair[]): FieldAgreement {
  const units = pairs
    .filter(([a, b]) => field !== 'amount' || a.currency === b.currency)
    .map((pair) => pair.flatMap(({ numbers }) => numbers[field] ?? []))
    .filter(({ length }) => length === 2);
  return agreement(field, 'number', units, krippendorffAlpha(units, ratio));
}

function agreement(
  field: CodedField,
  compared: FieldAgreement['compared'],
  units: readonly (readonly unknown[])[],
  alpha: number | null,
): FieldAgreement {
  return { field, compared, pairs: units.length, equal: units.filter(([a, b]) => a === b).length, alpha };
}

/** How far apart two values are, squared: 0 where they are the same. Called with values that are not equal. */
export type Difference<T> = (a: T, b: T) => number;

/** Of names: all that differ differ alike. */
export const nominal: Difference<string> = () => 1;

/** Of quantities with a true zero: 10 and 20 are as far apart as 100 and 200. */
export const ratio: Difference<number> = (a, b) => ((a - b) / (a + b)) ** 2;

/** Of quantities on a scale without one. */
export const interval: Difference<number> = (a, b) => (a - b) ** 2;

/**
 * Krippendorff's alpha: 1 is agreement, 0 is what chance would bring, below it they disagree more than by chance. A unit
 * has the values that its coders gave, those of who gave none left out; it counts where it has two. Null where there is
 * nothing to agree about: no such unit, or one value only.
 */
export function krippendorffAlpha<T extends string | number>(
  units: readonly (readonly T[])[],
  difference: Difference<T>,
): number | null {
  const pairable = units.filter(({ length }) => length > 1);
  const all = pairable.flat();
  const observed = pairable.reduce(
    (sum, values) => sum + differences(values, difference) / (values.length - 1),
    0,
  );
  const expected = differences(all, difference) / (all.length - 1);
  return expected > 0 ? 1 - observed / expected : null;
}

/** The sum over all ordered pairs of values. Equal ones are counted first: there are fewer different ones. */
function differences<T extends string | number>(values: readonly T[], difference: Difference<T>): number {
  const counts = new Map<T, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  const distinct = [...counts];
  let sum = 0;
  for (const [i, [a, timesA]] of distinct.entries())
    for (const [b, timesB] of distinct.slice(i + 1)) sum += 2 * timesA * timesB * difference(a, b);
  return sum;
}
