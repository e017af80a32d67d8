import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { usualVocabulary } from '@article21/model';
import { expect, test } from 'vitest';
import { memory } from '../../src/engines/memory.ts';
import { testEngine } from '../contract.ts';
import { sampleRecord, temporaryFolder } from '../samples.ts';

testEngine('memory', memory);

test('a file written before amounts kept their rates is read, and has none', async () => {
  const file = join(await temporaryFolder(), 'records.ndjson');
  const exact = { low: 100, high: 100, approximate: false, unnumbered: 0 };
  const amount = { notation: '100 EUR', currency: 'EUR', ...exact, cents: exact };
  await writeFile(file, `${JSON.stringify({ ...sampleRecord({ id: 'f1', kind: 'fine' }), amount })}\n`);
  const opened = await memory.open(file, usualVocabulary);
  expect((await opened.record('f1'))?.amount).toEqual({ ...amount, rates: [] });
  await opened.close();
});
