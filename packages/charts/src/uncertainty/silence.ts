import type { Silence } from '../coverage.ts';
import type { Box } from '../panel.ts';
import { type Shape, textShape } from '../shape.ts';
import type { Theme } from '../theme.ts';

const SIZE = 12;
const NARROWEST = 9;

/** Neighbouring cells without a record, drawn as one where they say the same: zero, not monitored, or nothing. */
export function silence(kind: Silence, cells: readonly Box[], theme: Theme): Shape[] {
  const [first] = cells;
  const last = cells.at(-1);
  if (!first || !last || kind === 'blank') return [];
  const run = { ...first, width: last.left + last.width - first.left };
  if (kind === 'unmonitored') return [unmonitored(run, theme)];
  // Cells too narrow for a zero of their own share one.
  return first.width >= NARROWEST
    ? cells.map((box) => zero(box, theme))
    : [frame(run, theme), zero(run, theme)];
}

function zero({ left, top, width, height }: Box, theme: Theme): Shape {
  const style = { align: 'center' as const, fontSize: SIZE, fill: theme.muted };
  return textShape('0', { x: left + width / 2, y: top + height / 2 }, theme, style);
}

function frame({ left, top, width, height }: Box, theme: Theme): Shape {
  return {
    type: 'rect',
    shape: { x: left, y: top, width, height },
    style: { fill: theme.ground, stroke: theme.rule, lineWidth: 1 },
    silent: true,
  };
}

function unmonitored({ left, top, width, height }: Box, theme: Theme): Shape {
  const decal = {
    symbol: 'rect',
    color: theme.muted,
    // The other way than what is uncertain, thinner and grey.
    rotation: Math.PI / 4,
    dashArrayX: [1, 0] as [number, number],
    dashArrayY: [0.75, 5.25] as [number, number],
  };
  return {
    type: 'rect',
    shape: { x: left, y: top, width, height },
    style: { fill: theme.ground, decal },
    silent: true,
  };
}
