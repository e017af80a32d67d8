import { type CountsAnswer, endpoints } from '@article21/contract';
import { words } from '@article21/messages';
import { describe, expect, it } from 'vitest';
import { countable, HttpProblem, type LoadedSnapshot, MOST_GROUPS, readQuery } from '../../src/index.ts';
import { chartJson } from '../../src/routes/chart-json.ts';
import { counts } from '../../src/routes/counts.ts';
import { chartCsv, countsCsv } from '../../src/routes/counts-csv.ts';
import { countsSheetCsv } from '../../src/routes/counts-sheet-csv.ts';
import { countsXlsx } from '../../src/routes/counts-xlsx.ts';
import { ask, understand } from '../ask.ts';
import { edited, serveDataset } from '../loaded-dataset.ts';
import { sheetsOf } from '../sheet/sheets.ts';

const synthetic = {
  'datapackage.json': edited('datapackage.json', '"version"', '"synthetic": true, "version"'),
};
const byPlace = 'measure=detentions&by=place';

/** The lines of a CSV file by the names of its columns. */
function linesOf(csv: string): { [column: string]: string }[] {
  const [head = '', ...lines] = csv.trimEnd().split('\r\n');
  const columns = head.split(',');
  return lines.map((line) => Object.fromEntries(line.split(',').map((cell, i) => [columns[i] ?? '', cell])));
}

describe('counts as JSON', () => {
  it('say what was asked, of which snapshot, and in one sentence what was found', async () => {
    const loaded = await serveDataset();
    const search =
      'measure=detentions,fines&place=kg&from=2021-04-01&to=2021-06-30&phase=during,after,unstated&by=place&every=year&lang=ru';
    const answer = await ask<CountsAnswer>(counts, loaded, search);
    expect(answer.query).toEqual({
      text: search,
      ...{ measure: ['detentions', 'fines'], place: ['kg'], from: '2021-04-01', to: '2021-06-30' },
      ...{ phase: ['during', 'after', 'unstated'], basis: 'incident', by: ['place'], every: 'year' },
      ...{ lang: 'ru', snapshot: null },
    });
    expect([answer.snapshot, answer.synthetic]).toEqual([loaded.id, false]);
    expect(answer.headlines.map(({ measure }) => measure)).toEqual(['detentions', 'fines']);
    for (const [i, total] of answer.totals.entries()) {
      expect(total.headline).toBe(answer.headlines[i]?.text);
      expect(total.sentence).toMatch(/[а-я]/);
    }
  });

  it('of nothing have a headline that says so, no end, and English words where none are asked for', async () => {
    const answer = await ask<CountsAnswer>(counts, await serveDataset(), 'measure=warnings&place=bishkek');
    expect([answer.rows, answer.totals, answer.query.from, answer.query.to]).toEqual([[], [], null, null]);
    expect(answer.headlines).toMatchObject([
      { measure: 'warnings', text: expect.stringMatching(/^[A-Z].*\w/) },
    ]);
  });

  it('are rows, a total and what is not dated, each as far as sources state it', async () => {
    const answer = await ask<CountsAnswer>(
      counts,
      await serveDataset(),
      'measure=detentions&by=place,period',
    );
    const told = answer.rows.map(({ place, period, low, high, unnumbered, records }) => [
      ...[place, period, low, high, unnumbered, records],
    ]);
    expect(told).toEqual([
      ['bishkek', '2021-04', 10, 10, 0, 1],
      ['bishkek', '2021-05', 3, 3, 0, 1],
      ['osh', '2021-05', 2, null, 0, 1],
    ]);
    expect(answer.undated).toMatchObject([
      { place: 'kg', low: null, high: null, unnumbered: 1, within: true },
    ]);
    expect(answer.totals).toMatchObject([
      { low: 15, high: null, unnumbered: 1, records: 4, approximate: true },
    ]);
  });

  it('are one question whatever changes no number', async () => {
    const loaded = await serveDataset();
    const of = async (search: string) => (await understand(counts, loaded, search)).canonical;
    expect(await of('title=x&theme=dark&chart=bar&measure=fines&lang=kk')).toBe('measure=fines&lang=kk');
    expect((await understand(chartJson, loaded, 'measure=fines&chart=line')).canonical).toContain('by=');
  });

  it('of generated data are marked', async () => {
    expect((await ask<CountsAnswer>(counts, await serveDataset(synthetic))).synthetic).toBe(true);
  });
});

