import { execFileSync, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';

const repository = fileURLToPath(new URL('../../..', import.meta.url));
const lockfile = '.scripts/pnpm/package-lock.json';
const { version } = lockedPnpm(repository);

const folder = mkdtempSync(join(tmpdir(), 'installing-'));
let registry: Server;
let altered: Buffer = Buffer.alloc(0);

/** What npm compares pnpm with. */
function lockedPnpm(root: string): { version: string; integrity: string } {
  return JSON.parse(readFileSync(join(root, lockfile), 'utf8')).packages['node_modules/pnpm'];
}

/** A package called pnpm, of the same version, whose program leaves a file behind. */
function packAnother(): Buffer {
  const made = join(folder, 'another');
  mkdirSync(join(made, 'bin'), { recursive: true });
  const manifest = { name: 'pnpm', version, bin: { pnpm: 'bin/pnpm.cjs' } };
  writeFileSync(join(made, 'package.json'), JSON.stringify(manifest));
  writeFileSync(join(made, 'bin/pnpm.cjs'), "require('node:fs').writeFileSync('another-ran', '');");
  execFileSync('npm', ['pack', '--silent', `--cache=${join(folder, 'cache')}`], { cwd: made });
  return readFileSync(join(made, `pnpm-${version}.tgz`));
}

const hashOf = (bytes: Buffer) => `sha512-${createHash('sha512').update(bytes).digest('base64')}`;

// A registry that says of what it has all that is true, but has another pnpm than this program was made with.
beforeAll(async () => {
  altered = packAnother();
  registry = createServer(({ url, headers }, response) => {
    if (url?.endsWith('.tgz')) return response.end(altered);
    const dist = { tarball: `http://${headers.host}/pnpm.tgz`, integrity: hashOf(altered) };
    const versions = { [version]: { name: 'pnpm', version, bin: { pnpm: 'bin/pnpm.cjs' }, dist } };
    return response.end(JSON.stringify({ name: 'pnpm', 'dist-tags': { latest: version }, versions }));
  });
  await once(registry.listen(0, '127.0.0.1'), 'listening');
});
afterAll(() => {
  registry.close();
  registry.closeAllConnections();
  rmSync(folder, { recursive: true });
});

/** Installs an unpacked archive of the repository, which has this hash in its lockfile, from the registry. */
async function install(name: string, integrity: string) {
  const root = join(folder, name);
  for (const file of ['.scripts', 'package.json', 'pnpm-lock.yaml', 'pnpm-workspace.yaml'])
    cpSync(join(repository, file), join(root, file), {
      recursive: true,
      filter: (path) => !path.includes('node_modules'),
    });
  mkdirSync(join(root, 'node_modules'));
  const locked = readFileSync(join(root, lockfile), 'utf8');
  writeFileSync(join(root, lockfile), locked.replace(lockedPnpm(root).integrity, integrity));
  const script = `import { install } from './.scripts/workspace.mjs'; install();`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
    cwd: root,
    env: {
      PATH: process.env.PATH,
      npm_config_registry: `http://127.0.0.1:${(registry.address() as AddressInfo).port}/`,
      npm_config_cache: join(folder, `cache of ${name}`),
      npm_config_update_notifier: 'false',
    },
  });
  const [said, [code]] = await Promise.all([text(child.stderr), once(child, 'exit')]);
  return { code, said, ran: existsSync(join(root, 'another-ran')) };
}

it('a pnpm that has not the hash of the lockfile is refused, and nothing of it is run', async () => {
  const { code, said, ran } = await install('refused', lockedPnpm(repository).integrity);
  expect([code, ran]).toEqual([1, false]);
  expect(said).toContain('EINTEGRITY');
  expect(said).toMatch(/\npnpm could not be installed\. .*nothing of it was run\.\n$/);
});

it('a hash of the lockfile that was changed refuses what the registry has', async () => {
  const { code, ran } = await install('changed', hashOf(Buffer.from('something else')));
  expect([code, ran]).toEqual([1, false]);
});

it('a pnpm that has the hash of the lockfile is run', async () => {
  expect(await install('accepted', hashOf(altered))).toMatchObject({ code: 0, ran: true });
});
