import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Language, RestrictionRecord } from '@article21/model';
import { describe, expect, onTestFinished, test } from 'vitest';
import { type PublicEdition, readDataset, writePublicEdition } from '../src/index.ts';
import { cited, type Files, writeDataset } from './folder.ts';

const secret = '00112233445566778899aabbccddeeff';
const title = (language: Language) => (language === 'ru' ? 'Скрыто' : 'Withheld');
const places = `id,kind,parent,country,lat,lon,name_en,name_ru,name_kk,aliases,wikidata
kz,country,,KZ,,,Kazakhstan,Казахстан,Қазақстан,,
east,region,kz,KZ,,,East,Восток,Шығыс,,
almaty,city,kz,KZ,43.24,76.92,Almaty,Алматы,Алматы,Alma-Ata;Алма-Ата,Q35493
oskemen,city,east,KZ,,,Ust-Kamenogorsk,Усть-Каменогорск,Өскемен,,
semey,city,east,KZ,,,Semey,Семей,Семей,,
`;
const records = `id,kind,place,date,assembly,phase,count,amount,days,basis,note,sensitive
d1,detention,almaty,2012-04-28,rally,after,~10,,,incident,a note,
f1,fine,Алма-Ата,2012-04-28/..,rally,after,2,20000 KZT,,incident,,no
d2,detention,oskemen,2012-05-17,,,3,,,incident,a secret,yes
`;
const base = { 'places.csv': places, 'records.csv': records };

function withPolicy(rules: object[], files: Files = base) {
  return writeDataset({ ...files, 'policy.json': JSON.stringify({ secret, rules }) });
}

/** The public edition of a dataset, and the folder it is in. */
async function published(dir: string, options = {}): Promise<{ edition: PublicEdition; folder: string }> {
  const folder = mkdtempSync(join(tmpdir(), 'edition-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const edition = await writePublicEdition(folder, () => readDataset(dir), { title, ...options });
  return { edition, folder };
}

async function recordsIn(folder: string): Promise<RestrictionRecord[]> {
  const outcome = await readDataset(folder);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.issues));
  const all: RestrictionRecord[] = [];
  for await (const record of outcome.reading.records()) all.push(record);
  expect(outcome.reading.issues()).toEqual([]);
  return all;
}

const protect = { id: 'protect', when: { sensitive: true }, date: 'month', place: 'region' };

