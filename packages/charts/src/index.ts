export type { Chart, ChartContext, Drawing, Mark, Needs } from './chart.ts';
export { better, charted, choosing, type Unsuited, unsuited } from './charted.ts';
export { chartIds, draw } from './draw.ts';
export { native } from './native/native.ts';
export type { Native, NativePanel } from './native/panel.ts';
export { drawNotation, type Written, writtenQuantities } from './notation.ts';
export { needsOf, queryFor, suggest, suits } from './suits.ts';
export { type Font, textWidth } from './text/width.ts';
export { chartThemes, type Theme as ChartTheme } from './theme.ts';
