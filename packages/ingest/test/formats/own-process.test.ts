import { expect, it } from 'vitest';
import { readTableApart } from '../../src/formats/own-process.ts';
import type { TablePart } from '../../src/formats/tables.ts';

/** Reads from a process that runs this text. */
async function read(program: string, limits = { memory: 64, seconds: 60 }): Promise<TablePart[]> {
  const parts: TablePart[] = [];
  for await (const part of readTableApart(['-e', program], 'a.csv', { separator: ';' }, limits))
    parts.push(part);
  return parts;
}
const SAVE = 'save the sheet that you need alone, as CSV UTF-8, and import that';

it('gives on what the process writes, and what it was asked', async () => {
  const program = 'console.log(JSON.stringify({ said: process.argv[1] })); console.log("end")';
  expect(await read(program)).toEqual([
    { said: '{"read":"table","path":"a.csv","choice":{"separator":";"}}' },
  ]);
});

it('says in one sentence that a process ended before it was done, for want of memory or of time', async () => {
  const hungry =
    'console.log(JSON.stringify({ said: "a" })); const all = []; for (;;) all.push(new Array(1000).fill(0.5))';
  expect(await read(hungry, { memory: 16, seconds: 60 })).toEqual([
    { said: 'a' },
    {
      problem: {
        ...{ code: 'too_much_memory', values: { mb: 16 } },
        ...{ row: null, message: 'the table needs more than 16 MB of memory, or is damaged', hint: SAVE },
      },
    },
  ]);
  expect(await read('for (;;);', { memory: 64, seconds: 0.2 })).toEqual([
    {
      problem: {
        ...{ code: 'too_slow', values: { seconds: 0.2 } },
        ...{ row: null, message: 'reading the table took more than 0.2 seconds', hint: SAVE },
      },
    },
  ]);
});
