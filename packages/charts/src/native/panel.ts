/**
 * A chart as any office program has it: categories, series and a sheet. `bar` and `column` draw their series over each
 * other, the first at the back, so that each number in the sheet is one that sources state; `stacked` puts them on top of
 * each other.
 */
export interface NativeChart extends Named {
  kind: 'bar' | 'column' | 'stacked';
  categories: readonly string[];
  series: readonly NativeSeries[];
  labels: { name: string; at: readonly number[]; texts: readonly (NativeLabel | null)[] };
  columns: readonly { name: string; values: readonly (string | number | null)[] }[];
  /** What the axis must reach: the same for all panels of a measure. */
  highest: number;
  legend: boolean;
}

interface Named {
  title: string;
  /** Its text alternative. */
  description: string;
}

export interface NativeSeries {
  name: string;
  values: readonly (number | null)[];
  colour: string;
  hatched: boolean;
}

/** The number in signs, and beside it, lighter, the reports without one, as `+2`, or what stands in its place. */
export interface NativeLabel {
  signs: string;
  reports: string;
}

/** A table whose cells may have a colour; the first row and the first column are its head. */
interface NativeTable extends Named {
  kind: 'table';
  rows: readonly (readonly NativeCell[])[];
}

export interface NativeCell {
  text: string;
  fill: string | null;
  ink: string;
  /** Hatched in its ink: nobody is known to have watched. */
  hatched: boolean;
}

export type NativePanel = NativeChart | NativeTable;

/** Counts as charts that can be edited. Units never share an axis: each measure has panels of its own. */
export interface Native {
  panels: readonly NativePanel[];
  /** How to read the signs, and what is not drawn. */
  notes: readonly string[];
  /** Dated remarks, which no such chart can hold. */
  remarks: readonly string[];
}
