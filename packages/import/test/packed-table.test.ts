import { readdirSync } from 'node:fs';
import { createTextNumbers } from '@article21/ingest/text-numbers';
import { expect, it } from 'vitest';
import { readFolderTable, readPackedTable } from '../src/dataset-folder.ts';
import { useFolder } from './tables.ts';

const folder = useFolder();

it('has the rows of a table as they are read otherwise, and finds them by a column', async () => {
  folder.write(
    'evidence.csv',
    'record,source,quote\na,list,"Two, ""words"" \nand a line"\n\n b ,text, ұзын \na,text\n,list,\n',
  );
  const table = await readFolderTable(folder.at, 'evidence.csv');
  const ids = createTextNumbers();
  // That of a record without evidence, as other tables have.
  ids.add('c');
  const packed = await readPackedTable(folder.at, 'evidence.csv', 'record', ids);
  if (packed === null) throw new Error('it is there');
  expect([packed.columns, [...packed.rows()]]).toEqual([table?.columns, table?.rows]);
  expect(packed.rowsOf(ids.find('a'))).toEqual(table?.rows.filter(({ record }) => record === 'a'));
  expect(packed.rowsOf(ids.find('b'))).toMatchObject([{ quote: 'ұзын' }]);
  expect([packed.rowsOf(ids.find('')), packed.rowsOf(ids.find('c'))]).toEqual([
    [{ record: '', source: 'list', quote: '' }],
    [],
  ]);
  expect([packed.has(ids.find('b')), packed.has(ids.find('c')), packed.has(-1)]).toEqual([
    true,
    false,
    false,
  ]);
  packed.close();
  expect(await readPackedTable(folder.at, 'records.csv', 'id', ids)).toBe(null);
  expect(readdirSync(folder.at)).toEqual(['evidence.csv']);
});
