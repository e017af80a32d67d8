// Installs Debian's PostgreSQL for the tests of the shared store, where there is none and that is possible.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { run } from './workspace.mjs';

/** Without it these tests are skipped, and counted as such. */
export function postgres() {
  if (isThere()) return;
  const debian = process.platform === 'linux' && spawnSync('apt-get', ['--version']).status === 0;
  if (!debian || process.getuid?.() !== 0) return;
  console.log('No PostgreSQL found; installing Debian’s.');
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  // The tests make servers of their own: Debian's is not made, and none is started.
  const settings = '/etc/postgresql-common';
  mkdirSync(settings, { recursive: true });
  const file = join(settings, 'createcluster.conf');
  if (!existsSync(file)) writeFileSync(file, 'create_main_cluster = false\n');
  run('apt-get', ['update', '-qq'], { env });
  const options = ['-y', '-qq', '--no-install-recommends', '-o', 'Dpkg::Options::=--force-confold'];
  run('apt-get', ['install', ...options, 'postgresql'], { env });
}

function isThere() {
  const debian = '/usr/lib/postgresql';
  const versions = existsSync(debian) ? readdirSync(debian) : [];
  const folders = [
    ...versions.map((version) => join(debian, version, 'bin')),
    ...(process.env.PATH ?? '').split(delimiter),
  ];
  return folders.some((folder) => existsSync(join(folder, 'initdb')));
}
