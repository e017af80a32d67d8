import { type LoadedSnapshot, routes } from '@article21/answers';
import { paths, type RecordsAnswer, type RecordsRead } from '@article21/contract/client';
import type { Words } from '@article21/messages';
import { type QuotedMeasure, recordParagraph } from '@article21/messages/dataset';
import { type Counts, readRecord } from '@article21/model';
import type { PictureQuery } from '../picture/read.ts';

/** Records of which the speaker has the words, over all measures of a view; how many more there are is said. */
const MOST = 40;
const LEAST = 6;

/** The records behind a view as paragraphs for the speaker, those of each measure under its name. */
export async function quotationsOf(
  query: PictureQuery,
  counts: Pick<Counts, 'totals'>,
  { loaded, words, permalink }: { loaded: LoadedSnapshot; words: Words; permalink: string },
): Promise<string[]> {
  const most = Math.max(LEAST, Math.floor(MOST / query.measure.length));
  const { sources, meta } = loaded.snapshot.catalogue;
  const subject = { tree: loaded.tree, sources, words, own: meta.language };
  const quoted = await quotedMeasures(query, counts, most, { loaded, words });
  return quoted.flatMap(({ measure, records, all }) => [
    words.measure(measure).panel,
    ...records.map((record) => recordParagraph(record, subject)),
    ...(all > records.length
      ? [`${words.plural(words.ui.present.moreRecords, all - records.length)} ${permalink}`]
      : []),
  ]);
}

/** At most so many records of each measure of a view that has any. */
export async function quotedMeasures(
  query: PictureQuery,
  { totals }: Pick<Counts, 'totals'>,
  most: number,
  { loaded, words }: { loaded: LoadedSnapshot; words: Words },
): Promise<QuotedMeasure[]> {
  const quoted: QuotedMeasure[] = [];
  for (const measure of query.measure) {
    const all = totals.find((total) => total.measure === measure)?.records ?? 0;
    if (all === 0) continue;
    const { records } = await recordsOf({ ...query, measure: [measure], limit: most }, loaded, words);
    quoted.push({ measure, records, all });
  }
  return quoted;
}

/** As the API answers them, so that what it withholds is withheld here. */
async function recordsOf(
  { measure, place, from, to, phase, basis, evidence, attribute, limit }: PictureQuery & { limit: number },
  loaded: LoadedSnapshot,
  words: Words,
): Promise<RecordsRead> {
  const address = new URL(
    paths.records({ measure, place, from, to, phase, basis, evidence, attribute, limit }),
    'http://records.invalid',
  );
  const route = routes.find(({ endpoint }) => endpoint.path === address.pathname);
  if (!route) throw new Error(`no route of ${address.pathname}`);
  const request = { params: {}, search: address.searchParams, loaded, words: () => words };
  const { records, ...page } = (await (await route.read(request)).answer()) as RecordsAnswer;
  return { ...page, records: records.map(readRecord) };
}
