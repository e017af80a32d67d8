import { existsSync, mkdirSync } from 'node:fs';
import type { TablePart } from '@article21/ingest/tables';
import { createVocabulary } from '@article21/model';
import { mappingSchema } from '@article21/model/mapping';
import { expect, it } from 'vitest';
import { columnRolesOf, constantsIn, parseMapping, rolesIn, withRoles } from '../src/index.ts';
import { proposeMapping } from '../src/propose.ts';
import { base, useFolder } from './tables.ts';

const folder = useFolder();
const HEADER = '№,Дата,Город,Задержано,Ссылка,Повод';
const table = (...rows: string[]) => folder.write('list.csv', `${[HEADER, ...rows].join('\n')}\n`);
const declare = () => {
  mkdirSync(folder.path('data'), { recursive: true });
  folder.write(
    'data/attributes.csv',
    `id,value,label_ru,definition_ru
topic,,Тема,О чём было собрание.
topic,labour,Труд,
topic,land,Земля,
`,
  );
};
const topic = { column: 'Повод', values: { зарплата: 'labour', '?': '' } };
const mapping = { ...base, shared: { ...base.shared, attributes: { topic } } };
const recordsOf = () => folder.read('data/records.csv').trim().split('\n').slice(1);

it('takes an attribute from a column: by the dictionary, by an id, and by a label', async () => {
  declare();
  table(
    '1,12.06.2013,Алматы,5,,зарплата',
    '2,13.06.2013,Алматы,6,,Земля',
    '3,14.06.2013,Алматы,7,,?',
    '4,15.06.2013,Алматы,8,,',
  );
  const done = await folder.import('list.csv', mapping);
  expect(done).toMatchObject({ done: true, issues: [], difference: { added: 4 } });
  expect(folder.read('data/records.csv').split('\n')[0]).toMatch(/,note,attribute_topic$/);
  expect(recordsOf().map((line) => line.split(',').at(-1))).toEqual(['labour', 'land', '', '']);
  expect(folder.read('data/evidence.csv')).toContain('Город;Дата;Задержано;Повод');
});

it('asks once about a value that is none of them, and answers in the mapping', async () => {
  declare();
  table('1,12.06.2013,Алматы,5,,экология', '2,13.06.2013,Алматы,6,,экология');
  const { done, understanding } = await folder.import('list.csv', mapping);
  expect(done).toBe(false);
  expect(understanding.questions).toMatchObject([
    {
      ...{ column: 'Повод', value: 'экология', count: 2, proposals: ['labour', 'land'] },
      at: ['shared', 'attributes', 'topic', 'values', 'экология'],
      question: { code: 'none_of_the_words', values: { field: 'attribute_topic' } },
    },
  ]);
});

it('refuses an attribute that the folder does not declare', async () => {
  table('1,12.06.2013,Алматы,5,,зарплата');
  const { done, understanding } = await folder.import('list.csv', mapping);
  expect([done, understanding.refusals]).toMatchObject([
    false,
    [{ why: { code: 'no_attribute', values: { attribute: 'topic' } } }],
  ]);
});

it('tells next month what has changed, and takes nothing that was there before for a change by hand', async () => {
  declare();
  table('1,12.06.2013,Алматы,5,,зарплата');
  await folder.import('list.csv', { ...base, columns: { Ссылка: 'ignore', Повод: 'ignore' } });
  expect(await folder.import('list.csv', mapping)).toMatchObject({
    ...{ done: true, conflicts: [], difference: { added: 0, changed: 1 } },
  });
  table('1,12.06.2013,Алматы,5,,Земля');
  const changed = await folder.import('list.csv', mapping);
  expect(changed.difference?.changes).toMatchObject([
    { fields: { attribute_topic: { before: 'labour', after: 'land' } } },
  ]);
  expect(changed.done).toBe(true);
  folder.write('data/records.csv', folder.read('data/records.csv').replace(',land', ','));
  table('1,12.06.2013,Алматы,5,,зарплата');
  expect(await folder.import('list.csv', mapping)).toMatchObject({
    done: false,
    conflicts: [{ id: 'list-1' }],
  });
});

