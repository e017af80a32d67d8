import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { usualVocabulary } from '@article21/model';
import { expect, test, vi } from 'vitest';
import { openInstance } from '../../src/engines/duckdb/instance.ts';
import { literal } from '../../src/engines/duckdb/literal.ts';
import { openRelation } from '../../src/engines/duckdb/relation.ts';
import { duckdb, duckdbEngine } from '../../src/engines/duckdb.ts';
import { ownVocabulary } from '../arbitraries.ts';
import { testEngine } from '../contract.ts';
import { sampleRecord, stream, temporaryFolder } from '../samples.ts';

/** For which no records are few: all of them are its own to group and to find. */
const engine = duckdbEngine(0);

testEngine('duckdb', engine);
testEngine('duckdb, which has few records in memory,', duckdb, 2);

test('no record takes a value from the name of a folder around its file, or is that of another folder', async () => {
  const around = join(await temporaryFolder(), 'kind=fine');
  const folder = join(around, 'data [1]', 'phase=after');
  // What the name would mean as a pattern.
  const other = join(around, 'data 1', 'phase=after');
  for (const it of [folder, other]) await mkdir(it, { recursive: true });
  const others = await engine.load(stream([sampleRecord({ id: 'other' })]), other, usualVocabulary);
  await others.save(join(other, 'records.parquet'));
  await others.close();
  const record = sampleRecord({ id: 'd1', kind: 'detention', phase: 'during' });
  const table = await engine.load(stream([record]), folder, usualVocabulary);
  expect(await table.record('d1')).toEqual(record);
  const file = join(folder, 'records.parquet');
  await table.save(file);
  await table.close();
  const opened = await engine.open(file, usualVocabulary);
  expect(await opened.record('d1')).toEqual(record);
  await opened.close();
});

test('a file written before amounts kept their rates is read, and has none', async () => {
  const folder = await temporaryFolder();
  const exact = { low: 100, high: 100, approximate: false, unnumbered: 0 };
  const amount = { notation: '100 KZT', currency: 'KZT', ...exact, cents: exact };
  const record = sampleRecord({
    id: 'f1',
    kind: 'fine',
    amount: { ...amount, rates: [{ eur: 0.01, from: null, to: null, source: 'Bank' }] },
  });
  const table = await engine.load(stream([record]), folder, usualVocabulary);
  await table.save(join(folder, 'now.parquet'));
  await table.close();
  const { connection, close } = await openInstance(null);
  const [now, before] = ['now', 'before'].map((name) => literal(join(folder, `${name}.parquet`)));
  await connection.run(`COPY (SELECT * EXCLUDE (amount_rates) FROM ${now}) TO ${before} (FORMAT parquet)`);
  close();
  const opened = await engine.open(join(folder, 'before.parquet'), usualVocabulary);
  expect(await opened.record('f1')).toEqual({ ...record, amount: { ...amount, rates: [] } });
  await opened.close();
});

test('a file written when all evidence was quotations is read, and has quotations', async () => {
  const folder = await temporaryFolder();
  const table = await engine.load(stream([sampleRecord({ id: 'd1' })]), folder, usualVocabulary);
  await table.save(join(folder, 'now.parquet'));
  await table.close();
  const { connection, close } = await openInstance(null);
  const [now, before] = ['now', 'before'].map((name) => literal(join(folder, `${name}.parquet`)));
  const fields = ['source', 'quote', 'stated', 'prefix', 'suffix', '"start"', '"end"'];
  const struct = fields.map((name) => `${name} := it.${name}`).join(', ');
  await connection.run(`COPY (SELECT * REPLACE (list_transform(evidence, lambda it: struct_pack(${struct})) AS evidence)
    FROM ${now}) TO ${before} (FORMAT parquet)`);
  close();
  const opened = await engine.open(join(folder, 'before.parquet'), usualVocabulary);
  expect(await opened.record('d1')).toEqual(sampleRecord({ id: 'd1' }));
  expect((await opened.cells()).sources?.ids).toEqual(['statement']);
  await opened.close();
});

test('a value that its dataset does not declare is an error, and no other value', async () => {
  const record = sampleRecord({ id: 'a', attributes: { topic: 'v200' } });
  const table = await engine.load(stream([record]), await temporaryFolder(), ownVocabulary);
  await expect(table.cells()).rejects.toThrow("unknown attributes['topic']: v200");
  await table.close();
});

test('a record whose words fill megabytes is taken in whole, beside small ones', async () => {
  const long = sampleRecord({ id: 'long', note: 'ж"😀\n'.repeat(500_000) });
  const table = await engine.load(
    stream([sampleRecord({ id: 'a' }), long]),
    await temporaryFolder(),
    usualVocabulary,
  );
  expect(await table.record('long')).toEqual(long);
  expect(await table.size()).toBe(2);
  await table.close();
});

test('records that are asked for at one moment are looked for once, and whoever asks has one of its own', async () => {
  const folder = await temporaryFolder();
  const records = ['a', 'b', 'c'].map((id) => sampleRecord({ id }));
  const table = await engine.load(stream(records), folder, usualVocabulary);
  await table.save(join(folder, 'now.parquet'));
  await table.close();
  const { connection, close } = await openInstance(null);
  await connection.run(`CREATE VIEW records AS FROM ${literal(join(folder, 'now.parquet'))}`);
  const asked = vi.spyOn(connection, 'runAndReadAll');
  const relation = openRelation(connection, 'records', usualVocabulary);
  const find = (ids: readonly string[]) => Promise.all(ids.map((id) => relation.record(id)));
  const found = await find(['c', 'a', 'a', 'nobody']);
  expect(found).toEqual([records[2], records[0], records[0], null]);
  expect(found[1]).not.toBe(found[2]);
  expect(asked).toHaveBeenCalledTimes(1);
  expect(await find(['b'])).toEqual([records[1]]);
  expect(asked).toHaveBeenCalledTimes(2);
  close();
});
