import { existsSync, readdirSync } from 'node:fs';
import { expect, it } from 'vitest';
import { importedSources } from '../src/dataset-folder.ts';
import { mappingOf } from '../src/mapping-file.ts';
import { base, useFolder } from './tables.ts';

const folder = useFolder();
const HEADER = '№,Дата,Город,Задержано,Ссылка';
const table = (...rows: string[]) => folder.write('list.csv', `${[HEADER, ...rows].join('\n')}\n`);

it('makes a dataset of a table, with its rows as evidence and nothing of what is ignored', async () => {
  table(
    '1,12.06.2013,Алматы,не менее 84,https://example.org/secret',
    '2,13.06.2013,Жанаозен,5,',
    ',,,,',
    ',,,,',
  );
  const done = await folder.import('list.csv', base);
  expect(done).toMatchObject({ done: true, issues: [], difference: { added: 2, changed: 0, removed: 0 } });
  expect(folder.read('data/records.csv')).toBe(
    'id,kind,place,date,phase,count,amount,days,basis,note\n' +
      'list-1,detention,almaty,2013-06-12,,84+,,,incident,\n' +
      'list-2,detention,zhanaozen,2013-06-13,,5,,,incident,\n',
  );
  expect(folder.read('data/evidence.csv')).toContain(
    'list-1,list,,не менее 84,,,2,Город;Дата;Задержано,,,\n',
  );
  expect(folder.read('data/sources/list.csv')).toBe(
    '№,Дата,Город,Задержано\n1,12.06.2013,Алматы,не менее 84\n2,13.06.2013,Жанаозен,5\n',
  );
  expect(folder.read('data/places.csv')).toContain('zhanaozen,city,mangystau-region,KZ,43.3');
  expect(folder.read('data/places.csv')).toContain('Zhanaozen,Жанаозен,Жаңаөзен');
  expect(readdirSync(folder.at).sort()).toEqual(['data', 'list.csv']);
});

it('cites addresses alone, several of a cell, where the mapping wants no rows', async () => {
  table('1,12.06.2013,Алматы,5,"https://example.org/1, https://example.org/2;https://example.org/3"');
  const links = { columns: ['Ссылка'], accessed: '2024-04-30' };
  const done = await folder.import('list.csv', {
    ...base,
    columns: {},
    source: { ...base.source, rows: false, links },
  });
  expect(done).toMatchObject({ done: true, issues: [] });
  const evidence = folder.read('data/evidence.csv').trim().split('\n').slice(1);
  expect(evidence).toEqual(
    [1, 2, 3].map((n) => `list-1,list-links,,,,,,,https://example.org/${n},2024-04-30,`),
  );
  expect(existsSync(folder.path('data/sources/list.csv'))).toBe(false);
});

it('makes several records of a row, and needs rates for money', async () => {
  folder.write(
    'list.csv',
    '№,Дата,Город,Задержано,Оштрафовано,Сумма\n1,12.06.2013,Алматы,5,2,10 тыс. тенге\n2,13.06.2013,Алматы,3,,\n',
  );
  const rule = (kind: string, column: string) => ({
    name: kind,
    when: { column, filled: true },
    kind: { value: kind },
    count: { column },
  });
  const mapping = {
    ...base,
    columns: {},
    records: [
      rule('detention', 'Задержано'),
      { ...rule('fine', 'Оштрафовано'), amount: { column: 'Сумма' } },
    ],
  };
  const refused = await folder.import('list.csv', mapping);
  expect(refused).toMatchObject({
    done: false,
    issues: [
      {
        ...{ code: 'no_rate', tableRow: 2, stated: '10000 KZT' },
        why: { code: 'no_rate', values: { currency: 'KZT' } },
      },
    ],
  });
  expect(existsSync(folder.path('data'))).toBe(false);
  const rates = [{ currency: 'KZT', eur: 0.002, source: 'made up' }];
  expect(await folder.import('list.csv', { ...mapping, rates })).toMatchObject({
    done: true,
    difference: { added: 3 },
  });
  expect(folder.read('data/records.csv').match(/^list-\S+?,/gm)).toEqual([
    'list-1-detention,',
    'list-1-fine,',
    'list-2-detention,',
  ]);
});

