import type { Finding, FindingKind } from '@article21/model';
import { counted, type Paint, table, visible } from './output.ts';

/**
 * Findings as a compiler prints them: `records.csv:14:count  unreadable_quantity  "ten"  what is wrong`, those of one
 * file, column and code together, and a hint under those it mends. Where there is more than one kind, the number of
 * each stands at the end. The text of a dataset cannot steer the terminal. `all`: whether all were asked for.
 */
export function findingLines(
  findings: readonly Finding<string>[],
  kinds: readonly FindingKind[],
  paint: Paint,
  all: boolean,
): string[] {
  const lines: string[] = [];
  let at = 0;
  // Findings come in the order of their kinds, as many of each as are listed.
  for (const kind of kinds) {
    lines.push(...kindLines(findings.slice(at, at + kind.listed), kind, paint, all));
    at += kind.listed;
  }
  return kinds.length > 1 ? [...lines, ...numberLines(kinds, paint)] : lines;
}

/** `2,002 issues in 2 files`, whether or not all are listed. */
export function countLine(kinds: readonly FindingKind[], what: string): string {
  const total = kinds.reduce((sum, { count }) => sum + count, 0);
  const files = new Set(kinds.map(({ file }) => file)).size;
  return `${counted(total, what)} in ${counted(files, 'file')}`;
}

function kindLines(
  listed: readonly Finding<string>[],
  { code, count, ...kind }: FindingKind,
  paint: Paint,
  all: boolean,
): string[] {
  const quotes = listed.some(({ stated }) => stated !== null);
  const rows = table(listed.map((finding) => cells(finding, paint, quotes)));
  const lines = listed.flatMap((finding, i) => {
    // Once under the last of those in a row that it mends.
    const hint = listed[i + 1]?.hint === finding.hint ? [] : [`    hint: ${visible(finding.hint)}`];
    return [rows[i] ?? '', ...hint];
  });
  const rest = count - listed.length;
  if (rest === 0) return lines;
  const how = all ? 'not listed: mend these first' : '--all lists them';
  return [...lines, `    … and ${rest.toLocaleString('en')} more of ${code} in ${placeOf(kind)} (${how})`];
}

function numberLines(kinds: readonly FindingKind[], paint: Paint): string[] {
  const numbers = kinds.map(({ count }) => count.toLocaleString('en'));
  const width = Math.max(...numbers.map((number) => number.length));
  const rows = kinds.map((kind, i) => [
    `  ${(numbers[i] ?? '').padStart(width)}`,
    paint.bold(placeOf(kind)),
    kind.code,
  ]);
  return ['', ...table(rows)];
}

function placeOf({ file, column }: Pick<FindingKind, 'file' | 'column'>): string {
  return [file, column].flatMap((part) => (part === null ? [] : visible(part))).join(':');
}

function cells(
  { file, row, column, code, stated, message }: Finding<string>,
  paint: Paint,
  quotes: boolean,
): string[] {
  const where = [file, row, column].filter((part) => part !== null).join(':');
  const quoted = quotes ? [stated === null ? '' : `"${visible(stated)}"`] : [];
  return [paint.bold(visible(where)), paint.bad(code), ...quoted, visible(message)];
}
