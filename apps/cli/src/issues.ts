import type { Issue } from '@article21/model';
import { counted, type Paint, table, visible } from './output.ts';

/** How many issues of one code in one file are shown, unless all are asked for. */
const SHOWN = 10;

/**
 * Issues as a compiler prints them: `records.csv:14:count  unreadable_quantity  "ten"  what is wrong`, those of one
 * file and code together, and a hint under those it mends. The text of a dataset cannot steer the terminal.
 */
export function issueLines(issues: readonly Issue[], paint: Paint, all: boolean): string[] {
  const groups = new Map<string, Issue[]>();
  for (const issue of issues) {
    const key = JSON.stringify([issue.file, issue.code]);
    const group = groups.get(key);
    if (group) group.push(issue);
    else groups.set(key, [issue]);
  }
  return [...groups.values()].flatMap((group) => groupLines(group, paint, all ? group.length : SHOWN));
}

/** `3 issues in 2 files`; where there are more than are listed, that too. */
export function issueCount(listed: readonly Issue[], total: number): string {
  const files = counted(new Set(listed.map((issue) => issue.file)).size, 'file');
  if (total <= listed.length) return `${counted(total, 'issue')} in ${files}`;
  return `${counted(total, 'issue')}, of which the first ${listed.length.toLocaleString('en')} are listed, in ${files}`;
}

function groupLines(group: readonly Issue[], paint: Paint, most: number): string[] {
  const shown = group.slice(0, most);
  const quotes = shown.some(({ stated }) => stated !== null);
  const rows = table(shown.map((issue) => cells(issue, paint, quotes)));
  const lines = shown.flatMap((issue, i) => {
    // Once under the last of those in a row that it mends.
    const hint = shown[i + 1]?.hint === issue.hint ? [] : [`    hint: ${visible(issue.hint)}`];
    return [rows[i] ?? '', ...hint];
  });
  const rest = group.length - shown.length;
  const more = `    … and ${rest.toLocaleString('en')} more of ${shown[0]?.code} in ${visible(shown[0]?.file ?? '')} (--all shows them)`;
  return rest > 0 ? [...lines, more] : lines;
}

function cells({ file, row, column, code, stated, message }: Issue, paint: Paint, quotes: boolean): string[] {
  const where = [file, row, column].filter((part) => part !== null).join(':');
  const quoted = quotes ? [stated === null ? '' : `"${visible(stated)}"`] : [];
  return [paint.bold(visible(where)), paint.bad(code), ...quoted, visible(message)];
}
