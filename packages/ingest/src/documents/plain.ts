import { readFile } from 'node:fs/promises';
import { encodingOf } from '../formats/encoding.ts';
import { problem } from '../formats/table-format.ts';
import type { DocumentFormat } from './document-format.ts';
import { joinWrappedLines } from './wrapped-lines.ts';

/** Text without anything else, in the encodings that tables may have. */
export const plain: DocumentFormat = {
  id: 'text',
  extensions: ['txt', 'md'],
  async read(path) {
    const encoding = await encodingOf(path);
    if (encoding === null)
      return problem('no_text', 'the file is no text', 'save the document as text, or as DOCX');
    return { text: joinWrappedLines(new TextDecoder(encoding).decode(await readFile(path))) };
  },
};
