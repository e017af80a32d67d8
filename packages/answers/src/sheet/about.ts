import { rollUp, sourcesOf } from '@article21/cube';
import { citedOf, publishersText, type Words } from '@article21/messages';
import { type ChartQuery, localText, type MeasureId, measure, printQuery } from '@article21/model';
import { findingsOf } from '../findings.ts';
import type { LoadedSnapshot } from '../loaded-snapshot.ts';

/** A line of metadata: a label and its value. */
export type AboutLine = readonly [label: string, text: string];

/** The metadata of counts: their sentences, the query, the snapshot, caveats and sources. */
export function aboutLines(query: ChartQuery, loaded: LoadedSnapshot, words: Words): AboutLine[] {
  const { meta, conversions } = loaded.snapshot.catalogue;
  const { ui } = words;
  const counts = rollUp(loaded.cube, query);
  const lines = (label: string, texts: readonly (string | null)[]): AboutLine[] =>
    texts.flatMap((text) => (text === null ? [] : [[label, text] as const]));
  return [
    ...lines(ui.site, [localText(meta, 'title', words.language, meta.language).text]),
    ...lines(ui.synthetic, meta.synthetic ? [ui.table.yes] : []),
    ...findingsOf(query, counts, loaded, words).flatMap(({ measure: id, headline, remarks }) =>
      lines(words.measure(id).label, [headline, ...remarks]),
    ),
    ...lines(ui.table.period, [words.undated(counts.undated, query.every)]),
    ...lines(ui.filter.title, [printQuery({ ...query, snapshot: loaded.id })]),
    ...lines(ui.footer.snapshot, [loaded.id]),
    ...query.measure.flatMap((id) => {
      const { label, definition, caveat } = words.measure(id);
      return [...lines(label, [definition]), ...lines(ui.methods.caveat, [caveat])];
    }),
    ...lines(
      ui.tools.rates,
      query.measure.some((id) => isMoney(id, words)) ? conversions.map(words.rates) : [],
    ),
    ...sourceLines(sourcesOf(loaded.cube, query, counts), loaded, words),
    ...licenceLines(loaded, words),
  ];
}

/** The metadata of records: the dataset, the query, the snapshot and sources. */
export function aboutRecords(question: string, loaded: LoadedSnapshot, words: Words): AboutLine[] {
  const { meta } = loaded.snapshot.catalogue;
  const { ui } = words;
  return [
    [ui.site, localText(meta, 'title', words.language, meta.language).text],
    ...(meta.synthetic ? [[ui.synthetic, ui.table.yes] as const] : []),
    [ui.filter.title, question],
    [ui.footer.snapshot, loaded.id],
    ...sourceLines(null, loaded, words),
    ...licenceLines(loaded, words),
  ];
}

function licenceLines({ snapshot }: LoadedSnapshot, { ui }: Words): AboutLine[] {
  return snapshot.catalogue.meta.licenses.map(({ name, title, path }) => [
    ui.footer.licence,
    [title ?? name, path].filter((it) => it !== undefined).join(', '),
  ]);
}

/** Of more sources only the publishers are named, and each licence once. */
const MOST_SOURCES = 20;

function sourceLines(
  counted: readonly string[] | null,
  { snapshot }: LoadedSnapshot,
  words: Words,
): AboutLine[] {
  const { footer, page } = words.ui;
  const { meta } = snapshot.catalogue;
  const { cited: sources, ofDataset } = citedOf(snapshot.catalogue.sources, counted);
  const label = ofDataset ? footer.datasetSources : footer.source;
  const textOf = (source: (typeof sources)[number], field: 'title' | 'publisher' | 'rights') =>
    localText(source, field, words.language, meta.language).text;
  if (sources.length <= MOST_SOURCES)
    return sources.flatMap((source): AboutLine[] => [
      [label, `${textOf(source, 'publisher')}: ${textOf(source, 'title')}`],
      [page.rights, textOf(source, 'rights')],
    ]);
  const rights = new Set(sources.map((source) => textOf(source, 'rights')));
  return [
    [label, publishersText(sources, words)],
    ...[...rights].slice(0, MOST_SOURCES).map((it): AboutLine => [page.rights, it]),
  ];
}

function isMoney(id: MeasureId, { vocabulary }: Words): boolean {
  return measure(id, vocabulary).unit === 'EUR';
}
