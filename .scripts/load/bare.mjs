// A bare Hono: "hello", and a question about records that is asked of a database each time.
import { randomBytes } from 'node:crypto';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from '../workspace.mjs';
import { startPostgres } from './postgres.mjs';

const [port, records] = process.argv.slice(2);
const from = (workspace) => {
  const require = createRequire(join(root, workspace, 'package.json'));
  return (name) => import(pathToFileURL(require.resolve(name)).href);
};
const [api, store] = [from('apps/api'), from('packages/store')];
const [{ Hono }, { serve }, duck] = await Promise.all([
  api('hono'),
  api('@hono/node-server'),
  store('@duckdb/node-api'),
]);

const app = new Hono();
app.get('/', (c) => c.text('hello'));

/** As many bytes as something else has: what sending them costs at least. */
const bytes = new Map();
app.get('/bytes/:count', (c) => {
  const count = Number(c.req.param('count'));
  if (!bytes.has(count)) bytes.set(count, randomBytes(count));
  return c.body(bytes.get(count));
});

/** What `/api/v1/counts?measure=detentions&by=period&every=year` answers, as a database may be asked for it. */
const question = (table) =>
  `SELECT EXTRACT(year FROM from_day) AS year, count(*) AS records, sum(count_low) AS low, sum(count_high) AS high
   FROM ${table} WHERE kind = 'detention' AND basis = 'incident' GROUP BY 1 ORDER BY 1`;
const plain = (rows) =>
  rows.map((row) => Object.fromEntries(Object.entries(row).map(([key, it]) => [key, Number(it)])));

const instance = await (duck.DuckDBInstance ?? duck.default.DuckDBInstance).create(':memory:', {
  threads: '1',
});
const connection = await instance.connect();
await connection.run(
  `CREATE TABLE records AS SELECT id, kind, basis, from_day, count_low, count_high FROM '${records}'`,
);
app.get('/duckdb', async (c) =>
  c.json(plain((await connection.runAndReadAll(question('records'))).getRowObjects())),
);
const databases = ['duckdb'];

const postgres = await startPostgres(store, async (file) => {
  await connection.run(`COPY records TO '${file}' (FORMAT csv, HEADER false)`);
});
if (postgres) {
  databases.push('postgres');
  app.get('/postgres', async (c) => c.json(plain((await postgres.pool.query(question('records'))).rows)));
}
app.get('/databases', (c) => c.json(databases));

serve({ fetch: app.fetch, port: Number(port), hostname: '127.0.0.1' });
process.once('SIGTERM', async () => {
  await postgres?.stop();
  process.exit(0);
});
