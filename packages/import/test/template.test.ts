import { readFileSync } from 'node:fs';
import { tableFormatOf } from '@article21/ingest/tables';
import { createVocabulary, languages, usualVocabulary } from '@article21/model';
import { readXlsx } from 'hucre/xlsx';
import { expect, it } from 'vitest';
import { proposeMapping } from '../src/propose.ts';
import { writeTemplate } from '../src/template.ts';
import { type UnderstoodRow, understand } from '../src/understand.ts';
import { useFolder } from './tables.ts';

const folder = useFolder();

it.each(languages)(
  'reads the workbook in %s back to the same records, with no question about its columns',
  async (language) => {
    folder.write('t.xlsx', await writeTemplate(language));
    const table = folder.path('t.xlsx');
    const read = () => tableFormatOf(table)?.read(table, {}) as AsyncIterable<never>;
    const proposed = await proposeMapping(read(), {
      table,
      folder: folder.path('data'),
      today: '2024-05-01',
    });
    const mapping = 'mapping' in proposed ? proposed.mapping : null;
    expect(mapping?.columns).toEqual({});
    const rows: UnderstoodRow[] = [];
    const { questions, refusals, leftOut } = await understand(
      read(),
      mapping as never,
      { places: [], ids: new Set(), vocabulary: usualVocabulary },
      (row) => rows.push(row),
    );
    expect(questions.map(({ at }) => at.join('.'))).toEqual([
      'dataset.title',
      'dataset.licence',
      'source.publisher',
      'source.rights',
    ]);
    expect([refusals, leftOut.sum, leftOut.title]).toEqual([[], 0, 0]);
    const records = rows
      .flatMap(({ records }) => records)
      .map(({ id, fields: { note: _, ...fields } }) => ({
        id,
        ...Object.fromEntries(Object.entries(fields).map(([field, said]) => [field, said?.text])),
      }));
    const empty = { amount: null, days: null, phase: null, basis: 'incident' };
    expect(records).toEqual([
      {
        ...empty,
        id: 't-1',
        kind: 'detention',
        place: 'almaty',
        date: '2024-03-12',
        phase: 'during',
        count: '3-5',
      },
      {
        ...empty,
        id: 't-2',
        kind: 'fine',
        place: 'astana',
        date: '2024-03',
        phase: 'after',
        count: '2+',
        amount: '?',
      },
      {
        ...empty,
        id: 't-3',
        kind: 'arrest',
        place: 'aktobe',
        date: '2024-03-12/2024-03-14',
        count: '1',
        days: '15',
      },
    ]);
    expect(rows[0]?.links).toEqual(['https://example.org/report']);
  },
);

it('has cells of text, lists to choose from, and a sheet of help', async () => {
  folder.write('t.xlsx', await writeTemplate('ru'));
  const { sheets } = await readXlsx(readFileSync(folder.path('t.xlsx')), { readStyles: true });
  expect(sheets.map(({ name }) => name)).toEqual(['Записи', 'Справка']);
  const [records, help] = sheets;
  expect(records?.cells?.get('3,5')?.style?.numFmt).toBe('@');
  expect(records?.cells?.get('500,5')?.style?.numFmt).toBe('@');
  expect(records?.dataValidations?.map(({ range, values }) => [range, values?.length])).toEqual([
    ['B2:B1001', 6],
    ['E2:E1001', 3],
  ]);
  expect(help?.rows.length).toBeGreaterThan(10);
});

it('has the kinds of a dataset in its list, by their labels', async () => {
  const kind = { id: 'eviction', label_ru: 'Выселение', definition_ru: 'Семью выселили.' };
  const workbook = await readXlsx(
    await writeTemplate('ru', createVocabulary({ kinds: [kind], measures: [] })),
  );
  const lists = workbook.sheets[0]?.dataValidations?.map(({ values }) => values) ?? [];
  expect(lists[0]).toContain('задержание');
  expect(lists[0]?.at(-1)).toBe('выселение');
});