describe('counts as CSV', () => {
  it('have a line for each row, for what is not dated and for each total', async () => {
    const loaded = await serveDataset();
    const csv = await ask<string>(countsCsv, loaded, 'measure=detentions&by=place,period');
    const lines = linesOf(csv);
    expect(lines.map(({ part }) => part)).toEqual(['row', 'row', 'row', 'undated', 'total']);
    expect(lines[0]).toEqual({
      ...{
        part: 'row',
        measure: 'detentions',
        unit: 'people',
        place: 'bishkek',
        phase: '',
        period: '2021-04',
      },
      ...{ from: '2021-04-01', to: '2021-04-30', low: '10', high: '10', stated_high: '10' },
      ...{
        approximate: 'true',
        unnumbered: '0',
        records: '1',
        assembly_day: '0',
        approximate_dates: '0',
        within: '',
      },
      synthetic: 'false',
    });
    expect(lines[2]).toMatchObject({
      place: 'osh',
      low: '2',
      high: '',
      stated_high: '',
      approximate: 'false',
    });
    expect(lines[3]).toMatchObject({
      place: 'kg',
      low: '',
      high: '',
      unnumbered: '1',
      within: 'true',
      from: '',
    });
    expect(lines[4]).toMatchObject({ part: 'total', place: '', low: '15', high: '', records: '4' });
  });

  it('of a period name the days that are counted of each bucket', async () => {
    const search = 'measure=detentions&by=period&every=year&from=2021-05-02&to=2021-05-31';
    const lines = linesOf(await ask<string>(countsCsv, await serveDataset(), search));
    expect(lines[0]).toMatchObject({
      part: 'row',
      period: '2021',
      from: '2021-05-02',
      to: '2021-05-31',
      low: '5',
    });
  });

  it('are the same in every language, and a file named after its view', async () => {
    const loaded = await serveDataset();
    const { canonical, headers } = await understand(countsCsv, loaded, `${byPlace}&lang=ru`);
    expect(canonical).toBe(byPlace);
    expect(headers).toEqual({ 'Content-Disposition': 'attachment; filename="detentions-by-city.csv"' });
    const chart = await understand(chartCsv, loaded, 'measure=fines&chart=bar&lang=ru');
    expect(chart.canonical).not.toContain('lang');
    expect(chart.headers).toEqual({ 'Content-Disposition': expect.stringMatching(/="fines[-\w]*\.csv"$/) });
    const drawn = linesOf((await chart.answer()) as string);
    expect(drawn.map(({ part, place }) => [part, place])).toEqual([
      ...[
        ['row', 'bishkek'],
        ['total', ''],
      ],
    ]);
  });

  it('of generated data say so in each line', async () => {
    const lines = linesOf(await ask<string>(countsCsv, await serveDataset(synthetic), byPlace));
    expect(lines.length).toBeGreaterThan(2);
    expect(new Set(lines.map(({ synthetic: it }) => it))).toEqual(new Set(['true']));
  });
});

