// Two servers of one database, both asked without a pause meanwhile: how soon they serve what is published, what readers see of a
// database that goes away and comes back, and of a server that is told to end.
import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { Agent, get } from 'node:http';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { writeDataset } from '../attack/dataset.mjs';
import { root } from '../workspace.mjs';
import { newPostgres } from './postgres.mjs';
import { answers, bound } from './servers.mjs';

const READERS = 24;
const PORTS = [4433, 4434];

/** What is to be said of each; nothing where no PostgreSQL is installed. `data` is the folder that is copied into the database. */
export async function replicas({ folder, data }) {
  const postgres = newPostgres();
  if (!postgres) return {};
  const command = article21(folder, postgres.url);
  command('copy', data, postgres.url);
  const versions = [1, 2, 3].map((version) => {
    const dataset = join(folder, `version-${version}`);
    writeDataset(dataset, { records: 20_000 + version, places: 500, version });
    return dataset;
  });
  const servers = PORTS.map((port) => startReplica(port, folder, postgres.url));
  await Promise.all(servers.map(({ url, child }) => answers(`${url}/readyz`, child)));
  const readers = startReaders(servers);
  try {
    await sleep(2_000);
    return {
      published: await publications(servers, command, versions),
      away: await databaseAway(servers, { command, readers, postgres, dataset: versions[2] }),
      drained: await drained(servers, readers),
    };
  } finally {
    await readers.end();
    for (const { child } of servers) child.kill('SIGTERM');
    for (const { child } of servers) if (child.exitCode === null) await once(child, 'exit');
    postgres.remove();
  }
}

async function publications(servers, command, [first, second]) {
  const before = command('publish', first).id;
  await servedBy(servers, before);
  const published = await servedBy(servers, command('publish', second).id);
  command('rollback', before);
  const returned = await servedBy(servers, before);
  const says = `two replicas of one PostgreSQL, ${READERS} readers without a pause: what is published is served by both ${published.toFixed(1)} s after the command has ended, what is returned to ${returned.toFixed(1)} s`;
  return { published, returned, says };
}

async function databaseAway(servers, { command, readers, postgres, dataset }) {
  const before = readers.counts();
  postgres.stop();
  const began = performance.now();
  const problem = await untilReady(servers, ({ problem }) => problem !== undefined);
  const refused = command('publish', dataset);
  await sleep(3_000);
  const away = (performance.now() - began) / 1000;
  postgres.start();
  const back = performance.now();
  await untilReady(servers, ({ problem }) => problem === undefined);
  const followed = (performance.now() - back) / 1000;
  const published = await servedBy(servers, command('publish', dataset).id);
  const { answered, failed } = since(before, readers.counts());
  const says = `their database away for ${away.toFixed(0)} s: ${answered} answers meanwhile, ${failed} failed; \`/readyz\` says "${problem}", \`publish\` "${refused.said.replace(/ \S*\/postgres /, ' ')}"; both follow it again ${followed.toFixed(1)} s after its return, and serve what is published then ${published.toFixed(1)} s after that`;
  return { away, answered, failed, problem, refused: refused.said, followed, published, says };
}

async function drained([{ child }], readers) {
  const before = readers.counts();
  const began = performance.now();
  child.kill('SIGTERM');
  const [code] = await once(child, 'exit');
  const ended = (performance.now() - began) / 1000;
  await sleep(1_000);
  const { answered, failed } = since(before, readers.counts());
  const says = `SIGTERM to one of them: ended after ${ended.toFixed(1)} s with exit code ${code}, ${answered} answers of both until a second later, ${failed} failed`;
  return { ended, code, answered, failed, says };
}

function startReplica(port, folder, url) {
  const env = {
    PORT: String(port),
    HOST: '127.0.0.1',
    STORE_URL: url,
    CACHE_DIR: join(folder, `cache-${port}`),
  };
  return {
    url: `http://127.0.0.1:${port}`,
    child: bound(process.execPath, [join(root, 'apps/api/dist/server.js')], env),
  };
}

/** The command line on that database: what it printed, and what it said where it was refused. */
function article21(folder, url) {
  const env = { ...process.env, STORE_URL: url, CACHE_DIR: join(folder, 'cache-of-commands') };
  return (...args) => {
    const program = [join(root, 'apps/cli/dist/article21.js'), ...args];
    const { stdout, stderr } = spawnSync(process.execPath, program, { env, encoding: 'utf8' });
    return { id: stdout.split(' ')[0], said: stderr.trim().split('\n').at(-1) ?? '' };
  };
}

/** Seconds until all serve a snapshot. */
async function servedBy(servers, id) {
  const began = performance.now();
  for (const { url } of servers)
    while ((await (await fetch(`${url}/api/v1/snapshot`)).json()).id !== id) await sleep(20);
  return (performance.now() - began) / 1000;
}

/** Waits until `holds` of what each says where it is asked whether it is ready; the problem that the last one names. */
async function untilReady(servers, holds) {
  let state = {};
  for (const { url } of servers)
    do {
      await sleep(20);
      state = await (await fetch(`${url}/readyz`)).json();
    } while (!holds(state));
  return state.problem ?? null;
}

/** Readers who ask both in turn, a quarter of their questions never asked before; what one did not answer at all is asked of the other, as nginx does. */
function startReaders(servers) {
  const agent = new Agent({ keepAlive: true, maxSockets: READERS });
  const counts = { answered: 0, failed: 0 };
  let isOver = false;
  const asking = Array.from({ length: READERS }, async (_, reader) => {
    for (let at = reader; !isOver; at += READERS) {
      const period = at % 4 ? '' : `&from=${2012 + (at % 9)}-0${1 + (at % 7)}-01&to=${dayAfter(at)}`;
      // One of them asks for pictures that were never drawn, which other threads do.
      const path =
        reader === 0
          ? `/chart.svg?measure=detentions&title=${at}`
          : `/api/v1/counts?measure=detentions&by=period&every=year${period}`;
      const [one, other] = at % 2 ? servers : [...servers].reverse();
      const status =
        (await wholeStatus(agent, one.url + path)) ?? (await wholeStatus(agent, other.url + path));
      counts.answered += 1;
      if (status !== 200) counts.failed += 1;
    }
  });
  return {
    counts: () => ({ ...counts }),
    async end() {
      isOver = true;
      await Promise.all(asking);
      agent.destroy();
    },
  };
}

/** The day that is so many days after the beginning of 2022. */
function dayAfter(days) {
  return new Date(Date.UTC(2022, 0, 1 + days)).toISOString().slice(0, 10);
}

/** The status of a whole answer; null where none began, and 1 where it was cut short. */
function wholeStatus(agent, address) {
  return new Promise((resolve) => {
    const asked = get(address, { agent }, (answer) => {
      answer.resume();
      answer.once('end', () => resolve(answer.complete ? answer.statusCode : 1));
      answer.once('error', () => resolve(1));
    });
    asked.once('error', () => resolve(null));
  });
}

function since(before, now) {
  return { answered: now.answered - before.answered, failed: now.failed - before.failed };
}
