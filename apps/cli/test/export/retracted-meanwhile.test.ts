import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, vi } from 'vitest';
import { exits } from '../../src/command.ts';
import type { Site } from '../../src/export/site.ts';
import { useDesk } from '../datasets.ts';
import { makeSite } from './site.ts';

let meanwhile: () => Promise<unknown> = async () => {};
vi.mock('../../src/export/static-site.ts', () => import('./few-pages.ts'));
vi.mock('../../src/export/site.ts', async (original) => {
  const { writeSite } = await original<{ writeSite(site: Site): Promise<void> }>();
  return {
    writeSite: async (site: Site) => {
      await writeSite(site);
      await meanwhile();
    },
  };
});
const desk = useDesk();

it('an export of what is retracted while it is written puts nothing in its place', async () => {
  makeSite(desk.cwd);
  const bad = await desk.publish();
  desk.edit('datapackage.json', (text) => text.replace(/"version": "[^"]+"/, '"version": "9.0.0"'));
  await desk.publish();
  meanwhile = () => desk.run('retract', bad, '--reason', 'endangers_person');
  const { exit, document } = await desk.json('export', 'out', '--site', 'site', '--snapshot', bad);
  expect([exit, document]).toMatchObject([exits.failed, { ok: false, error: { code: 'retracted' } }]);
  expect(existsSync(join(desk.cwd, 'out'))).toBe(false);
  meanwhile = async () => {};
  expect((await desk.run('export', 'out', '--site', 'site')).exit).toBe(exits.done);
});
