// What everybody else asks for while somebody attacks, and how long they wait for it.
import { Agent, request } from 'node:http';

let count = 0;

/** What is asked every so many milliseconds, and within how many of them it must be answered. */
export const probes = [
  { name: 'healthz', every: 50, goal: 100, path: () => '/healthz' },
  { name: 'cached', every: 50, goal: 100, path: () => '/api/v1/counts?measure=detentions' },
  {
    name: 'fresh',
    every: 100,
    goal: 300,
    path: () => `/api/v1/counts?measure=detentions&by=period&from=${day()}`,
  },
  { name: 'picture', every: 1000, goal: 3000, path: () => `/chart.svg?measure=detentions&from=${day()}` },
];

/** A day that nobody asked from before. */
function day() {
  return new Date(Date.UTC(2012, 0, 1 + count++)).toISOString().slice(0, 10);
}

/** Asks for so many milliseconds, and waits for the last answers. By name: times in milliseconds, and other statuses. */
export async function probe(port, ms) {
  const results = probes.map(async (it) => [it.name, await timesOf(it, port, ms)]);
  return Object.fromEntries(await Promise.all(results));
}

async function timesOf({ every, path }, port, ms) {
  const agent = new Agent({ keepAlive: true });
  const times = [];
  const others = {};
  const asked = [];
  const one = async () => {
    const start = performance.now();
    const status = await ask(port, path(), agent);
    times.push(performance.now() - start);
    if (status !== 200) others[status] = (others[status] ?? 0) + 1;
  };
  // On a beat of its own, whether or not those before were answered: nobody waits for somebody else's answer.
  for (const end = performance.now() + ms; performance.now() < end; ) {
    asked.push(one());
    await new Promise((resolve) => setTimeout(resolve, every));
  }
  await Promise.all(asked);
  agent.destroy();
  return { times: times.sort((a, b) => a - b), others };
}

/** An answer that takes longer than a minute is none. */
const PATIENCE = 60_000;

function ask(port, path, agent) {
  return new Promise((resolve) => {
    const sent = request({ host: '127.0.0.1', port, path, agent, timeout: PATIENCE }, (response) => {
      response.resume();
      response.once('close', () => resolve(response.statusCode));
    });
    sent.once('timeout', () => sent.destroy());
    sent.once('error', (error) => resolve(error.code ?? 'failed'));
    sent.end();
  });
}

/** The time within which so many of a hundred were answered. */
export function percentile(sorted, share) {
  return sorted[Math.max(0, Math.ceil((sorted.length * share) / 100) - 1)] ?? Number.NaN;
}
