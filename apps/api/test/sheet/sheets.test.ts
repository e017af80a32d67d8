import { workbook } from '@article21/answers/workbook';
import { createClient } from '@article21/contract/client';
import { words } from '@article21/messages';
import { languages, localText } from '@article21/model';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it, vi } from 'vitest';
import { appOf, publishMade, storeIn, temporaryFolder } from '../fixture.ts';
import { kazakhstanApp } from '../published-app.ts';

const { hono, client, id } = await kazakhstanApp();

/** The texts and numbers of each sheet, as a spreadsheet finds them; formulas would be in `formulas`. */
function opened(bytes: ArrayBuffer | Uint8Array) {
  const files = unzipSync(new Uint8Array(bytes));
  const xml = (path: string) => strFromU8(files[path] ?? new Uint8Array());
  const plain = (text: string) =>
    text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
  const texts = [...xml('xl/sharedStrings.xml').matchAll(/<si><t[^>]*>([^<]*)<\/t><\/si>/g)].map((it) =>
    plain(it[1] ?? ''),
  );
  const sheetOf = (path: string) =>
    [...xml(path).matchAll(/<row [^>]*>(.*?)<\/row>/g)].map((row) =>
      [...(row[1] ?? '').matchAll(/<c [^>]*?(?:t="(\w+)")?(?:\/>|><v>([^<]*)<\/v><\/c>)/g)]
        .map(([, type, value]) => (type === 's' ? texts[Number(value)] : Number(value)))
        .filter((value) => !Number.isNaN(value)),
    );
  const aligned = [...xml('xl/styles.xml').matchAll(/<xf [^>]*>(.*?)<\/xf>/g)].map(
    ([, style = '']) => /horizontal="(\w+)"/.exec(style)?.[1],
  );
  const sheet = xml('xl/worksheets/sheet1.xml');
  const names = [...xml('xl/workbook.xml').matchAll(/<sheet [^>]*name="([^"]+)"/g)].map((it) => it[1]);
  return {
    names,
    table: sheetOf('xl/worksheets/sheet1.xml'),
    about: sheetOf('xl/worksheets/sheet2.xml'),
    isFitted: /<sheetPr><pageSetUpPr fitToPage="1"\/><\/sheetPr>.*fitToWidth="1" fitToHeight="0"/.test(sheet),
    widths: [...sheet.matchAll(/<col [^>]*width="([\d.]+)"/g)].map(([, width]) => Number(width)),
    /** How the filled cells of a column stand, from its heading down. */
    alignments: (column: string) =>
      [...sheet.matchAll(new RegExp(`<c r="${column}\\d+" s="(\\d+)"[^>]*[^/]>`, 'g'))].map(
        ([, style]) => aligned[Number(style)],
      ),
    formulas: Object.keys(files).filter((path) => /<f[ >]/.test(xml(path))),
  };
}

