import { createWriteStream } from 'node:fs';
import { once } from 'node:events';
import { finished } from 'node:stream/promises';
import { foldSpace } from '../clean.ts';
import { csv } from '../formats/csv.ts';
import { looksLikeHeader } from '../header.ts';

/** A row by the names of its columns, each cell as it was typed. */
export type RawCells = Map<string, string>;

/** The columns by which the header of any table of a dataset is known. */
const KNOWN =
  'id,record,place,source,currency,date,from,to,eur,kind,basis,country,quote,stated,title,visibility,authorised,label,measure'.split(',');

/** The rows of a table that was found sound before, below its header; what stands above that is passed over. */
export async function* rawRows(path: string): AsyncGenerator<RawCells> {
  let header: string[] | null = null;
  for await (const rows of csv.read(path, KNOWN, () => {}))
    for (const raw of rows) {
      if ('problem' in raw) throw new Error(`${path} was changed while it was read`);
      if (!raw.cells.some((cell) => /\S/.test(cell))) continue;
      if (header === null) {
        if (looksLikeHeader(raw, KNOWN)) header = raw.cells.map(foldSpace);
        continue;
      }
      yield new Map(header.map((name, i) => [name, raw.cells[i] ?? '']));
    }
}

/** Writes rows as CSV; the columns are those of the first, or `columns` where there is none. */
export async function writeRows(
  path: string,
  rows: AsyncIterable<RawCells> | Iterable<RawCells>,
  columns: readonly string[] = [],
): Promise<number> {
  const out = createWriteStream(path, { mode: 0o600, flags: 'wx' });
  let names: readonly string[] | null = null;
  let count = 0;
  const line = async (cells: readonly string[]) => {
    if (!out.write(`${cells.map(quoted).join(',')}\n`)) await once(out, 'drain');
  };
  for await (const row of rows) {
    if (names === null) await line((names = [...row.keys()]));
    await line(names.map((name) => row.get(name) ?? ''));
    count += 1;
  }
  if (names === null) await line(columns);
  out.end();
  await finished(out);
  return count;
}

function quoted(cell: string): string {
  return /[",\r\n]|^\s|\s$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
