import { type ChartContext, charted, type Outline } from '@article21/charts';
import { type CountsAnswer, createClient, type SnapshotAnswer } from '@article21/contract/client';
import { type ChartQuery, createPlaceTree, type PlaceTree, parseQuery } from '@article21/model';

export const client = createClient((url, init) => fetch(url, init));

/** What a live chart is drawn from. */
export interface Numbers {
  /** As the chart needs it; it names its snapshot. */
  query: ChartQuery & { chart: string };
  counts: CountsAnswer;
  places: PlaceTree;
  beside: Pick<ChartContext, 'coverage' | 'annotations' | 'outline'>;
  sources: SnapshotAnswer['sources'];
}

/** Fetches all that the chart of a query needs. Throws what the network throws, and an `ApiProblem`. */
export async function fetchNumbers(text: string, signal: AbortSignal): Promise<Numbers> {
  const asked = charted(parseQuery(new URLSearchParams(text)).query);
  const { snapshot } = asked;
  const options = { signal };
  const [counts, { places }, { coverage }, { annotations }, { sources }] = await Promise.all([
    client.counts({ ...asked, chart: null, theme: null, title: null }, options),
    client.places({ snapshot }, options),
    client.coverage({ snapshot }, options),
    client.annotations({ snapshot }, options),
    client.snapshot({ snapshot }, options),
  ]);
  const tree = createPlaceTree(places);
  const outline = asked.chart === 'map' ? await outlineOf(tree) : undefined;
  return { query: asked, counts, places: tree, beside: { coverage, annotations, outline }, sources };
}

/** The outline behind a map's points, of the one country whose outline is shipped. */
async function outlineOf({ places }: PlaceTree): Promise<Outline | undefined> {
  const isKazakh = places.every(({ country }) => country === 'KZ');
  return isKazakh ? (await import('@article21/charts/outlines/kz')).kz : undefined;
}
