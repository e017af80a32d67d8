import { readFileSync } from 'node:fs';
import { tableFormatOf } from '@article21/ingest/tables';
import { createVocabulary, languages, usualVocabulary, type Vocabulary } from '@article21/model';
import { readXlsx, type Sheet, writeXlsx } from 'hucre/xlsx';
import { expect, it } from 'vitest';
import { proposeMapping } from '../src/propose.ts';
import { writeTemplate } from '../src/template.ts';
import { type UnderstoodRow, understand } from '../src/understand.ts';
import { useFolder } from './tables.ts';

const folder = useFolder();

const read = () => {
  const table = folder.path('t.xlsx');
  return tableFormatOf(table)?.read(table, {}) as AsyncIterable<never>;
};

async function proposedFor(vocabulary: Vocabulary) {
  const asked = { table: folder.path('t.xlsx'), folder: folder.path('data'), today: '2024-05-01' };
  const proposed = await proposeMapping(read(), { ...asked, vocabulary });
  if ('problem' in proposed) throw new Error(proposed.problem.message);
  return proposed;
}

it.each(languages)(
  'reads the workbook in %s back to the same records, with no question about its columns',
  async (language) => {
    folder.write('t.xlsx', await writeTemplate(language));
    const { mapping } = await proposedFor(usualVocabulary);
    expect(mapping.columns).toEqual({});
    const rows: UnderstoodRow[] = [];
    const { questions, refusals, leftOut } = await understand(
      read(),
      mapping,
      { places: [], isNew: true, ids: new Set(), vocabulary: usualVocabulary },
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
  expect(sheets.map(({ name }) => name)).toEqual(['Записи', 'Справка', 'Списки']);
  const [records, help] = sheets;
  expect(records?.cells?.get('3,5')?.style?.numFmt).toBe('@');
  expect(records?.cells?.get('500,5')?.style?.numFmt).toBe('@');
  const lists = listsIn(sheets);
  expect([...lists.keys()]).toEqual(['B2:B1001', 'E2:E1001']);
  expect([...lists.values()].map(({ length }) => length)).toEqual([6, 3]);
  expect(help?.rows.length).toBeGreaterThan(10);
});

/** The words that cells may be chosen from, by the cells: as a spreadsheet finds them in other cells. */
function listsIn(sheets: readonly Sheet[]): Map<string, unknown[]> {
  return new Map(
    sheets[0]?.dataValidations?.map(({ range, formula1 = '' }) => {
      const [, name, letter = '', from, to] = /^'(.+)'!\$([A-Z])\$(\d+):\$[A-Z]\$(\d+)$/.exec(formula1) ?? [];
      const rows = sheets.find((it) => it.name === name)?.rows.slice(Number(from) - 1, Number(to)) ?? [];
      return [range, rows.map((row) => row[letter.charCodeAt(0) - 65])];
    }),
  );
}

/** Labels with a comma, more of them than a rule of Excel holds, and attributes that are called as a column is, or as each other. */
const own = createVocabulary({
  kinds: [{ id: 'eviction', label_ru: 'Выселение', definition_ru: 'Семью выселили.' }],
  measures: [],
  attributes: [
    {
      ...{ id: 'topic', label_ru: 'Тема', definition_ru: 'О чём было собрание.' },
      values: [
        { id: 'labour', label_ru: 'Труд, оплата', definition_ru: 'Условия труда.' },
        ...Array.from({ length: 60 }, (_, i) => ({ id: `t${i}`, label_ru: `Тема собрания номер ${i}` })),
      ],
    },
    {
      ...{ id: 'note', label_ru: 'Примечание', definition_ru: 'Другое.' },
      values: [{ id: 'a', label_ru: 'А' }],
    },
    {
      ...{ id: 'theme', label_ru: 'Тема', definition_ru: 'Та же.' },
      values: [
        { id: 'a', label_ru: 'А' },
        { id: 'b', label_ru: 'А' },
      ],
    },
  ],
});

it('has the kinds and attributes of a dataset in its lists and its help, by their labels', async () => {
  const { sheets } = await readXlsx(await writeTemplate('ru', own));
  const lists = listsIn(sheets);
  expect(lists.get('B2:B1001')).toContain('задержание');
  expect(lists.get('B2:B1001')?.at(-1)).toBe('выселение');
  expect(sheets[0]?.rows[0]?.slice(10)).toEqual(['Тема [topic]', 'Примечание [note]', 'Тема [theme]']);
  expect(lists.get('K2:K1001')?.slice(0, 2)).toEqual(['Труд, оплата', 'Тема собрания номер 0']);
  expect(lists.get('K2:K1001')).toHaveLength(61);
  expect([lists.get('L2:L1001'), lists.get('M2:M1001')]).toEqual([['А'], ['А [a]', 'А [b]']]);
  const help = sheets[1]?.rows.map((row) => row.slice(0, 2)) ?? [];
  expect(help).toContainEqual(['Тема [topic]', 'О чём было собрание.']);
  expect(help).toContainEqual([null, 'Труд, оплата: Условия труда.']);
  // Nothing that is wider than a rule of Excel, or would be cut at a comma.
  expect(
    sheets.flatMap(({ dataValidations = [] }) => dataValidations.flatMap(({ values = [] }) => values)),
  ).toEqual([]);
});

it('reads kinds and attributes of a dataset back from the words that were chosen', async () => {
  const { sheets } = await readXlsx(await writeTemplate('ru', own));
  const [header = []] = sheets[0]?.rows ?? [];
  const row = header.map((name) => chosen[String(name)] ?? null);
  folder.write('t.xlsx', await writeXlsx({ sheets: [{ name: 'Записи', rows: [header, row] }] }));
  const { mapping } = await proposedFor(own);
  const rows: UnderstoodRow[] = [];
  const known = { places: [], isNew: true, ids: new Set<string>(), vocabulary: own };
  const { questions, refusals } = await understand(read(), mapping, known, (it) => rows.push(it));
  expect([questions.filter(({ column }) => column !== null), refusals]).toEqual([[], []]);
  const [fields] = rows.flatMap(({ records }) => records.map((it) => it.fields));
  expect(
    Object.fromEntries(Object.entries(fields ?? {}).map(([field, said]) => [field, said?.text])),
  ).toMatchObject({
    ...{ kind: 'eviction', count: '3', note: 'слово', place: 'almaty' },
    ...{ attribute_topic: 'labour', attribute_note: 'a', attribute_theme: 'b' },
  });
});

const chosen: Readonly<Record<string, string>> = {
  ...{ '№': '7', Вид: 'выселение', Место: 'Алматы', Дата: '2024-03-12', Сколько: '3', Примечание: 'слово' },
  ...{ 'Тема [topic]': 'Труд, оплата', 'Примечание [note]': 'А', 'Тема [theme]': 'А [b]' },
};
