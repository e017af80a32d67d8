import type { CountsAnswer } from '@article21/contract';
import { words } from '@article21/messages';
import { expect, test } from 'vitest';
import { type LoadedSnapshot, type Route, routes } from '../../src/index.ts';
import { files, serveDataset } from '../loaded-dataset.ts';

const rows = Array.from({ length: 240 }, (_, i) => `2021-05-02,Osh,${i + 2} people`);
const table = ['day,city,people', ...rows, ''].join('\n');
const changes = {
  'sources.csv': `id,title,publisher,date,url,language,visibility,rights,file,kind,sheet
statement,Statement,A group,2021-05,https://example.org/1,en,public,its publishers’,sources/statement.txt,,
diary,Diary,A monitor,2021-05,,en,internal,not to be shown,sources/diary.txt,text,
list,A list,A monitor,,,en,public,its author’s,sources/list.csv,table,2021
secret,A list,A monitor,,,en,internal,not to be shown,sources/secret.csv,table,
news,News,Newspapers,,,en,public,their publishers’,,links,
calls,Calls,A monitor,,,en,internal,not to be shown,,links,
`,
  'evidence.csv':
    `${files['evidence.csv'].replace('suffix', 'suffix,row,columns,url,accessed,archive_url').replace(/,,\n/g, ',,,,,,,\n')}`
      .replace(/d2,.*/, 'd2,list,,2 people,,,2,people,,,')
      .replace(/d3,.*/, 'd3,news,,,,,,,https://news.example/1,2021-06-01,https://archive.example/1')
      .replace(/w1,.*/, 'w1,secret,,,,,2,,,,\nw1,calls,,,,,,,https://canary.example,2021-06-01,'),
  'sources/list.csv': table,
  'sources/secret.csv': 'day,name\n2021,Canary\n',
};

/** The answer of an address, as its route gives it. */
async function answerOf(loaded: LoadedSnapshot, address: string): Promise<unknown> {
  const { pathname, searchParams: search } = new URL(address, 'http://api.invalid');
  for (const route of routes) {
    const params = paramsOf(route, pathname);
    if (params) return (await route.read({ params, search, loaded, words })).answer();
  }
  throw new Error(`no route of ${address}`);
}

/** Asks the dataset, published for a test. */
async function asked(): Promise<(address: string) => Promise<unknown>> {
  const loaded = await serveDataset(changes as Partial<typeof files>);
  return (address) => answerOf(loaded, address);
}

function paramsOf({ endpoint: { path } }: Route, pathname: string): Record<string, string> | null {
  const found = new RegExp(`^${path.replace(/\{(\w+)\}/g, '(?<$1>[^/]+)')}$`).exec(pathname);
  return found && { ...found.groups };
}

const row = (number: number) => ({ row: number, cells: ['2021-05-02', 'Osh', `${number} people`] });
const header = ['day', 'city', 'people'];

test('a cited row is answered among those next to it, in one record and in a list', async () => {
  const answer = await asked();
  const evidence = [
    {
      ...{ kind: 'row', source: 'list', row: 2, columns: ['people'], stated: '2 people' },
      table: { header, rows: [row(2), row(3), row(4)] },
    },
  ];
  expect(await answer('/api/v1/records/d2')).toMatchObject({ evidence });
  const { records } = (await answer('/api/v1/records?measure=detentions&at=osh')) as { records: unknown[] };
  expect(records).toMatchObject([{ id: 'd2', evidence }]);
});

test('a link is answered with its day and its copy', async () => {
  const answer = await asked();
  expect(await answer('/api/v1/records/d3')).toMatchObject({
    evidence: [
      {
        ...{ kind: 'link', source: 'news', url: 'https://news.example/1', accessed: '2021-06-01' },
        archive: 'https://archive.example/1',
      },
    ],
  });
});

test('a table is answered a hundred rows at a time', async () => {
  const answer = await asked();
  expect(await answer('/api/v1/sources/list')).toMatchObject({
    ...{ kind: 'table', sheet: '2021', text: null },
    table: { header, headerRow: 1, lastRow: 241 },
  });
  const first = (await answer('/api/v1/sources/list/rows')) as { rows: unknown[] };
  expect([first.rows.length, first.rows[0], first.rows.at(-1)]).toEqual([99, row(2), row(100)]);
  const last = (await answer('/api/v1/sources/list/rows?row=240')) as { rows: unknown[] };
  expect([last.rows.length, last.rows[0], last.rows.at(-1)]).toEqual([41, row(201), row(241)]);
  expect(await answer('/api/v1/sources/list/rows?row=900')).toEqual({ header, rows: [] });
  await expect(answer('/api/v1/sources/list/rows?row=0')).rejects.toThrow('not the number of a row');
});

