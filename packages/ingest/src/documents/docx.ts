import { SaxesParser } from 'saxes';
import { problem } from '../formats/table-format.ts';
import { openPacked } from '../formats/zip.ts';
import type { DocumentFormat, DocumentText } from './document-format.ts';

const WORDS = 'word/document.xml';
const AGAIN = 'save it again as DOCX, or paste its text';

/** Documents of Word: the words of the text itself as they stand with all changes taken; no notes at its foot, no comments. */
export const docx: DocumentFormat = {
  id: 'docx',
  extensions: ['docx'],
  async read(path) {
    const packed = await openPacked(path);
    if (!packed.ok) return { problem: { ...packed.problem, hint: AGAIN } };
    const bytes = await packed.packed.read(WORDS);
    if (bytes === null) return problem('no_text', 'the file is no document of Word', AGAIN);
    return wordsIn(new TextDecoder().decode(bytes));
  },
};

/** What is not seen, or seen twice: what was deleted or moved away, and what stands in for a newer drawing. */
const UNSEEN = new Set(['w:del', 'w:moveFrom', 'mc:Fallback', 'w:instrText', 'w:rPr', 'w:pPr', 'w:sectPr']);

function wordsIn(xml: string): DocumentText {
  const parser = new SaxesParser();
  const words: string[] = [];
  let unseen = 0;
  let inWords = false;
  let failed: Error | null = null;
  parser.on('opentag', ({ name, isSelfClosing }) => {
    if (UNSEEN.has(name) && !isSelfClosing) unseen += 1;
    else if (unseen > 0) return;
    else if (name === 'w:t') inWords = !isSelfClosing;
    else if (name === 'w:tab') words.push(' ');
    else if (name === 'w:br' || name === 'w:cr') words.push('\n');
    else if (name === 'w:noBreakHyphen') words.push('\u{2011}');
  });
  parser.on('closetag', ({ name, isSelfClosing }) => {
    if (UNSEEN.has(name) && !isSelfClosing) unseen -= 1;
    else if (name === 'w:t') inWords = false;
    else if (name === 'w:p' && unseen === 0) words.push('\n\n');
  });
  parser.on('text', (text) => {
    if (inWords && unseen === 0) words.push(text);
  });
  // A type of its own for a document could have entities that grow without end; Word writes none.
  parser.on('doctype', () => parser.fail('a document type is declared'));
  parser.on('error', (error) => {
    failed ??= error;
  });
  parser.write(xml).close();
  if (failed !== null)
    return problem(
      { code: 'damaged', values: { detail: (failed as Error).message } },
      `the document is damaged: ${(failed as Error).message}`,
      AGAIN,
    );
  const text = words
    .join('')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
  return text === '' ? problem('no_words', 'the document has no words', 'paste its text instead') : { text };
}
