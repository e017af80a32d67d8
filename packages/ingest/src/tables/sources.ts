import { type Source, sourceSchema, visibilities } from '@article21/model';
import { readDate } from '../dates.ts';
import { locateFile } from '../folder.ts';
import type { FileTally, IssueLog } from '../issue-log.ts';
import type { References } from '../references.ts';
import { createIds, type Row, readSchema, readWord, translations, translationsIn } from '../row.ts';
import { readSourceText } from '../source-text.ts';
import { readTable, type TableFile } from '../table.ts';
import { createSimilarNames } from '../warnings/similar.ts';

const columns = {
  id: { need: 'value', max: 64 },
  title: { need: 'value', max: 500, drawn: true },
  ...translations('title', { max: 500, drawn: true }),
  publisher: { need: 'value', max: 500, drawn: true },
  ...translations('publisher', { max: 500, drawn: true }),
  date: { need: 'column', max: 50 },
  url: { need: 'nothing', max: 2_000 },
  language: { need: 'value', max: 3 },
  visibility: { need: 'value', max: 10 },
  rights: { need: 'value', max: 1_000 },
  ...translations('rights', { max: 1_000 }),
  file: { need: 'value', max: 255 },
} as const;
type SourceRow = Row<keyof typeof columns>;

/** A source and its text, cleaned. */
export interface ReadSource {
  source: Source;
  text: string;
}

/** Reads the sources and their texts, which lie in the same folder. */
export async function readSources(
  file: TableFile,
  folder: string,
  issueLog: IssueLog,
  tally: FileTally,
): Promise<References<ReadSource>> {
  const readOnce = createIds<keyof typeof columns>('id');
  const sound = new Map<string, ReadSource>();
  const refused = new Set<string>();
  const similar = createSimilarNames();
  const checkAlone = createAloneness();
  for await (const row of readTable(file, columns, issueLog, tally)) {
    const source = readSource(row, readOnce(row));
    const read = await readText(row, folder, checkAlone);
    if (source && read && row.sound) {
      similar.look(row, 'publisher');
      // The name as the folder has it, because files are asked for, and withheld, by it.
      sound.set(source.id, { source: { ...source, file: read.file }, text: read.text });
    } else refused.add(row.get('id') ?? '');
  }
  return { sound, refused, complete: tally.complete };
}

function readSource(row: SourceRow, id: string | null): Source | null {
  const date = readDate(row, 'date');
  const url = readSchema(row, 'url', sourceSchema.shape.url, 'write the whole address: https://…');
  const language = readSchema(row, 'language', sourceSchema.shape.language, 'write for example en, ru or kk');
  const visibility = readWord(row, 'visibility', visibilities);
  const [title, publisher] = [row.get('title'), row.get('publisher')];
  const [rights, file] = [row.get('rights'), row.get('file')];
  if (!id || !title || !publisher || !language || !visibility || !rights || !file) return null;
  const texts = { title, publisher, rights, ...translationsIn(row, ['title', 'publisher', 'rights']) };
  return { id, ...texts, date: date?.text ?? null, url, language, visibility, file };
}

/** Refuses a file that is the text of a public and of an internal source, by whatever names: it would be shown. */
function createAloneness(): (row: SourceRow, identity: string) => void {
  const seen = new Map<string, { row: number; isPublic: boolean }>();
  return (row, identity) => {
    // A row that is refused anyway is one mistake, not two.
    if (!row.sound) return;
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

async function readText(
  row: SourceRow,
  folder: string,
  checkAlone: (row: SourceRow, identity: string) => void,
): Promise<{ file: string; text: string } | null> {
  const file = row.get('file');
  if (file === null) return null;
  const located = await locateFile(folder, row.typed('file'));
  if (!located.ok) {
    row.report('file', located.problem);
    return null;
  }
  checkAlone(row, located.identity);
  const read = await readSourceText(located.path, located.bytes);
  if (read.ok) return { file: located.name, text: read.text };
  // The words around a fault are those of the source.
  const shown = row.get('visibility') === 'public' ? read.problem.stated : undefined;
  row.report('file', { ...read.problem, stated: shown ?? file, message: `${file}: ${read.problem.message}` });
  return null;
}
