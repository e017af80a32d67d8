import { type Cells, NO_DAY } from '@article21/model';

/**
 * Nine whole numbers that add up: low, high (over those that have one), open, approximate, unnumbered, numbered,
 * assemblyDay (the records that stand on their assembly's day), approximateDates, records. Otherwise the same meanings as the columns
 * of model's `Cells`, in this order.
 */
export type Sums = Float64Array;

export const FIELDS = 9;
export const NUMBERED = 5;
export const ASSEMBLY_DAY = 6;
export const APPROXIMATE_DATES = 7;
export const RECORDS = 8;

export function createSums(): Sums {
  return new Float64Array(FIELDS);
}

export function clear(sums: Sums): void {
  // Stryker disable next-line EqualityOperator: a typed array has nothing after its end
  for (let field = 0; field < FIELDS; field++) sums[field] = 0;
}

/** `into` += `sign` × `sums`. */
export function addSums(into: Sums, sums: Sums, sign: 1 | -1): void {
  // Stryker disable next-line EqualityOperator: a typed array has nothing after its end
  for (let field = 0; field < FIELDS; field++)
    into[field] = (into[field] as number) + sign * (sums[field] as number);
}

/** Adds one cell at `offset` of `into`. */
export function addCell(into: Float64Array, offset: number, cells: Cells, cell: number): void {
  const records = cells.records[cell] as number;
  into[offset] = (into[offset] as number) + (cells.low[cell] as number);
  into[offset + 1] = (into[offset + 1] as number) + (cells.high[cell] as number);
  into[offset + 2] = (into[offset + 2] as number) + (cells.open[cell] as number);
  into[offset + 3] = (into[offset + 3] as number) + (cells.approximate[cell] as number);
  into[offset + 4] = (into[offset + 4] as number) + (cells.unnumbered[cell] as number);
  into[offset + 5] = (into[offset + 5] as number) + (cells.numbered[cell] as number);
  if (cells.day[cell] !== NO_DAY) into[offset + 6] = (into[offset + 6] as number) + records;
  into[offset + 7] = (into[offset + 7] as number) + (cells.approximateDates[cell] as number);
  into[offset + 8] = (into[offset + 8] as number) + records;
}
