import { type Count, type MeasureId, measure, type Total, type Undated } from '@article21/model';
import { RECORDS, type Sums } from './sums.ts';
import type { Track } from './track.ts';

/** What the rows of one group have in common. */
export interface Labels {
  readonly measure: MeasureId;
  /** Undefined when rows are not by place. */
  readonly place: string | undefined;
}

/** Adds a row for each entry in [start, end) of a track that has records; its key is the index of its name. */
export function pushRows(
  rows: Count[],
  { measure: id, place }: Labels,
  names: readonly string[],
  track: Track,
  start: number,
  end: number,
): void {
  const { amounts, counts, keys } = track;
  const { scale } = measure(id);
  for (let i = start; i < end; i++) {
    const a = i * 4;
    const c = i * 8 + 4;
    const records = (counts[c + 11] as number) - (counts[c + 3] as number);
    if (records === 0) continue;
    const period = names[keys ? (keys[i] as number) : i] as string;
    const low = ((amounts[a + 4] as number) - (amounts[a] as number)) / scale;
    const high =
      counts[c + 8] === counts[c] ? ((amounts[a + 5] as number) - (amounts[a + 1] as number)) / scale : null;
    const approximate = counts[c + 9] !== counts[c + 1];
    const unnumbered = (counts[c + 10] as number) - (counts[c + 2] as number);
    rows.push(
      place === undefined
        ? { measure: id, period, low, high, approximate, unnumbered, records }
        : { measure: id, place, period, low, high, approximate, unnumbered, records },
    );
  }
}

/** One row of sums; without a period when it is undefined. */
export function rowOf({ measure, place }: Labels, period: string | undefined, sums: Sums): Count {
  const estimate = estimateOf(measure, sums);
  if (period === undefined)
    return place === undefined ? { measure, ...estimate } : { measure, place, ...estimate };
  return place === undefined ? { measure, period, ...estimate } : { measure, place, period, ...estimate };
}

export function undatedOf({ measure, place }: Labels, sums: Sums, within: boolean): Undated {
  const estimate = estimateOf(measure, sums);
  return place === undefined ? { measure, ...estimate, within } : { measure, place, ...estimate, within };
}

export function totalOf(measure: MeasureId, sums: Sums): Total {
  return { measure, ...estimateOf(measure, sums) };
}

function estimateOf(id: MeasureId, sums: Sums) {
  const { scale } = measure(id);
  const [low = 0, high = 0, open, approximate, unnumbered = 0] = sums;
  return {
    low: low / scale,
    high: open === 0 ? high / scale : null,
    approximate: approximate !== 0,
    unnumbered,
    records: sums[RECORDS] as number,
  };
}
