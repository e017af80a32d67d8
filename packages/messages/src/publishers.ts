import { type LocalText, localText, type Source } from '@article21/model';
import type { Words } from './words.ts';

type Sources = readonly (Pick<Source, 'id' | 'publisher'> & Partial<Source>)[];

/** Who published what the data rest on, each once. */
export interface Publishers {
  listed: readonly Publisher[];
  /** "35 more publishers"; null where all are listed. */
  more: string | null;
}

interface Publisher {
  /** In the reader's language, else as the dataset has it. */
  name: LocalText;
  /** " (40 documents)"; empty of one. */
  documents: string;
  /** The id of the only document, which a link then leads to; null of several. */
  only: string | null;
}

/** As many as a footer or a line under a picture holds. */
const MOST = 5;

/**
 * Names each publisher once, those of the most documents first; where there are many, the others are counted. `own` is the
 * language of the dataset.
 */
export function publishersOf(sources: Sources, { ui, plural, language }: Words, own: string): Publishers {
  const documents = new Map<string, Sources[number][]>();
  for (const source of sources) {
    const known = documents.get(source.publisher);
    if (known) known.push(source);
    else documents.set(source.publisher, [source]);
  }
  const all = [...documents.values()].sort((a, b) => b.length - a.length);
  const listed = all.slice(0, MOST).flatMap(([first, ...others]): Publisher[] => {
    if (!first) return [];
    const name = localText(first, 'publisher', language, own);
    return others.length === 0
      ? [{ name, documents: '', only: first.id }]
      : [{ name, documents: ` (${plural(ui.footer.documents, others.length + 1)})`, only: null }];
  });
  const rest = all.length - listed.length;
  return { listed, more: rest === 0 ? null : plural(ui.footer.morePublishers, rest) };
}

/** The sources of what is counted, by their ids; all of the dataset where nothing is counted, or nobody knows. */
export function citedOf<T extends Pick<Source, 'id'>>(
  sources: readonly T[],
  counted: readonly string[] | null,
): { cited: readonly T[]; ofDataset: boolean } {
  const cited = sources.filter(({ id }) => counted?.includes(id));
  return cited.length === 0 ? { cited: sources, ofDataset: true } : { cited, ofDataset: false };
}

/** "Source: Example Monitor", of what is counted; else "Sources of the dataset: Example Monitor; Another". */
export function sourceLine(sources: Sources, counted: readonly string[] | null, words: Words): string {
  const { cited, ofDataset } = citedOf(sources, counted);
  const { source, datasetSources } = words.drawing;
  return words.fill(ofDataset ? datasetSources : source, { source: publishersText(cited, words) });
}

/** The same in one line: "Example Monitor (40 documents); Another". */
export function publishersText(sources: Sources, words: Words): string {
  // In one line no part can say which language it is in.
  const { listed, more } = publishersOf(sources, words, words.language);
  const named = listed.map(({ name, documents }) => name.text + documents);
  return [...named, ...(more === null ? [] : [more])].join('; ');
}
