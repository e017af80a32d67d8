// Load on one server, and what it needed for that.
import { readdirSync, readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import autocannon from 'autocannon';

const CONNECTIONS = 50;

/**
 * Asks as fast as it can, then half as fast. `rate`: answers a second; `cpu`: milliseconds of a core for 1,000 of them, which
 * says more than the rate on a machine that others keep busy; `p50` at full speed and `p99` at half of it, in milliseconds.
 */
export async function measure(question, { seconds }) {
  const { server } = question;
  // What is made once, as a picture, is made before.
  await (await fetch(server.url + (question.path ?? '/'), { headers: question.headers ?? {} })).arrayBuffer();
  await load(question, { duration: 1 });
  const busy = busyMs(server.pid);
  const full = await load(question, { duration: seconds });
  const cpu = busyMs(server.pid) - busy;
  const answered = full['2xx'] + full['3xx'];
  const rate = answered / full.duration;
  const half = await load(question, { duration: seconds, overallRate: Math.max(1, Math.round(rate / 2)) });
  const failed = full.errors + full.timeouts + full['4xx'] + full['5xx'];
  return { rate, cpu: (cpu / answered) * 1000, p50: full.latency.p50, p99: half.latency.p99, failed };
}

function load({ server, path = '/', headers = {}, next, connections = CONNECTIONS }, options) {
  const request = next ? { setupRequest: (it) => ({ ...it, path: next() }) } : { path };
  return autocannon({
    url: server.url,
    connections,
    headers,
    requests: [{ method: 'GET', ...request }],
    ...options,
  });
}

/** For how many milliseconds the threads of a process have had a core; only Linux says. */
function busyMs(pid) {
  const ofThread = (id) => Number(readFileSync(`/proc/${pid}/task/${id}/schedstat`, 'utf8').split(' ')[0]);
  return readdirSync(`/proc/${pid}/task`).reduce((all, id) => all + ofThread(id), 0) / 1e6;
}

/** Waits until a server has done what it does for itself when it starts: the first pages are drawn. */
export async function settled(pid) {
  for (let quiet = 0; quiet < 2; ) {
    const before = busyMs(pid);
    await sleep(1_000);
    quiet = busyMs(pid) - before < 50 ? quiet + 1 : 0;
  }
}

export function median(numbers) {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? Number.NaN;
}
