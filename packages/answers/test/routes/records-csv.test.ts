import type { RecordsAnswer } from '@article21/contract';
import { endpoints } from '@article21/contract';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import type { LoadedSnapshot } from '../../src/index.ts';
import { records } from '../../src/routes/records.ts';
import { recordsCsv } from '../../src/routes/records-csv.ts';
import { ask, understand } from '../ask.ts';
import { serveDataset } from '../loaded-dataset.ts';

async function rowsOf(search: string, loaded?: LoadedSnapshot): Promise<Record<string, string>[]> {
  return parse(await ask<string>(recordsCsv, loaded ?? (await serveDataset()), search), { columns: true });
}

describe('records as a table', () => {
  it('are those of the same question without a table', async () => {
    const loaded = await serveDataset();
    const asked = [
      '',
      'measure=fines',
      'place=chuy',
      'basis=summary',
      'bucket=2021-05&at=bishkek',
      'phase=after',
    ];
    for (const search of asked) {
      const { records: wanted } = await ask<RecordsAnswer>(records, loaded, search);
      const rows = await rowsOf(search, loaded);
      expect(rows.map(({ id }) => id)).toEqual(wanted.map(({ id }) => id));
      expect(rows.length).toBeGreaterThan(0);
    }
  });

  it('have every number with its ends, and empty cells where nothing is known or nothing applies', async () => {
    const rows = Object.fromEntries((await rowsOf('')).map((row) => [row.id, row]));
    const { d1, d2, d3, f1, w1 } = rows;
    expect(d1).toMatchObject({ count: '~10', count_low: '10', count_high: '10', count_approximate: 'true' });
    expect(d2).toMatchObject({ count_low: '2', count_high: '', count_unnumbered: '0' });
    expect(d3).toMatchObject({ count: '?', count_low: '', count_high: '', count_unnumbered: '1' });
    expect(d3).toMatchObject({ date: '2021-04/2021-05', from: '2021-04-01', to: '2021-05-31' });
    expect(w1).toMatchObject({ from: '', to: '2021-04-11', amount: '', eur_low: '' });
    expect(f1).toMatchObject({ amount: '3000 KGS', currency: 'KGS', amount_low: '3000', eur_low: '30.00' });
    expect(f1).toMatchObject({ lat: '42.87', country: 'KG', synthetic: 'false', sources: 'statement' });
    expect(f1?.source_addresses).toBe('https://example.org/1');
    expect(f1?.path).toBe(`/records/f1?snapshot=${f1?.snapshot}`);
  });

  it('have the columns that are documented, in their order', async () => {
    const [header] = (await ask<string>(recordsCsv, await serveDataset(), '')).split('\r\n');
    expect(header).toBe(endpoints.recordsCsv.example.split('\r\n')[0]);
  });

  it('show no word of an internal source, and nothing that a spreadsheet runs', async () => {
    const text = await ask<string>(recordsCsv, await serveDataset(), '');
    expect(text).not.toContain('three of us');
    const [osh] = await rowsOf('place=osh&measure=detentions');
    expect(osh?.place_name).toBe("'=Osh");
    expect(osh?.quotations).toBe('two or more in Osh');
  });

  it('are a file that says what is in it, of the same bytes for the same question', async () => {
    const { headers, canonical } = await understand(
      recordsCsv,
      await serveDataset(),
      'measure=fines&place=chuy&from=2021-01-01&to=2021-12-31&chart=bar&title=x&every=week',
    );
    expect(headers).toEqual({
      'Content-Disposition': 'attachment; filename="records-fines-in-chuy-2021.csv"',
    });
    expect(canonical).toBe('measure=fines&place=chuy&from=2021-01-01&to=2021-12-31&lang=en');
  });
});
