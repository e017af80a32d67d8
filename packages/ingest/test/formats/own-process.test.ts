import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { expect, it, onTestFinished } from 'vitest';
import { readTableApart, serveReading } from '../../src/formats/own-process.ts';
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

it('ends a process that takes memory outside of JavaScript’s own, as what unpacks a file does', async () => {
  const unpacking =
    'const all = []; for (let i = 0; i < 100; i += 1) all.push(Buffer.alloc(1e7, 1)); for (;;);';
  expect(await read(unpacking, { memory: 16, seconds: 60 })).toMatchObject([
    { problem: { code: 'too_much_memory' } },
  ]);
});

it('gives on no more letters than whoever reads has room for', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'article21-apart-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const path = join(folder, 'a.csv');
  writeFileSync(path, `city\n${'Almaty\n'.repeat(10_000)}`);
  const asked = JSON.stringify({ read: 'table', path, choice: {} });
  const out = new PassThrough().resume();
  await expect(serveReading(asked, out, 50_000)).rejects.toThrow('more than 50000 letters');
  await expect(serveReading(asked, out)).resolves.toBeUndefined();
});
