import { readFile } from 'node:fs/promises';
import { cleanText } from './clean.ts';
import type { Problem } from './findings.ts';

/** The longest text of a source, in bytes: a million quotations of a hundred letters. It stands in memory three times. */
export const LARGEST_SOURCE = 100_000_000;

export type SourceText = { ok: true; text: string } | { ok: false; problem: Problem };

/** Reads the text of a source and cleans it. Never throws for what is in the file. */
export async function readSourceText(path: string, bytes: number): Promise<SourceText> {
  if (bytes > LARGEST_SOURCE) {
    const message = `the text is larger than ${LARGEST_SOURCE / 1_000_000} MB`;
    return refuse({ code: 'unreadable_file', message, hint: 'keep the part of it that is quoted' });
  }
  const raw = new TextDecoder().decode(await readFile(path));
  const cleaned = cleanText(raw);
  if (cleaned.ok && cleaned.text === '')
    return refuse({
      code: 'unreadable_file',
      message: 'the text is empty',
      hint: 'put the source’s words into it',
    });
  return cleaned;
}

function refuse(problem: Problem): SourceText {
  return { ok: false, problem };
}