describe('the public edition of a dataset', () => {
  test('dates a sensitive record to its month, places it in its region, and shows none of its words', async () => {
    const { edition, folder } = await published(withPolicy([protect]));
    expect(edition).toMatchObject({ ok: true, effects: { rules: [{ id: 'protect', records: 1 }] } });
    const all = await recordsIn(folder);
    expect(all.map(({ id }) => id)).toEqual(['d1', 'f1', expect.stringMatching(/^withheld-[0-9a-f]{20}$/)]);
    expect(all[2]).toMatchObject({
      ...{ kind: 'detention', place: 'east', date: '2012-05', assembly: null, note: null },
      charted: { from: '2012-05-01', to: '2012-05-31', by: 'interval' },
      count: { low: 3, high: 3 },
      evidence: [{ source: 'withheld-text', quote: null, stated: null }],
    });
  });

  test('has no place, assembly or source that only a protected record names, and none of what is unused', async () => {
    const { folder } = await published(withPolicy([protect]));
    const outcome = await readDataset(folder);
    if (!outcome.ok) throw new Error('it cannot be read');
    const { places, assemblies, sources } = outcome.reading;
    const ids = (items: readonly { id: string }[]) => items.map(({ id }) => id).sort();
    // Semey too: were it there alone, everybody would see which city of the region is not.
    expect([ids(places), ids(assemblies)]).toEqual([['almaty', 'east', 'kz'], ['rally']]);
    // The diary is that of the coverage.
    expect(ids(sources)).toEqual(['diary', 'statement', 'withheld-text']);
  });

  test('has no value of an attribute that only a protected record has, and none that is unused', async () => {
    const attributes = `id,value,label_en,definition_en
trade,,Trade,What they work as.
trade,teacher,Teacher,
trade,beekeeper,Beekeeper of Oskemen,
trade,nurse,Nurse,
prison,,Prison,Where they were held.
prison,ik6,Prison IK-6,
`;
    const attributed = records
      .replace('note,sensitive', 'note,sensitive,attribute_trade,attribute_prison')
      .replace('a note,\n', 'a note,,teacher,\n')
      .replace('incident,,no\n', 'incident,,no,,\n')
      .replace('a secret,yes\n', 'a secret,yes,beekeeper,ik6\n');
    const files = { ...base, 'attributes.csv': attributes, 'records.csv': attributed };
    const { edition, folder } = await published(withPolicy([protect], files));
    expect(edition.ok ? [] : edition.found.issues).toEqual([]);
    expect(readFileSync(join(folder, 'attributes.csv'), 'utf8')).not.toMatch(/beekeeper|nurse|ik6|prison/i);
    const all = await recordsIn(folder);
    expect(all.map(({ attributes }) => attributes)).toEqual([{ trade: 'teacher' }, undefined, undefined]);
    expect(readFileSync(join(folder, 'records.csv'), 'utf8')).not.toMatch(/prison|beekeeper/);
  });

  const topics = {
    'places.csv': places,
    'attributes.csv': `id,value,label_en,definition_en
topic,,Topic,What it was about.
topic,labour,Labour,
topic,land,Land,
organiser,,Organiser,Who called for it.
organiser,union,A trade union,
`,
    'records.csv': records
      .replace('note,sensitive', 'note,attribute_topic,attribute_organiser')
      .replace('a note,\n', 'a note,labour,union\n')
      .replace('incident,,no\n', 'incident,,labour,\n')
      .replace('a secret,yes\n', 'a secret,,\n'),
  };
  test.each([
    [['topic:labour'], ['d1', 'f1']],
    [
      ['topic:land', 'topic:labour'],
      ['d1', 'f1'],
    ],
    [['topic:land'], []],
    [['topic:labour', 'organiser:union'], ['d1']],
    [['topic:unstated'], ['d2']],
    [['topic:unstated', 'topic:land', 'organiser:unstated'], ['d2']],
  ])('picks records by what an attribute says: %s', async (attribute, picked) => {
    const { edition } = await published(withPolicy([{ id: 'a', when: { attribute } }], topics));
    expect(edition.ok ? [] : edition.found.issues).toEqual([]);
    expect(edition.ok && [...edition.effects.ids]).toEqual(picked);
  });

  test.each(['topic:labor', 'topics:labour', 'topic', 'topic:'])(
    'refuses a value that is not declared, which would pick nothing: %s',
    async (value) => {
      const rule = { id: 'a', when: { attribute: ['topic:labour', value] } };
      const { edition } = await published(withPolicy([rule], topics));
      expect(edition.found.issues).toMatchObject([
        {
          ...{ file: 'policy.json', column: 'rules.0.when.attribute' },
          message: `there is no value ${value} of an attribute`,
          hint: 'write one of: topic:labour, topic:land, topic:unstated, organiser:union, organiser:unstated',
        },
      ]);
      const none = await published(withPolicy([rule]));
      expect(none.edition.found.issues[0]).toMatchObject({ hint: 'declare it in attributes.csv' });
    },
  );

  test('withholds a source that a protected record cites from all others, and says so', async () => {
    const rule = { id: 'fines', when: { kind: ['fine'] }, place: 'country' };
    const { edition, folder } = await published(withPolicy([rule, protect]));
    const [d1] = await recordsIn(folder);
    expect(d1).toMatchObject({ id: 'd1', note: 'a note', evidence: [{ source: 'statement', quote: null }] });
    expect(edition).toMatchObject({
      effects: {
        rules: [
          { id: 'fines', records: 1 },
          { id: 'protect', records: 1 },
        ],
        doubts: expect.arrayContaining([
          {
            code: 'shared_source',
            values: { source: 'statement', n: 1 },
            message: expect.stringContaining('statement are withheld from 1 other'),
          },
        ]),
      },
    });
  });

  test('takes the coarsest of the rules that pick a record', async () => {
    const years = { id: 'years', when: { place: ['east'] }, date: 'year', place: 'country' };
    const { folder } = await published(withPolicy([protect, years]));
    expect((await recordsIn(folder))[2]).toMatchObject({ place: 'kz', date: '2012' });
  });

  test('has other ids by another secret and at another precision, and the same by the same', async () => {
    const idBy = async (rule: object, options = {}) =>
      (await recordsIn((await published(withPolicy([rule]), options)).folder))[2]?.id;
    const ids = [
      await idBy(protect),
      await idBy(protect),
      await idBy({ ...protect, date: 'year' }),
      await idBy(protect, { secret: 'f'.repeat(32) }),
    ];
    expect(ids[0]).toBe(ids[1]);
    expect(new Set(ids).size).toBe(3);
  });

  test('has protected records in the order of their ids, after all others, wherever they stood', async () => {
    const many = Array.from(
      { length: 8 },
      (_, i) => `x${i},detention,semey,2012-05-1${i},,,1,,,incident,,yes\n`,
    );
    const evidence = many.map((_, i) => `x${i},diary,three of us were taken,three,,\n`).join('');
    const files = {
      ...base,
      'records.csv': records.replace('f1,', `${many.join('')}f1,`),
      'evidence.csv': `record,source,quote,stated,prefix,suffix
d1,statement,about ten people were detained,about ten,,
f1,statement,two fined 20000 tenge,two fined 20000 tenge,,
d2,diary,three of us were taken,three,,
${evidence}`,
    };
    const { folder } = await published(withPolicy([protect], files));
    const ids = (await recordsIn(folder)).map(({ id }) => id);
    expect(ids.slice(0, 2)).toEqual(['d1', 'f1']);
    expect(ids.slice(2)).toHaveLength(9);
    expect(ids.slice(2)).toEqual(ids.slice(2).sort());
  });

  test('is not made of a dataset with a marked record that no rule protects, of a slip, or without a secret', async () => {
    const said = async (folder: string) => {
      const { edition } = await published(folder);
      return edition.ok ? [] : edition.found.issues.map(({ file, column }) => `${file} ${column}`);
    };
    const rule = (when: object) => [{ ...protect, when }];
    expect(await said(writeDataset(base))).toEqual(['records.csv sensitive']);
    expect(await said(withPolicy(rule({ sensitive: true, place: ['east'] })))).toEqual([
      'records.csv sensitive',
    ]);
    expect(await said(withPolicy([protect, { id: 'a', when: { record: ['d3'] } }]))).toEqual([
      'policy.json rules.1.when.record',
    ]);
    expect(await said(withPolicy([protect, { id: 'a', when: { sources: ['diary'] } }]))).toContain(
      'policy.json rules.1.when',
    );
    expect(await said(withPolicy([protect, { id: 'a', when: {} }]))).toContain('policy.json rules.1.when');
    const open = JSON.stringify({ rules: [protect] });
    expect(await said(writeDataset({ ...base, 'policy.json': open }))).toEqual(['policy.json secret']);
    expect(await said(writeDataset({ ...base, 'policy.json': '{' }))).toContain('policy.json null');
  });

  test('is not made by a policy with a key that stands twice: JSON would keep the last, and publish what the first picks', async () => {
    const [rule, other] = [JSON.stringify(protect), JSON.stringify({ ...protect, id: 'a' })];
    const twice = [
      `{"secret":"${secret}","rules":[${rule}],"rules":[${other}]}`,
      `{"secret":"${secret}","rules":[{"id":"a","when":{"kind":["fine"]},"when":{"sensitive":true}}]}`,
      `{"secret":"${secret}","rules":[${rule},{"id":"a","when":{"kind":["fine"],"kind":["detention"]}}]}`,
    ];
    for (const policy of twice) {
      const { edition } = await published(writeDataset({ ...base, 'policy.json': policy }));
      expect(edition.ok ? [] : edition.found.issues).toContainEqual(
        expect.objectContaining({
          file: 'policy.json',
          message: expect.stringContaining('stands twice in one pair of braces'),
        }),
      );
    }
  });

  test('says what a policy does not hide', async () => {
    const alone = places.replace(/^semey.*\n/m, '');
    const idle = { id: 'idle', when: { kind: ['warning'] } };
    const { edition } = await published(withPolicy([protect, idle], { ...base, 'places.csv': alone }));
    expect(edition).toMatchObject({
      effects: {
        doubts: [
          { code: 'idle', values: { rule: 'idle' }, message: 'rule idle picks no record' },
          {
            code: 'only_place',
            values: { only: 'oskemen', coarse: 'east' },
            message: expect.stringContaining('oskemen is the only place in east'),
          },
        ],
      },
    });
  });

  test('says that the numbers of the other ids leave gaps where protected records stood', async () => {
    const gaps = async (last: string) => {
      const more = `${records}${last},warning,almaty,2012-06-01,,,1,,,incident,,\n`;
      const evidence = `record,source,quote,stated,prefix,suffix
d1,statement,about ten people were detained,about ten,,
f1,statement,two fined 20000 tenge,two fined 20000 tenge,,
d2,diary,three of us were taken,three,,
${last},statement,about ten people were detained,about ten,,
`;
      const files = { ...base, 'records.csv': more, 'evidence.csv': evidence };
      const { edition } = await published(withPolicy([protect], files));
      return edition.ok ? edition.effects.doubts.filter((it) => it.code === 'gaps') : null;
    };
    expect(await gaps('d3')).toMatchObject([
      { values: { n: 1, id: 'd2' }, message: expect.stringContaining('leave out 1 protected ones (d2)') },
    ]);
    // Nothing is missing before what is last, and other ids do not count.
    expect([await gaps('d-x'), await gaps('w9')]).toEqual([[], []]);
  });

  test('has of a table the rows of other records, without gaps, and no word of the rest', async () => {
    const evidence = `record,source,quote,stated,prefix,suffix,row,columns,url,accessed,archive_url
d1,list,,about ten,,,4,city;people,,,
f1,list,,,,,7,,,,
d2,list,,,,,5,,,,
`;
    const files = { ...base, ...cited, 'evidence.csv': evidence };
    const { edition, folder } = await published(withPolicy([protect], files));
    expect(edition).toMatchObject({ effects: { shortenedTables: [{ id: 'list', rows: 2 }] } });
    expect((await recordsIn(folder)).map((it) => it.evidence)).toMatchObject([
      [{ kind: 'row', source: 'list', row: 2, stated: 'about ten' }],
      [{ kind: 'row', source: 'list', row: 3 }],
      [{ kind: 'quotation', source: 'withheld-text', quote: null }],
    ]);
    expect(readFileSync(join(folder, 'sources/list.csv'), 'utf8')).toBe(
      'day,city,people\n2012-04-28,Almaty,about ten people\n2012-05-02,Semey,3 people\n',
    );
    // A row that both cite is that of the protected record: then the table is withheld.
    const shared = { ...files, 'evidence.csv': evidence.replace('f1,list,,,,,7', 'f1,list,,,,,5') };
    const [d1] = await recordsIn((await published(withPolicy([protect], shared))).folder);
    expect(d1?.evidence).toMatchObject([{ kind: 'row', source: 'list', row: null }]);
  });
});