describe('the table for spreadsheets', () => {
  it('says in the asked language what the table for machines says in ids', async () => {
    const text = await client.countsSheetCsv({ measure: ['detentions'], by: ['place'], lang: 'ru' });
    expect(text.split('\r\n')).toEqual([
      expect.stringContaining(
        '"Период","Первый день","Последний день","От","До","Наибольшее из указанного","Примерно"',
      ),
      '"Задержания","человек","Алматы",,,,15,"верхняя граница неизвестна",15,"да",1,5',
      '"Задержания","человек","город не указан",,,,,,,"нет",2,2',
      '"Задержания","человек","Всего",,,,15,"верхняя граница неизвестна",15,"да",3,7',
      '',
    ]);
  });

  it('begins with a byte order mark, by which a spreadsheet knows the letters', async () => {
    const response = await hono.request('/api/v1/counts.sheet.csv?measure=fines&lang=kk');
    expect([...new Uint8Array(await response.arrayBuffer()).slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    expect(response.headers.get('content-disposition')).toBe('attachment; filename="fines-kk.csv"');
  });

  it('says where no upper limit is known, and leaves what no source numbers empty', async () => {
    const text = await client.countsSheetCsv({
      measure: ['rejected_applications', 'detentions'],
      by: ['place'],
    });
    expect(text).toContain('"Astana",,,,1,"no upper limit known",,"no",0,1\r\n');
    expect(text).toContain('"city not stated",,,,,,,"no",2,2\r\n');
  });

  it('has an answer of its own in each language, and one for English however it is asked', async () => {
    const tag = async (query: string) =>
      (await hono.request(`/api/v1/counts.sheet.csv${query}`)).headers.get('etag');
    expect(await tag('')).toBe(await tag('?lang=en'));
    expect(new Set([await tag('?lang=en'), await tag('?lang=ru'), await tag('?lang=kk')]).size).toBe(3);
  });

  it('says which days of a bucket are counted, also where the period cuts it', async () => {
    const asked = { measure: ['detentions'], by: ['period'], every: 'month', from: 15_460 } as const;
    const text = await client.countsSheetCsv({ ...asked, measure: [...asked.measure], by: [...asked.by] });
    expect(text).toContain(',"2012-05","2012-05-01","2012-05-31",');
    const csv = await client.countsCsv({
      measure: ['detentions'],
      by: ['period'],
      every: 'year',
      from: 15_460,
    });
    expect(csv).toContain('row,detentions,people,,2012,2012-04-30,2012-12-31,');
  });

  it('leaves the table for machines in ids', async () => {
    const [header, first] = (
      await client.countsCsv({ measure: ['detentions'], by: ['place'], lang: 'ru' })
    ).split('\r\n');
    expect(header).toBe(
      'part,measure,unit,place,period,from,to,low,high,stated_high,approximate,unnumbered,records,assembly_day,approximate_dates,within,synthetic,phase',
    );
    expect(first).toMatch(/^row,detentions,people,almaty,,,,15,,15,true,1,5,\d,0,,false,$/);
  });
});

describe('the workbook', () => {
  it('holds the same table, numbers as numbers', async () => {
    const { table } = opened(await client.countsXlsx({ measure: ['detentions'], by: ['place'] }));
    const open = 'no upper limit known';
    expect(table.slice(1)).toEqual([
      ['Detentions', 'people', 'Almaty', 15, open, 15, 'yes', 1, 5],
      ['Detentions', 'people', 'city not stated', 'no', 2, 2],
      ['Detentions', 'people', 'Total', 15, open, 15, 'yes', 3, 7],
    ]);
  });

  it.each(languages)('has in %s the width of a page, and numbers under their heading', async (lang) => {
    const measure = ['rejected_applications', 'detentions', 'fines', 'arrest_days'] as const;
    const asked = { measure: [...measure], by: ['place', 'period'] as const, lang };
    const { widths, alignments, isFitted } = opened(await client.countsXlsx({ ...asked, by: [...asked.by] }));
    // About as many characters as an A4 page has in a row; a few more are printed smaller.
    expect(widths.reduce((sum, width) => sum + width, 0)).toBeLessThan(145);
    expect(isFitted).toBe(true);
    for (const numbers of ['G', 'H', 'I', 'K', 'L'])
      expect(new Set(alignments(numbers))).toEqual(new Set(['right']));
    expect(new Set(alignments('A'))).toEqual(new Set(['left']));
  });

  it.each(languages)('tells in %s what must travel with the numbers', async (lang) => {
    const asked = { measure: ['detentions'], place: ['almaty'], lang } as const;
    const { about, names, formulas } = opened(await client.countsXlsx(asked));
    const [headline] = (await client.counts(asked)).headlines;
    const told = about.map(([, text]) => text);
    const { dataset, sources } = await client.snapshot();
    expect(told).toContain(headline?.text);
    expect(told).toContain(id);
    expect(told).toContain(`measure=detentions&place=almaty&lang=${lang}&snapshot=${id}`);
    const [source] = sources;
    const title = source && localText(source, 'title', lang, dataset.language).text;
    expect(told.some((it) => String(it).includes(title ?? '?'))).toBe(true);
    expect(told.some((it) => String(it).includes(dataset.licenses[0]?.path ?? '?'))).toBe(true);
    expect(told).toContain(words(lang).measure('detentions').caveat);
    expect(names).toHaveLength(2);
    for (const name of names) expect(name?.length).toBeLessThanOrEqual(31);
    expect(formulas).toEqual([]);
  });

  it('is the same bytes whenever it is made', async () => {
    const make = async (day: string) => {
      vi.useFakeTimers({ toFake: ['Date'], now: new Date(day) });
      const bytes = await workbook(
        { columns: ['a'], rows: [[1, 'x']], totals: [] },
        [['b', 'c']],
        words('en'),
      );
      vi.useRealTimers();
      return bytes;
    };
    expect(await make('2026-11-23T12:00:00Z')).toEqual(await make('2031-01-01T00:00:00Z'));
  });

  it('has the rows that there are, however many days and places there could be', async () => {
    const query = 'by=place,period&every=day&from=2012&to=2100&measure=detentions';
    expect((await hono.request(`/api/v1/counts.xlsx?${query}`)).status).toBe(200);
  });

  it('keeps every text a text, whatever it looks like', async () => {
    const hostile = [
      '=1+1',
      '@x',
      '<b>&amp;"',
      '  two  ',
      'toString',
      'valueOf',
      '__proto__',
      '12',
      'TRUE',
      '\u0007bell',
    ];
    const bytes = await workbook(
      { columns: ['a'], rows: hostile.map((it) => [it]), totals: [] },
      [['=2', '=3']],
      words('en'),
    );
    const { table, about, formulas } = opened(bytes);
    expect(formulas).toEqual([]);
    expect(about).toEqual([['=2', '=3']]);
    const read = table.slice(1).map(([cell]) => cell);
    expect(read).toEqual([
      '=1+1',
      '@x',
      '<b>&amp;"',
      '  two  ',
      'toString ',
      'valueOf ',
      '__proto__ ',
      '12',
      'TRUE',
      'bell',
    ]);
  });
});

describe('generated data', () => {
  it('is called so in the table and beside it', async () => {
    const made = await temporaryFolder();
    const other = storeIn(made.path);
    await publishMade(other, made.path, { synthetic: true });
    const app = appOf(other);
    const asked = createClient(app.hono.request);
    const mark = words('en').ui.synthetic;
    const [header, row] = (await asked.countsSheetCsv({ by: ['place'] })).split('\r\n');
    expect([header, row]).toEqual([expect.stringMatching(`,"${mark}"$`), expect.stringMatching(/,"yes"$/)]);
    const { table, about } = opened(await asked.countsXlsx());
    expect(table[0]).toContain(mark);
    expect(about).toContainEqual([mark, 'yes']);
    await app.close();
    await made.remove();
  });
});
