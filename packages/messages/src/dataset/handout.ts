import {
  type Amount,
  isWithheld,
  localText,
  type MeasureId,
  type PlaceTree,
  printMoney,
  type RestrictionRecord,
  type Source,
} from '@article21/model';
import type { Words } from '../words.ts';
import { evidenceText } from './evidence.ts';
import { wordsStated } from './record.ts';

/** The first records behind a measure of a view, and how many there are. */
export interface QuotedMeasure {
  measure: MeasureId;
  records: readonly RestrictionRecord[];
  /** All of its records. */
  all: number;
}

/** What the texts below are made of. */
interface HandoutSubject {
  tree: PlaceTree;
  sources: readonly NamedSource[];
  words: Words;
  /** The language of the dataset. */
  own: string;
}

type NamedSource = Pick<Source, 'id' | 'title' | 'publisher'> & Partial<Source>;

/** What a page of a handout says below its chart: the same in the PDF and on what a browser prints. */
export interface HandoutTexts {
  quotations: readonly {
    /** What is counted; null where the chart counts nothing else. */
    heading: string | null;
    records: readonly string[];
    /** "And 3 more records:", after which their address stands; null where there are none. */
    more: string | null;
  }[];
  sources: readonly { id: string; text: string }[];
  /** "And 3 more sources:", after which an address stands; null where there are none. */
  moreSources: string | null;
}

/** Records of a view that are quoted on its page, over all of its measures; of each measure one at least. */
const MOST_RECORDS = 4;
const MOST_SOURCES = 4;

/** How many records of each measure a page of a handout quotes. */
export function quotedOfEach(measures: number): number {
  return Math.max(1, Math.floor(MOST_RECORDS / measures));
}

/** `cited` are the sources of what is counted. */
export function handoutTexts(
  measures: readonly QuotedMeasure[],
  cited: readonly NamedSource[],
  subject: HandoutSubject,
): HandoutTexts {
  const { words, own } = subject;
  const { moreRecords, moreSources } = words.ui.present;
  const counted = measures.filter(({ all }) => all > 0);
  const more = cited.length - MOST_SOURCES;
  return {
    quotations: counted.map(({ measure, records, all }) => ({
      heading: counted.length > 1 ? words.measure(measure).panel : null,
      // Of a single source the list below says who it is.
      records: records.map((record) => recordParagraph(record, subject, cited.length > 1)),
      more: all > records.length ? words.plural(moreRecords, all - records.length) : null,
    })),
    sources: cited.slice(0, MOST_SOURCES).map((source) => ({
      id: source.id,
      text: (['publisher', 'title'] as const)
        .map((key) => localText(source, key, words.language, own).text)
        .join(': '),
    })),
    moreSources: more > 0 ? words.plural(moreSources, more) : null,
  };
}

/**
 * A record in one paragraph: what, where, when and how many as stated, and the words that say so. Words of internal sources
 * are withheld, as everywhere. `named` is whether it says who published these words.
 */
export function recordParagraph(
  record: RestrictionRecord,
  { tree, sources, words, own }: HandoutSubject,
  named = true,
): string {
  const { evidence } = words.ui;
  const kind = words.kind(record.kind);
  const stated = wordsStated(record, words);
  const facts = [
    kind.charAt(0).toLocaleUpperCase() + kind.slice(1),
    words.rowName(record.place, tree),
    `${evidence.dateStated}: ${record.date === null ? evidence.dateNotStated : words.statedDate(record.date)}`,
    `${evidence.quantityStated}: ${stated.length > 0 ? stated.join('; ') : evidence.quantityNotStated}`,
    ...(record.amount ? convertedOf(record.amount, words) : []),
  ];
  const quotes = record.evidence.map((it) => {
    if (isWithheld(it)) return evidence.withheld;
    if (!named) return evidenceText(it, words);
    const stating = sources.find(({ id }) => id === it.source);
    const publisher = stating ? localText(stating, 'publisher', words.language, own).text : it.source;
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
