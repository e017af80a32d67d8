import { readFile } from 'node:fs/promises';
import { problem } from '../formats/table-format.ts';
import type { DocumentFormat } from './document-format.ts';

const MOST_PAGES = 2_000;

/** PDF with text in it: its lines put together where they are one paragraph. Nothing is read from pictures of pages. */
export const pdf: DocumentFormat = {
  id: 'pdf',
  extensions: ['pdf'],
  async read(path) {
    // Of a megabyte, and needed for no other format.
    const { extractText, getDocumentProxy } = await import('unpdf');
    try {
      const document = await getDocumentProxy(new Uint8Array(await readFile(path)), { verbosity: 0 });
      if (document.numPages > MOST_PAGES)
        return problem(
          'too_large',
          `the PDF has more than ${MOST_PAGES} pages`,
          'save the pages that you need alone',
        );
      const { text: pages } = await extractText(document, { mergePages: false });
      const text = pages.map(paragraphs).join('\n\n').trim();
      if (/\p{L}/u.test(text)) return { text };
      return problem(
        'only_pictures',
        'the PDF has no text, only pictures of it',
        'recognise its text with a program for that, or type the words that you need',
      );
    } catch (error) {
      const { name, message } = error as Error;
      if (name === 'PasswordException')
        return problem('locked', 'the PDF is locked with a password', 'save a copy of it without a password');
      return problem(
        { code: 'damaged', values: { detail: message } },
        `the PDF cannot be read: ${message}`,
        'save it again, or paste its text',
      );
    }
  },
};

/**
 * The lines of a page as paragraphs: one ends with a sentence on a line that is clearly shorter than the longest. A word that was
 * divided at the end of a line is put together again.
 */
function paragraphs(page: string): string {
  const lines = page.split('\n').map((it) => it.trim());
  const longest = Math.max(0, ...lines.map((it) => it.length));
  return lines
    .map((line, i) => {
      if (line === '') return '\n\n';
      if (i === lines.length - 1) return line;
      if (/\p{Ll}-$/u.test(line) && /^\p{Ll}/u.test(lines[i + 1] ?? '')) return line.slice(0, -1);
      return /[.!?:»”"]$/.test(line) && line.length < longest * 0.8 ? `${line}\n\n` : `${line} `;
    })
    .join('')
    .replace(/[^\S\n]*\n\s*/g, '\n\n');
}
