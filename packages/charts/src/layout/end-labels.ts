import { addSign, type SeriesLook } from '../marks/series-look.ts';
import { type Box, createOutline, outlined, type Shape, textShape } from '../marks/shape.ts';
import type { Plot } from '../plot.ts';
import { textWidth } from '../text/measure.ts';
import { wrap } from '../text/wrap.ts';

const NAME = { size: 13 };
const LINE = 15;
const MOST_LINES = 2;
/** Between two names, above each other. */
const AIR = 3;
/** From the plot to the sign of a name, where a line leads to it, and from the sign to its words. */
const LEAD = 18;
const SIGN = 9;
/** How much of a picture the names take at most. */
const WIDEST = { wide: 0.24, narrow: 0.34 };
/** From so many pixels on a picture is wide. */
const WIDE = 500;

/** A name that stands right of a plot: of which look, and at which height its line ends; null where no line is drawn. */
interface EndLabel {
  name: string;
  look: SeriesLook;
  y: number | null;
}

/** The pixels that names take right of a plot, with what leads to them. */
export function endLabelsWidth(names: readonly string[], plot: Plot): number {
  const widest = plot.width * (plot.width < WIDE ? WIDEST.narrow : WIDEST.wide) - LEAD - SIGN;
  const lines = names.flatMap((name) => wrap(name, widest, NAME, MOST_LINES));
  return Math.ceil(LEAD + SIGN + Math.max(0, ...lines.map((line) => textWidth(line, NAME))) + 1);
}

/** The pixels that so many names need above each other at most. */
export function endLabelsHeight(count: number): number {
  return count * (MOST_LINES * LINE + AIR);
}

/** Names right of a plot, each as near to the end of its line as the others allow, with its sign and a line to it. */
export function endLabels(labels: readonly EndLabel[], box: Box, plot: Plot): Shape[] {
  const left = box.left + box.width;
  const width = plot.left + plot.width - left - LEAD - SIGN;
  const bottom = box.top + box.height;
  const blocks = labels
    .map((label) => ({ ...label, lines: wrap(label.name, width, NAME, MOST_LINES) }))
    .sort((a, b) => (a.y ?? bottom) - (b.y ?? bottom));
  const middles = spread(
    blocks.map(({ y, lines }) => ({ at: y ?? bottom, height: lines.length * LINE + AIR })),
    box,
  );
  return blocks.flatMap(({ y, look, lines }, i) => {
    const middle = middles[i] ?? bottom;
    const sign = createOutline();
    addSign(sign, look.sign, left + LEAD - 5, middle);
    const lead = createOutline();
    if (y !== null)
      lead.line([
        [left + 2, y],
        [left + LEAD - 11, middle],
      ]);
    const top = middle - ((lines.length - 1) * LINE) / 2;
    return [
      ...outlined(lead, { stroke: look.colour, lineWidth: 1, fill: 'none' }),
      ...outlined(sign, { fill: look.colour }),
      ...lines.map((line, n) =>
        textShape(line, { x: left + LEAD + SIGN - 5, y: top + n * LINE }, plot.theme, {
          fontSize: NAME.size,
        }),
      ),
    ];
  });
}

/** The middles of blocks in the order of where they are wanted, none over another, all beside the box if they fit. */
function spread(blocks: readonly { at: number; height: number }[], { top, height }: Box): number[] {
  const tops: number[] = [];
  let free = top - LINE / 2;
  for (const block of blocks) {
    const own = Math.max(free, block.at - block.height / 2);
    tops.push(own);
    free = own + block.height;
  }
  let limit = top + height + LINE / 2;
  for (let i = blocks.length - 1; i >= 0; i--) {
    const own = Math.min(tops[i] ?? 0, limit - (blocks[i]?.height ?? 0));
    tops[i] = own;
    limit = own;
  }
  return tops.map((own, i) => own + (blocks[i]?.height ?? 0) / 2);
}
