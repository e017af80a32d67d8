// What is asked, of whom, and how much of what a bare Hono answers is the goal.

const PICTURE = '/chart.svg?measure=detentions';
const PAGE = '/?measure=detentions&lang=en';
const COUNTS = '/api/v1/counts?measure=detentions&by=period&every=year';
const browser = { 'accept-encoding': 'gzip, deflate, br' };

/** A question: where, with what, and a goal as a part of what "hello" of a bare Hono reaches. */
export async function questions({ bare, api, nginx, databases }) {
  const etag = (await fetch(api.url + COUNTS, { headers: { 'accept-encoding': 'identity' } })).headers.get(
    'etag',
  );
  const statement = await fetch(`${api.url}/editions/current.minisig`, {
    headers: { 'accept-encoding': 'identity' },
  });
  const poll = statement.headers.get('etag');
  const asMany = async (of, path) => ({
    name: `bytes of ${of}`,
    says: `bare Hono, as many bytes as ${of}`,
    server: bare,
    path: `/bytes/${await sizeOf(api.url + path, browser)}`,
  });
  return [
    { name: 'bare', says: 'bare Hono, "hello"', server: bare, path: '/' },
    { name: 'counts', says: 'counts, repeated', server: api, path: COUNTS, goal: 0.7 },
    {
      name: 'unchanged',
      says: 'counts, 304',
      server: api,
      path: COUNTS,
      headers: { 'if-none-match': etag },
      goal: 0.9,
    },
    { name: 'distinct', says: 'counts, never asked before', server: api, next: distinct(), goal: 0.25 },
    {
      name: 'picture',
      says: '/chart.svg, repeated',
      server: api,
      path: PICTURE,
      headers: browser,
      goal: 0.6,
    },
    await asMany('the picture', PICTURE),
    {
      name: 'page',
      says: 'the page',
      server: api,
      path: PAGE,
      headers: browser,
      goal: 0.5,
    },
    await asMany('the page', PAGE),
    ...(poll === null
      ? []
      : [
          {
            name: 'polls',
            says: 'polls of followers, 304',
            server: api,
            path: '/editions/current.minisig',
            headers: { 'if-none-match': poll },
          },
        ]),
    ...(nginx === null ? [] : throughNginx(nginx)),
    ...databases.map((it) => ({
      name: it,
      says: `the same counts asked of ${it === 'duckdb' ? 'DuckDB' : 'PostgreSQL'} by a bare Hono (ours is precomputed)`,
      server: bare,
      path: `/${it}`,
      connections: 8,
    })),
  ];
}

function throughNginx(server) {
  return [
    { name: 'nginx-counts', says: 'counts through nginx', server, path: COUNTS },
    {
      name: 'nginx-picture',
      says: '/chart.svg through nginx',
      server,
      path: PICTURE,
      headers: browser,
    },
    { name: 'nginx-page', says: 'the page through nginx', server, path: PAGE, headers: browser },
  ];
}

/** How many bytes an answer has as it is sent. A page comes without its picture until that is drawn: it is not kept then. */
async function sizeOf(address, headers) {
  for (;;) {
    const response = await fetch(address, { headers });
    await response.arrayBuffer();
    if (response.headers.get('cache-control') !== 'no-store') return response.headers.get('content-length');
  }
}

/** Periods that nobody asked for before. */
function distinct() {
  let count = 0;
  return () => {
    count += 1;
    const from = new Date(Date.UTC(2012, 0, 1 + (count % 1_800))).toISOString().slice(0, 10);
    const to = new Date(Date.UTC(2018, 0, 1 + (Math.floor(count / 1_800) % 1_400)))
      .toISOString()
      .slice(0, 10);
    return `/api/v1/counts?measure=detentions&by=period&every=year&from=${from}&to=${to}`;
  };
}
