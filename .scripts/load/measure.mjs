// Load on one server, and what it needed for that.
import { readFileSync } from 'node:fs';
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

/** For how many milliseconds a process and its threads have had a core; only Linux says, in hundredths of a second. */
function busyMs(pid) {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  const [user, system] = stat
    .slice(stat.lastIndexOf(')') + 2)
    .split(' ')
    .slice(11, 13)
    .map(Number);
  return (user + system) * 10;
}

export function median(numbers) {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? Number.NaN;
}
