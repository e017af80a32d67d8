import type { Counts, Grouping, MeasureId, Step } from '@article21/model';
import type { Drawing } from '../chart.ts';
import type { OfficeParts } from '../office/panel.ts';
import type { Plot } from '../plot.ts';

/** What a chart needs of a query: its counts grouped in one of these ways, the best first. */
export interface Needs {
  by: readonly (readonly Grouping[])[];
  /** The only step that it can draw; null for every one. */
  every: Step | null;
  /** How many places it takes to be worth drawing. */
  places: number;
  /** How many places of a measure it draws at most where there is room; all, unless given. */
  most?: number;
  /** Whether it draws more of them page by page, the largest first. */
  paged?: true;
  /** Whether it is drawn over the land of the dataset's countries, which is loaded for it. */
  land?: true;
  /** Whether numbers are lengths, hatched from their least to the most that is stated. */
  hatched?: true;
  /** The measures that it shows where the query names none. */
  measures?: readonly MeasureId[];
}

/** A chart type: what it needs, and how counts become a drawing and an office program's charts, nothing else touched. */
export interface Chart {
  needs: Needs;
  draw(counts: Counts, plot: Plot): Drawing;
  /**
   * What an office program can draw of it. What there is no chart for there is the nearest that says the same: of a calendar its days in a row, of a heat map a table in colour.
   */
  office(counts: Counts, plot: Plot): OfficeParts;
}