it('writes nothing in a dry run, and nothing while anything is open', async () => {
  table('1,12.06.2013,Алматы,5,');
  expect(await folder.import('list.csv', base, { dryRun: true })).toMatchObject({
    done: false,
    difference: { added: 1 },
    issues: [],
  });
  table('1,12.06.2013,Алматы,сотни,');
  expect(await folder.import('list.csv', base)).toMatchObject({ done: false, difference: null });
  expect(readdirSync(folder.at)).toEqual(['list.csv']);
});

it('brings a newer table in: says what changes, keeps what is not its own, and does the same again for nothing', async () => {
  table('1,12.06.2013,Алматы,5,', '2,13.06.2013,Алматы,6,', '3,14.06.2013,Алматы,7,');
  await folder.import('list.csv', base);
  folder.write(
    'data/records.csv',
    folder
      .read('data/records.csv')
      .replace(/^(list-2.*)$/m, '$1')
      .replace('basis,note', 'basis,note,note_en')
      .replace(/^(list-1.*)$/m, '$1,')
      .replace(/^(list-[23].*)$/gm, '$1,seen'),
  );
  table('3,14.06.2013,Алматы,7,', '2,13.06.2013,Алматы,60,', '4,15.06.2013,Астана,1,');
  const done = await folder.import('list.csv', base);
  expect(done).toMatchObject({
    done: true,
    difference: {
      added: 1,
      changed: 1,
      removed: 1,
      unchanged: 1,
      addedIds: ['list-4'],
      removedIds: ['list-1'],
    },
  });
  expect(done.difference?.changes).toEqual([
    { id: 'list-2', row: 3, fields: { count: { before: '6', after: '60' } } },
  ]);
  expect(folder.read('data/records.csv')).toContain(
    'list-2,detention,almaty,2013-06-13,,60,,,incident,,seen\n',
  );
  expect(folder.read('data/evidence.csv')).not.toContain('list-1');
  expect(await folder.import('list.csv', base)).toMatchObject({
    done: true,
    difference: { added: 0, changed: 0, removed: 0, unchanged: 3 },
  });
});

it('keeps what somebody has added to the evidence of a record: the day of reading, an archive, what was confirmed', async () => {
  const linked = (accessed: string) => ({
    ...base,
    columns: {},
    source: { ...base.source, links: { columns: ['Ссылка'], accessed } },
  });
  const [a, b] = ['https://example.org/a', 'https://example.org/b'];
  table(`1,12.06.2013,Алматы,5,${a}`, `2,13.06.2013,Алматы,6,${a}`);
  await folder.import('list.csv', linked('2024-04-01'));
  const [header = '', ...rows] = folder.read('data/evidence.csv').trim().split('\n');
  expect(rows).toHaveLength(4);
  const archived = rows.map((row) => (row.endsWith(',') ? `${row}https://archive.example/a,` : `${row},yes`));
  folder.write('data/evidence.csv', `${[`${header},confirmed`, ...archived].join('\n')}\n`);
  const confirmed = folder.read('data/evidence.csv').replaceAll('yes', 'number_not_stated');
  folder.write(
    'data/evidence.csv',
    confirmed.replace(/^(list-\d,list,.*,)https.*$/gm, '$1,number_not_stated'),
  );
  table(`1,12.06.2013,Алматы,5,${a} ${b}`, `2,13.06.2013,Алматы,7,${a}`);
  expect(await folder.import('list.csv', linked('2024-05-01'))).toMatchObject({ done: true });
  const now = folder.read('data/evidence.csv').trim().split('\n').slice(1);
  expect(now.map((row) => row.split(',').slice(-4).join(','))).toEqual([
    ',,,number_not_stated',
    `${a},2024-04-01,https://archive.example/a,`,
    `${b},2024-05-01,,`,
    // Another number is another question.
    ',,,',
    `${a},2024-04-01,https://archive.example/a,`,
  ]);
});

