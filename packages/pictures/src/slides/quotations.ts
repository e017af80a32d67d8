import { type LoadedSnapshot, routes } from '@article21/answers';
import { paths, type RecordsAnswer, type RecordsRead } from '@article21/contract/client';
import type { Words } from '@article21/messages';
import { evidenceText, wordsStated } from '@article21/messages/dataset';
import {
  type Amount,
  type Counts,
  isWithheld,
  localText,
  printMoney,
  type RestrictionRecord,
  readRecord,
} from '@article21/model';
import type { PictureQuery } from '../picture/read.ts';

/** Records of which the speaker has the words, over all measures of a view; how many more there are is said. */
const MOST = 40;
const LEAST = 6;

/**
 * The records behind a view, a paragraph each: what, where, when and how many as stated, and the words that say so. Words
 * of internal sources are withheld, as everywhere.
 */
export async function quotationsOf(
  query: PictureQuery,
  { totals }: Pick<Counts, 'totals'>,
  { served, words, permalink }: { served: LoadedSnapshot; words: Words; permalink: string },
): Promise<string[]> {
  const most = Math.max(LEAST, Math.floor(MOST / query.measure.length));
  const said: string[] = [];
  for (const measure of query.measure) {
    const all = totals.find((total) => total.measure === measure)?.records ?? 0;
    if (all === 0) continue;
    const { records } = await recordsOf({ ...query, measure: [measure], limit: most }, served, words);
    const more = words.plural(words.ui.present.moreRecords, all - records.length);
    said.push(
      words.measure[measure].panel,
      ...records.map((record) => paragraphOf(record, served, words)),
      ...(all > records.length ? [`${more} ${permalink}`] : []),
    );
  }
  return said;
}

/** As the API answers them, so that what it withholds is withheld here. */
async function recordsOf(
  { measure, place, from, to, phase, basis, evidence, limit }: PictureQuery & { limit: number },
  served: LoadedSnapshot,
  words: Words,
): Promise<RecordsRead> {
  const address = new URL(
    paths.records({ measure, place, from, to, phase, basis, evidence, limit }),
    'http://records.invalid',
  );
  const route = routes.find(({ endpoint }) => endpoint.path === address.pathname);
  if (!route) throw new Error(`no route of ${address.pathname}`);
  const request = { params: {}, search: address.searchParams, served, words: () => words };
  const { records, ...page } = (await (await route.read(request)).answer()) as RecordsAnswer;
  return { ...page, records: records.map(readRecord) };
}

function paragraphOf(record: RestrictionRecord, { tree, snapshot }: LoadedSnapshot, words: Words): string {
  const { evidence } = words.ui;
  const kind = words.kind[record.kind];
  const stated = wordsStated(record);
  const facts = [
    kind.charAt(0).toLocaleUpperCase() + kind.slice(1),
    words.rowName(record.place, tree),
    `${evidence.dateStated}: ${record.date === null ? evidence.dateNotStated : words.statedDate(record.date)}`,
    `${evidence.quantityStated}: ${stated.length > 0 ? stated.join('; ') : evidence.quantityNotStated}`,
    ...(record.amount ? convertedOf(record.amount, words) : []),
  ];
  const quotes = record.evidence.map((it) => {
    if (isWithheld(it)) return evidence.withheld;
    const { source } = it;
    const stating = snapshot.catalogue.sources.find(({ id }) => id === source);
    const own = snapshot.catalogue.meta.language;
    const publisher = stating ? localText(stating, 'publisher', words.language, own).text : source;
    return `${evidenceText(it, words)} (${publisher})`;
  });
  return `${facts.join(' · ')}. ${quotes.join(' ')}`;
}

/** An amount as stated, and what it is in euros; nothing where it was not converted. */
function convertedOf(amount: Amount, words: Words): string[] {
  const exchanged = words.exchanged(amount);
  return exchanged === null
    ? []
    : [`${printMoney({ estimate: amount, currency: amount.currency })}: ${exchanged}`];
}
