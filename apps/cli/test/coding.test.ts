import { cpSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { exits } from '../src/command.ts';
import { useDesk } from './datasets.ts';

const desk = useDesk();
const write = (name: string, text: string | Buffer) => writeFileSync(join(desk.cwd, name), text);
const TEXT = '😀  On 28 April, in Almaty,  about ten people were detained and three fined.\n';

it('proposes records with their words, and nothing that is not said', async () => {
  write('a.txt', TEXT);
  const { exit, document } = await desk.json('propose', 'a.txt', '--dataset', 'dataset', '--year', '2012');
  expect(exit).toBe(exits.done);
  expect(document).toMatchObject({
    ok: true,
    proposals: [
      {
        kind: 'detention',
        place: { value: 'almaty' },
        date: { value: '2012-04-28' },
        count: { value: '~10' },
      },
      { kind: 'fine', count: { value: '3' }, amount: { value: '?', words: null, from: 'rule' } },
    ],
  });
  const { start, end, text } = document.proposals[0].count.words;
  expect(TEXT.slice(start, end)).toBe(text);
  const said = await desk.run('propose', 'a.txt');
  expect(said.stdout).toContain('detention  0–76\n');
  expect(said.stdout).toContain('“about ten people”');
  expect(said.stdout).not.toContain('almaty');
  expect(said.stderr).toContain(
    'places are proposed by GeoNames alone: name the folder that has your own with --dataset',
  );
});

it('says in one sentence what is no text, no year and no folder', async () => {
  write('a.txt', TEXT);
  write('b.docx', Buffer.from([0x50, 0x4b, 3, 4, 0xff, 0, 0]));
  const said = async (...argv: string[]) => (await desk.run('propose', ...argv)).stderr;
  expect(await said('c.txt')).toBe('article21: there is no text c.txt\n');
  expect(await said('dataset')).toBe('article21: dataset is a folder; name the file of the text\n');
  expect(await said('b.docx')).toMatch(/^article21: b\.docx: the file is damaged, or no packed file: /);
  expect(await said('a.txt', '--year', '12')).toMatch(/--year is a year of four digits/);
  expect(await said('a.txt', '--dataset', 'nowhere')).toBe('article21: there is no folder nowhere\n');
});

it('compares two codings: what differs, who is alone, alpha per field', async () => {
  cpSync(desk.dataset, join(desk.cwd, 'other'), { recursive: true });
  desk.edit('records.csv', (text) => text.replace(',after,~10,', ',after,12,'));
  const { exit, document } = await desk.json('agree', 'dataset', 'other');
  expect(exit).toBe(exits.done);
  expect(document.differ).toMatchObject([{ differences: [{ field: 'count', first: '12', second: '~10' }] }]);
  const said = await desk.run('agree', 'dataset', 'other');
  expect(said).toMatchObject({ exit: exits.done, stderr: '' });
  expect(said.stdout).toMatch(/kind +written +29 +29 +1\.000/);
  expect(said.stdout).toMatch(
    /To talk through, field by field:\n.*\n.*“After the rally about ten.*\n +count +12 or ~10/,
  );
});

it('compares nothing where the texts differ or a folder has issues', async () => {
  cpSync(desk.dataset, join(desk.cwd, 'other'), { recursive: true });
  desk.edit('sources/kibhr-iphr-nhc-2012.txt', (text) => `${text} More.`);
  expect((await desk.run('agree', 'dataset', 'other')).stderr).toMatch(
    /no source with the same id and the same text/,
  );
  desk.edit('records.csv', (text) => text.replace(',after,~10,', ',after,ten,'));
  const refused = await desk.run('agree', 'other', 'dataset');
  expect(refused).toMatchObject({
    exit: exits.issues,
    stderr: 'article21: dataset has issues: see article21 check dataset\n',
  });
});
