import { createReadStream } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import type { Parser } from 'csv-parse';
import { brokenOff, createParser, feed, finish, SEPARATOR } from './csv.ts';
import { encodingOf } from './encoding.ts';
import type { RawRow } from './format.ts';
import {
  LARGEST_FILE,
  problem,
  type TableChoice,
  type TableFormat,
  type TablePart,
  tooLong,
} from './table-format.ts';

const CHUNK = 64 * 1024;
/** Of two that are equally likely the first: a tab stands in no cell by chance, and commas in numbers. */
const SEPARATORS = ['\t', ';', ',', '|'];

/** Text with a row in each line: CSV, TSV and their kin, in the encodings that spreadsheets write. */
export const delimited: TableFormat = { id: 'csv', extensions: ['csv', 'tsv', 'tab', 'txt'], read };

async function* read(path: string, choice: TableChoice): AsyncGenerator<TablePart> {
  const { size } = await stat(path);
  if (size > LARGEST_FILE)
    return yield problem('too_large', 'the file is larger than 2 GB', 'cut it into several');
  if (size === 0) return yield problem('empty', 'the file is empty', 'save the table again');
  const encoding = choice.encoding ?? (await encodingOf(path));
  if (encoding === null)
    return yield problem(
      'no_text',
      'the file is no text',
      'save the table as “CSV UTF-8” or as a workbook (.xlsx)',
    );
  const begin = await beginningOf(path, encoding);
  const declared = SEPARATOR.exec(begin)?.[1] ?? null;
  const separator = choice.separator ?? declared ?? separatorOf(begin);
  yield { head: { format: 'csv', encoding, separator, sheet: null, sheets: [] } };
  let rows: RawRow[] = [];
  let count = 0;
  const take = (cells: string[]) => {
    count += 1;
    // Excel's own first line is no row of the table, and is counted by those that a spreadsheet shows.
    if (count > 1 || declared === null) rows.push({ row: count, cells });
  };
  const parser: Parser = createParser(separator, take);
  const decoder = new TextDecoder(encoding);
  for await (const chunk of createReadStream(path, { highWaterMark: CHUNK }) as AsyncIterable<Buffer>) {
    const error = await feed(parser, decoder.decode(chunk, { stream: true }));
    const long = rows.map(tooLong).find((it) => it !== null);
    if (long) return yield long;
    yield { rows };
    rows = [];
    if (error) return yield broken(error, count + 1);
  }
  const error = (await feed(parser, decoder.decode())) ?? (await finish(parser));
  const long = rows.map(tooLong).find((it) => it !== null);
  if (long) return yield long;
  yield { rows };
  if (error) yield broken(error, count + 1);
}

function broken(error: Error, row: number): TablePart {
  const { problem: found } = brokenOff(error, row);
  const code = found.code === 'line_too_long' ? 'row_too_long' : 'broken_quotes';
  return problem(code, found.message, typeof found.hint === 'string' ? found.hint : found.hint(), row);
}

async function beginningOf(path: string, encoding: string): Promise<string> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(CHUNK), 0, CHUNK, 0);
    return new TextDecoder(encoding).decode(buffer.subarray(0, bytesRead), { stream: true });
  } finally {
    await file.close();
  }
}

/** The sign that stands equally often in most of the first rows, quotations left out. */
function separatorOf(text: string): string {
  const rows: Map<string, number>[] = [new Map()];
  let quoted = false;
  for (const sign of text) {
    if (sign === '"') quoted = !quoted;
    if (quoted) continue;
    if (sign === '\n' || sign === '\r') rows.push(new Map());
    else if (SEPARATORS.includes(sign)) rows.at(-1)?.set(sign, (rows.at(-1)?.get(sign) ?? 0) + 1);
  }
  // The last may be cut off.
  const whole = rows.length > 1 ? rows.slice(0, -1) : rows;
  const score = (sign: string) => {
    const counts = new Map<number, number>();
    for (const row of whole) {
      const count = row.get(sign) ?? 0;
      if (count > 0) counts.set(count, (counts.get(count) ?? 0) + 1);
    }
    return Math.max(0, ...[...counts].map(([count, times]) => times * Math.min(count, 50)));
  };
  return SEPARATORS.reduce((best, it) => (score(it) > score(best) ? it : best));
}
