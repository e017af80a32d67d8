import { needsOf, suits } from '@article21/charts';
import type { CountsRead } from '@article21/contract/client';
import type { PlaceTree } from '@article21/model';
import { chartOf } from '@article21/pages/address';
import { type ComponentType, useEffect, useState } from 'react';
import { usePage } from '../frame/page-context.tsx';
import { useHydrated } from '../frame/use-hydrated.ts';
import { address, useAddress } from '../url/location.ts';
import { useOutlines } from './use-outlines.ts';

type Part = ComponentType<{ counts: CountsRead; places: PlaceTree }>;

let come: Part | null = null;
// Asked for at once and not when first drawn, so that the library travels beside the program and not behind it.
const coming: Promise<Part> = import('./chart.tsx').then(
  (it) => it.Chart,
  (error: unknown) => () => {
    throw error;
  },
);
void coming.then((part) => {
  come = part;
});

/** What draws charts, null until its library has come; where that failed to come, it throws why. */
export function useChartPart(): Part | null {
  const [part, setPart] = useState<Part | null>(() => come);
  useEffect(() => {
    if (!part) void coming.then((it) => setPart(() => it));
  }, [part]);
  return part;
}

/** Whether the picture that the server wrote is that of the present address. */
export function useServedPicture(): boolean {
  const isHydrated = useHydrated();
  const [written] = useState(isHydrated ? null : address());
  return useAddress() === written;
}

interface ChartPlaceProps {
  counts: CountsRead;
  places: PlaceTree;
  Part: Part | null;
}

/** The chart; the picture that the server wrote stands there until all that the chart needs has come. */
export function ChartPlace({ counts, places, Part }: ChartPlaceProps) {
  const { view, isLive } = usePage();
  const isServed = useServedPicture();
  const chart = chartOf(view.query);
  const outlines = useOutlines(needsOf(chart).land === true, view.query.snapshot);
  const isDrawable = outlines !== null && suits(chart, counts.query);
  if (isLive && Part && (isDrawable || !isServed)) return <Part counts={counts} places={places} />;
  return <figure suppressHydrationWarning dangerouslySetInnerHTML={kept} />;
}

/** What stands in an element that is hydrated stays there, whatever is said here. */
const kept = { __html: '' };
