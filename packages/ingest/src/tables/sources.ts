import { type Source, sourceKinds, sourceSchema, visibilities } from '@article21/model';
import { readDate } from '../dates.ts';
import { locateFile } from '../folder.ts';
import type { FileTally, IssueLog } from '../issue-log.ts';
import type { References } from '../references.ts';
import { createIds, type Row, readSchema, readWord, translations, translationsIn } from '../row.ts';
import { type ReadTable, readSourceTable } from '../source-table.ts';
import { readSourceText } from '../source-text.ts';
import { readTable, type TableFile } from '../table.ts';
import { createSimilarNames } from '../warnings/similar.ts';

const columns = {
  id: { need: 'value', max: 64 },
  title: { need: 'value', max: 500, drawn: 'or boxes' },
  ...translations('title', { max: 500, drawn: 'or boxes' }),
  publisher: { need: 'value', max: 500, drawn: 'or boxes' },
  ...translations('publisher', { max: 500, drawn: 'or boxes' }),
  date: { need: 'column', max: 50 },
  url: { need: 'nothing', max: 2_000 },
  language: { need: 'value', max: 3 },
  visibility: { need: 'value', max: 10 },
  rights: { need: 'value', max: 1_000 },
  ...translations('rights', { max: 1_000 }),
  file: { need: 'column', max: 255 },
  kind: { need: 'nothing', max: 10 },
  sheet: { need: 'nothing', max: 255, drawn: 'or boxes' },
} as const;
type SourceRow = Row<keyof typeof columns>;

/** A source and what is cited of it, cleaned: its text, empty where it is no text, or its table. */
export interface ReadSource {
  source: Source;
  text: string;
  table: ReadTable | null;
}

/** Reads the sources and their texts, which lie in the same folder and are none of the dataset's `own` files. */
export async function readSources(
  file: TableFile,
  { folder, own }: { folder: string; own: ReadonlySet<string> },
  issueLog: IssueLog,
  tally: FileTally,
): Promise<References<ReadSource>> {
  const readOnce = createIds<keyof typeof columns>('id');
  const sound = new Map<string, ReadSource>();
  const refused = new Set<string>();
  const similar = createSimilarNames();
  const checkAlone = createAloneness(own);
  for await (const row of readTable(file, columns, issueLog, tally)) {
    const source = readSource(row, readOnce(row));
    const read = await readContent(row, source?.kind ?? null, folder, checkAlone);
    if (source && read && row.sound) {
      similar.look(row, 'publisher');
      const { file, text, table } = read;
      sound.set(source.id, { source: { ...source, file }, text, table });
    } else refused.add(row.get('id') ?? '');
  }
  return { sound, refused, complete: tally.complete };
}

function readSource(row: SourceRow, id: string | null): Source | null {
  const kind = row.get('kind') === null && !row.refused('kind') ? 'text' : readWord(row, 'kind', sourceKinds);
  const date = readDate(row, 'date');
  const url = readSchema(row, 'url', sourceSchema.shape.url, 'write the whole address: https://…');
  const language = readSchema(row, 'language', sourceSchema.shape.language, 'write for example en, ru or kk');
  const visibility = readWord(row, 'visibility', visibilities);
  const [title, publisher, rights] = [row.get('title'), row.get('publisher'), row.get('rights')];
  const [file, sheet] = [row.get('file'), row.get('sheet')];
  checkFile(row, kind);
  if (!id || !kind || !title || !publisher || !language || !visibility || !rights) return null;
  const texts = { title, publisher, rights, ...translationsIn(row, ['title', 'publisher', 'rights']) };
  return { id, kind, ...texts, date: date?.text ?? null, url, language, visibility, file, sheet };
}

/** A text and a table have a file; links have none, and only a table has a sheet. */
function checkFile(row: SourceRow, kind: Source['kind'] | null): void {
  if (kind !== null && kind !== 'table' && row.get('sheet') !== null)
    row.report('sheet', {
      code: 'invalid_value',
      message: 'only a table stands on a sheet',
      hint: 'empty the cell, or write table into kind',
    });
  if (kind === 'links' && row.get('file') !== null)
    row.report('file', {
      code: 'invalid_value',
      message: 'a source of the kind links has no file',
      hint: 'empty the cell, or write text or table into kind',
    });
  else if (kind !== null && kind !== 'links' && row.get('file') === null && !row.refused('file'))
    row.report('file', {
      code: 'missing_value',
      message: 'file is empty',
      hint: 'fill in file, or write links into kind where only addresses are cited',
    });
}

/**
 * Refuses a file that is the text of a public and of an internal source, by whatever names, or one of the dataset's own: it
 * would be shown. And one whose name other systems do not tell from that of another: there, one is written over the other.
 */
function createAloneness(
  own: ReadonlySet<string>,
): (row: SourceRow, file: { name: string; identity: string }) => void {
  const seen = new Map<string, { row: number; isPublic: boolean }>();
  const named = new Map<string, { row: number; identity: string }>();
  return (row, { name, identity }) => {
    // A row that is refused anyway is one mistake, not two.
    if (!row.sound) return;
    if (own.has(identity)) {
      row.report('file', {
        code: 'invalid_value',
        message: 'the file is one of the dataset’s own, and would be published as it is',
        hint: 'name the file with the text of the source',
      });
      return;
    }
    const folded = name.normalize('NFC').toLowerCase();
    const twin = named.get(folded);
    if (twin === undefined) named.set(folded, { row: row.number, identity });
    else if (twin.identity !== identity)
      row.report('file', {
        code: 'invalid_value',
        message: `the name of the file differs from that in row ${twin.row} only in capitals`,
        hint: 'rename one of them: not every system tells them apart',
      });
    const isPublic = row.get('visibility') === 'public';
    const first = seen.get(identity);
    if (first === undefined) seen.set(identity, { row: row.number, isPublic });
    else if (first.isPublic !== isPublic)
      row.report('file', {
        code: 'invalid_value',
        message: `the file is also that of row ${first.row}, which is ${first.isPublic ? 'public' : 'not public'}`,
        hint: 'put the text of a source that is not to be shown into a file of its own',
      });
  };
}

/** What is cited of a source. The name of its file is as the folder has it: files are asked for, and withheld, by it. */
async function readContent(
  row: SourceRow,
  kind: Source['kind'] | null,
  folder: string,
  checkAlone: (row: SourceRow, file: { name: string; identity: string }) => void,
): Promise<(Omit<ReadSource, 'source'> & { file: string | null }) | null> {
  const file = row.get('file');
  if (kind === 'links') return { file: null, text: '', table: null };
  if (file === null || row.refused('kind')) return null;
  const located = await locateFile(folder, row.typed('file'));
  if (!located.ok) {
    row.report('file', located.problem);
    return null;
  }
  checkAlone(row, located);
  const { path, name, bytes } = located;
  const read = await (kind === 'table' ? readSourceTable(path, bytes) : readSourceText(path, bytes));
  if (read.ok)
    return { file: name, text: 'text' in read ? read.text : '', table: 'table' in read ? read.table : null };
  // The words around a fault are those of the source.
  const shown = row.get('visibility') === 'public' ? read.problem.stated : undefined;
  row.report('file', { ...read.problem, stated: shown ?? file, message: `${file}: ${read.problem.message}` });
  return null;
}
