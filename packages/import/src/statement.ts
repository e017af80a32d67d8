import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { cleanText, joinWrappedLines } from '@article21/ingest/texts';
import type { Found } from '@article21/messages/importing';
import { fileStem } from './dataset-folder.ts';
import { type Edited, editFolder } from './edit-folder.ts';
import { inLatin } from './gazetteer.ts';
import { idFrom } from './ids.ts';
import { unused } from './typed-place.ts';

/** What is said of a text that is brought: the columns of sources.csv, and of a new dataset what it is called. */
export const statementFields = ['title', 'publisher', 'date', 'url', 'language', 'rights'] as const;
export const datasetFields = ['dataset', 'licence'] as const;
export type StatementField = (typeof statementFields)[number] | (typeof datasetFields)[number];

/** A text, and the form that came with it. */
interface BroughtStatement {
  text: string;
  values: Readonly<Record<StatementField, string>>;
  isInternal: boolean;
}

type Added =
  | { is: 'added'; id: string; file: string }
  | { is: 'refused'; why: Found }
  | { is: 'issues'; issues: Edited['issues'] };

/** Keeps a text in the folder as a source, cleaned, so that offsets in it are those of its file. A folder without a dataset becomes one. */
export async function addStatement(
  folder: string,
  { text, values, isInternal }: BroughtStatement,
  today: string,
): Promise<Added> {
  // Pasted from a page, a text has its lines.
  const cleaned = cleanText(joinWrappedLines(text));
  if (!cleaned.ok) return { is: 'refused', why: cleaned.problem };
  const { title, publisher, date, url, rights } = values;
  const language = values.language || languageOf(cleaned.text);
  let [id, file] = ['', ''];
  const edited = await editFolder(folder, ({ sources }) => {
    const taken = new Set(sources.map((row) => row.id));
    id = unused(idFrom(inLatin(title), 'statement'), taken);
    // A text that lies there and is no source yet is somebody's work.
    while (existsSync(join(folder, fileOf(id)))) id = unused(id, taken.add(id));
    file = fileOf(id);
    const source = {
      ...{ id, title, publisher, date, url, language, rights, file },
      visibility: isInternal ? 'internal' : 'public',
    };
    return {
      tables: { sources: [...sources, source] },
      texts: new Map([[file, `${cleaned.text}\n`]]),
      dataset: newDataset(values, language, today),
    };
  });
  if (edited === null) throw new Error('a text is added whatever the folder holds');
  return edited.done ? { is: 'added', id, file } : { is: 'issues', issues: edited.issues };
}

/** Where the text of a source is kept in the folder. */
function fileOf(id: string): string {
  return `sources/${fileStem(id)}.txt`;
}

/** What a dataset is called that begins with what is brought or declared. */
export function newDataset(
  { dataset, licence }: Pick<BroughtStatement['values'], (typeof datasetFields)[number]>,
  language: string,
  created: string,
) {
  return { name: idFrom(inLatin(dataset), 'dataset'), title: dataset, language, licence, created };
}

/** The language of a text by its letters, of those that the rules know. */
function languageOf(text: string): 'en' | 'ru' | 'kk' {
  const cyrillic = text.match(/\p{Script=Cyrillic}/gu)?.length ?? 0;
  const latin = text.match(/\p{Script=Latin}/gu)?.length ?? 0;
  if (cyrillic < latin) return 'en';
  const kazakh = text.match(/[әғқңөұүһі]/giu)?.length ?? 0;
  return kazakh > cyrillic / 50 ? 'kk' : 'ru';
}
