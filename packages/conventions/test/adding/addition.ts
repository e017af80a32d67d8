import type { Copy } from './copy.ts';

/** A thing that is added as CONTRIBUTING tells. */
export interface Addition {
  /** As in the table of CONTRIBUTING: `a measure`. */
  name: string;
  /** Writes the file, or the folder, and its line. */
  write(copy: Copy): void;
  /** What the compiler says while nothing else is written, a pattern for each error. */
  missing: readonly RegExp[];
  /** Writes the rest: words, examples. */
  complete(copy: Copy): void;
}

export const languages = ['en', 'ru', 'kk'] as const;
