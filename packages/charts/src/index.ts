export type { Chart, ChartContext, Drawing, Mark } from './chart.ts';
export { chartIds, draw } from './draw.ts';
export type { Outline } from './map/outline.ts';
export { textWidth } from './text/width.ts';
export { chartThemes, type Theme as ChartTheme } from './theme.ts';
