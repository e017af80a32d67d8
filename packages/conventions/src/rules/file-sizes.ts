import type { Finding, RepositoryFile } from '../repository.ts';
import { isCode } from '../workspaces.ts';

const LONGEST = 300;
const LARGEST_TEXT = 2 ** 20;
const LARGEST_BINARY = 2 ** 19;

/** A source file holds one concept, and none has over 300 lines. */
export function checkLengths(files: readonly RepositoryFile[]): Finding[] {
  return files
    .filter(({ path, text }) => isSource(path) && lineCount(text) > LONGEST)
    .map(({ path, text }) => finding(path, `has ${lineCount(text)} lines (at most ${LONGEST})`));
}

/** What a clone has to carry: no file over 1 MiB, no binary over 512 KiB. */
export function checkWeight(files: readonly RepositoryFile[]): Finding[] {
  return files
    .filter(({ bytes, binary }) => bytes > (binary ? LARGEST_BINARY : LARGEST_TEXT))
    .map(({ path, bytes }) => finding(path, `weighs ${Math.round(bytes / 1024)} KiB`));
}

function isSource(path: string): boolean {
  return isCode(path) && (/^(?:apps|packages)\/[^/]+\/src\//.test(path) || path.startsWith('.scripts/'));
}

function lineCount(text: string): number {
  return text.trimEnd().split('\n').length;
}

function finding(file: string, message: string): Finding {
  return { file, line: null, message };
}
