import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { exits } from '../src/command.ts';
import { type Document, useDesk } from './datasets.ts';

const desk = useDesk();

it('finds nothing wrong with the embedded dataset, and says how much there is', async () => {
  const { exit, stdout, stderr } = await desk.run('check', 'dataset');
  expect([exit, stderr]).toEqual([exits.done, '']);
  expect(stdout).toMatch(/^Restrictions of freedom of assembly in Kazakhstan, 2012, version \d/);
  expect(stdout).toMatch(/^ {2}records\.csv +\d+ rows$/m);
  expect(stdout).toMatch(/^\d+ records, no issues\n$/m);
});

it('says the same as one document', async () => {
  const { exit, document } = await desk.json('check', 'dataset');
  expect(exit).toBe(exits.done);
  expect(document).toMatchObject({
    ok: true,
    command: 'check',
    dataset: { name: 'kazakhstan-2012' },
    issues: [],
  });
  const tally = document.tallies.find(({ file }: { file: string }) => file === 'records.csv');
  expect(tally).toMatchObject({ rows: document.records, accepted: document.records, refused: 0 });
});

it('lists every issue at once, with its row, column, code and a hint, and publishes nothing', async () => {
  desk.edit('records.csv', (text) => text.replace(/,~10,/, ',ten,').replace(/,almaty,/, ',atlantis,'));
  const { exit, stdout, stderr } = await desk.run('check', 'dataset');
  expect(exit).toBe(exits.issues);
  expect(stdout).toMatch(/^records\.csv:\d+:count +unreadable_quantity +"ten" /m);
  expect(stdout).toMatch(/^records\.csv:\d+:place +unknown_place +"atlantis" /m);
  expect(stdout).toMatch(/^ {4}hint: /m);
  expect(stderr).toMatch(/^\d+ issues in \d files?; a dataset with any issue cannot be published\n$/);
});

it('counts each kind exactly, and lists the first of each, so that none hides another', async () => {
  const rows = Array.from({ length: 1_001 }, (_, i) => i);
  desk.edit('evidence.csv', (text) => {
    return text + rows.map((i) => `r-${i},kibhr-iphr-nhc-2012,nobody said this,nobody,,\n`).join('');
  });
  desk.edit('records.csv', (text) => {
    const others =
      text
        .split('\n', 1)[0]
        ?.replace(/^.*,basis/, '')
        .replace(/[^,]/g, '') ?? '';
    return text + rows.map((i) => `r-${i},detention,almaty,never,,,1,,,incident${others}\n`).join('');
  });
  const { stdout, stderr } = await desk.run('check', 'dataset');
  expect(stderr).toBe('2,002 issues in 2 files; a dataset with any issue cannot be published\n');
  expect(stdout).toMatch(/^ {2}1,001 {2}evidence\.csv:quote +quote_not_found$/m);
  expect(stdout).toMatch(/^ {2}1,001 {2}records\.csv:date +unreadable_date$/m);
  expect(stdout.match(/^records\.csv:\d+:date /gm)).toHaveLength(100);
  expect(stdout).toContain('… and 901 more of unreadable_date in records.csv:date (--all lists them)');
  const { document } = await desk.json('check', 'dataset');
  expect(document.issueCount).toBe(2_002);
  expect(document.issueKinds).toEqual([
    { file: 'evidence.csv', column: 'quote', code: 'quote_not_found', count: 1_001, listed: 100 },
    { file: 'records.csv', column: 'date', code: 'unreadable_date', count: 1_001, listed: 100 },
  ]);
  const all = await desk.run('check', 'dataset', '--all');
  expect(all.stdout.match(/^records\.csv:\d+:date /gm)).toHaveLength(1_001);
  expect(all.stdout).not.toContain('more of');
});

it('gives the issues as data with --json', async () => {
  desk.edit('records.csv', (text) => text.replace(/,~10,/, ',ten,'));
  const { exit, document } = await desk.json('check', 'dataset');
  expect(exit).toBe(exits.issues);
  expect(document.ok).toBe(false);
  expect(document.issues).toEqual(
    expect.arrayContaining([
      expect.objectContaining({
        file: 'records.csv',
        column: 'count',
        code: 'unreadable_quantity',
        stated: 'ten',
      }),
    ]),
  );
});

it('a folder that is no dataset is said to be none', async () => {
  const { exit, stdout, stderr } = await desk.run('check', '.');
  expect(stderr).toMatch(/^this folder is not a dataset: it has no datapackage\.json\n/);
  expect(exit).toBe(exits.issues);
  expect(stdout).toMatch(/^datapackage\.json +missing_file /);
});

it('a source text that is missing is told where it is named, and of no record', async () => {
  rmSync(join(desk.dataset, 'sources'), { recursive: true });
  const { exit, stderr } = await desk.run('check', 'dataset');
  expect([exit, stderr]).toEqual([
    exits.issues,
    '2 issues in 2 files; a dataset with any issue cannot be published\n',
  ]);
  const { document } = await desk.json('check', 'dataset');
  const places = document.issues.map(({ file, row, column }: Document) => [file, row, column]);
  expect(places).toEqual([
    ['datapackage.json', null, 'resources.statement.path'],
    ['sources.csv', 2, 'file'],
  ]);
});

it('a datapackage.json that is not JSON is one issue', async () => {
  writeFileSync(join(desk.dataset, 'datapackage.json'), '{');
  const { exit, document } = await desk.json('check', 'dataset');
  expect(exit).toBe(exits.issues);
  expect(document).toMatchObject({ ok: false, issues: [{ file: 'datapackage.json' }] });
});

it('a Latin-1 file is an issue of its own', async () => {
  writeFileSync(join(desk.dataset, 'places.csv'), Buffer.from('id,kind\nalmat\xe9,city\n', 'latin1'));
  const { exit, document } = await desk.json('check', 'dataset');
  expect(exit).toBe(exits.issues);
  const codes = document.issues.map(({ code }: { code: string }) => code);
  expect(codes).toContain('not_utf8');
});

it('control characters of a dataset do not reach the terminal', async () => {
  desk.edit('records.csv', (text) => text.replace(/,~10,/, ',\u001b[2J,'));
  const { exit, stdout } = await desk.run('check', 'dataset');
  expect(exit).toBe(exits.issues);
  expect(stdout).not.toContain('\u001b');
});

it('a folder that is not there, and a file, are wrong usage', async () => {
  expect(await desk.run('check', 'nowhere')).toEqual({
    exit: exits.usage,
    stdout: '',
    stderr: 'article21: there is no folder nowhere\n',
  });
  const { exit, stderr } = await desk.run('check', 'dataset/records.csv');
  expect(exit).toBe(exits.usage);
  expect(stderr).toContain('dataset/records.csv is a file; name the folder of the dataset');
});
