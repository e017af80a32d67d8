import { type ChartContext, type Drawing, draw, needsOf, SMALLEST_LETTERS } from '@article21/charts';
import type { Counts, MeasureId } from '@article21/model';
import type { Renderer, SlidePicture, VectorRenderer } from '@article21/render';

/** A map as it is drawn: no office program has one that could be edited. */
export interface MapPanel extends Pick<Drawing, 'option' | 'description' | 'foot'> {
  kind: 'map';
  measure: MeasureId;
  title: string;
  /** Pixels on which it is laid out. */
  width: number;
  height: number;
}

/** Points of a slide. */
export type Room = ReturnType<VectorRenderer['slideRoom']>;
/** What a slide leaves to a map that has two lines of words over it and four below: its own are measured when they are known. */
export const USUAL_ROOM: Room = { width: 888, height: 300 };

/** How much larger than it is laid out a chart has letters of 14 points. */
const READABLE = 14 / SMALLEST_LETTERS;
const WIDTHS = [888, 760, 690, 640, 540, 460, 400, 340] as const;
/** A map is as high as it likes, or so many pixels higher or lower than where there is little room: it draws as many places. */
const TIGHT = { most: Number.POSITIVE_INFINITY, padding: 4 } as const;
const HEIGHTS = [{}, ...[160, 120, 80, 40, 0, -30, -60].map((stretch) => ({ ...TIGHT, stretch }))];
/** Pixels of the image for one of the layout: sharp on a wall. */
const SCALE = 3;

/** What maps on slides are drawn from. `context` says nothing above or below them: the slide does. */
export interface MapSubject {
  chart: string;
  counts: Counts;
  context: Omit<ChartContext, 'width'>;
}

/** The measures of which there is a map; null where a chart is none. */
export function measuresOnMaps({ chart, counts, context }: MapSubject): MeasureId[] | null {
  if (!needsOf(chart).land) return null;
  return context.query.measure.filter((measure) => counts.rows.some((row) => row.measure === measure));
}

/** The map of one measure, laid out as wide and as high as its letters can still be read in a room. */
export function mapPanel(measure: MeasureId, { chart, counts, context }: MapSubject, room: Room): MapPanel {
  const query = { ...context.query, measure: [measure] };
  const own = { ...counts, rows: counts.rows.filter((row) => row.measure === measure) };
  const title = context.words.measure(measure).panel;
  let best: (MapPanel & { share: number }) | null = null;
  for (const [width, how] of WIDTHS.flatMap((width) => HEIGHTS.map((it) => [width, it] as const))) {
    // The slide says over it what is counted, and that data are synthetic.
    const given = { ...context, ...how, query, width, headless: true, footless: true, syntheticStated: true };
    const { option, description, foot, height } = draw(chart, own, given);
    const share = Math.min(room.width / width, room.height / height);
    if (!best || share > best.share)
      best = { kind: 'map', measure, title, option, description, foot, width, height, share };
    if (best.share >= READABLE) break;
  }
  if (!best) throw new Error(`no width of a map of ${measure}`);
  return best;
}

/** The same as an image that a file of slides can hold. */
export async function pictured(
  { title, description, option, width, height }: MapPanel,
  language: string,
  renderer: Pick<Renderer, 'svg' | 'pngAsync'>,
): Promise<SlidePicture> {
  const svg = renderer.svg(option, { width, height, title, description, language });
  const png = await renderer.pngAsync(svg, { scale: SCALE });
  return { kind: 'picture', title, description, png, width, height };
}
