// The attacks, each a loop of requests that costs little to send. Runs as a process of its own: `attacks.mjs <name> <port>
// <current> <versions …>` until it is told to end, then prints how many answers of each status it got.
import { request } from 'node:http';
import { connect } from 'node:net';

/** Attackers come from addresses of their own, all of them of this machine. */
const addressOf = (i) => `127.0.0.${66 + i}`;

let count = 0;
const statuses = {};

/**
 * What each attack asks for, and by how many connections at once, from one address or so many; `leaves` closes them after so
 * many milliseconds, `pipelines` sends so many requests at once on each and, when all are answered, as many again.
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
  handouts: {
    title: 'handouts of 5 calendars on paper, 8 clients',
    clients: 8,
    path: () => slides(5, 'calendar', 'pdf'),
  },
  regions: {
    title: 'chart.svg by region, 8 clients',
    clients: 8,
    path: () => `/chart.svg?by=region&measure=${five}&title=${++count}`,
  },
  'regions, counts': {
    title: 'counts by region and day, 8 clients',
    clients: 8,
    path: () => `/api/v1/counts?by=region,period&every=day&from=${day()}`,
  },
  comparisons: {
    title: 'chart.png that compares, 8 clients',
    clients: 8,
    path: () => `/chart.png?chart=compare&by=region&every=year&measure=${five}&title=${++count}`,
  },
  searches: {
    title: '/search of what every record says, 8 clients',
    clients: 8,
    path: () => `/search?q=case&x=${++count}`,
  },
  'large pictures': {
    title: 'chart.png of 16 million pixels, 8 clients',
    clients: 8,
    path: () => `/chart.png?width=2000&height=2000&scale=2&measure=detentions&title=${++count}`,
  },
  'records.csv': { title: 'records.csv, 8 clients', clients: 8, path: () => records('csv') },
  'records.xlsx': { title: 'records.xlsx, 8 clients', clients: 8, path: () => records('xlsx') },
  'records.parquet': {
    title: 'records.parquet of three versions, 8 clients',
    clients: 8,
    path: ({ versions }) => `/api/v1/records.parquet?snapshot=${versions[++count % versions.length]}`,
  },
  'dataset.zip': {
    title: 'dataset.zip of three versions, 8 clients',
    clients: 8,
    path: ({ versions }) => `/api/v1/dataset.zip?snapshot=${versions[++count % versions.length]}`,
  },
  light: {
    title: 'what takes a few ms each and is new, 15 on each of 100 connections',
    clients: 100,
    pipelines: 15,
    path: light,
    method: 'HEAD',
  },
  'light, several': {
    title: 'the same from four addresses',
    clients: 400,
    addresses: 4,
    pipelines: 15,
    path: light,
    method: 'HEAD',
  },
};

/** What the answering thread does by itself, and never the same again. */
function light() {
  const asked = [
    () => `/api/v1/counts?by=place,period&every=day&from=${day()}&title=${count}`,
    () => `/?by=place,period&every=day&title=${++count}`,
    () => `/data?title=${++count}`,
    () => `/chart.svg?by=place&measure=${five}&title=${++count}`,
  ];
  return asked[count % asked.length]();
}

const five = 'detentions,fines,arrest_days,rejected_applications,people_fined';

/** A day of the first year: each is another question. */
function day() {
  return new Date(Date.UTC(2012, 0, 1 + (++count % 300))).toISOString().slice(0, 10);
}

function records(format) {
  return `/api/v1/records.${format}?measure=fines&from=${day()}`;
}

function slides(views, chart, format = 'pptx') {
  const query = `chart=${chart}&measure=detentions`;
  const rows = Array.from({ length: views }, (_, i) => (i === 0 ? [query, String(++count)] : [query]));
  return `/chart.${format}?show=${Buffer.from(JSON.stringify(rows)).toString('base64url')}`;
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
    const target = { host: '127.0.0.1', port: Number(port), localAddress };
    if (attack.pipelines) pipeline(attack, target);
    else void client(attack, { ...target, agent: false, versions });
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

/** Sends many requests at once, on one connection after another. Their answers must have no body. */
function pipeline({ path, method, pipelines }, target) {
  const socket = connect(target);
  let awaited = 0;
  const send = () => {
    const lines = Array.from(
      { length: pipelines },
      () => `${method} ${path()} HTTP/1.1\r\nHost: localhost\r\n\r\n`,
    );
    awaited = pipelines;
    socket.write(lines.join(''));
  };
  socket.setEncoding('latin1').on('connect', send);
  socket.on('data', (text) => {
    for (const [, status] of text.matchAll(/HTTP\/1\.1 (\d{3})/g)) {
      statuses[status] = (statuses[status] ?? 0) + 1;
      awaited -= 1;
    }
    if (awaited === 0) send();
  });
  socket.on('error', ({ code }) => {
    statuses[code] = (statuses[code] ?? 0) + 1;
  });
  socket.on('close', () => setTimeout(() => pipeline({ path, method, pipelines }, target), 20));
}

/** The status of one answer, read to its end; `left` or the error's code where there is none. */
function ask({ path, method = 'GET', leaves }, { versions, ...target }) {
  return new Promise((resolve) => {
    const asked = {
      ...target,
      method,
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
