import { mkdir, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { readFiles } from '../../src/files/read.ts';
import { temporaryFolder } from '../fixture.ts';

const folder = await temporaryFolder();
afterAll(() => folder.remove());

describe('the built files', () => {
  it('are read whole, with their compressed twins, without maps and links', async () => {
    const dist = join(folder.path, 'dist');
    await mkdir(join(dist, 'assets'), { recursive: true });
    const names = ['index.html', 'assets/a.js', 'assets/a.js.map', 'assets/a.js.br', 'assets/font.woff2'];
    for (const name of names) await writeFile(join(dist, name), name);
    await symlink('/etc/passwd', join(dist, 'passwd'));
    const files = await readFiles(dist);
    expect([...(files ?? [])].map(([path, { mediaType }]) => [path, mediaType]).sort()).toEqual([
      ['assets/a.js', 'text/javascript; charset=utf-8'],
      ['assets/font.woff2', 'font/woff2'],
      ['index.html', 'text/html; charset=utf-8'],
    ]);
    const { encoded } = files?.get('assets/a.js') ?? {};
    expect(Object.entries(encoded ?? {}).map(([encoding, bytes]) => [encoding, bytes.toString()])).toEqual([
      ['identity', 'assets/a.js'],
      ['br', 'assets/a.js.br'],
    ]);
    expect(Object.keys(files?.get('index.html')?.encoded ?? {})).toEqual(['identity']);
  });

  it('are none when nothing was built', async () => {
    expect(await readFiles(join(folder.path, 'nothing'))).toBeNull();
  });
});
