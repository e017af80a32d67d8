import type { Words } from '@article21/messages';
import type {
  Annotation,
  ChartQuery,
  Count,
  Coverage,
  MeasureId,
  Outline,
  PlaceTree,
} from '@article21/model';
import { type PictureTheme, type Theme, themeOf } from './theme.ts';

/** What a chart needs to know beside its counts. */
export interface ChartContext {
  words: Words;
  /** All of them are needed only to know what "everywhere" takes in, where there is coverage. */
  places: Pick<PlaceTree, 'get' | 'regionOf' | 'countries'> & Partial<Pick<PlaceTree, 'places'>>;
  /** What was asked: a panel for each measure, the axis of time, and where, for what coverage says of it. */
  query: Pick<ChartQuery, 'measure' | 'every' | 'from' | 'to'> &
    Partial<Pick<ChartQuery, 'place' | 'by' | 'axis' | 'page'>>;
  /** Where and when somebody watched. Without it, no chart draws a zero that no source states. */
  coverage?: readonly Coverage[] | undefined;
  /** Dated annotations for charts over time. */
  annotations?: readonly Annotation[] | undefined;
  /** The land of the dataset's countries for a map; loaded by the caller, because most charts need none. */
  outlines?: readonly Outline[] | undefined;
  /** In pixels; the height follows from it. */
  width: number;
  /** Whether the room is given, as on a card or a slide: of long lists the largest are drawn, and the others counted. */
  compact?: boolean | undefined;
  /** How many places of a list are drawn at most, where the room of a card is less than its chart would take. */
  most?: number | undefined;
  /** So many pixels each of its plots is higher than where there is little room. */
  stretch?: number | undefined;
  /** The last pixel that is of use: of a picture that is higher nobody sees anything, and it may be drawn in part. */
  highest?: number | undefined;
  /** Whether whoever shows the picture says what its one plot counts, so that it does not. */
  headless?: boolean | undefined;
  /** Whether whoever shows the picture says its `foot`, so that it does not. */
  footless?: boolean | undefined;
  /** Measures that are asked for and have no room, which the picture says. */
  undrawn?: readonly MeasureId[] | undefined;
  /** Whether dated annotations have no room, which the picture says. */
  unannotated?: boolean | undefined;
  theme: PictureTheme;
  /** Written over the chart. */
  title?: string | undefined;
  /** Whether a reader gave the title, which the picture then says: it may claim anything. */
  addedTitle?: boolean | undefined;
  /** Sentences under the title, where nothing beside the picture says them. */
  sentences?: readonly string[] | undefined;
  /** Generated data, which the picture itself must name as such. */
  synthetic: boolean;
  /** Whether what the picture stands in says so above it: then the words across it are enough. */
  syntheticStated?: boolean | undefined;
  /** Who says so: `KIBHR, IPHR, NHC · snapshot 2012-09-25-3f9c…`. */
  source?: string | undefined;
  /** Under the source, each on lines of its own and never shortened: the way back to the data. */
  below?: readonly string[] | undefined;
  /** Empty space around the chart in pixels; 16 unless given. */
  padding?: number | undefined;
}

/** Some of the places of a measure, which are in an order: the first and the last of them, counted from 1, and how many there are. */
export interface PlaceRange {
  first: number;
  last: number;
  all: number;
}

/** The places of a chart that has no room for all of them at once. */
export interface PlacePages {
  /** The one that is drawn, from 1. */
  page: number;
  /** How many there are: one where others are to be chosen, as for a comparison. */
  pages: number;
  /** Places of a measure on each of them. */
  size: number;
  /** What is drawn of each measure that has places left on this page. */
  ranges: ReadonlyMap<MeasureId, PlaceRange>;
  /** That of the measure with the most places. */
  longest: PlaceRange;
}

/** What every part of one picture needs: the words, the colours, and how much room there is. */
export interface Plot extends Omit<ChartContext, 'theme' | 'width' | 'padding'> {
  theme: Theme;
  /** The empty space around the picture in pixels, and so the left edge of everything in it. */
  left: number;
  /** The pixels between the empty spaces. */
  width: number;
  /** The pixels from edge to edge. */
  pictureWidth: number;
  /** The counts that its axes of time are of, where it draws only some of them. */
  axisOf?: readonly Count[];
  /** Where it draws a later page of its places: which. */
  placePages?: PlacePages;
  /** The measures that have no places left on that page. */
  exhausted?: readonly MeasureId[];
}

/** How many places of a list are drawn: `usual` unless the picture has less room. */
export function mostOf(usual: number, { most = usual }: Pick<Plot, 'most'>): number {
  return Math.min(usual, most);
}

const PADDING = 16;
/** A picture is laid out for at least so many pixels, so that text has room to wrap. */
const NARROWEST = 200;

/** Whether a picture has less room than its chart would take: plots are lower, and have no words of annotations over them. */
export function isTight({ most }: Pick<Plot, 'most'>): boolean {
  return most !== undefined;
}

/** Whether a picture that reaches down to there is of no use. */
export function isTooHigh(
  bottom: number,
  { highest = Number.POSITIVE_INFINITY }: Pick<Plot, 'highest'>,
): boolean {
  return bottom > highest;
}

/** The height of a plot: `usual` unless the picture has less room, then as little as `least`, or what there is more. */
export function heightIn(plot: Pick<Plot, 'most' | 'stretch'>, usual: number, least = 60): number {
  return isTight(plot) ? Math.min(usual, least + (plot.stretch ?? 0)) : usual;
}

/** The plot of a picture in its context. */
export function plotOf({ theme, width, padding = PADDING, ...context }: ChartContext): Plot {
  return {
    ...context,
    theme: themeOf(theme),
    left: padding,
    width: Math.max(NARROWEST, width - 2 * padding),
    pictureWidth: width,
  };
}
