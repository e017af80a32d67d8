import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Client } from '../../postgres/connection.ts';

/** Sends rows, in the text form of COPY, into a table: `article21.records (load, place)`. */
export async function copyInto(client: Client, target: string, rows: string): Promise<void> {
  const { from } = await import('pg-copy-streams');
  const stream = client.query(from(`COPY ${target} FROM STDIN`));
  await pipeline(Readable.from([Buffer.from(rows)]), stream);
}

/**
 * The rows of a statement, as the text form of COPY has them, without reading all of them at once. Unlike the rows of a
 * cursor they may be made by several processes of the database.
 */
export async function* rowsOf(client: Client, statement: string): AsyncIterable<string> {
  const { to } = await import('pg-copy-streams');
  const stream = client.query(to(`COPY (${statement}) TO STDOUT`));
  let rest: Buffer = Buffer.alloc(0);
  for await (const piece of stream as AsyncIterable<Buffer>) {
    const bytes = rest.length > 0 ? Buffer.concat([rest, piece]) : piece;
    let start = 0;
    for (let end = bytes.indexOf(LINE_END); end !== -1; end = bytes.indexOf(LINE_END, start)) {
      yield bytes.toString('utf8', start, end);
      start = end + 1;
    }
    rest = bytes.subarray(start);
  }
}

const LINE_END = 10;
