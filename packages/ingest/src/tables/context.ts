import { type Annotation, type Coverage, isTranslated, printDay } from '@article21/model';
import { readDay, readDays } from '../dates.ts';
import type { Columns } from '../header.ts';
import type { IssueLog } from '../issue-log.ts';
import { follow, followPlace } from '../references.ts';
import { type Row, translations, translationsIn } from '../row.ts';
import { readTable, type TableFile } from '../table.ts';
import type { Tables } from './open.ts';
import type { Referred } from './referred.ts';

/** What stands beside the records: nothing refers to it. */
export interface Context {
  coverage: readonly Coverage[];
  annotations: readonly Annotation[];
}

/** Reads both tables; one that is not there has no rows. */
export async function readContext(
  { coverage, annotations }: Tables,
  referred: Referred,
  issueLog: IssueLog,
): Promise<Context> {
  return {
    // Periods of coverage may overlap: several may have watched the same.
    coverage: await readAll(coverage, coverageColumns, issueLog, (row) => readWatch(row, referred)),
    annotations: await readAll(annotations, annotationColumns, issueLog, (row) =>
      readAnnotation(row, referred),
    ),
  };
}

async function readAll<C extends string, T>(
  file: TableFile | null,
  columns: Columns<C>,
  issueLog: IssueLog,
  read: (row: Row<C>) => T | null,
): Promise<T[]> {
  const all: T[] = [];
  if (file === null) return all;
  for await (const row of readTable(file, columns, issueLog, issueLog.tally(file.file))) {
    const value = read(row);
    if (value !== null && row.sound) all.push(value);
  }
  return all;
}

const annotationColumns = {
  date: { need: 'value', max: 50 },
  place: { need: 'column', max: 200 },
  ...translations('text', { max: 300, drawn: 'or boxes' }, 'one'),
  source: { need: 'column', max: 64 },
} as const;
type AnnotationRow = Row<keyof typeof annotationColumns>;

/** A dated remark. An empty `place` concerns every place; an empty `source` is a remark of the editors. */
function readAnnotation(
  row: AnnotationRow,
  { places, sources }: Pick<Referred, 'places' | 'sources'>,
): Annotation | null {
  const date = readDay(row, 'date');
  const place = followPlace(row, 'place', places.names, places);
  const source = follow(row, 'source', sources, { code: 'unknown_source', file: 'sources.csv' });
  const texts = translationsIn(row, ['text']);
  if (date === null || !isTranslated(texts, 'text')) return null;
  return { date: printDay(date), place, ...texts, source: source?.known ? source.id : null };
}

const coverageColumns = {
  place: { need: 'value', max: 200 },
  from: { need: 'value', max: 50 },
  to: { need: 'value', max: 50 },
  source: { need: 'value', max: 64 },
} as const;
type CoverageRow = Row<keyof typeof coverageColumns>;

/** Where and when somebody watched. */
function readWatch(
  row: CoverageRow,
  { places, sources }: Pick<Referred, 'places' | 'sources'>,
): Coverage | null {
  const place = followPlace(row, 'place', places.names, places);
  const { from, to } = readDays(row);
  const source = follow(row, 'source', sources, { code: 'unknown_source', file: 'sources.csv' });
  if (place === null || from === null || to === null || !source?.known) return null;
  return { place, from: printDay(from), to: printDay(to), source: source.id };
}
