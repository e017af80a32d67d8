import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readNamedText } from '../src/named-text.ts';
import { writeDataset } from './folder.ts';

test('reads a file of as many bytes as it may have, and says of a larger one that it is', async () => {
  const file = join(writeDataset(), 'key');
  writeFileSync(file, 'ключ');
  expect(await readNamedText(file, 8)).toBe('ключ');
  expect(await readNamedText(file, 7)).toBeNull();
});

test('reads no more than that of what has no end', async () => {
  expect(await readNamedText('/dev/zero', 10)).toBeNull();
  expect(await readNamedText('/dev/null', 10)).toBe('');
});
