import { readDocumentApart } from '@article21/ingest/apart';
import { documentExtensions, documentFormatOf } from '@article21/ingest/documents';
import { unusable } from './unusable.ts';

export { documentExtensions };

/**
 * The words of a statement in a file: text, HTML, DOCX or PDF. `typed` is what it is called in errors; `reader` the built
 * program of the process in which it is read, as of `readTable`. Throws an `UnusableInput` where it cannot be read.
 */
export async function readDocument(path: string, typed: string, reader: string | null): Promise<string> {
  const format = documentFormatOf(path);
  if (format === null)
    throw unusable(
      `${typed} is of no kind that is read (known: ${documentExtensions.join(', ')}); save the document as one of them`,
    );
  const read = reader === null ? await format.read(path) : await readDocumentApart([reader], path);
  if ('text' in read) return read.text;
  throw unusable(`${typed}: ${read.problem.message}; ${read.problem.hint}`);
}
