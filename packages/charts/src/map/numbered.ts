import { estimateOf, type Row } from '../data/rows.ts';
import { target } from '../layout/panel.ts';
import { valueLabel } from '../marks/label.ts';
import { type Shape, textShape } from '../marks/shape.ts';
import type { Plot } from '../plot.ts';
import { SMALLEST, textWidth } from '../text/measure.ts';
import { wrap } from '../text/wrap.ts';
import { inkOn } from '../theme.ts';
import { type LabelPlace, placeNumbers, type Spot } from './labels.ts';

const NUMBER = { size: SMALLEST, bold: true };
/** Two digits fit into a circle of this radius. */
const ROOM = 10;

/** A circle whose places are listed, how much of it is solid, and its number. */
interface Numbered {
  spot: Spot;
  solid: number;
  number: number;
}

/**
 * The numbers of circles whose places are listed: in the circle, else beside it where that is free. `labels` are
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

const LIST = { size: 13, line: 24 };
const BETWEEN = 20;

/** A list of places under a map. */
interface NumberedList {
  /** What stands for no mark. */
  shapes: Shape[];
  /** The places that share a circle, each of which is a mark. */
  items: ReadonlyMap<Row, Shape[]>;
  height: number;
}

/** Under a map, in columns that are read down: the numbers of its circles, their places, and what is counted there. */
export function numberedList(circles: readonly (readonly Row[])[], top: number, plot: Plot): NumberedList {
  const { theme, words, left, width } = plot;
  const entries = circles.flatMap((rows, i) =>
    rows.map((row) => {
      const { signs, reports } = valueLabel(estimateOf(row.estimate), words);
      const value = [signs, reports].filter(Boolean).join(' ');
      const number = `${words.number(i + 1)}  `;
      const room = width - textWidth(`${number}  ${value}`, LIST);
      return {
        row,
        isMark: rows.length > 1,
        text: `${number}${wrap(row.name, room, LIST, 1)[0] ?? ''}  ${value}`,
      };
    }),
  );
  const widest = Math.max(0, ...entries.map(({ text }) => textWidth(text, LIST)));
  const columns = Math.max(1, Math.floor((width + BETWEEN) / (widest + BETWEEN)));
  const lines = Math.ceil(entries.length / columns);
  const pitch = (width + BETWEEN) / columns;
  const shapes: Shape[] = [];
  const items = new Map<Row, Shape[]>();
  entries.forEach(({ row, isMark, text }, i) => {
    const [x, y] = [left + Math.floor(i / lines) * pitch, top + ((i % lines) + 0.5) * LIST.line];
    const box = { left: x - 4, top: y - LIST.line / 2, width: textWidth(text, LIST) + 8, height: LIST.line };
    const words = textShape(text, { x, y }, theme, { fontSize: LIST.size });
    if (isMark) items.set(row, [target(box, theme), words]);
    else shapes.push(words);
  });
  return { shapes, items, height: lines * LIST.line };
}
