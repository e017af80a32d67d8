import type { Language } from '@article21/languages';
import type { Day } from '../day.ts';
import { defaultMeasures, type MeasureId } from '../measures/index.ts';
import type { Basis, Phase } from '../record.ts';
import type { Step } from '../step.ts';

/**
 * `region` groups by the regions that places lie in (`regionOf` of a tree), `phase` by whether it was before, during or
 * after the assembly; a query has at most one of these and `place`.
 */
export const groupings = ['place', 'region', 'phase', 'period'] as const;
export const themes = ['light', 'dark'] as const;
/** `unstated` asks for the records whose source gives no phase. */
export const phaseFilters = ['before', 'during', 'after', 'unstated'] as const satisfies readonly (
  | Phase
  | 'unstated'
)[];

/** `quoted` asks for the records of which a source's words or cells are cited, not its address alone. */
export const evidenceFilters = ['quoted'] as const;

/** Small charts side by side: one axis of values for all, or one for each. */
export const axisChoices = ['shared', 'own'] as const;

export type AxisChoice = (typeof axisChoices)[number];
export type EvidenceFilter = (typeof evidenceFilters)[number];
export type Grouping = (typeof groupings)[number];
/** What rows are of, besides of periods. */
export type RowGrouping = Exclude<Grouping, 'period'>;
export type Theme = (typeof themes)[number];
export type PhaseFilter = (typeof phaseFilters)[number];

/** What a query about a dataset without records of all usual measures carries, so that it is printed as it was read. */
export interface Opening {
  /** The measures that a query which names none stands for there. */
  opening?: readonly MeasureId[] | undefined;
  /** Whether its measures are named: then they stay in its address, also where they are those of `opening`. */
  named?: boolean | undefined;
}

/**
 * What is asked, in the one vocabulary of every URL: the page, the embed, the image and the data all read it.
 * Empty `place` means everywhere, empty `phase` every phase, a null `from` or `to` no bound. A place takes in what
 * lies in it. A null `evidence` is any. Keys that only some surfaces use (chart, axis, theme, title) are null when not asked for.
 */
export interface ChartQuery extends Opening {
  measure: readonly MeasureId[];
  place: readonly string[];
  from: Day | null;
  to: Day | null;
  phase: readonly PhaseFilter[];
  basis: Basis;
  evidence: EvidenceFilter | null;
  /** `topic:labour`: one of the asked values of each attribute that is named. Empty for any. */
  attribute: readonly string[];
  by: readonly Grouping[];
  every: Step;
  chart: string | null;
  /** Null leaves it to the chart. */
  axis: AxisChoice | null;
  /** Of the places that a chart has no room for at once, the largest first: 1 is the first page. */
  page: number;
  lang: Language | null;
  theme: Theme | null;
  title: string | null;
  snapshot: string | null;
}

export type ChartKey = Exclude<keyof ChartQuery, keyof Opening>;

/** What the rows of a query are of, besides of periods; null where they are of nothing else. */
export function rowGrouping({ by = [] }: Partial<Pick<ChartQuery, 'by'>>): RowGrouping | null {
  return by.find((it) => it !== 'period') ?? null;
}

/** Whether the rows of a query have places: those that sources name, or their regions. */
export function isByPlace(query: Partial<Pick<ChartQuery, 'by'>>): boolean {
  const grouping = rowGrouping(query);
  return grouping === 'place' || grouping === 'region';
}

/** A query without what changes no number: how it is drawn. */
export function withoutLook(query: ChartQuery): ChartQuery {
  return { ...query, chart: null, axis: null, page: 1, theme: null, title: null };
}

/** What makes of a query one that names no measure. */
export function unnamed({ opening = defaultMeasures }: Opening): Pick<ChartQuery, 'measure' | 'named'> {
  return { measure: opening, named: undefined };
}

/** Whether a query names no measure; to name the usual ones where there are records of all of them is the same. */
export function namesNoMeasure(query: Pick<ChartQuery, 'measure' | 'opening' | 'named'>): boolean {
  return query.named !== true && query.measure.join() === unnamed(query).measure.join();
}

/** What is wrong with one part of a query: which key, what it said, and how to mend it. */
export interface QueryIssue {
  key: string;
  code:
    | 'unknown_key'
    | 'duplicate_key'
    | 'unknown_value'
    | 'unreadable'
    | 'inverted'
    | 'too_long'
    | 'too_many'
    | 'conflict';
  stated: string;
  message: string;
  hint: string;
}
