// The attacks, each a loop of requests that costs little to send. Runs as a process of its own: `attacks.mjs <name> <port>
// <current> <versions …>` until it is told to end, then prints how many answers of each status it got.
import { request } from 'node:http';

/** Attackers come from addresses of their own, all of them of this machine. */
const ADDRESS = '127.0.0.66';

let count = 0;
const statuses = {};

/** What each attack asks for, and by how many connections at once; `leaves` closes them after so many milliseconds. */
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
};

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
  for (let i = 0; i < attack.clients; i++) void client(attack, { port: Number(port), versions });
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
function ask({ path, method = 'GET', leaves }, { port, versions }) {
  return new Promise((resolve) => {
    const asked = {
      host: '127.0.0.1',
      port,
      localAddress: ADDRESS,
      method,
      path: path({ versions }),
      agent: false,
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
