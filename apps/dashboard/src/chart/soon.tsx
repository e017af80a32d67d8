import { type ComponentProps, lazy, useState } from 'react';
import type { Chart } from './chart.tsx';

/** Longer than this, in milliseconds, a reader does not look at nothing. */
const MOMENT = 500;

let come: typeof Chart | null = null;
// Asked for at once and not when first drawn, so that the library travels beside the numbers and not behind them.
const library = import('./chart.tsx').then((it) => {
  come = it.Chart;
  return { default: it.Chart };
});
// That it fails to come is told by the chart that needs it.
const settled = library.catch(() => undefined);
const Coming = lazy(() => library);

/** The chart, in a page that does not wait for its library; suspends until that has come. */
export function ChartSoon(props: ComponentProps<typeof Chart>) {
  // What has come needs no fallback: React would leave one standing for 300 ms. What is drawn stays the same part.
  const [Part] = useState(() => come ?? Coming);
  return <Part {...props} />;
}

/**
 * Waits until the chart's library has come, or a moment. What is painted first asks for fonts, which on a slow link
 * would take from the library's share and show the chart later.
 */
export async function chartSoon(): Promise<void> {
  const moment = new Promise<void>((resolve) => setTimeout(resolve, MOMENT));
  await Promise.race([settled, moment]);
}
