import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { chmodSync, chownSync, existsSync, mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';

/** A PostgreSQL of its own, on a socket of its own: no port, no password, nothing on the disk for certain. */
export interface PostgresServer {
  /** An empty database of it; each call makes another. */
  database(): string;
  /** The address of a database by its name. */
  url(database: string): string;
  /** Runs SQL as its owner; answers what `psql` prints, unaligned. */
  sql(database: string, text: string): string;
  /** Ends it at once, as if its machine had lost power. */
  stop(): void;
  start(): void;
  /** Where its socket is, for a server that reads from it. */
  socket: string;
}

export const HOW = 'where it is skipped: install PostgreSQL 15 or later, Debian’s package "postgresql"';

/** The folder of PostgreSQL's programs; null where there is none, or nobody without rights to run them as. */
function programs(): string | null {
  const debian = '/usr/lib/postgresql';
  const versions = existsSync(debian) ? readdirSync(debian).sort((a, b) => Number(b) - Number(a)) : [];
  const folders = [
    ...versions.map((version) => join(debian, version, 'bin')),
    ...(process.env.PATH ?? '').split(delimiter),
  ];
  const found = folders.find((folder) => existsSync(join(folder, 'initdb')));
  return found !== undefined && user() !== null ? found : null;
}

/** PostgreSQL refuses to run as root: as whom it is run then. Nothing where this user will do. */
function user(): { uid: number; gid: number } | Record<string, never> | null {
  if (process.getuid?.() !== 0) return {};
  for (const name of ['postgres', 'nobody']) {
    const [uid, gid] = ['-u', '-g'].map((part) => spawnSync('id', [part, name], { encoding: 'utf8' }).stdout);
    if (uid && gid) return { uid: Number(uid), gid: Number(gid) };
  }
  return null;
}

const bin = programs();
const as = user() ?? {};

/** As whom servers run; nothing where it is this user. */
export const serverUser = as;

/** Whether tests can have a server; where not, they are skipped, and `HOW` is in their names. */
export const hasPostgres = bin !== null;

const SETTINGS = [
  "listen_addresses = ''",
  'fsync = off',
  'full_page_writes = off',
  'wal_level = minimal',
  'max_wal_senders = 0',
  'shared_buffers = 16MB',
  'max_connections = 60',
  'jit = off',
  'autovacuum = off',
];

let first: PostgresServer | null = null;

/** The server that all tests of this process share. */
export function postgres(): PostgresServer {
  first ??= newServer();
  return first;
}

/** The files of a server that was never started, made once for all servers of this process. */
let blank: string | null = null;

/** Another server, for a test that stops it, or that needs several. */
export function newServer(): PostgresServer {
  const folder = ownFolder();
  const data = join(folder, 'data');
  blank ??= initialised();
  asUser('cp', ['-r', blank, data]);
  const ctl = (...args: string[]) =>
    asUser(join(bin ?? '', 'pg_ctl'), ['-D', data, '-s', '-w', '-t', '60', ...args]);
  const start = () => void ctl('-l', join(folder, 'log'), '-o', `-k ${folder}`, 'start');
  const url = (database: string) =>
    `postgres://article21@localhost/${database}?host=${encodeURIComponent(folder)}`;
  const sql = (database: string, text: string) =>
    asUser(
      join(bin ?? '', 'psql'),
      ['-X', '-q', '-A', '-t', '-v', 'ON_ERROR_STOP=1', url(database)],
      text,
    ).trim();
  start();
  endWithThisProcess(folder, data);
  let count = 0;
  return {
    database: () => {
      count += 1;
      // Copied as files it takes a third of the time that its pages need one by one.
      sql('postgres', `CREATE DATABASE test_${count} STRATEGY FILE_COPY`);
      return url(`test_${count}`);
    },
    url,
    sql,
    stop: () => void ctl('-m', 'immediate', 'stop'),
    start,
    socket: folder,
  };
}

function initialised(): string {
  const folder = ownFolder();
  const data = join(folder, 'data');
  const options = ['-U', 'article21', '-A', 'trust', '-E', 'UTF8', '--locale=C', '--no-sync'];
  asUser(join(bin ?? '', 'initdb'), ['-D', data, ...options]);
  writeFileSync(join(data, 'postgresql.auto.conf'), `${SETTINGS.join('\n')}\n`);
  return data;
}

/** Also of a process that is killed: what waits here is told by the end of its input. */
function endWithThisProcess(folder: string, data: string): void {
  const script = 'cat >/dev/null; "$1" -D "$2" -s -m immediate stop; rm -rf "$3" "$4"';
  const args = ['-c', script, 'sh', join(bin ?? '', 'pg_ctl'), data, folder, dirname(blank ?? folder)];
  const waiting = spawn('sh', args, { ...as, detached: true, cwd: '/', stdio: ['pipe', 'ignore', 'ignore'] });
  waiting.unref();
  if (waiting.stdin instanceof Socket) waiting.stdin.unref();
}

/** Short, because the path of a socket has a hundred letters at most. */
function ownFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'a21-pg-'));
  chmodSync(folder, 0o700);
  if (as.uid !== undefined) chownSync(folder, as.uid, as.gid ?? 0);
  return folder;
}

function asUser(program: string, args: string[], input = ''): string {
  const env = { PATH: process.env.PATH ?? '', LC_ALL: 'C', TZ: 'UTC', HOME: '/' };
  return execFileSync(program, args, { encoding: 'utf8', input, env, cwd: '/', ...as });
}
