import { createReadStream } from 'node:fs';
import { type CsvError, type Parser, parse } from 'csv-parse';
import type { BrokenOff, Format, RawRow } from './format.ts';

/** The longest row, in bytes. A file without line ends is refused at this size, however large it is. */
const LONGEST_ROW = 1_000_000;
/** Small enough for what is made of one to be forgotten soon: large pieces stay in memory until all of it is swept. */
const CHUNK = 64 * 1024;
/** The line that Excel reads, and some programs write for it, to say what separates the cells. */
export const SEPARATOR = /^"?sep=([^\r\n"])"?[ \t]*[\r\n]/i;

/** Comma-separated values (RFC 4180), UTF-8 with or without a byte order mark; semicolons, tabs and what `sep=` names are read too. */
export const csv: Format = { extension: 'csv', read };

async function* read(
  path: string,
  known: readonly string[],
  onBytes: (bytes: number) => void,
): AsyncGenerator<readonly (RawRow | BrokenOff)[]> {
  // Not fatal: a byte that is no UTF-8 becomes U+FFFD, which cleaning refuses with the row and the column.
  const decoder = new TextDecoder('utf-8');
  let rows: RawRow[] = [];
  let count = 0;
  let parser: Parser | null = null;
  let declared: string | null = null;
  const take = (cells: string[]) => {
    count += 1;
    // Excel's own first line is no row of the table.
    if (count > 1 || !declared) rows.push({ row: count, cells });
  };
  for await (const chunk of createReadStream(path, { highWaterMark: CHUNK }) as AsyncIterable<Buffer>) {
    onBytes(chunk.length);
    if (!parser && isUtf16(chunk)) return yield [utf16];
    const text = decoder.decode(chunk, { stream: true });
    declared ??= SEPARATOR.exec(text)?.[1] ?? '';
    parser ??= createParser(declared || delimiterOf(text, known), take);
    const error = await feed(parser, text);
    yield rows;
    rows = [];
    if (error) return yield [brokenOff(error, count + 1)];
  }
  if (!parser) return;
  const error = (await feed(parser, decoder.decode())) ?? (await finish(parser));
  yield rows;
  if (error) yield [brokenOff(error, count + 1)];
}

export function createParser(delimiter: string, take: (cells: string[]) => void): Parser {
  const parser = parse({
    delimiter,
    // Every line end, because files put together by hand mix them.
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_column_count: true,
    max_record_size: LONGEST_ROW,
  });
  // Rows are taken here and not from the stream, which loses those it still holds when a later one is malformed; nor by
  // `on_record`, for which the parser describes each.
  const end = parser.push.bind(parser, null);
  parser.push = (cells: string[] | null) => {
    if (cells === null) return end();
    take(cells);
    return true;
  };
  // The same error reaches the callback of `write` or `end`; without a listener Node would end the process.
  parser.on('error', () => {});
  parser.resume();
  return parser;
}

export function feed(parser: Parser, text: string): Promise<Error | null> {
  return new Promise((resolve) => parser.write(text, (error) => resolve(error ?? null)));
}

export function finish(parser: Parser): Promise<Error | null> {
  return new Promise((resolve) => {
    parser.once('error', resolve);
    parser.end(() => resolve(null));
  });
}

/** The delimiter by which one of the first lines has most of the known columns: titles may stand above the header. */
function delimiterOf(text: string, known: readonly string[]): string {
  const lines = text
    .slice(0, 10_000)
    .replaceAll('"', '')
    .split(/[\r\n]+/, 20);
  const named = (line: string, delimiter: string) =>
    line.split(delimiter).filter((name) => known.includes(name.trim())).length;
  const score = (delimiter: string) => Math.max(...lines.map((line) => named(line, delimiter)));
  return [',', ';', '\t'].reduce((best, it) => (score(it) > score(best) ? it : best));
}

function isUtf16(chunk: Buffer): boolean {
  const mark = chunk.length < 2 ? 0 : chunk.readUInt16BE(0);
  return mark === 0xfffe || mark === 0xfeff;
}

const utf16: BrokenOff = {
  row: null,
  problem: {
    code: 'not_utf8',
    message: 'the file is in UTF-16 (“Unicode text”)',
    hint: 'save it again as “CSV UTF-8”',
  },
};

export function brokenOff(error: Error, row: number): BrokenOff {
  const { code } = error as CsvError;
  if (code === 'CSV_MAX_RECORD_SIZE')
    return {
      row,
      problem: {
        code: 'line_too_long',
        message: `the row is longer than ${LONGEST_ROW.toLocaleString('en')} bytes; nothing after it was read`,
        hint: 'a line end or a closing quote (") is missing in or before this row: save the file again as CSV',
      },
    };
  const what =
    code === 'CSV_QUOTE_NOT_CLOSED'
      ? 'a quote (") is opened in this row and never closed'
      : 'a quote (") stands inside a cell that is not in quotes, or text follows a closing one';
  return {
    row,
    problem: {
      code: 'malformed_csv',
      message: `${what}; nothing after it was read`,
      hint: 'put the cell in quotes and double its own: "Hotel ""Kazakhstan""", as spreadsheets do when they save CSV',
    },
  };
}
