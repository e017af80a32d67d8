import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { exits } from '../src/command.ts';
import { useDesk } from './datasets.ts';

const desk = useDesk();
const write = (name: string, text: string) => writeFileSync(join(desk.cwd, name), text);
const read = (name: string) => readFileSync(join(desk.cwd, name), 'utf8');
const SAID = ['--title', 'Rally in Oral', '--publisher', 'Our Group', '--rights', 'Quoted with attribution'];
const NEW = ['--dataset-title', 'Oral, 2024', '--licence', 'CC-BY-4.0'];

describe('statement', () => {
  it('makes a dataset of a text, for which records can be proposed and written by hand', async () => {
    write(
      'oral.html',
      '<p>On 12 March 2024 about ten people were detained in Almaty.</p><p>One was fined.</p>',
    );
    const { exit, document } = await desk.json(
      ...['statement', 'oral.html', '--into', 'mine', ...SAID, ...NEW, '--date', '2024-03-20'],
    );
    expect([exit, document]).toEqual([
      exits.done,
      { ok: true, command: 'statement', id: 'rally-in-oral', file: 'sources/rally-in-oral.txt' },
    ]);
    expect(read('mine/sources/rally-in-oral.txt')).toContain('about ten people were detained in Almaty.');
    const proposed = await desk.json(...['propose', 'mine/sources/rally-in-oral.txt', '--dataset', 'mine']);
    expect(proposed.document.proposals[0]).toMatchObject({ kind: 'detention', count: { value: '~10' } });
    write(
      'mine/places.csv',
      'id,kind,parent,country,lat,lon,name_en,name_ru,name_kk,aliases,wikidata\nalmaty,city,,KZ,43.25,76.91,Almaty,,,,\n',
    );
    write(
      'mine/records.csv',
      'id,kind,place,date,assembly,phase,count,amount,days,basis,note\noral-1,detention,almaty,2024-03-12,,,~10,,,incident,\n',
    );
    write(
      'mine/evidence.csv',
      'record,source,quote,stated\noral-1,rally-in-oral,about ten people were detained in Almaty,about ten\n',
    );
    expect(await desk.json('check', 'mine')).toMatchObject({ exit: exits.done, document: { records: 1 } });
  });

  it('adds a second of the same title under another id, whatever the first is called', async () => {
    write('text.txt', 'Ten people were detained.');
    const add = (...more: string[]) =>
      desk.json(...['statement', 'text.txt', '--into', 'mine', '--title', 'Con', ...SAID.slice(2), ...more]);
    expect((await add(...NEW)).document).toMatchObject({ id: 'con', file: 'sources/con_.txt' });
    write('mine/sources/con-2.txt', 'somebody’s own');
    expect((await add('--internal')).document).toMatchObject({ id: 'con-2-2', file: 'sources/con-2-2.txt' });
    expect(read('mine/sources/con-2.txt')).toBe('somebody’s own');
    expect(read('mine/sources.csv')).toMatch(/^con-2-2,.*,internal,/m);
    expect((await desk.json('check', 'mine')).exit).toBe(exits.done);
  });

  it('says what is missing, and writes nothing', async () => {
    write('text.txt', 'Ten people were detained.');
    const said = async (...argv: string[]) => (await desk.run('statement', 'text.txt', ...argv)).stderr;
    expect(await said()).toContain('statement needs --into <folder>');
    await desk.json('statement', 'text.txt', '--into', 'other', ...SAID, ...NEW);
    expect(await said('--into', 'other', ...SAID, '--licence', 'CC0-1.0')).toContain(
      '--licence is for a new dataset',
    );
    expect(await said('--into', 'mine', '--title', 'A')).toContain('statement needs --publisher');
    expect(await said('--into', 'mine', ...SAID)).toContain('a new one needs --dataset-title and --licence');
    const refused = await desk.json(
      ...['statement', 'text.txt', '--into', 'mine', ...SAID, ...NEW, '--date', 'last week'],
    );
    expect(refused).toMatchObject({
      exit: exits.issues,
      document: { ok: false, issues: [{ file: 'sources.csv', column: 'date' }] },
    });
    expect(() => read('mine/sources.csv')).toThrow('ENOENT');
  });
});
