import { endpoints } from '@article21/contract';
import { expect, it } from 'vitest';
import { printKept, readKept } from '../../src/changes/index.ts';

it('what is kept of changes is read again, and what has another form is not', () => {
  const { example } = endpoints.changes;
  const text = printKept(example);
  expect(readKept(text)).toEqual(example);
  expect(readKept(text.replace('"format":3', '"format":2'))).toBeNull();
});
