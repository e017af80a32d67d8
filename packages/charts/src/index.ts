export type { Drawing, Mark } from './chart.ts';
export type { Chart, Needs } from './charts/chart.ts';
export { chartIds, draw } from './charts/index.ts';
export { type BigNumber, bigNumbersOf } from './data/big-numbers.ts';
export { drawnOrder } from './data/drawn-order.ts';
export { placeRangeText } from './data/place-pages.ts';
export { saysMoreByRegion } from './larger-parts.ts';
export { type Fitted, fit, type Less, type Letters, lessOf } from './layout/fit.ts';
export { drawNotation, type Written, writtenQuantities } from './notation.ts';
export { officeCharts } from './office/office-charts.ts';
export type { OfficeCharts, OfficePanel } from './office/panel.ts';
export { placePages } from './place-pages.ts';
export type { ChartContext } from './plot.ts';
export {
  better,
  choosing,
  needsOf,
  queryFor,
  resolveQuery,
  suggest,
  suits,
  type Unsuited,
  unsuited,
} from './resolve-query.ts';
export { type Font, SMALLEST as SMALLEST_LETTERS, textWidth } from './text/measure.ts';
export { wrap } from './text/wrap.ts';
export { chartThemes, type Theme as ChartTheme } from './theme.ts';
