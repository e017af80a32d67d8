import { stat } from 'node:fs/promises';
import type { Call } from './command.ts';
import { misuse } from './failure.ts';
import { reader } from './reader.ts';

/** The words of a statement in the file that the command line names: text, HTML, DOCX or PDF. */
export async function readText(call: Call, typed: string): Promise<string> {
  const path = call.path(typed);
  const found = await stat(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT' || error.code === 'ENOTDIR') throw misuse(`there is no text ${typed}`);
    throw error;
  });
  if (found.isDirectory()) throw misuse(`${typed} is a folder; name the file of the text`);
  const { isUnusableInput, readDocument } = await import('@article21/import');
  try {
    return await readDocument(path, typed, reader);
  } catch (error) {
    throw isUnusableInput(error) ? misuse(error.message) : error;
  }
}
