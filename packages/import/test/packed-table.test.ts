import { expect, it } from 'vitest';
import { readFolderTable, readPackedTable, rowsBy } from '../src/dataset-folder.ts';
import { useFolder } from './tables.ts';

const folder = useFolder();

it('has the rows of a table as they are read otherwise, and finds them by a column', async () => {
  folder.write(
    'evidence.csv',
    'record,source,quote\na,list,"Two, ""words"" \nand a line"\n\n b ,text, ұзын \na,text\n,list,\n',
  );
  const table = await readFolderTable(folder.at, 'evidence.csv');
  const packed = await readPackedTable(folder.at, 'evidence.csv', 'record');
  if (packed === null) throw new Error('it is there');
  expect([packed.columns, [...packed.rows()]]).toEqual([table?.columns, table?.rows]);
  expect(rowsBy(packed, 'a')).toEqual(table?.rows.filter(({ record }) => record === 'a'));
  expect(rowsBy(packed, 'b')).toMatchObject([{ quote: 'ұзын' }]);
  expect([rowsBy(packed, ''), rowsBy(packed, 'c')]).toEqual([
    [{ record: '', source: 'list', quote: '' }],
    [],
  ]);
  expect(await readPackedTable(folder.at, 'records.csv', 'id')).toBe(null);
});
