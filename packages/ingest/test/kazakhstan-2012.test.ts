import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { measures, type RestrictionRecord, recordSchema, sum } from '@article21/model';
import { expect, test } from 'vitest';
import { readDataset } from '../src/index.ts';

const manifest = '@article21/dataset/data/kazakhstan-2012/datapackage.json';
const folder = dirname(createRequire(import.meta.url).resolve(manifest));

async function read() {
  const outcome = await readDataset(folder);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.issues, null, 1));
  const records: RestrictionRecord[] = [];
  for await (const record of outcome.reading.records()) records.push(record);
  return { reading: outcome.reading, records };
}
const { reading, records } = await read();

function total(measureId: string, places?: string[]) {
  const { kind, quantity } = measures.find(({ id }) => id === measureId) ?? {};
  const chosen = records.filter((it) => it.kind === kind && (!places || places.includes(it.place)));
  const estimates = chosen.map((it) => {
    const value = quantity === 'amount' ? it.amount?.cents : it[quantity as 'count' | 'days'];
    if (!value) throw new Error(`no ${quantity} in ${it.id}`);
    const { low, high, approximate, unnumbered } = value;
    return { low, high, approximate, unnumbered };
  });
  return sum(estimates);
}

test('it reads without an issue and every record keeps to the schema', () => {
  expect(reading.issues()).toEqual([]);
  for (const record of records) expect(recordSchema.parse(record)).toEqual(record);
  expect(reading.tallies().map(({ file, rows, refused }) => [file, rows, refused])).toEqual([
    ['places.csv', 21, 0],
    ['sources.csv', 1, 0],
    ['assemblies.csv', 15, 0],
    ['rates.csv', 0, 0],
    ['evidence.csv', 30, 0],
    ['annotations.csv', 4, 0],
    ['records.csv', 29, 0],
  ]);
});

test('at least 12 applications were rejected, 2 of them in Almaty and 1 in each of the other ten cities', () => {
  const rest = { approximate: false, unnumbered: 0 };
  expect(total('rejected_applications')).toEqual({ low: 12, high: null, ...rest });
  expect(total('rejected_applications', ['almaty'])).toEqual({ low: 2, high: null, ...rest });
  const others = reading.places.filter(({ id, kind }) => kind === 'city' && id !== 'almaty');
  expect(others).toHaveLength(10);
  for (const { id } of others)
    expect(total('rejected_applications', [id])).toEqual({ low: 1, high: null, ...rest });
});

test('about 15 detentions are stated in Almaty; one report without a number is there, two name no city', () => {
  const almaty = { low: 15, high: 15, approximate: true, unnumbered: 1 };
  expect(total('detentions', ['almaty'])).toEqual(almaty);
  expect(total('detentions', ['kz'])).toEqual({ low: 0, high: 0, approximate: false, unnumbered: 2 });
  expect(total('detentions')).toEqual({ ...almaty, unnumbered: 3 });
});

test('fines of about EUR 770 are stated, and two reports state no amount', () => {
  expect(total('fines')).toEqual({ low: 77_000, high: 77_000, approximate: true, unnumbered: 2 });
});

test('30 days of administrative arrest were imposed', () => {
  expect(total('arrest_days')).toEqual({ low: 30, high: 30, approximate: false, unnumbered: 0 });
});

test('what falls outside the four measures is there too', () => {
  const others = records.filter(({ kind }) => kind === 'warning' || kind === 'other');
  expect(others.map(({ kind, place }) => `${kind} ${place}`).sort()).toEqual([
    'other almerek',
    'warning almaty',
    'warning karaganda',
    'warning kz',
  ]);
});

test('four remarks are dated by the statement, and nobody states that they watched everything', () => {
  const drawn = reading.annotations.map(({ date, place, source }) => [date, place, source]);
  const source = 'kibhr-iphr-nhc-2012';
  expect(drawn).toEqual([
    ['2012-04-28', null, source],
    ['2012-05-21', 'almerek', source],
    ['2012-05-31', 'almaty', source],
    ['2012-08-17', 'karaganda', source],
  ]);
  expect(reading.coverage).toEqual([]);
});

test('a quotation stands in the text at its offsets', () => {
  for (const { evidence } of records)
    for (const it of evidence) {
      if (it.kind !== 'quotation') throw new Error(`not a quotation: ${it.kind}`);
      const slice = reading.texts.get(it.source)?.slice(it.start ?? 0, it.end ?? 0);
      expect(slice?.replace(/\s+/g, ' ')).toBe(it.quote);
    }
});
