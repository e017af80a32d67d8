import type { Count, Counted, Measure, PhaseFilter } from '@article21/model';
import { AMOUNTS, COUNTS, FIRST_COUNT, type PrefixSums } from './prefix-sums.ts';
import { APPROXIMATE_DATES, ASSEMBLY_DAY, NUMBERED, RECORDS, type Sums } from './sums.ts';

/** What the rows of one group have in common. */
export interface Labels {
  readonly measure: Measure;
  /** Undefined when rows are not by place. */
  readonly place: string | undefined;
  /** Undefined when rows are not by phase. */
  readonly phase: PhaseFilter | undefined;
}

/** Entries of prefix sums, [start, end), of which a key is the index of a name. */
export interface NamedRun {
  readonly names: readonly string[];
  readonly prefix: PrefixSums;
  readonly start: number;
  readonly end: number;
}

/** Adds a row for each of some entries that has records. */
export function pushRows(
  rows: Count[],
  { measure: { id, scale }, place, phase }: Labels,
  run: NamedRun,
): void {
  const { names, prefix, start, end } = run;
  const first = rows.length;
  const { amounts, counts, keys } = prefix;
  for (let i = start; i < end; i++) {
    const a = i * AMOUNTS;
    const b = a + AMOUNTS;
    const c = i * COUNTS + FIRST_COUNT;
    const d = c + COUNTS;
    const records = (counts[d + 6] as number) - (counts[c + 6] as number);
    if (records === 0) continue;
    const period = names[keys ? (keys[i] as number) : i] as string;
    const low = ((amounts[b] as number) - (amounts[a] as number)) / scale;
    const high =
      counts[d] === counts[c] ? ((amounts[b + 1] as number) - (amounts[a + 1] as number)) / scale : null;
    const approximate = counts[d + 1] !== counts[c + 1];
    const unnumbered = (counts[d + 2] as number) - (counts[c + 2] as number);
    const numbered = (counts[d + 3] as number) - (counts[c + 3] as number);
    const assemblyDay = (counts[d + 4] as number) - (counts[c + 4] as number);
    const approximateDates = (counts[d + 5] as number) - (counts[c + 5] as number);
    // Written out: a row is made for each of up to a million groups, and a spread of one is slow.
    rows.push(
      place === undefined
        ? {
            measure: id,
            period,
            low,
            high,
            approximate,
            unnumbered,
            numbered,
            records,
            assemblyDay,
            approximateDates,
          }
        : {
            measure: id,
            place,
            period,
            low,
            high,
            approximate,
            unnumbered,
            numbered,
            records,
            assemblyDay,
            approximateDates,
          },
    );
  }
  // Of phases there are four at most, however many places there are.
  if (phase !== undefined) for (const row of rows.slice(first)) row.phase = phase;
}

/** One row of sums; without a period when it is undefined. */
export function rowOf({ measure, place, phase }: Labels, period: string | undefined, sums: Sums): Count {
  const counted = countedOf(measure, sums);
  const assemblyDay = sums[ASSEMBLY_DAY] as number;
  return {
    ...counted,
    ...(place === undefined ? {} : { place }),
    ...(phase === undefined ? {} : { phase }),
    ...(period === undefined ? {} : { period }),
    assemblyDay,
    approximateDates: sums[APPROXIMATE_DATES] as number,
  };
}

/** The estimate of some sums in the unit of a measure. */
export function countedOf({ id, scale }: Measure, sums: Sums): Counted {
  const [low = 0, high = 0, open, approximate, unnumbered = 0] = sums;
  return {
    measure: id,
    low: low / scale,
    high: open === 0 ? high / scale : null,
    approximate: approximate !== 0,
    unnumbered,
    numbered: sums[NUMBERED] as number,
    records: sums[RECORDS] as number,
  };
}
