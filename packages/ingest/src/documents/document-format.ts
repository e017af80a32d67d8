import type { TableProblem } from '../formats/table-format.ts';

/** The words of a document, paragraphs with an empty line between them; or why they cannot be read. */
export type DocumentText = { text: string } | { problem: TableProblem };

/** A kind of file that a statement may come in. Bad files are a problem, and never thrown. */
export interface DocumentFormat {
  id: string;
  /** Without the dot, in small letters. */
  extensions: readonly string[];
  read(path: string): Promise<DocumentText>;
}
