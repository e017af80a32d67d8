import type { Finding, RepositoryFile } from '../repository.ts';
import { isCode } from '../workspaces.ts';

const LONGEST = 300;
const MEDIAN = 90;
const NINETIETH = 200;
const LARGEST_TEXT = 2 ** 20;
const LARGEST_BINARY = 2 ** 19;

/** Source files are short: none over 300 lines, half within 90, nine of ten within 200. */
export function checkLengths(files: readonly RepositoryFile[]): Finding[] {
  const sources = files.filter(({ path }) => isSource(path));
  const lengths = sources.map(({ text }) => lineCount(text)).sort((a, b) => a - b);
  const long = sources
    .filter(({ text }) => lineCount(text) > LONGEST)
    .map(({ path, text }) => finding(path, `has ${lineCount(text)} lines (at most ${LONGEST})`));
  const median = quantile(lengths, 0.5);
  const ninetieth = quantile(lengths, 0.9);
  return [
    ...long,
    ...(median > MEDIAN
      ? [finding('.', `the median source file has ${median} lines (at most ${MEDIAN})`)]
      : []),
    ...(ninetieth > NINETIETH
      ? [finding('.', `a tenth of the source files has over ${ninetieth - 1} lines (at most ${NINETIETH})`)]
      : []),
  ];
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

function quantile(sorted: readonly number[], share: number): number {
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? 0;
}

function finding(file: string, message: string): Finding {
  return { file, line: null, message };
}
