// pnpm bench:attack [--server <server.js>] [--data <folder>] [--seconds <n>] [attack …]: serves 100,000 synthetic records in 2,000 places on
// loopback, attacks the server in one way after another, and prints how long everybody else waits meanwhile. `--data` names
// a folder in which the datasets are kept for the next run.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism, cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { attacks } from './attack/attacks.mjs';
import { writeDataset } from './attack/dataset.mjs';
import { percentile, probe, probes } from './attack/probes.mjs';
import { fail, install, root, run } from './workspace.mjs';

const PLACES = 2_000;
/** The records of each version; the last one is served. */
const VERSIONS = [60_000, 60_000, 100_000];
const PORT = Number(process.env.PORT || 4410);

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    server: { type: 'string' },
    data: { type: 'string' },
    seconds: { type: 'string', default: '10' },
  },
});
const seconds = Number(values.seconds);
const names = positionals.length > 0 ? positionals : Object.keys(attacks);
for (const name of names)
  if (!(name in attacks)) fail(`There is no attack ${name} (known: ${Object.keys(attacks).join('; ')}).`);
if (!(seconds > 0)) fail('--seconds takes a number above 0.');

install();
const build = ['run', 'build', '--output-logs=errors-only', '--ui=stream'];
const parts = ['cli', 'api', 'dashboard'].map((it) => `--filter=@article21/${it}`);
if (run('turbo', [...build, ...parts], { stdio: ['ignore', 2, 2] }) !== 0)
  fail('The build failed; the lines above say where.');

const folder = mkdtempSync(join(tmpdir(), 'article21-attack-'));
try {
  const data = values.data ?? join(folder, 'data');
  if (!existsSync(join(data, 'current'))) publishVersions(data);
  const machine = `${availableParallelism()} cores (${cpus()[0]?.model ?? 'unknown'}), load ${loadavg()[0]?.toFixed(1)}`;
  console.log(
    `${VERSIONS.at(-1)} synthetic records in ${PLACES} places; ${machine}, Node ${process.version.slice(1)}`,
  );
  console.log('Waiting for an answer in milliseconds, median / 99 of 100; * is over the goal');
  print([
    'attack',
    ...probes.map(({ name, goal }) => `${name} (≤ ${goal})`),
    'answering thread',
    'attacker got',
    'peak MB',
  ]);
  for (const name of [null, ...names]) await measure(name, data);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function publishVersions(data) {
  const cli = join(root, 'apps/cli/dist/article21.js');
  for (const [i, records] of VERSIONS.entries()) {
    const dataset = join(folder, `dataset-${i}`);
    writeDataset(dataset, { records, places: PLACES, version: i + 1 });
    const quiet = { stdio: ['ignore', 'ignore', 2] };
    if (run(process.execPath, [cli, 'publish', dataset, '--data', data], quiet) !== 0)
      fail('The dataset could not be published.');
  }
}

/** One attack, or none, against a server of its own. */
async function measure(name, data) {
  const server = await start(data);
  try {
    const versions = readdirSync(join(data, 'snapshots'));
    await probe(PORT, 2_000);
    const attacker = name === null ? null : attackWith(name, versions);
    const [start, busy] = [performance.now(), busySeconds(server.pid)];
    const measured = await probe(PORT, seconds * 1000);
    const share = (busySeconds(server.pid) - busy) / ((performance.now() - start) / 1000);
    const got = attacker ? await attacker.end() : '';
    print([
      name === null ? 'none' : attacks[name].title,
      ...probes.map((it) => cell(measured[it.name], it.goal)),
      Number.isNaN(share) ? '' : `${Math.round(share * 100)} %`,
      got,
      peakOf(server.pid),
    ]);
  } finally {
    server.kill('SIGKILL');
    await once(server, 'exit');
  }
}

async function start(data) {
  const path = values.server ?? join(root, 'apps/api/dist/server.js');
  const env = { ...process.env, PORT: String(PORT), HOST: '127.0.0.1', DATA_DIR: data };
  const server = spawn(process.execPath, [path], { env, stdio: ['ignore', 'pipe', 'ignore'] });
  const early = () => fail('The server ended before it served; start it by itself to see why.');
  server.once('exit', early);
  await new Promise((resolve) => {
    server.stdout.on('data', (text) => String(text).includes(`http://localhost:${PORT}`) && resolve());
  });
  server.off('exit', early);
  return server;
}

function attackWith(name, versions) {
  const script = fileURLToPath(new URL('attack/attacks.mjs', import.meta.url));
  const child = spawn(process.execPath, [script, name, String(PORT), ...versions], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let said = '';
  child.stdout.on('data', (text) => {
    said += text;
  });
  return {
    async end() {
      child.kill('SIGTERM');
      await once(child, 'close');
      const statuses = Object.entries(JSON.parse(said));
      return statuses.map(([status, n]) => `${n} × ${status}`).join(', ') || 'nothing';
    },
  };
}

function cell({ times, others }, goal) {
  const [median, most] = [percentile(times, 50), percentile(times, 99)];
  const failed = Object.entries(others).map(([status, n]) => `, ${n} × ${status}`);
  return `${Math.round(median)} / ${Math.round(most)}${most > goal ? ' *' : ''}${failed.join('')}`;
}

/** For how long the thread that answers has had a core; only Linux says, in hundredths. */
function busySeconds(pid) {
  const stat = statOf(`/proc/${pid}/task/${pid}/stat`);
  const [user, system] = stat
    .slice(stat.lastIndexOf(')') + 2)
    .split(' ')
    .slice(11, 13)
    .map(Number);
  return (user + system) / 100;
}

/** The most memory that a process ever held; only Linux says. */
function peakOf(pid) {
  const [, kilobytes] = /VmHWM:\s+(\d+)/.exec(statOf(`/proc/${pid}/status`)) ?? [];
  return kilobytes ? String(Math.round(Number(kilobytes) / 1000)) : '';
}

/** What the system says of a process; nothing where it is another than Linux. */
function statOf(path) {
  return existsSync(path) ? readFileSync(path, 'utf8') : '';
}

function print(cells) {
  console.log(`| ${cells.join(' | ')} |`);
}
