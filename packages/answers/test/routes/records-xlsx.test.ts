import { words } from '@article21/messages';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import type { LoadedSnapshot } from '../../src/index.ts';
import { recordsCsv } from '../../src/routes/records-csv.ts';
import { recordsXlsx } from '../../src/routes/records-xlsx.ts';
import { dayColumns, recordColumnsOf } from '../../src/sheet/records-table.ts';
import { recordsWorkbook } from '../../src/sheet/records-workbook.ts';
import { ask, understand } from '../ask.ts';
import { edited, serveDataset } from '../loaded-dataset.ts';
import { type ShownCell, type ShownSheet, sheetsOf } from '../sheet/sheets.ts';

/** The rows of a sheet under the names of its first. */
function rowsOf(sheet: ShownSheet | undefined): Record<string, ShownCell>[] {
  const [head, ...rows] = (sheet?.rows ?? []).map(({ cells }) => cells);
  const names = Object.entries(head ?? {}).map(([column, { value }]) => [column, String(value)] as const);
  return rows.map((row) =>
    Object.fromEntries(names.flatMap(([column, name]) => (row[column] ? [[name, row[column]]] : []))),
  );
}

async function sheets(search: string, loaded: LoadedSnapshot) {
  const bytes = await ask<Uint8Array>(recordsXlsx, loaded, search);
  const [table, about] = sheetsOf(bytes);
  return { bytes, rows: rowsOf(table), about, table };
}

/** A cell as a program that reads CSV knows it. */
function asCsv(name: string, cell: ShownCell | undefined): string {
  if (!cell) return '';
  if (cell.format === 'yyyy-mm-dd') return dayOf(Number(cell.value));
  return name.startsWith('eur_') ? Number(cell.value).toFixed(2) : String(cell.value);
}

/** XLSX counts the days since 30 December 1899. */
function dayOf(serial: number): string {
  return new Date(Date.UTC(1899, 11, 30 + serial)).toISOString().slice(0, 10);
}