const declared = (more: object = {}) => ({
  ...mapping,
  attributes: [
    {
      ...{ id: 'topic', label_ru: 'Тема', definition_ru: 'О чём было собрание.' },
      values: [
        { id: 'labour', label_ru: 'Труд', definition_en: 'Pay, and conditions of work.' },
        { id: 'ecology', label_ru: 'Экология' },
      ],
      ...more,
    },
  ],
});

it('declares an attribute of the mapping that the folder does not have', async () => {
  table('1,12.06.2013,Алматы,5,,зарплата', '2,13.06.2013,Алматы,6,,экология');
  expect(await folder.import('list.csv', declared(), { dryRun: true })).toMatchObject({
    ...{ done: false, issues: [], vocabulary: { attributes: [{ id: 'topic' }] } },
  });
  expect(existsSync(folder.path('data'))).toBe(false);
  expect(await folder.import('list.csv', declared())).toMatchObject({ done: true, issues: [] });
  expect(folder.read('data/attributes.csv')).toBe(`id,value,label_ru,definition_en,definition_ru
topic,,Тема,,О чём было собрание.
topic,labour,Труд,"Pay, and conditions of work.",
topic,ecology,Экология,,
`);
  expect(recordsOf().map((line) => line.split(',').at(-1))).toEqual(['labour', 'ecology']);
});

it('adds a value to an attribute of the folder, and leaves what is written there', async () => {
  declare();
  table('1,12.06.2013,Алматы,5,,зарплата', '2,13.06.2013,Алматы,6,,ecology');
  const before = folder.read('data/attributes.csv');
  const { done } = await folder.import('list.csv', declared({ label_ru: 'Другое название' }));
  expect([done, folder.read('data/attributes.csv')]).toEqual([true, `${before}topic,ecology,Экология,\n`]);
  // The next month all of it is there: nothing is written, also where somebody has changed a label by hand.
  const changed = folder.read('data/attributes.csv').replace('Экология', 'Природа');
  folder.write('data/attributes.csv', changed);
  expect(await folder.import('list.csv', declared())).toMatchObject({ done: true });
  expect(folder.read('data/attributes.csv')).toBe(changed);
});

it.each([
  ['definition_ru', { definition_ru: undefined }, 'has no definition in any language'],
  ['label_ru', { label_ru: undefined }, 'has no label in any language'],
  ['values', { values: [{ id: 'labour' }] }, 'one of its values has none'],
])('takes no mapping with an attribute that lacks its %s', (_, more, why) => {
  expect(() => parseMapping(JSON.stringify(declared(more)), 'm.json')).toThrow(why);
});

const value = (id: string, label: string) => ({ id, label_ru: label });
const vocabulary = createVocabulary({
  ...{ kinds: [], measures: [] },
  attributes: [{ ...value('topic', 'Повод'), definition_ru: 'О чём.', values: [value('labour', 'Труд')] }],
});

it('proposes a column under the name of an attribute, which a form can change', async () => {
  async function* parts(): AsyncGenerator<TablePart> {
    yield { head: { format: 'csv', encoding: 'utf-8', separator: ',', sheet: null, sheets: [] } };
    yield {
      rows: [HEADER.split(','), '1,12.06.2013,Алматы,5,,Труд'.split(',')].map((cells, i) => ({
        ...{ row: i + 1, cells },
      })),
    };
  }
  const asked = { table: 'list.csv', folder: 'data', today: '2024-05-01' };
  const proposed = await proposeMapping(parts(), { ...asked, vocabulary });
  if ('problem' in proposed) throw new Error(proposed.problem.message);
  expect(proposed.mapping.shared.attributes).toEqual({ topic: { column: 'Повод', values: {} } });
  expect(proposed.remarks).toContainEqual({
    ...{ code: 'role', values: { column: 'Повод', role: 'attribute_topic' } },
  });
  expect(columnRolesOf(vocabulary)).toContain('attribute_topic');
  const parsed = mappingSchema.parse(mapping);
  const roles = rolesIn(parsed);
  expect(roles.get('attribute_topic')).toBe('Повод');
  const form = { constants: constantsIn(parsed), columns: { cells: () => [] }, today: '2024-05-01' };
  expect(withRoles(parsed, roles, form)).toEqual(parsed);
  roles.delete('attribute_topic');
  expect(withRoles(parsed, roles, form).shared).not.toHaveProperty('attributes');
});
