// What lasts: many connections at a time, and load for long.
import { readFileSync } from 'node:fs';
import { Agent, get } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import autocannon from 'autocannon';

/** One client may have a quarter of all connections: those of a test come from several addresses of the loopback. */
const OF_ONE_ADDRESS = 250;

/** Opens so many connections, each of which asks once in a while, and counts who is answered. */
export async function openConnections({ url, pid }, { count, seconds, path, headers = {}, who }) {
  const agents = Array.from({ length: Math.ceil(count / OF_ONE_ADDRESS) }, (_, i) => ({
    agent: new Agent({ keepAlive: true, maxSockets: OF_ONE_ADDRESS }),
    localAddress: `127.0.1.${i + 1}`,
  }));
  const ask = (i) =>
    new Promise((resolve) => {
      const began = performance.now();
      const { agent, localAddress } = agents[i % agents.length];
      const asked = get(url + path, { agent, localAddress, headers }, (response) =>
        response
          .resume()
          .once('end', () =>
            resolve([200, 304].includes(response.statusCode) ? performance.now() - began : null),
          ),
      );
      asked.once('error', () => resolve(null));
    });
  const times = [];
  let failed = 0;
  for (let round = 0; round < 2; round += 1) {
    const answers = await Promise.all(Array.from({ length: count }, (_, i) => ask(i)));
    times.push(...answers.filter((it) => it !== null));
    failed += answers.filter((it) => it === null).length;
    await sleep(seconds * 100);
  }
  const open = agents.reduce((all, { agent }) => all + Object.values(agent.freeSockets).flat().length, 0);
  for (const { agent } of agents) agent.destroy();
  const sorted = times.sort((a, b) => a - b);
  const p99 = Math.round(sorted[Math.floor(sorted.length * 0.99)] ?? 0);
  const memory = residentMb(pid);
  const says = `${who}: ${open} of ${count} connections open at a time, all asking at once: ${failed} requests failed, p99 ${p99} ms, ${memory} MB resident`;
  return { open, count, failed, p99, memory, says };
}

/** Repeated and fresh questions for so long; how resident memory changes after the first minute. */
export async function soak({ url, pid }, { seconds }) {
  if (seconds === 0) return { says: 'no soak' };
  const paths = [
    '/api/v1/counts?measure=detentions',
    '/chart.svg?measure=detentions',
    '/?measure=detentions',
    '/api/v1/records?limit=20',
  ];
  let count = 0;
  const fresh = () =>
    `/api/v1/counts?measure=detentions&by=period&from=${new Date(Date.UTC(2012, 0, 1 + (count++ % 3_000))).toISOString().slice(0, 10)}`;
  const requests = [...paths.map((path) => ({ path })), { setupRequest: (it) => ({ ...it, path: fresh() }) }];
  const running = autocannon({ url, connections: 20, duration: seconds, overallRate: 500, requests });
  const samples = [];
  const warm = Math.min(60, seconds / 2);
  for (let at = 0; at < seconds; at += Math.max(1, seconds / 120)) {
    await sleep(Math.max(1, seconds / 120) * 1000);
    if (at >= warm) samples.push(residentMb(pid));
  }
  const { requests: asked, errors, non2xx } = await running;
  const [least, most] = [Math.min(...samples), Math.max(...samples)];
  const spread = Math.round(((most - least) / (most + least)) * 100);
  const says = `soak of ${seconds} s: ${asked.total} answers, ${errors + non2xx} failed, ${least} to ${most} MB resident after the first ${Math.round(warm)} s (± ${spread} %)`;
  return { seconds, answers: asked.total, failed: errors + non2xx, least, most, spread, says };
}

/** Memory of a process, in megabytes; only Linux says. */
function residentMb(pid) {
  const [, kilobytes] = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
  return Math.round(Number(kilobytes) / 1000);
}
