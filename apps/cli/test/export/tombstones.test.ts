import { generateKeyPairSync } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { words } from '@article21/messages';
import { createMirrorFetch, snapshotFolder } from '@article21/static-site';
import { beforeEach, describe, expect, it } from 'vitest';
import { exits } from '../../src/command.ts';
import { onceFor, useDesk } from '../datasets.ts';
import { useQuickRenderer } from './quick-renderer.ts';
import { filesIn, makeSite } from './site.ts';

useQuickRenderer();

/** Stands in the snapshot that is retracted, and nowhere else. */
const CANARY = 'kanarienvogel-7d02';
const desk = useDesk();
let out: string;
const read = (path: string) => readFileSync(join(out, path), 'utf8');
const exported = (...options: string[]) => desk.run('export', 'out', '--site', 'site', ...options);

beforeEach(() => {
  makeSite(desk.cwd);
  out = join(desk.cwd, 'out');
});

/** Publishes an edition with the canary, publishes one without, retracts the first, and exports again. */
const retracted = onceFor(desk, ['out', '.data'], async () => {
  const { privateKey } = generateKeyPairSync('ed25519');
  writeFileSync(join(desk.cwd, 'key.pem'), privateKey.export({ format: 'pem', type: 'pkcs8' }));
  desk.edit('sources.csv', (text) =>
    text.replace('Continued restrictions', `Continued ${CANARY} restrictions`),
  );
  const { document } = await desk.json('publish', 'dataset', '--sign', 'key.pem');
  const bad = String(document.id);
  desk.edit('sources.csv', (text) => text.replace(`${CANARY} `, ''));
  const kept = join(desk.dataDir, 'snapshots', bad);
  expect(filesIn(kept).some((path) => readFileSync(join(kept, path)).includes(CANARY))).toBe(true);
  const good = String((await desk.json('publish', 'dataset', '--sign', 'key.pem')).document.id);
  // Without a signature, so that the list of editions names it still.
  expect((await desk.run('retract', bad, '--reason', 'court_order')).exit).toBe(exits.done);
  const { exit, stderr } = await exported();
  expect([exit, stderr]).toEqual([exits.done, '']);
  return { bad, good };
});

describe('the next export after a retraction', () => {
  it('has a page in the place of what was retracted, and nothing else of it', async () => {
    const { bad, good } = await retracted();
    const written = filesIn(out);
    for (const path of written) expect(readFileSync(join(out, path)).includes(CANARY), path).toBe(false);
    expect(written.filter((path) => path.startsWith(snapshotFolder(bad)))).toEqual(
      ['index.html', 'retracted.json'].map((name) => `${snapshotFolder(bad)}/${name}`),
    );
    const told = JSON.parse(read(`${snapshotFolder(bad)}/retracted.json`));
    expect(told).toEqual({ snapshot: bad, reason: 'court_order', at: expect.any(String) });
    const said = { '': 'a court has ordered it', 'ru/': 'так постановил суд', 'kk/': 'сот солай шешкен' };
    for (const [root, reason] of Object.entries(said)) {
      const html = read(`${root}${snapshotFolder(bad)}/index.html`);
      expect(html).toContain(reason);
      expect(html).toContain(bad);
      expect(html).toContain('<meta name="robots" content="noindex">');
      expect(html).toContain(`data-snapshot="${good}"`);
    }
    // From one language to the other, and to what is served, without scripts.
    const html = read(`ru/${snapshotFolder(bad)}/index.html`);
    for (const address of [`kk/${snapshotFolder(bad)}/`, `${snapshotFolder(bad)}/`, 'ru/'])
      expect(html).toContain(`href="../../../${address}"`);
    expect(html).toContain(`name="article21-view" content="/?lang=ru&amp;snapshot=${bad}"`);
    const { files } = JSON.parse(read('manifest.json')) as { files: { path: string }[] };
    expect(files.map(({ path }) => path)).toEqual(filesIn(out).filter((it) => it !== 'manifest.json'));
    expect((await desk.run('verify', 'out')).exit).toBe(exits.done);
    expect(existsSync(join(out, 'editions/current.minisig'))).toBe(true);
  });

  it('answers programs of it as a server does', async () => {
    const { bad, good } = await retracted();
    const fetch = createMirrorFetch(async (name) => {
      const bytes = readFileSync(join(out, snapshotFolder(good), name));
      return new Uint8Array(bytes).buffer;
    }, words);
    for (const address of [
      `/api/v1/counts?snapshot=${bad}`,
      `/api/v1/records?snapshot=${bad}`,
      `/api/v1/snapshots/${bad}/changes`,
      `/api/v1/snapshots/current/changes?since=${bad}`,
    ]) {
      const problem = (await (await fetch(address, {})).json()) as { issues: unknown };
      expect([address, problem]).toMatchObject([
        address,
        { status: 410, issues: [{ code: 'court_order', stated: bad }] },
      ]);
    }
  });

  it('is none where it cannot be read why something was retracted', async () => {
    const { bad } = await retracted();
    const tombstone = join(desk.dataDir, 'retractions', `${bad}.json`);
    writeFileSync(tombstone, 'altered');
    const { exit, stderr } = await exported();
    expect([exit, stderr]).toEqual([exits.damaged, expect.stringContaining('its tombstone is not what was')]);
    expect(readdirSync(desk.cwd).filter((it) => it.startsWith('.out'))).toEqual([]);
  });
});
