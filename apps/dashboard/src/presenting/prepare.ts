import { needsOf, resolveQuery } from '@article21/charts';
import type { CountsRead, ShownView, SnapshotAnswer } from '@article21/contract/client';
import {
  type ChartQuery,
  createPlaceTree,
  createVocabulary,
  type Language,
  type PlaceTree,
  type RestrictionRecord,
  type Vocabulary,
} from '@article21/model';
import { chartOf, type View } from '@article21/pages/address';
import type { QueryClient } from '@tanstack/react-query';
import { recordQueryOf } from '../evidence/record-query.ts';
import { knownTo } from '../frame/page-context.tsx';
import {
  allRecordsQuery,
  annotationsQuery,
  assembliesQuery,
  countsQuery,
  coverageQuery,
  keepAnswers,
  outlinesQuery,
  placesQuery,
  quotationsQuery,
  recordQuery,
  snapshotQuery,
  snapshotsQuery,
  sourceQuery,
} from '../queries.ts';
import { slideView } from './slides.ts';

/** A slide with all that it needs when there is no network any more. */
export interface ReadySlide {
  slide: ShownView;
  view: View;
  counts: CountsRead;
  places: PlaceTree;
  /** What its snapshot counts. */
  vocabulary: Vocabulary;
  records: readonly RestrictionRecord[];
  sources: SnapshotAnswer['sources'];
}

/** Fetches and keeps everything that slides show and lead to. Throws what the API answers when it refuses one. */
export async function prepare(
  client: QueryClient,
  { slides, page, lang, tell }: Wanted,
): Promise<ReadySlide[]> {
  keepAnswers(client);
  await Promise.all([loadPages(), loadFonts(), client.fetchQuery(snapshotsQuery())]);
  const ready: ReadySlide[] = [];
  for (const slide of slides) {
    ready.push(await prepareSlide(client, slide, page, lang));
    tell(ready.length);
  }
  return ready;
}

interface Wanted {
  slides: readonly ShownView[];
  page: ChartQuery;
  lang: Language;
  /** Told how many slides are ready, after each. */
  tell(done: number): void;
}

async function prepareSlide(
  client: QueryClient,
  slide: ShownView,
  page: ChartQuery,
  lang: Language,
): Promise<ReadySlide> {
  const { snapshot } = slideView(slide, page).query;
  const [places, about] = await Promise.all([
    client.fetchQuery(placesQuery(snapshot)),
    client.fetchQuery(snapshotQuery(snapshot)),
  ]);
  const view = slideView(slide, page, knownTo(places, about));
  const counted = resolveQuery(view.query);
  const everything = { measure: counted.measure, at: null, bucket: null, extra: null };
  const [counts, records] = await Promise.all([
    client.fetchQuery(countsQuery(counted, lang)),
    client.fetchQuery(quotationsQuery(recordQueryOf(counted, everything))),
    client.fetchQuery(allRecordsQuery(snapshot)),
    client.fetchQuery(coverageQuery(snapshot)),
    client.fetchQuery(annotationsQuery(snapshot)),
    client.fetchQuery(assembliesQuery(snapshot)),
    needsOf(chartOf(view.query)).land ? client.fetchQuery(outlinesQuery(snapshot)) : [],
  ]);
  await Promise.all(about.sources.map(({ id }) => client.fetchQuery(sourceQuery(id, snapshot))));
  for (const record of records) client.setQueryData(recordQuery(record.id, snapshot).queryKey, record);
  const vocabulary = createVocabulary(about.declared);
  return {
    slide,
    view,
    counts,
    places: createPlaceTree(places),
    vocabulary,
    records,
    sources: about.sources,
  };
}

/** Letters of every language: the names of the languages themselves need them. */
async function loadFonts(): Promise<void> {
  const families = ['Source Sans 3 Variable', 'Source Serif 4 Variable'];
  await Promise.all(families.map((family) => document.fonts.load(`1em "${family}"`, 'A Ж Қ ≈ –')));
}

/** The parts of the program that a slide leads to. */
async function loadPages(): Promise<void> {
  await Promise.all([
    import('../chart/chart.tsx'),
    import('../filters/fields.tsx'),
    import('../aria/sheet-dialog.tsx'),
    import('../pages/source-page.tsx'),
    import('../pages/record-page.tsx'),
    import('./presentation-page.tsx'),
  ]);
}
