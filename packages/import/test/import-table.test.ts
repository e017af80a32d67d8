import { readdirSync } from 'node:fs';
import { expect, it } from 'vitest';
import { base, useFolder } from './tables.ts';

const folder = useFolder();
const HEADER = '№,Дата,Город,Задержано,Ссылка';

it('makes a dataset of a table, with its rows as evidence and nothing of what is ignored', async () => {
  folder.write(
    'list.csv',
    `${HEADER}\n1,12.06.2013,Алматы,не менее 84,https://example.org/secret\n2,13.06.2013,Жанаозен,5,\n`,
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
  expect(folder.read('data/places.csv')).toContain('zhanaozen,city,,KZ,43.3');
  expect(folder.read('data/places.csv')).toContain('Zhanaozen,Жанаозен,Жаңаөзен');
  expect(readdirSync(folder.at).sort()).toEqual(['data', 'list.csv']);
});
