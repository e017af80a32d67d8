// What is asked, of whom, and how much of what a bare Hono answers is the goal.

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
      path: '/chart.svg?measure=detentions',
      headers: browser,
      goal: 0.6,
    },
    {
      name: 'page',
      says: 'the page',
      server: api,
      path: '/?measure=detentions&lang=en',
      headers: browser,
      goal: 0.5,
    },
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
    ...(nginx === null
      ? []
      : [
          { name: 'nginx-counts', says: 'counts through nginx', server: nginx, path: COUNTS },
          {
            name: 'nginx-picture',
            says: '/chart.svg through nginx',
            server: nginx,
            path: '/chart.svg?measure=detentions',
            headers: browser,
          },
          {
            name: 'nginx-page',
            says: 'the page through nginx',
            server: nginx,
            path: '/?measure=detentions&lang=en',
            headers: browser,
          },
        ]),
    ...databases.map((it) => ({
      name: it,
      says: `the same counts asked of ${it === 'duckdb' ? 'DuckDB' : 'PostgreSQL'} by a bare Hono (ours is precomputed)`,
      server: bare,
      path: `/${it}`,
      connections: 8,
    })),
  ];
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
