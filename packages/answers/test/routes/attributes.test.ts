import type { CountsAnswer } from '@article21/contract';
import { words } from '@article21/messages';
import { expect, test } from 'vitest';
import { type LoadedSnapshot, type Route, routes } from '../../src/index.ts';
import { type files, serveDataset } from '../loaded-dataset.ts';

const changes: Partial<typeof files> & Record<string, string> = {
  'attributes.csv': `id,value,label_en,label_ru,definition_en
topic,,Topic,Тема,What the assembly was about.
topic,labour,Labour,Труд,
topic,land,Land,Земля,
authorised,,Authorised,,Whether it was allowed.
authorised,no,No,Нет,
`,
  'records.csv': `id,kind,place,date,assembly,phase,count,amount,days,basis,note,attribute_topic,attribute_authorised
d1,detention,bishkek,2021-04-05,rally,during,~10,,,incident,a note,labour,no
d2,detention,osh,2021-05-02,,,2+,,,incident,,land,
d3,detention,kg,2021-04/2021-05,,,?,,,incident,,,
d4,detention,bishkek,2021-05-02,,after,3,,,incident,,,
f1,fine,bishkek,2021-05-03,rally,after,2,3000 KGS,,incident,,,
w1,warning,osh,../2021-04-11,,before,4,,,incident,,,
s1,detention,kg,2021,,,46,,,summary,,,
`,
};

/** The answer of an address, as its route gives it. */
async function answerOf(loaded: LoadedSnapshot, address: string) {
  const { pathname, searchParams: search } = new URL(address, 'http://api.invalid');
  for (const route of routes) {
    const params = paramsOf(route, pathname);
    if (!params) continue;
    const read = await route.read({ params, search, loaded, words });
    return { answer: await read.answer(), name: read.headers?.['Content-Disposition'] ?? '' };
  }
  throw new Error(`no route of ${address}`);
}

function paramsOf({ endpoint: { path } }: Route, pathname: string): Record<string, string> | null {
  const found = new RegExp(`^${path.replace(/\{(\w+)\}/g, '(?<$1>[^/]+)')}$`).exec(pathname);
  return found && { ...found.groups };
}

test('a filter of attributes is counted, said, and tells what may be meant, too', async () => {
  const loaded = await serveDataset(changes);
  const counts = async (query: string) =>
    (await answerOf(loaded, `/api/v1/counts?measure=detentions&${query}`)).answer as CountsAnswer;
  const labour = await counts('attribute=topic:labour');
  expect(labour.query).toMatchObject({
    ...{ attribute: ['topic:labour'], text: 'measure=detentions&attribute=topic:labour' },
  });
  expect(labour.totals).toMatchObject([{ low: 10, records: 1 }]);
  expect(labour.unattributed).toMatchObject([{ low: 3, records: 2, unnumbered: 1 }]);
  expect(labour.headlines).toMatchObject([
    {
      text: 'About 10 detentions (topic: “Labour”), 5 April 2021.',
      remarks: ['At least 3 detentions, and 1 report without a number may concern it: topic not stated.'],
    },
  ]);
  const said = async (query: string) => (await counts(query)).headlines[0]?.text;
  expect(await said('attribute=topic:labour,topic:unstated,authorised:no')).toBe(
    'About 10 detentions (authorised: “No”; topic: “Labour” or not stated), 5 April 2021.',
  );
  expect(await said('attribute=authorised:no&lang=ru')).toBe(
    '5 апреля 2021 г., authorised: «Нет»: около 10 задержаний.',
  );
  expect(await said('attribute=topic:land,authorised:no')).toContain('may concern it: ');
  const all = await counts('');
  expect(all).not.toHaveProperty('unattributed');
  expect(all.query).not.toHaveProperty('attribute');
});

test('the filter leaves the same records in counts, in their list, and in their file, which says so', async () => {
  const loaded = await serveDataset(changes);
  for (const [attribute, ids] of [
    ['topic:labour', ['d1']],
    ['topic:labour,topic:land', ['d1', 'd2']],
    ['topic:unstated', ['d3', 'd4']],
    ['topic:land,authorised:unstated', ['d2']],
  ] as const) {
    const query = `measure=detentions&attribute=${attribute}`;
    const { records } = (await answerOf(loaded, `/api/v1/records?${query}`)).answer as {
      records: { id: string }[];
    };
    expect(records.map(({ id }) => id)).toEqual(ids);
    const { totals } = (await answerOf(loaded, `/api/v1/counts?${query}`)).answer as CountsAnswer;
    expect(totals[0]?.records).toBe(ids.length);
    const { answer, name } = await answerOf(loaded, `/api/v1/records.csv?${query}`);
    const lines = String(answer).trim().split('\r\n');
    expect(lines.slice(1).map((line) => line.split(',')[0])).toEqual(ids);
    expect(lines[0]).toMatch(/,synthetic,attribute_topic,attribute_authorised$/);
    expect(name).toContain(attribute.split(',')[0]?.replace(':', '-'));
  }
  const { answer } = await answerOf(loaded, '/api/v1/records.csv?attribute=topic:labour');
  expect(String(answer)).toContain(',false,labour,no\r\n');
  expect((await answerOf(loaded, '/api/v1/records/d1')).answer).toMatchObject({
    attributes: { topic: 'labour', authorised: 'no' },
  });
  expect((await answerOf(loaded, '/api/v1/records/d3')).answer).not.toHaveProperty('attributes');
  expect((await answerOf(loaded, '/api/v1/snapshot')).answer).toMatchObject({
    declared: { attributes: [{ id: 'topic' }, { id: 'authorised' }] },
  });
});

test('a filter that the snapshot does not know is refused, with those that it knows', async () => {
  const loaded = await serveDataset(changes);
  await expect(answerOf(loaded, '/api/v1/counts?attribute=topic:x')).rejects.toMatchObject({
    kind: 'invalid-query',
    issues: [
      {
        key: 'attribute',
        hint: 'known: topic:labour, topic:land, topic:unstated, authorised:no, authorised:unstated',
      },
    ],
  });
  const without = await serveDataset();
  await expect(answerOf(without, '/api/v1/counts?attribute=topic:x')).rejects.toMatchObject({
    issues: [{ key: 'attribute', hint: 'this dataset declares no attributes' }],
  });
});
