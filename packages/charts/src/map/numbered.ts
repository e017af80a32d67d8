import { estimateOf, type Row } from '../data/rows.ts';
import { valueLabel } from '../marks/label.ts';
import { type Shape, type TextShape, textShape } from '../marks/shape.ts';
import type { Plot } from '../plot.ts';
import { textWidth } from '../text/measure.ts';
import { wrap } from '../text/wrap.ts';
import { inkOn } from '../theme.ts';
import { type LabelPlace, placeNumbers, type Spot } from './labels.ts';

const NUMBER = { size: 10, bold: true };
/** Two digits fit into a circle of this radius. */
const ROOM = 8;

/** A circle that has no room for its name, how much of it is solid, and its number. */
interface Numbered {
  spot: Spot;
  solid: number;
  number: number;
}

/**
 * The numbers of circles that have no room for their names: in the circle, else beside it where that is free. `labels` are
 * where the names of the others stand; a number for each circle of the list, in its order.
 */
export function numbersOf(
  circles: readonly Numbered[],
  {
    spots,
    labels,
    area,
  }: { spots: readonly Spot[]; labels: readonly LabelPlace[]; area: Parameters<typeof placeNumbers>[2] },
  colour: string,
  plot: Plot,
): Shape[][] {
  const { theme } = plot;
  const outside = circles.filter(({ solid }) => solid < ROOM).map(({ spot }) => spot);
  const width = Math.ceil(textWidth(plot.words.number(circles.length), NUMBER));
  const beside = placeNumbers(outside, { spots, labels }, area, width);
  return circles.map(({ spot, solid, number }) => {
    const text = plot.words.number(number);
    const style = { fontSize: NUMBER.size, fontWeight: 600 };
    if (solid >= ROOM) {
      const inside = { ...style, align: 'center' as const, fill: inkOn(colour, theme) };
      return [textShape(text, { x: spot.x, y: spot.y }, theme, inside)];
    }
    const at = beside[outside.indexOf(spot)];
    return at
      ? [textShape(text, { x: at.x, y: at.y }, theme, { ...style, stroke: theme.ground, lineWidth: 3 })]
      : [];
  });
}

const LIST = { size: 12, line: 18 };
const BETWEEN = 20;
/** Places that are listed under a map; of more it says how many they are. */
const MOST = 40;

/** Under a map, in columns that are read down: the numbers of its circles, their places, and what is counted there. */
export function numberedList(
  rows: readonly Row[],
  top: number,
  plot: Plot,
): { shapes: TextShape[]; height: number } {
  if (rows.length === 0) return { shapes: [], height: 0 };
  const { theme, words, left, width } = plot;
  const texts = rows.slice(0, MOST).map((row, i) => {
    const { signs, reports } = valueLabel(estimateOf(row.estimate), words);
    const value = [signs, reports].filter(Boolean).join(' ');
    const number = `${words.number(i + 1)}  `;
    const room = width - textWidth(`${number}  ${value}`, LIST);
    return `${number}${wrap(row.name, room, LIST, 1)[0] ?? ''}  ${value}`;
  });
  if (rows.length > MOST) texts.push(words.plural(words.drawing.others.place.together, rows.length - MOST));
  const widest = Math.max(...texts.map((text) => textWidth(text, LIST)));
  const columns = Math.max(1, Math.floor((width + BETWEEN) / (widest + BETWEEN)));
  const lines = Math.ceil(texts.length / columns);
  const pitch = (width + BETWEEN) / columns;
  const shapes = texts.map((text, i) =>
    textShape(
      text,
      { x: left + Math.floor(i / lines) * pitch, y: top + ((i % lines) + 0.5) * LIST.line },
      theme,
      { fontSize: LIST.size },
    ),
  );
  return { shapes, height: lines * LIST.line };
}
