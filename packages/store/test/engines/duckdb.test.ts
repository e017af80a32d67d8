import { join } from 'node:path';
import { usualVocabulary } from '@article21/model';
import { expect, test } from 'vitest';
import { openInstance } from '../../src/engines/duckdb/instance.ts';
import { literal } from '../../src/engines/duckdb/literal.ts';
import { duckdb } from '../../src/engines/duckdb.ts';
import { testEngine } from '../contract.ts';
import { sampleRecord, stream, temporaryFolder } from '../samples.ts';

testEngine('duckdb', duckdb);

test('a file written before amounts kept their rates is read, and has none', async () => {
  const folder = await temporaryFolder();
  const exact = { low: 100, high: 100, approximate: false, unnumbered: 0 };
  const amount = { notation: '100 KZT', currency: 'KZT', ...exact, cents: exact };
  const record = sampleRecord({
    id: 'f1',
    kind: 'fine',
    amount: { ...amount, rates: [{ eur: 0.01, from: null, to: null, source: 'Bank' }] },
  });
  const table = await duckdb.load(stream([record]), folder, usualVocabulary);
  await table.save(join(folder, 'now.parquet'));
  await table.close();
  const { connection, close } = await openInstance(null);
  const [now, before] = ['now', 'before'].map((name) => literal(join(folder, `${name}.parquet`)));
  await connection.run(`COPY (SELECT * EXCLUDE (amount_rates) FROM ${now}) TO ${before} (FORMAT parquet)`);
  close();
  const opened = await duckdb.open(join(folder, 'before.parquet'), usualVocabulary);
  expect(await opened.record('f1')).toEqual({ ...record, amount: { ...amount, rates: [] } });
  await opened.close();
});

test('a file written when all evidence was quotations is read, and has quotations', async () => {
  const folder = await temporaryFolder();
  const table = await duckdb.load(stream([sampleRecord({ id: 'd1' })]), folder, usualVocabulary);
  await table.save(join(folder, 'now.parquet'));
  await table.close();
  const { connection, close } = await openInstance(null);
  const [now, before] = ['now', 'before'].map((name) => literal(join(folder, `${name}.parquet`)));
  const fields = ['source', 'quote', 'stated', 'prefix', 'suffix', '"start"', '"end"'];
  const struct = fields.map((name) => `${name} := it.${name}`).join(', ');
  await connection.run(`COPY (SELECT * REPLACE (list_transform(evidence, lambda it: struct_pack(${struct})) AS evidence)
    FROM ${now}) TO ${before} (FORMAT parquet)`);
  close();
  const opened = await duckdb.open(join(folder, 'before.parquet'), usualVocabulary);
  expect(await opened.record('d1')).toEqual(sampleRecord({ id: 'd1' }));
  expect((await opened.cells()).sources?.ids).toEqual(['statement']);
  await opened.close();
});

test('a record whose words fill megabytes is taken in whole, beside small ones', async () => {
  const long = sampleRecord({ id: 'long', note: 'ж"😀\n'.repeat(500_000) });
  const table = await duckdb.load(
    stream([sampleRecord({ id: 'a' }), long]),
    await temporaryFolder(),
    usualVocabulary,
  );
  expect(await table.record('long')).toEqual(long);
  expect(await table.size()).toBe(2);
  await table.close();
});
