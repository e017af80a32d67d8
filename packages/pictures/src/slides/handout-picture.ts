import type { Letters } from '@article21/charts';
import type { Words } from '@article21/messages';
import type { DocumentPage } from '@article21/render';
import { type LaidOut, layOutIn, SMALLEST_SHARE } from '../picture/draw.ts';
import type { DeckView } from './deck.ts';

/** Of a page, the room for a chart: pixels from its upper left corner. */
export interface ChartRoom {
  x: number;
  y: number;
  width: number;
  /** All of it, and what the texts below leave. */
  most: number;
  wanted: number;
}

/** A chart where it stands on its page. */
export interface PlacedChart {
  part: Extract<DocumentPage['parts'][number], { kind: 'picture' }>;
  /** How large its letters are, of the size in which they are laid out. */
  share: number;
  /** Whether all that was asked is in it. */
  isWhole: boolean;
}

/** What charts are said with. */
interface PictureContext {
  words: Words;
  baseUrl: string;
}

/** Pixels of a page of 1,123, held in a hand: twelve are nine points. */
const ON_PAPER: Letters = { well: 12, just: 12, largest: 20 };

/**
 * The charts of a view, on a page each: one beside its texts where all of it can be read there, or on all of the page, else one for
 * each of its measures. Some are as high as they are whatever room there is: they are shown smaller as a whole. Printed pages of
 * a presentation follow the same rule.
 */
export async function chartsOf(
  view: DeckView,
  room: ChartRoom,
  pictureContext: PictureContext,
): Promise<PlacedChart[]> {
  const { query } = view;
  const isReadable = ({ share, isWhole }: PlacedChart) => isWhole && share >= SMALLEST_SHARE;
  const one = await chartOf(view, room, pictureContext);
  if (isReadable(one) || query.measure.length < 2) return [one];
  const onAll = await chartOf(view, { ...room, wanted: room.most }, pictureContext);
  if (isReadable(onAll)) return [onAll];
  const charts: PlacedChart[] = [];
  for (const measure of query.measure) {
    const alone = { ...query, measure: [measure], asked: { ...query.requested, measure: [measure] } };
    charts.push(await chartOf({ ...view, query: alone }, { ...room, wanted: room.most }, pictureContext));
  }
  return charts;
}

async function chartOf(
  { query, loaded }: DeckView,
  room: ChartRoom,
  pictureContext: PictureContext,
): Promise<PlacedChart> {
  const draw = (width: number, height: number | null) =>
    layOutIn(
      { query: { ...query, theme: 'light', width, height }, loaded, ...pictureContext },
      true,
      ON_PAPER,
    );
  let best: PlacedChart | null = null;
  const better = (drawn: LaidOut | null): PlacedChart | null => {
    const own = drawn && placed(drawn, room);
    if (own && (!best || own.share > best.share)) best = own;
    return best;
  };
  for (const height of room.wanted < room.most ? [room.wanted, room.most] : [room.most]) {
    const found = better(await draw(room.width, height));
    if (found && found.share >= SMALLEST_SHARE) return found;
  }
  for (const width of [room.width * 0.7, room.width, room.width * 1.4])
    better(await draw(Math.round(width), null));
  if (!best) throw new Error(`a chart without a height of its own: ${query.chart}`);
  return best;
}

function placed({ option, frame }: LaidOut, { x, y, width, most }: ChartRoom): PlacedChart {
  const { shown } = frame;
  const smaller = Math.min(1, width / shown.width, most / shown.height);
  const box = { x, y, width: shown.width * smaller, height: shown.height * smaller };
  return {
    part: { kind: 'picture', option, frame, box },
    share: box.width / frame.width,
    isWhole: frame.isWhole,
  };
}
