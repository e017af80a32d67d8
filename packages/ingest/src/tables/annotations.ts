import { type Annotation, isTranslated, printDay } from '@article21/model';
import { readDay } from '../dates.ts';
import type { FileTally, IssueLog } from '../issue-log.ts';
import { follow, followPlace } from '../references.ts';
import { type Row, translations, translationsIn } from '../row.ts';
import { readTable, type TableFile } from '../table.ts';
import type { Referred } from './referred.ts';

const columns = {
  date: { need: 'value', max: 50 },
  place: { need: 'column', max: 200 },
  ...translations('text', { max: 300, drawn: true }, 'one'),
  source: { need: 'column', max: 64 },
} as const;
type AnnotationRow = Row<keyof typeof columns>;

/** Reads the dated remarks. An empty `place` concerns every place; an empty `source` is a remark of the editors. */
export async function readAnnotations(
  file: TableFile,
  referred: Pick<Referred, 'places' | 'sources'>,
  issueLog: IssueLog,
  tally: FileTally,
): Promise<Annotation[]> {
  const annotations: Annotation[] = [];
  for await (const row of readTable(file, columns, issueLog, tally)) {
    const read = readAnnotation(row, referred);
    if (read && row.sound) annotations.push(read);
  }
  return annotations;
}

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