test('a text and links have no rows', async () => {
  const answer = await asked();
  for (const id of ['statement', 'news'])
    expect(await answer(`/api/v1/sources/${id}/rows`)).toEqual({ header: [], rows: [] });
  await expect(answer('/api/v1/sources/nothing/rows')).rejects.toThrow('there is no source nothing');
  expect(await answer('/api/v1/sources/news')).toMatchObject({ kind: 'links', text: null, table: null });
});

test('of internal tables and addresses nothing is answered', async () => {
  const answer = await asked();
  expect(await answer('/api/v1/records/w1')).toMatchObject({
    evidence: [
      { kind: 'row', source: 'secret', row: null, columns: [], stated: null, table: null },
      { kind: 'link', source: 'calls', url: null, accessed: null, archive: null },
    ],
  });
  expect(await answer('/api/v1/sources/secret')).toMatchObject({ text: null, table: null });
  expect(await answer('/api/v1/sources/secret/rows')).toEqual({ header: [], rows: [] });
  const all = await Promise.all(
    [
      'records',
      'records.csv',
      'records/w1',
      'sources/secret',
      'sources/secret/rows',
      'sources/calls',
      'snapshot',
    ].map((path) => answer(`/api/v1/${path}`)),
  );
  expect(JSON.stringify(all)).not.toMatch(/canary/i);
});

test('the file of records has the cells and the addresses in columns of their own', async () => {
  const answer = await asked();
  const csv = String(await answer('/api/v1/records.csv?measure=detentions'));
  const lines = csv.split('\r\n');
  expect(lines[0]).toContain(',quotations,rows,links,sources,');
  expect(lines.find((line) => line.startsWith('d2,'))).toContain(',,Row 2: “people: 2 people”,,list,');
  expect(lines.find((line) => line.startsWith('d3,'))).toContain(',,,https://news.example/1,news,');
});

test('records that are not quoted are counted, said, and left out when asked', async () => {
  const answer = await asked();
  const counts = async (query: string) => (await answer(`/api/v1/counts?${query}`)) as CountsAnswer;
  const all = await counts('measure=detentions');
  expect(all.totals).toMatchObject([{ records: 4, notQuoted: 1, unnumbered: 1 }]);
  expect(all.headlines[0]?.remarks).toContain(
    '1 record of these is known by its link alone, and not quoted.',
  );
  expect(all.query).not.toHaveProperty('evidence');
  expect(await answer('/api/v1/snapshot')).toMatchObject({ notQuoted: 1 });
  const quoted = await counts('measure=detentions&evidence=quoted');
  expect(quoted.totals).toMatchObject([{ records: 3, unnumbered: 0 }]);
  expect(quoted.totals[0]).not.toHaveProperty('notQuoted');
  expect(quoted.query).toMatchObject({ evidence: 'quoted', text: 'measure=detentions&evidence=quoted' });
  expect(quoted.headlines[0]?.text).toContain('(quoted records only)');
  expect(quoted.sources).not.toContain('news');
  expect(all.sources).toContain('news');
});

test.each(['', '&phase=unstated', '&phase=during,after', '&phase=before,during,after,unstated', '&at=osh'])(
  'the filter leaves the same records in counts, in their list and in their file: %s',
  async (narrowed) => {
    const answer = await asked();
    for (const evidence of ['', '&evidence=quoted']) {
      const query = `measure=detentions${evidence}${narrowed}`;
      const { records } = (await answer(`/api/v1/records?${query}`)) as { records: { id: string }[] };
      const csv = String(await answer(`/api/v1/records.csv?${query}`))
        .trim()
        .split('\r\n')
        .slice(1);
      expect(csv.map((line) => line.split(',')[0])).toEqual(records.map(({ id }) => id));
      expect(records.some(({ id }) => id === 'd3')).toBe(
        evidence === '' && ['', '&phase=unstated', '&phase=before,during,after,unstated'].includes(narrowed),
      );
      if (narrowed.includes('at=')) continue;
      const { totals } = (await answer(`/api/v1/counts?${query}`)) as CountsAnswer;
      expect(totals[0]?.records).toBe(records.length);
    }
  },
);

test('a file that leaves records out says so in its name', async () => {
  const loaded = await serveDataset(changes as Partial<typeof files>);
  const route = routes.find(({ endpoint }) => endpoint.path === '/api/v1/counts.csv');
  const search = new URLSearchParams('measure=detentions&evidence=quoted');
  const { headers } = (await route?.read({ params: {}, search, loaded, words })) ?? {};
  expect(headers?.['Content-Disposition']).toContain('detentions-quoted-only.csv');
});
