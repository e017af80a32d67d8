import { needsOf, resolveQuery } from '@article21/charts';
import { askCounts, type CountsRead, createClient, type SnapshotAnswer } from '@article21/contract/client';
import {
  type ChartQuery,
  createPlaceTree,
  createVocabulary,
  type Outline,
  type PlaceTree,
  parseQuery,
  type Vocabulary,
  withoutLook,
} from '@article21/model';
import type { ContextTables } from '../../chart/use-context-tables.ts';
import { sitePath } from './site-path.ts';

export const client = createClient((url, init) => fetch(url, init), sitePath);

/** What a live chart is drawn from. */
export interface Numbers {
  /** As the chart needs it; it names its snapshot. */
  query: ChartQuery & { chart: string };
  counts: CountsRead;
  places: PlaceTree;
  /** Its kinds and measures. */
  vocabulary: Vocabulary;
  contextTables: ContextTables & { outlines: readonly Outline[] };
  sources: SnapshotAnswer['sources'];
}

/** What the page says of its chart: its query, and the measures of which the dataset has records. */
interface NumbersQuery {
  query?: string;
  measures?: string;
}

/** Fetches all that the chart of a query needs. Throws what the network throws, and an `ApiProblem`. */
export async function fetchNumbers(
  { query = '', measures = '' }: NumbersQuery,
  signal: AbortSignal,
): Promise<Numbers> {
  const known = { measures: measures.split(',') };
  const resolved = resolveQuery(parseQuery(new URLSearchParams(query), known).query);
  const { snapshot } = resolved;
  const options = { signal };
  const [counts, { places }, { coverage }, { annotations }, about, { outlines }] = await Promise.all([
    askCounts(client, withoutLook(resolved), options),
    client.places({ snapshot }, options),
    client.coverage({ snapshot }, options),
    client.annotations({ snapshot }, options),
    client.snapshot({ snapshot }, options),
    needsOf(resolved.chart).land ? client.outlines({ snapshot }, options) : { outlines: [] },
  ]);
  const tree = createPlaceTree(places);
  return {
    query: resolved,
    counts,
    places: tree,
    contextTables: { coverage, annotations, outlines },
    vocabulary: createVocabulary(about.declared),
    sources: about.sources,
  };
}
