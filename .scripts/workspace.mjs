// Runs before anything is installed: plain Node, no packages.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('..', import.meta.url));

const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));

/** The environment of everything that is started here: the workspace's own tools first, no telemetry. */
export const env = {
  ...process.env,
  PATH: `${join(root, 'node_modules/.bin')}${delimiter}${process.env.PATH ?? ''}`,
  TURBO_TELEMETRY_DISABLED: '1',
  DO_NOT_TRACK: '1',
};

/** Ends the program with one sentence. */
export function fail(sentence) {
  console.error(sentence);
  process.exit(1);
}

/** Runs a command to its end, its output shown; answers its exit code. */
export function run(command, args, options = {}) {
  const { status, error } = spawnSync(command, args, { cwd: root, env, stdio: 'inherit', ...options });
  if (error) fail(`${command} could not be started: ${error.message}`);
  return status ?? 1;
}

/** Starts a command that ends by itself or when it is told to; answers its exit code. */
export function serve(command, args, options = {}) {
  const child = spawn(command, args, { cwd: root, env, stdio: 'inherit', ...options });
  // A terminal's Ctrl-C reaches the child by itself; this process waits for it to end cleanly.
  process.on('SIGINT', () => {});
  process.on('SIGTERM', () => child.kill('SIGTERM'));
  // npm that is told to end passes it to a shell only, which ends and leaves this process behind, the port taken.
  const parent = process.ppid;
  const orphaned = setInterval(() => {
    if (!process.env.npm_lifecycle_event || process.ppid === parent) return;
    clearInterval(orphaned);
    child.kill('SIGTERM');
  }, 250);
  orphaned.unref();
  return new Promise((resolve) => {
    child.on('error', (error) => fail(`${command} could not be started: ${error.message}`));
    child.on('exit', (code, signal) => resolve(code ?? (signal === 'SIGINT' ? 130 : 143)));
  });
}

/** Installs the workspace as the lockfile says, unless that has been done since it last changed. */
export function install() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major < 20 || (major === 20 && minor < 19))
    fail(`Node ${manifest.engines.node} is needed; this is ${process.versions.node}.`);
  const stamp = join(root, 'node_modules/.installed');
  const wanted = fingerprint();
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  // What another version of pnpm has installed is replaced without being asked about: nobody may be there to answer.
  const args = [pnpm(), 'install', '--frozen-lockfile', '--config.confirm-modules-purge=false'];
  if (run(process.execPath, args, aside) !== 0)
    fail('The packages could not be installed. The lines above say why; is the npm registry reachable?');
  writeFileSync(stamp, wanted);
}

/** Standard output belongs to what is run afterwards: a benchmark's JSON is alone on it. */
const aside = { env: process.env, stdio: ['inherit', 2, 2] };

/**
 * The program of pnpm, which is the one part that is run before pnpm-lock.yaml is read: npm fetches it, and refuses what
 * has not the hash in package-lock.json.
 */
function pnpm() {
  const cwd = join(root, '.scripts/pnpm');
  const args = ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  if (run('npm', args, { ...aside, cwd }) !== 0)
    fail(
      'pnpm could not be installed. The lines above say why; is the npm registry reachable? With EINTEGRITY, what the ' +
        'registry has is not what this program was made with: nothing of it was run.',
    );
  return join(cwd, 'node_modules/pnpm/bin/pnpm.cjs');
}

function fingerprint() {
  const hash = createHash('sha256').update(process.versions.modules + process.platform + process.arch);
  for (const file of [
    '.scripts/pnpm/package-lock.json',
    'pnpm-lock.yaml',
    'pnpm-workspace.yaml',
    'package.json',
  ])
    hash.update(readFileSync(join(root, file)));
  return hash.digest('hex');
}