describe('counts as a workbook', () => {
  const sheets = async (loaded: LoadedSnapshot, search: string) =>
    sheetsOf(await ask<Uint8Array>(countsXlsx, loaded, search));
  const texts = (rows: readonly { cells: object }[]) =>
    rows.map(({ cells }) => Object.values(cells).map(({ value }) => value));

  it('are the rows, then the totals, in the words of the language', async () => {
    const loaded = await serveDataset();
    const [table] = await sheets(loaded, 'measure=detentions&by=place&lang=ru');
    const rows = texts(table?.rows ?? []);
    const { table: said } = words('ru').ui;
    expect(rows[0]).toEqual(expect.arrayContaining([said.measure, said.place, said.low, said.high]));
    const label = words('ru').measure('detentions').label;
    expect(rows.slice(1).map(([measure]) => measure)).toEqual([label, label, label, label]);
    expect(rows.at(-1)).toEqual(expect.arrayContaining([said.total, 15, said.open, said.yes, 1, 4]));
    expect(rows.find((row) => row.includes('＋Ош'))).toEqual(expect.arrayContaining([2, said.open, said.no]));
  });

  it('name what is not dated, what may lie outside, and generated data', async () => {
    const ui = words('en').ui;
    const [dated] = await sheets(await serveDataset(), 'measure=detentions&by=period');
    expect(texts(dated?.rows ?? []).flat()).toContain(words('en').undatedTo('month'));
    const [cut] = await sheets(await serveDataset(), 'measure=detentions&to=2021-04-30');
    expect(texts(cut?.rows ?? []).flat()).toContain(ui.page.outside);
    const [made] = await sheets(await serveDataset(synthetic), byPlace);
    const rows = texts(made?.rows ?? []);
    expect(rows[0]?.at(-1)).toBe(ui.synthetic);
    expect(rows.slice(1).map((row) => row.at(-1))).toEqual(rows.slice(1).map(() => ui.table.yes));
    const [plain] = await sheets(await serveDataset(), byPlace);
    expect(texts(plain?.rows ?? []).flat()).not.toContain(ui.synthetic);
  });

  it('say beside them what must travel with them', async () => {
    const loaded = await serveDataset();
    const [, about] = await sheets(loaded, 'measure=fines&lang=ru');
    const said = words('ru');
    const lines = texts(about?.rows ?? []).map(([label, text]) => [label, text]);
    expect(lines[0]).toEqual([said.ui.site, 'Собрания в Кыргызстане']);
    expect(lines).toContainEqual([said.ui.footer.snapshot, loaded.id]);
    const { label, definition, caveat } = said.measure('fines');
    expect(lines).toContainEqual([label, definition]);
    if (caveat === null) throw new Error('fines have no caveat');
    expect(lines).toContainEqual([said.ui.methods.caveat, caveat]);
    expect(lines).toContainEqual([said.ui.footer.source, 'A group: Statement']);
    expect(lines).toContainEqual([said.ui.page.rights, 'its publishers’']);
    expect(lines).toContainEqual([said.ui.footer.licence, 'Attribution 4.0, https://example.org/by']);
    expect(lines).toContainEqual([said.ui.footer.licence, 'ODbL']);
    expect(lines.flat().join('\n')).toContain(`lang=ru&snapshot=${loaded.id}`);
    const [, made] = await sheets(await serveDataset(synthetic), 'measure=fines');
    expect(texts(made?.rows ?? [])).toContainEqual([words('en').ui.synthetic, words('en').ui.table.yes]);
  });

  it('are a file named after its view', async () => {
    const loaded = await serveDataset();
    const { canonical, headers } = await understand(countsXlsx, loaded, 'measure=fines&title=x');
    expect(canonical).toBe('measure=fines&lang=en');
    expect(headers).toEqual({ 'Content-Disposition': 'attachment; filename="fines.xlsx"' });
  });
});

describe('an answer that would be too large', () => {
  const huge = 'measure=detentions&by=period&every=day&from=0001-01-01&to=9999-12-31';

  it('is refused before anything is counted, with what to ask for instead', async () => {
    const loaded = await serveDataset();
    for (const route of [counts, countsCsv, countsSheetCsv, countsXlsx, chartJson, chartCsv]) {
      const refusal = await understand(route, loaded, huge).catch((error: unknown) => error);
      expect(refusal).toBeInstanceOf(HttpProblem);
      expect(refusal).toMatchObject({ kind: 'too-much', issues: [{ key: 'every', code: 'too_many' }] });
      expect((refusal as HttpProblem).issues[0]?.stated).toBe('day');
    }
  });

  it('is one of more groups than are given, and no other', async () => {
    const loaded = await serveDataset();
    const search = new URLSearchParams('measure=detentions&by=place');
    const request = { params: {}, search, loaded, words };
    const read = (most: number) => () =>
      countable(readQuery(endpoints.counts, request.search, request.loaded), request.loaded, most);
    expect(MOST_GROUPS).toBe(100_000);
    expect(read(3)).not.toThrow();
    expect(read(2)).toThrow(expect.objectContaining({ kind: 'too-much' }));
  });
});
