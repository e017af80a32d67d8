import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beginChange } from '../src/commit.ts';

// Changes all files of a folder to the next number, again and again, until it is killed; prints each number that is done.
const [folder = '', from = '0'] = process.argv.slice(2);
for (let n = Number(from) + 1; ; n += 1) {
  const files = ['a.csv', 'b.csv', 'sources/c.txt'];
  const { staged, commit } = await beginChange(folder);
  for (const file of files) {
    rmSync(join(staged, file));
    writeFileSync(join(staged, file), String(n));
  }
  await commit(files);
  process.stdout.write(`${n}\n`);
}
