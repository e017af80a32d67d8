// STORE_URL=postgres://… npx tsx packages/store/bench/postgres.ts <records> [<places>]: how long the engine `postgres` takes to load
// and to group so many made-up records, and how much memory of this process and of the database's disk that needs.
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type RestrictionRecord, usualVocabulary } from '@article21/model';
import { postgresEngine } from '../src/engines/postgres.ts';
import { openDatabase } from '../src/index.ts';

const [count = 1_000_000, places = 2_000] = process.argv.slice(2).map(Number);
const database = openDatabase(process.env.STORE_URL ?? '');
const DAYS = 3_653;
const PHASES = ['before', 'during', 'after', null] as const;
const KINDS = ['application_rejected', 'detention', 'detention', 'warning'] as const;

async function* made(): AsyncIterable<RestrictionRecord> {
  for (let i = 0; i < count; i += 1) yield recordOf(i);
}

function recordOf(i: number): RestrictionRecord {
  const day = new Date(Date.UTC(2012, 0, 1 + (drawn(i, 1) % DAYS))).toISOString().slice(0, 10);
  const people = 1 + (drawn(i, 2) % 30);
  const stated = `${people} people`;
  const quote = `Case ${i} of ${day}: ${stated} were met that day.`;
  const evidence = { kind: 'quotation', source: 'text', prefix: null, suffix: null, start: 0 } as const;
  return {
    id: `r-${i}`,
    kind: KINDS[drawn(i, 3) % KINDS.length] ?? 'detention',
    place: `city-${drawn(i, 4) % places}`,
    date: day,
    charted: { from: day, to: day, day: null, by: 'day', approximate: false },
    assembly: null,
    phase: PHASES[drawn(i, 5) % PHASES.length] ?? null,
    count: { notation: String(people), low: people, high: people, approximate: false, unnumbered: 0 },
    amount: null,
    days: null,
    basis: 'incident',
    note: null,
    evidence: [{ ...evidence, quote, stated, end: quote.length }],
  };
}

/** A whole number made of two: the same in, the same out. */
function drawn(i: number, seed: number): number {
  let x = Math.imul(i + 1, 0x9e3779b1) ^ Math.imul(seed, 0x85ebca6b);
  x = Math.imul(x ^ (x >>> 15), 0x2c1b3c6d);
  return (x ^ (x >>> 16)) >>> 0;
}

async function timed<T>(what: string, work: () => Promise<T>): Promise<T> {
  const [began, before] = [performance.now(), process.cpuUsage()];
  const result = await work();
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  const { user, system } = process.cpuUsage(before);
  const own = ((user + system) / 1e6).toFixed(1);
  const memory = Math.round(process.resourceUsage().maxRSS / 1000);
  process.stdout.write(
    `${what}: ${seconds} s, ${own} s of them at work here, ${memory} MB resident at most so far\n`,
  );
  return result;
}

const engine = postgresEngine(database);
const table = await timed(`COPY of ${count} records`, () => engine.load(made(), tmpdir(), usualVocabulary));
const [{ size } = { size: '' }] = await database.use(
  async (client) =>
    (await client.query('SELECT pg_size_pretty(pg_database_size(current_database())) AS size')).rows,
);
process.stdout.write(`the database has ${size}\n`);
const cells = await timed('grouping into cells', () => table.cells());
process.stdout.write(`${cells.records.length} cells\n`);
const file = join(tmpdir(), `article21-bench-${process.pid}.parquet`);
await timed('writing records.parquet', () => table.save(file));
await rm(file);
await table.close();
await database.close();
