// pnpm load [--quick] [--data <folder>] [--seconds <n>] [--rounds <n>] [--soak <seconds>] [--json <file>] [--write]: how many requests
// a second one core of the server answers, against "hello" of a bare Hono on that core; the load comes from the other core.
// `--quick` takes some minutes. `--data` names a folder in which the dataset is kept for the next run. `--write` puts the table into
// the README of the API.
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { writeDataset } from './attack/dataset.mjs';
import { openConnections, soak } from './load/lasting.mjs';
import { measure, median, settled } from './load/measure.mjs';
import { questions } from './load/questions.mjs';
import { replicas } from './load/replicas.mjs';
import { report, writeReport } from './load/report.mjs';
import { startAll } from './load/servers.mjs';
import { fail, install, root, run } from './workspace.mjs';

const PLACES = 2_000;

const { values } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    data: { type: 'string' },
    seconds: { type: 'string' },
    rounds: { type: 'string' },
    soak: { type: 'string' },
    json: { type: 'string' },
    write: { type: 'boolean', default: false },
  },
});
const { quick } = values;
const records = quick ? 20_000 : 1_000_000;
const seconds = numberOf('seconds', quick ? 1 : 8);
const rounds = numberOf('rounds', 3);
const soakSeconds = numberOf('soak', quick ? 10 : 600);

install();
const parts = ['cli', 'api', 'dashboard'].map((it) => `--filter=@article21/${it}`);
const build = ['run', 'build', '--output-logs=errors-only', '--ui=stream', ...parts];
if (run('turbo', build, { stdio: ['ignore', 2, 2] }) !== 0)
  fail('The build failed; the lines above say where.');

const folder = mkdtempSync(join(tmpdir(), 'article21-load-'));
const load = [loadNow()];
const result = { machine: machine(), records, places: PLACES, seconds, rounds, rows: [], lasting: {}, load };
let servers = null;
try {
  const data = values.data ?? join(folder, 'data');
  if (!existsSync(join(data, 'current'))) publish(data);
  servers = await startAll({ folder, data });
  const asked = await questions(servers);
  await settled(servers.api.pid);
  await measureAll(asked);
  await measureLasting(servers, asked);
  await servers.stop();
  servers = null;
  Object.assign(result.lasting, await replicas({ folder, data }));
  load.push(loadNow());
  const text = report(result);
  console.log(text);
  if (values.write) writeReport(text);
  if (values.json) writeFileSync(values.json, `${JSON.stringify(result, null, 2)}\n`);
  else if (!values.write) console.log(JSON.stringify(result));
} finally {
  await servers?.stop();
  rmSync(folder, { recursive: true, force: true });
}

/** Every question in each round, so that what disturbs the machine disturbs all of them; the medians of the rounds. */
async function measureAll(asked) {
  const measured = new Map(asked.map((it) => [it.name, []]));
  for (let round = 0; round < rounds; round += 1)
    for (const it of asked) measured.get(it.name).push(await measure(it, { seconds }));
  const bare = median(measured.get('bare').map(({ rate }) => rate));
  const bareCpu = median(measured.get('bare').map(({ cpu }) => cpu));
  for (const { name, says, goal = null } of asked) {
    const runs = measured.get(name);
    const of = (key) => median(runs.map((it) => it[key]));
    const [rate, cpu] = [of('rate'), of('cpu')];
    const failed = runs.reduce((all, it) => all + it.failed, 0);
    const ratios = { ratio: rate / bare, cpuRatio: bareCpu / cpu };
    result.rows.push({ name, says, rate, ...ratios, goal, p50: of('p50'), p99: of('p99'), failed });
  }
}

/** Many connections at a time, and load for long. */
async function measureLasting({ api }, asked) {
  const many = { count: 2_000, seconds };
  const readers = { ...many, who: 'readers', path: '/api/v1/measures' };
  result.lasting.connections = await openConnections(api, readers);
  const polls = asked.find((it) => it.name === 'polls');
  if (polls) {
    const { path, headers } = polls;
    result.lasting.followers = await openConnections(api, { ...many, who: 'followers', path, headers });
  }
  result.lasting.soak = await soak(api, { seconds: soakSeconds });
}

function publish(data) {
  const dataset = join(folder, 'dataset');
  writeDataset(dataset, { records, places: PLACES, version: 1 });
  const key = join(folder, 'key.pem');
  run('openssl', ['genpkey', '-algorithm', 'ed25519', '-out', key], { stdio: 'ignore' });
  const args = ['publish', dataset, '--data', data, ...(existsSync(key) ? ['--sign', key] : [])];
  const cli = join(root, 'apps/cli/dist/article21.js');
  if (run(process.execPath, [cli, ...args], { stdio: ['ignore', 'ignore', 2] }) !== 0)
    fail('The dataset could not be published.');
}

function machine() {
  return `${availableParallelism()} cores (${cpus()[0]?.model ?? 'unknown'}), Node ${process.version.slice(1)}`;
}

function loadNow() {
  return loadavg()[0]?.toFixed(1);
}

function numberOf(name, usual) {
  const number = Number(values[name] ?? usual);
  if (!(number >= 0)) fail(`--${name} takes a number.`);
  return number;
}