it('drops what was confirmed of a record, and of all its evidence, when the next table says another number', async () => {
  table('1,12.06.2013,Алматы,5,', '2,13.06.2013,Алматы,6,');
  await folder.import('list.csv', base);
  const withColumn = (file: string, cell: string, ...more: string[]) => {
    const [header = '', ...rows] = folder.read(file).trim().split('\n');
    folder.write(
      file,
      `${[`${header},confirmed`, ...rows.map((row) => `${row},${cell}`), ...more].join('\n')}\n`,
    );
  };
  withColumn('data/records.csv', 'unusual_value');
  const link = 'list-1,others,,,,,,,https://example.org/a,2024-05-01,,number_not_stated';
  withColumn('data/evidence.csv', 'number_not_stated', link, link.replace('list-1', 'list-2'));
  const sources = folder.read('data/sources.csv').trimEnd().split('\n');
  const others = (sources[0] ?? '').split(',').map((column) => {
    const cells = {
      id: 'others',
      title: 'Others',
      publisher: 'P',
      rights: 'R',
      language: 'ru',
      kind: 'links',
    };
    return column === 'visibility' ? 'public' : (cells[column as keyof typeof cells] ?? '');
  });
  folder.write('data/sources.csv', `${[...sources, others.join(',')].join('\n')}\n`);
  table('1,12.06.2013,Алматы,50,', '2,13.06.2013,Алматы,6,');
  expect(await folder.import('list.csv', base)).toMatchObject({
    done: true,
    difference: {
      changes: [
        {
          id: 'list-1',
          fields: {
            count: { before: '5', after: '50' },
            confirmed: { before: 'unusual_value', after: '' },
          },
        },
      ],
    },
  });
  const confirmed = (file: string) =>
    folder
      .read(file)
      .trim()
      .split('\n')
      .slice(1)
      .map((row) => [row.split(',')[0], row.split(',').at(-1)]);
  expect(confirmed('data/records.csv')).toEqual([
    ['list-1', ''],
    ['list-2', 'unusual_value'],
  ]);
  expect(confirmed('data/evidence.csv')).toEqual([
    ['list-1', ''],
    ['list-2', 'number_not_stated'],
    ['list-1', ''],
    ['list-2', 'number_not_stated'],
  ]);
});

it.each(['con', 'nul', 'lpt1'])('imports a table whose id Windows keeps for a device: %s', async (id) => {
  const own = { ...base, source: { ...base.source, id } };
  table('1,12.06.2013,Алматы,5,');
  expect(await folder.import('list.csv', own)).toMatchObject({ done: true, issues: [] });
  expect(folder.read(`data/sources/${id}_.csv`)).toContain('Алматы');
  expect(await mappingOf(folder.path('data'))).toBe(folder.path(`data/import/${id}_.json`));
  expect(await importedSources(folder.path('data'))).toEqual([id]);
  table('1,12.06.2013,Алматы,6,');
  expect(await folder.import('list.csv', own)).toMatchObject({ done: true, difference: { changed: 1 } });
});

it('writes over nothing that somebody changed by hand', async () => {
  table('1,12.06.2013,Алматы,5,');
  await folder.import('list.csv', base);
  folder.write('data/records.csv', folder.read('data/records.csv').replace(',5,', ',6,'));
  expect(await folder.import('list.csv', base)).toMatchObject({
    done: false,
    conflicts: [{ id: 'list-1', row: 2, fields: { count: { inFolder: '6', inTable: '5' } } }],
  });
  expect(folder.read('data/records.csv')).toContain(',6,');
});

