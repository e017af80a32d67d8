import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { useDesk } from './datasets.ts';

const desk = useDesk();
/** Clears the screen, names the window, goes up a line, turns the direction of letters, breaks a line, and is not seen. */
const EVIL = 'x\u001b[2J\u001b]0;owned\u0007\u009b1A\u202ey\u2028\u200d\u2060\u{e0041}z';
const STEERS = /[^\n\P{Cc}]|[\p{Cf}\p{Zl}\p{Zp}]/u;

const expectQuiet = async (...argv: string[]) => {
  for (const more of [[], ['--json']]) {
    const { stdout, stderr } = await desk.run(...argv, ...more);
    expect(stdout + stderr).not.toBe('');
    expect([argv, STEERS.exec(stdout + stderr)?.[0]]).toEqual([argv, undefined]);
  }
};

describe('names of files and texts of a dataset reach no terminal as they are', () => {
  it('where they are typed', async () => {
    for (const command of ['check', 'publish', 'verify', 'rollback', 'export', EVIL])
      await expectQuiet(command, EVIL);
    await expectQuiet('check', 'dataset', `--${EVIL}`);
    await expectQuiet('check', 'dataset', EVIL);
    await expectQuiet('verify', '--key', EVIL);
    await expectQuiet('snapshots', '--data', EVIL);
  });

  it('where a folder is called so', async () => {
    renameSync(desk.dataset, join(desk.cwd, EVIL));
    await expectQuiet('check', EVIL);
    await expectQuiet('publish', EVIL, '--data', `data${EVIL}`);
    await expectQuiet('verify', '--all', '--data', `data${EVIL}`);
    mkdirSync(join(desk.cwd, 'empty'));
    await expectQuiet('verify', 'empty');
  });

  it('where files, cells, columns and the manifest hold them', async () => {
    writeFileSync(join(desk.dataset, 'sources', `${EVIL}.txt`), 'x');
    desk.edit('sources.csv', (text) => text.replace(/sources\/[^,\n]+/, () => `sources/${EVIL}.txt`));
    desk.edit('places.csv', (text) => text.replace('wikidata', `wikidata,${EVIL}`));
    desk.edit('records.csv', (text) => text.replace('detention', EVIL));
    desk.edit('datapackage.json', (text) => text.replace('"title": "', () => `"title": "${EVIL}`));
    await expectQuiet('check', 'dataset');
    await expectQuiet('check', 'dataset', '--all');
    await expectQuiet('publish', 'dataset');
  });

  it('where a stranger put a file into a snapshot', async () => {
    const id = await desk.publish();
    writeFileSync(join(desk.dataDir, 'snapshots', id, EVIL), 'x');
    await expectQuiet('verify');
    await expectQuiet('publish', 'dataset', '--by', EVIL);
    await expectQuiet('rollback', id);
  });
});
