import type { DocumentFormat } from './document-format.ts';
import { docx } from './docx.ts';
import { html } from './html.ts';
import { pdf } from './pdf.ts';
import { plain } from './plain.ts';

export type { DocumentText } from './document-format.ts';

/** The formats a statement may come in: one file and one line each. */
const documentFormats: readonly DocumentFormat[] = [plain, html, docx, pdf];

/** The endings of their files, with a point before them. */
export const documentExtensions: readonly string[] = documentFormats
  .flatMap(({ extensions }) => extensions)
  .map((it) => `.${it}`);

/** The format of a document by its name; null when there is none for it. */
export function documentFormatOf(path: string): DocumentFormat | null {
  const extension = /\.([^./\\]+)$/.exec(path)?.[1]?.toLowerCase() ?? '';
  return documentFormats.find(({ extensions }) => extensions.includes(extension)) ?? null;
}