const policy = JSON.stringify({
  secret: '00112233445566778899aabbccddeeff',
  rules: [{ id: 'protect', when: { sensitive: true }, date: 'month', place: 'region' }],
});
const worked = [
  ['sensitive', 'sensitive', 'yes'],
  ['confirmed', 'confirmed', 'unusual_value'],
  ['more', 'note_en', 'a translation'],
] as const;
it.each(worked)('removes no record that somebody has worked on (%s)', async (work, column, cell) => {
  folder.write('list.csv', 'Дата,Город,Задержано\n12.06.2013,Алматы,5\n13.06.2013,Алматы,6\n');
  const keyless = { ...base, key: [], columns: {} };
  await folder.import('list.csv', keyless);
  folder.write('data/policy.json', policy);
  const [header = '', first = '', second = ''] = folder.read('data/records.csv').trim().split('\n');
  folder.write('data/records.csv', `${header},${column}\n${first},${cell}\n${second},\n`);
  // Its number is corrected: without a key that is another record.
  folder.write('list.csv', 'Дата,Город,Задержано\n12.06.2013,Алматы,50\n13.06.2013,Алматы,6\n');
  const before = folder.read('data/records.csv');
  const id = first.split(',')[0];
  expect(await folder.import('list.csv', keyless)).toMatchObject({
    done: false,
    difference: { added: 1, removed: 1 },
    losses: [{ id, work: [work] }],
  });
  expect(folder.read('data/records.csv')).toBe(before);
  // The record that nobody has worked on may go.
  folder.write('list.csv', 'Дата,Город,Задержано\n12.06.2013,Алматы,5\n');
  expect(await folder.import('list.csv', keyless)).toMatchObject({ done: true, losses: [] });
  expect(folder.read('data/records.csv')).toContain(cell);
});

it('keeps the mark of a sensitive record whose row has changed', async () => {
  table('1,12.06.2013,Алматы,5,');
  await folder.import('list.csv', base);
  folder.write('data/policy.json', policy);
  const [header = '', first = ''] = folder.read('data/records.csv').trim().split('\n');
  folder.write('data/records.csv', `${header},sensitive\n${first},yes\n`);
  table('1,13.06.2013,Астана,50,', '2,14.06.2013,Алматы,6,');
  expect(await folder.import('list.csv', base)).toMatchObject({ done: true, losses: [] });
  expect(folder.read('data/records.csv')).toMatch(/^list-1,detention,astana,2013-06-13,,50,.*,yes$/m);
  expect(folder.read('data/records.csv')).toMatch(/^list-2,.*,$/m);
});

it('removes no record that was corrected by hand, or that another source stands behind', async () => {
  table('1,12.06.2013,Алматы,5,', '2,13.06.2013,Алматы,6,', '3,14.06.2013,Алматы,7,');
  await folder.import('list.csv', base);
  folder.write('data/records.csv', folder.read('data/records.csv').replace(',5,', ',51,'));
  const sources = folder.read('data/sources.csv').trim();
  const [columns = '', own = ''] = sources.split('\n');
  const other = own
    .replace(/^list/, 'words')
    .replace('sources/list.csv', 'sources/words.txt')
    .replace(/table$/, 'text');
  folder.write('data/sources.csv', `${columns}\n${own}\n${other}\n`);
  folder.write('data/sources/words.txt', 'Six people were detained.');
  const evidence = folder.read('data/evidence.csv');
  folder.write('data/evidence.csv', `${evidence}list-2,words,Six people were detained,Six,,,,,,,\n`);
  table('3,14.06.2013,Алматы,7,');
  expect(await folder.import('list.csv', base)).toMatchObject({
    done: false,
    issues: [],
    losses: [
      { id: 'list-1', work: ['changed'] },
      { id: 'list-2', work: ['evidence'] },
    ],
  });
});

it('matches rows by the ids of records, and refuses an id that there is not', async () => {
  table('1,12.06.2013,Алматы,5,');
  await folder.import('list.csv', base);
  folder.write('more.csv', 'id,Дата,Город,Задержано\nlist-1,12.06.2013,Алматы,50\n,15.06.2013,Астана,2\n');
  const mapping = { ...base, key: [], columns: {}, id: 'id', source: { ...base.source, id: 'more' } };
  expect(await folder.import('more.csv', mapping)).toMatchObject({
    done: true,
    difference: { added: 1, changed: 1, removed: 0 },
  });
  expect(folder.read('data/records.csv')).toContain('list-1,detention,almaty,2013-06-12,,50,');
  folder.write('more.csv', 'id,Дата,Город,Задержано\nlist-9,12.06.2013,Алматы,50\n');
  expect((await folder.import('more.csv', mapping)).understanding.refusals).toMatchObject([
    { row: 2, column: 'id', value: 'list-9', why: { code: 'unknown_id', values: { id: 'list-9' } } },
  ]);
});