describe('records as a workbook', () => {
  it('have every cell of the records as CSV, which says of no text that it is a formula', async () => {
    const loaded = await serveDataset();
    for (const search of ['', 'measure=fines', 'place=chuy&lang=kk', 'basis=summary']) {
      const csv: Record<string, string>[] = parse(await ask<string>(recordsCsv, loaded, search), {
        columns: true,
      });
      const { rows } = await sheets(search, loaded);
      expect(rows.length).toBeGreaterThan(0);
      const shown = rows.map((row) =>
        Object.fromEntries(recordColumnsOf(loaded).map((name) => [name, asCsv(name, row[name])])),
      );
      const plain = csv.map((row) =>
        Object.fromEntries(Object.entries(row).map(([name, text]) => [name, text.replace(/^'/, '')])),
      );
      expect(shown).toEqual(plain);
    }
  });

  it('have numbers, days, and yes or no of these types, and text that nothing runs', async () => {
    const { rows, bytes } = await sheets('', await serveDataset());
    const { d1, d2, f1 } = Object.fromEntries(rows.map((row) => [row.id?.value, row]));
    expect(d1).toMatchObject({ count: { value: '~10' }, count_low: { value: 10 } });
    expect(d1).toMatchObject({ count_approximate: { value: true }, synthetic: { value: false } });
    expect(d1?.from).toMatchObject({ value: 44_291, format: 'yyyy-mm-dd' });
    expect(f1).toMatchObject({
      lat: { value: 42.87 },
      eur_low: { value: 30 },
      amount: { value: '3000 KGS' },
    });
    expect(d2?.place_name).toMatchObject({ value: '=Osh' });
    expect(d2?.count_high).toBeUndefined();
    expect(sheetsOf(bytes).some(({ xml }) => xml.includes('<f>'))).toBe(false);
  });

  it('have a second sheet with the question, the snapshot, the sources and the licences', async () => {
    const loaded = await serveDataset();
    const { about, table } = await sheets('measure=fines&lang=ru', loaded);
    const { ui } = words('ru');
    expect([table?.name, about?.name]).toEqual([ui.table.records, ui.footer.method]);
    const said = about?.rows.map(({ cells }) => [cells.A?.value, cells.B?.value]);
    expect(said).toContainEqual([ui.site, 'Собрания в Кыргызстане']);
    expect(said).toContainEqual([ui.filter.title, `measure=fines&lang=ru&snapshot=${loaded.id}`]);
    expect(said).toContainEqual([ui.footer.snapshot, loaded.id]);
    expect(said).toContainEqual([ui.footer.datasetSources, 'A group: Statement']);
    expect(said).toContainEqual([ui.footer.licence, 'Attribution 4.0, https://example.org/by']);
  });

  it('show no word of an internal source', async () => {
    const { table, about } = await sheets('', await serveDataset());
    expect(JSON.stringify([table, about])).not.toContain('three of us');
  });

  it('have days of before March 1900 as text, which programs count differently', async () => {
    const loaded = await serveDataset({
      'records.csv': edited(
        'records.csv',
        'd4,detention,bishkek,2021-05-02',
        'd4,detention,bishkek,1899-05-02',
      ),
    });
    const [row] = (await sheets('measure=detentions&to=1950', loaded)).rows;
    for (const name of dayColumns.slice(0, 2)) expect(row?.[name]).toMatchObject({ value: '1899-05-02' });
  });

  it('cut what no cell holds, and say so, between two signs', async () => {
    const columns = ['id', 'quotations'];
    const quotations = `${'x'.repeat(32_762)}😀${'y'.repeat(10)}`;
    const [table] = sheetsOf(
      await recordsWorkbook({ columns, rows: [{ id: 'a', quotations }] }, [], words('en')),
    );
    const [row] = rowsOf(table);
    expect(row?.quotations?.value).toBe(`${'x'.repeat(32_762)} […]`);
    const [whole] = sheetsOf(
      await recordsWorkbook(
        { columns, rows: [{ id: 'a', quotations: 'z'.repeat(32_767) }] },
        [],
        words('en'),
      ),
    );
    expect(rowsOf(whole)[0]?.quotations?.value).toBe('z'.repeat(32_767));
  });

  it('are a file that says what is in it, of the same bytes for the same question', async () => {
    const loaded = await serveDataset();
    const search = 'measure=fines&place=chuy&from=2021-01-01&to=2021-12-31&chart=bar&title=x&every=week';
    const { headers, canonical } = await understand(recordsXlsx, loaded, search);
    expect(headers).toEqual({
      'Content-Disposition': 'attachment; filename="records-fines-in-chuy-2021.xlsx"',
    });
    expect(canonical).toBe('measure=fines&place=chuy&from=2021-01-01&to=2021-12-31&lang=en');
    expect((await sheets(search, loaded)).bytes).toEqual((await sheets(search, loaded)).bytes);
  });

  it('are at most 20,000', async () => {
    const loaded = await serveDataset();
    const [record] = (await loaded.snapshot.records({ ...everything, limit: 1 })).records;
    if (!record) throw new Error('no record');
    const many = { records: [...Array(20_001)].map((_, i) => ({ ...record, id: `r${i}` })), next: null };
    const snapshot = { ...loaded.snapshot, records: async () => many };
    await expect(ask(recordsXlsx, { ...loaded, snapshot })).rejects.toMatchObject({
      kind: 'too-much',
      issues: [{ code: 'too_many', most: 20_000, narrow: ['measure', 'from', 'to', 'place'] }],
    });
  });
});

const everything = {
  ...{ measures: null, kinds: null, places: null, from: null, to: null, bucket: null, phases: [] },
  ...{ basis: 'incident' as const, evidence: null, attribute: [], undated: null, cursor: null },
};
