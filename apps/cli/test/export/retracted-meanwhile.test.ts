import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, onTestFinished, vi } from 'vitest';
import { exits } from '../../src/command.ts';
import * as sites from '../../src/export/site.ts';
import { useDesk } from '../datasets.ts';
import { useFewPages } from './few-pages.ts';
import { makeSite } from './site.ts';

useFewPages();
const desk = useDesk();

it('an export of what is retracted while it is written puts nothing in its place', async () => {
  makeSite(desk.cwd);
  const bad = await desk.publish();
  desk.edit('datapackage.json', (text) => text.replace(/"version": "[^"]+"/, '"version": "9.0.0"'));
  await desk.publish();
  const { writeSite } = sites;
  const written = vi.spyOn(sites, 'writeSite').mockImplementation(async (site) => {
    await writeSite(site);
    await desk.run('retract', bad, '--reason', 'endangers_person');
  });
  onTestFinished(() => written.mockRestore());
  const { exit, document } = await desk.json('export', 'out', '--site', 'site', '--snapshot', bad);
  expect([exit, document]).toMatchObject([exits.failed, { ok: false, error: { code: 'retracted' } }]);
  expect(existsSync(join(desk.cwd, 'out'))).toBe(false);
  written.mockRestore();
  expect((await desk.run('export', 'out', '--site', 'site')).exit).toBe(exits.done);
});
