import { describe, expect, it } from 'vitest';
import { countsSheetCsv } from '../../src/routes/counts-sheet-csv.ts';
import { ask, understand } from '../ask.ts';
import { serveDataset } from '../loaded-dataset.ts';

describe('the table for a spreadsheet', () => {
  it('runs no name of a place, in no language', async () => {
    const loaded = await serveDataset();
    const sheets = ['en', 'ru', 'kk'].map((lang) =>
      ask<string>(countsSheetCsv, loaded, `measure=detentions&place=osh&by=place&lang=${lang}`),
    );
    const [english, russian, kazakh] = await Promise.all(sheets);
    expect(english).toContain(`"'=Osh"`);
    expect(russian).toContain(`"'＋Ош"`);
    expect(kazakh).toContain(`"'@Ош"`);
  });

  it('is UTF-8 that says so, lines as spreadsheets end them, texts in quotes and numbers without', async () => {
    const loaded = await serveDataset();
    const sheet = await ask<string>(countsSheetCsv, loaded, 'measure=fines&by=place');
    expect(sheet.startsWith('\ufeff"')).toBe(true);
    const lines = sheet.split('\r\n');
    expect(lines).toHaveLength(4);
    expect(lines[1]).toMatch(/^"Fines","EUR","Bishkek",,,,30,30,30,/);
    expect(lines[3]).toBe('');
  });

  it('is a file named after the view and the language, English where none is asked for', async () => {
    const loaded = await serveDataset();
    const { canonical, headers } = await understand(
      countsSheetCsv,
      loaded,
      'measure=fines&title=x&chart=bar',
    );
    expect(canonical).toBe('measure=fines&lang=en');
    expect(headers).toEqual({ 'Content-Disposition': 'attachment; filename="fines.csv"' });
    const { headers: russian } = await understand(countsSheetCsv, loaded, 'measure=fines&lang=ru');
    expect(russian).toEqual({ 'Content-Disposition': 'attachment; filename="fines-ru.csv"' });
  });
});
