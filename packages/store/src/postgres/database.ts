import { type Client, type Connections, ignored, inTransaction } from './connection.ts';
import { explainedDatabase } from './errors.ts';
import { migrate } from './migrate.ts';

/** A PostgreSQL, reached and brought to today's schema when it is first asked. Errors are said in one sentence. */
export interface Database {
  /** `host/name`, for people. */
  readonly name: string;
  /** Does something on one connection, which nobody else has meanwhile. */
  use<T>(work: (client: Client) => Promise<T>): Promise<T>;
  /** The same; all of it is done or nothing. */
  transaction<T>(work: (client: Client) => Promise<T>): Promise<T>;
  /** A connection of one's own, to be given back by `release`. */
  connect(): Promise<Client>;
  /** Says in one sentence what went wrong in something that was done on such a connection. */
  explain<T>(work: Promise<T>): Promise<T>;
  close(): Promise<void>;
}

const MOST_CONNECTIONS = 5;
/** In milliseconds: so long a connection is waited for, also one that others have. */
const PATIENCE = 5_000;

/** The database at an address such as `postgres://user:password@host:5432/name`. Throws one sentence where it is none. */
export function openDatabase(url: string, connections: Connections = connectionsTo(url)): Database {
  const name = nameOf(url);
  let migrated: Promise<void> | null = null;

  async function explain<T>(work: Promise<T>): Promise<T> {
    return work.catch((error: unknown) => {
      throw explainedDatabase(error, name);
    });
  }

  async function connect(): Promise<Client> {
    const client = await connections.connect();
    migrated ??= migrate(client).catch((error: unknown) => {
      // What stood in its way may pass.
      migrated = null;
      throw error;
    });
    try {
      await migrated;
      return client;
    } catch (error) {
      client.release(true);
      throw error;
    }
  }

  async function use<T>(work: (client: Client) => Promise<T>): Promise<T> {
    const client = await connect();
    // What happens to a connection that is not asked at the moment would end the program otherwise.
    client.on('error', ignored);
    let broken = true;
    try {
      const result = await work(client);
      broken = false;
      return result;
    } finally {
      client.off('error', ignored);
      // After an error nobody knows what state a connection is in: another one is made.
      client.release(broken);
    }
  }

  return {
    name,
    connect: () => explain(connect()),
    explain,
    use: (work) => explain(use(work)),
    transaction: (work) => explain(use((client) => inTransaction(client, () => work(client)))),
    close: () => connections.end(),
  };
}

/** Whether an address is that of a database, and not the path of a folder. */
export function isDatabaseUrl(text: string): boolean {
  return /^postgres(?:ql)?:\/\//.test(text);
}

/** `host/name` of an address, without user and password. Throws one sentence where it is no address of a database. */
function nameOf(url: string): string {
  const parsed = isDatabaseUrl(url) && URL.canParse(url) ? new URL(url) : null;
  const name = parsed?.pathname.slice(1) ?? '';
  if (parsed === null || name === '')
    throw new Error(
      'STORE_URL is not the address of a PostgreSQL database (such as postgres://user@host:5432/name, or ' +
        'postgres://user@localhost/name?host=/var/run/postgresql for a socket)',
    );
  const host = parsed.searchParams.get('host') ?? parsed.host;
  return `${host}/${decodeURIComponent(name)}`;
}

/**
 * Connections to an address, `most` at a time, each waited for `patience` milliseconds. The driver is loaded when it is first
 * needed: whoever keeps snapshots in a folder runs without it.
 */
export function connectionsTo(
  url: string,
  { most = MOST_CONNECTIONS, patience = PATIENCE }: { most?: number; patience?: number } = {},
): Connections {
  let pool: Promise<import('pg').Pool> | null = null;
  const open = async () => {
    const { default: pg } = await import('pg');
    const made = new pg.Pool({
      connectionString: url,
      max: most,
      connectionTimeoutMillis: patience,
      keepAlive: true,
      // A command is done when it is done, not when the connections that it no longer needs have grown old.
      allowExitOnIdle: true,
      application_name: 'article21',
    });
    // An idle connection that is lost is replaced by another when it is needed.
    made.on('error', ignored);
    return made;
  };
  return {
    connect: async () => {
      pool ??= open();
      return (await pool).connect();
    },
    end: async () => {
      const opened = pool;
      pool = null;
      await (await opened)?.end();
    },
  };
}
