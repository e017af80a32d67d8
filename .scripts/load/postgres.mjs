// A PostgreSQL of its own on a socket of its own.
import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const DEBIAN = '/usr/lib/postgresql';

/** Starts one; null where none is installed. `stop` ends it at once, as if its machine had lost power; `start` begins it again. */
export function newPostgres() {
  const [version] = existsSync(DEBIAN) ? readdirSync(DEBIAN).sort((a, b) => b - a) : [];
  const isRoot = process.getuid?.() === 0;
  const [uid, gid] = ['-u', '-g'].map((it) =>
    Number(spawnSync('id', [it, 'postgres'], { encoding: 'utf8' }).stdout),
  );
  // It refuses to run as root.
  if (version === undefined || (isRoot && !uid)) return null;
  const as = isRoot ? { uid, gid } : {};
  const folder = mkdtempSync(join(tmpdir(), 'a21-load-pg-'));
  chmodSync(folder, 0o755);
  if (isRoot) chownSync(folder, uid, gid);
  const data = join(folder, 'data');
  const run = (program, ...args) =>
    execFileSync(join(DEBIAN, version, 'bin', program), args, { ...as, cwd: folder, stdio: 'ignore' });
  run('initdb', '-D', data, '-U', 'article21', '-A', 'trust', '-E', 'UTF8', '--locale=C', '--no-sync');
  const settings = `-k ${folder} -c listen_addresses= -c jit=off -c shared_buffers=256MB`;
  const start = () =>
    run('pg_ctl', '-D', data, '-s', '-w', '-l', join(folder, 'log'), '-o', settings, 'start');
  const stop = () => run('pg_ctl', '-D', data, '-s', '-m', 'immediate', 'stop');
  start();
  return {
    folder,
    url: `postgres://article21@localhost/postgres?host=${encodeURIComponent(folder)}`,
    start,
    stop,
    remove() {
      stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** One that holds the records that `write` puts into a file; null where none is installed. `from` imports a package. */
export async function startPostgres(from, write) {
  const server = newPostgres();
  if (!server) return null;
  const { default: pg } = await from('pg');
  const pool = new pg.Pool({ connectionString: server.url, max: 8 });
  await pool.query(
    'CREATE TABLE records (id text, kind text, basis text, from_day date, count_low bigint, count_high bigint)',
  );
  const file = join(server.folder, 'records.csv');
  await write(file);
  chmodSync(file, 0o644);
  await pool.query(`COPY records FROM '${file}' (FORMAT csv)`);
  await pool.query('CREATE INDEX ON records (kind, basis, from_day)');
  await pool.query('VACUUM ANALYZE records');
  return {
    pool,
    async stop() {
      await pool.end();
      server.remove();
    },
  };
}
