import { readDocumentApart } from '@article21/ingest/apart';
import { documentExtensions, documentFormatOf } from '@article21/ingest/documents';
import { unreadable, unusable } from './unusable.ts';

export { documentExtensions };

/**
 * The words of a statement in a file: text, HTML, DOCX or PDF. `typed` is what it is called in errors; `reader` the built
 * program of the process in which it is read, as of `readTable`. Throws an `UnusableInput` where it cannot be read.
 */
export async function readDocument(path: string, typed: string, reader: string | null): Promise<string> {
  const format = documentFormatOf(path);
  if (format === null) throw unusable({ code: 'kind', values: { file: typed, known: documentExtensions } });
  const read = reader === null ? await format.read(path) : await readDocumentApart([reader], path);
  if ('text' in read) return read.text;
  throw unreadable(typed, read.problem);
}
