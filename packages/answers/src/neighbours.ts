import { type CitedRow, LONGEST_PART, type RestrictionRecord, type TableRows } from '@article21/model';
import type { LoadedSnapshot } from './loaded-snapshot.ts';

/** How many rows are shown on each side of a cited one. */
const ROWS_BESIDE = 2;

/** Adds to records the rows next to the cited ones, so that a reader can see nothing was cut out. */
export async function withNeighbours(
  records: readonly RestrictionRecord[],
  loaded: LoadedSnapshot,
): Promise<RestrictionRecord[]> {
  const read = tableReader(loaded);
  return Promise.all(
    records.map(async (record) => ({
      ...record,
      evidence: await Promise.all(record.evidence.map((it) => (it.kind === 'row' ? widened(it, read) : it))),
    })),
  );
}

async function widened(cited: CitedRow, read: ReadRows): Promise<CitedRow> {
  const { source, row } = cited;
  if (row === null) return cited;
  const table = await read(source, row - ROWS_BESIDE, row + ROWS_BESIDE);
  return { ...cited, table: table ?? cited.table };
}

/** Reads a range of rows of a table; null if there is no such table, or it is internal. */
type ReadRows = (source: string, from: number, to: number) => Promise<TableRows | null>;

/** Without the header, the rows above it, and empty rows. Each part is read once. */
export function tableReader({ snapshot }: Pick<LoadedSnapshot, 'snapshot'>): ReadRows {
  const heads = new Map<string, ReturnType<typeof snapshot.table>>();
  const parts = new Map<string, ReturnType<typeof snapshot.tablePart>>();
  const partOf = (source: string, part: number) => {
    const key = `${source} ${part}`;
    const found = parts.get(key) ?? snapshot.tablePart(source, part);
    parts.set(key, found);
    return found;
  };
  return async (source, from, to) => {
    const reading = heads.get(source) ?? snapshot.table(source);
    heads.set(source, reading);
    const head = await reading;
    if (head === null) return null;
    const rows: TableRows['rows'] = [];
    for (let row = Math.max(from, head.headerRow + 1); row <= Math.min(to, head.lastRow); row++) {
      const part = Math.floor((row - 1) / LONGEST_PART);
      const cells = (await partOf(source, part))[row - 1 - part * LONGEST_PART] ?? [];
      if (cells.length > 0) rows.push({ row, cells: [...cells] });
    }
    return { header: [...head.header], rows };
  };
}
