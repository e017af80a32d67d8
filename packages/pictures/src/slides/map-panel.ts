import { type ChartContext, type Drawing, draw, needsOf, SMALLEST_LETTERS } from '@article21/charts';
import type { Counts, MeasureId } from '@article21/model';
import type { Renderer, SlidePicture } from '@article21/render';

/** A map as it is drawn: no office program has one that could be edited. */
export interface MapPanel extends Pick<Drawing, 'option' | 'description' | 'foot'> {
  kind: 'map';
  measure: MeasureId;
  title: string;
  /** Pixels on which it is laid out. */
  width: number;
  height: number;
}

/** The room that a slide has for it, in points. */
const ROOM = { width: 888, height: 300 } as const;
/** How much larger than it is laid out a chart has letters of 14 points. */
const READABLE = 14 / SMALLEST_LETTERS;
const WIDTHS = [888, 760, 690, 640, 540, 460, 400, 340] as const;
/** A map that is as high as it likes, and one that is as low as it can be: it draws as many places. */
const HEIGHTS = [{}, { most: Number.POSITIVE_INFINITY, padding: 4 }] as const;
/** Pixels of the image for one of the layout: sharp on a wall. */
const SCALE = 3;

/**
 * A map for each measure of counts, laid out as wide as its letters can still be read on a slide; null where a chart is no
 * map, empty where there is nothing to show. `context` says nothing above or below it: the slide does.
 */
export function mapPanels(
  chart: string,
  counts: Counts,
  context: Omit<ChartContext, 'width'>,
): MapPanel[] | null {
  if (!needsOf(chart).land) return null;
  return context.query.measure.flatMap((measure) => {
    const query = { ...context.query, measure: [measure] };
    const rows = counts.rows.filter((row) => row.measure === measure);
    const panel = mapOf(chart, { ...counts, rows }, { ...context, query });
    return panel ? [{ ...panel, measure }] : [];
  });
}

type Drawn = Omit<MapPanel, 'measure'>;

function mapOf(chart: string, counts: Counts, context: Omit<ChartContext, 'width'>): Drawn | null {
  let best: (Drawn & { share: number }) | null = null;
  for (const [width, how] of WIDTHS.flatMap((width) => HEIGHTS.map((it) => [width, it] as const))) {
    const drawn = draw(chart, counts, { ...context, ...how, width, footless: true });
    const { option, description, foot, height, marks } = drawn;
    if (marks.length === 0) return null;
    const share = Math.min(ROOM.width / width, ROOM.height / height);
    if (!best || share > best.share) {
      const { words, query } = context;
      const title = words.list(query.measure.map((id) => words.measure(id).panel));
      best = { kind: 'map', title, option, description, foot, width, height, share };
    }
    if (best.share >= READABLE) break;
  }
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
