// The attacks, each a loop of requests that costs little to send. Runs as a process of its own: `attacks.mjs <name> <port>
// <current> <versions …>` until it is told to end, then prints how many answers of each status it got.
import { Agent, request } from 'node:http';

/** Attackers come from addresses of their own, all of them of this machine. */
const addressOf = (i) => `127.0.0.${66 + i}`;

let count = 0;
const statuses = {};

/**
 * What each attack asks for, and by how many connections at once, from one address or so many; `leaves` closes them after so
 * many milliseconds, `keeps` asks on the same ones again and again.
 */
export const attacks = {
  slides: { title: 'slides of 40 calendars, 8 clients', clients: 8, path: () => slides(40, 'calendar') },
  'slides, HEAD': { title: 'the same, HEAD', clients: 8, method: 'HEAD', path: () => slides(40, 'calendar') },
  'slides, short': {
    title: 'slides of 5 calendars, 8 clients',
    clients: 8,
    path: () => slides(5, 'calendar'),
  },
  leaving: {
    title: '31 asking for slides, gone after 50 ms',
    clients: 31,
    leaves: 50,
    path: () => slides(5, 'calendar'),
  },
  workbooks: {
    title: 'counts.xlsx by day of five measures, 8 clients',
    clients: 8,
    path: () => `/api/v1/counts.xlsx?by=period&every=day&measure=${five}&from=${day()}`,
  },
  sheets: {
    title: 'counts.sheet.csv by place and month, 8 clients',
    clients: 8,
    path: () => `/api/v1/counts.sheet.csv?by=place,period&every=month&from=${day()}`,
  },
  pages: { title: '/?x=N, 8 clients', clients: 8, path: () => `/?x=${++count}` },
  embeds: {
    title: '/embed by place, 8 clients',
    clients: 8,
    path: () => `/embed?by=place&measure=${five}&title=${++count}`,
  },
  pictures: {
    title: 'chart.png by place, 8 clients',
    clients: 8,
    path: () => `/chart.png?by=place&measure=detentions&title=${++count}`,
  },
  changes: {
    title: '/changes of every two versions, 8 clients',
    clients: 8,
    path: ({ versions }) => {
      const [id, since] = pair(versions, count++);
      return `/api/v1/snapshots/${id}/changes?since=${since}`;
    },
  },
  light: {
    title: 'what takes 2 to 12 ms each and is new, 64 connections',
    clients: 64,
    keeps: true,
    ...light(),
  },
  'light, several': {
    title: 'the same from four addresses, 64 connections each',
    clients: 256,
    addresses: 4,
    keeps: true,
    ...light(),
  },
};

/** What the answering thread does by itself, and never the same again. */
function light() {
  const asked = [
    ['HEAD', () => `/api/v1/counts?by=place,period&every=day&from=${day()}&title=${count}`],
    ['GET', () => `/data?title=${++count}`],
    ['HEAD', () => `/?by=place,period&every=day&title=${++count}`],
    ['GET', () => `/api/v1/counts?by=period&every=year&measure=${five}&from=${day()}&title=${count}`],
    ['GET', () => `/nothing-at-${++count}`],
  ];
  let turn = 0;
  return { method: () => asked[++turn % asked.length][0], path: () => asked[turn % asked.length][1]() };
}

const five = 'detentions,fines,arrest_days,rejected_applications,people_fined';

/** A day of the first year: each is another question. */
function day() {
  return new Date(Date.UTC(2012, 0, 1 + (++count % 300))).toISOString().slice(0, 10);
}

function slides(views, chart) {
  const query = `chart=${chart}&measure=detentions`;
  const rows = Array.from({ length: views }, (_, i) => (i === 0 ? [query, String(++count)] : [query]));
  return `/chart.pptx?show=${Buffer.from(JSON.stringify(rows)).toString('base64url')}`;
}

function pair(versions, i) {
  const others = versions.length - 1;
  const first = Math.floor(i / others) % versions.length;
  const second = i % others;
  return [versions[first], versions[second < first ? second : second + 1]];
}

if (process.argv[1]?.endsWith('attacks.mjs')) {
  const [, , name, port, ...versions] = process.argv;
  const attack = attacks[name];
  process.on('SIGTERM', () => {
    process.stdout.write(`${JSON.stringify(statuses)}\n`, () => process.exit(0));
  });
  for (let i = 0; i < attack.clients; i++) {
    const localAddress = addressOf(i % (attack.addresses ?? 1));
    const agent = attack.keeps ? new Agent({ keepAlive: true, maxSockets: 1 }) : false;
    void client(attack, { port: Number(port), localAddress, agent, versions });
  }
}

async function client(attack, target) {
  for (;;) {
    const status = await ask(attack, target);
    statuses[status] = (statuses[status] ?? 0) + 1;
    // Who is refused at once comes again as fast as any script would, and who left takes a breath.
    await new Promise((resolve) => setTimeout(resolve, attack.leaves ? 1000 : 20));
  }
}

/** The status of one answer, read to its end; `left` or the error's code where there is none. */
function ask({ path, method = 'GET', leaves }, { versions, ...target }) {
  return new Promise((resolve) => {
    const asked = {
      ...target,
      host: '127.0.0.1',
      method: typeof method === 'function' ? method() : method,
      path: path({ versions }),
    };
    const sent = request(asked, (response) => {
      response.resume();
      response.once('close', () => resolve(response.complete ? response.statusCode : 'cut off'));
    });
    sent.once('error', (error) => resolve(error.code ?? 'failed'));
    if (leaves)
      setTimeout(() => {
        sent.destroy();
        resolve('left');
      }, leaves);
    sent.end();
  });
}
