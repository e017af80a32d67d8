/** What is known of an error of PostgreSQL or of the way to it: its code, and whether asking again later may help. */
interface KnownError {
  /** To stand after "the database … ". */
  explanation: string;
  passes: boolean;
}

const gone = (explanation: string): KnownError => ({ explanation, passes: true });
const wrong = (explanation: string): KnownError => ({ explanation, passes: false });

const NOT_THERE = gone('does not answer; start it, or mend STORE_URL');
const LOST = gone('has ended the connection; it is asked again until it is back');
const FULL = gone(
  'allows no more connections; raise max_connections there, or run fewer copies of this program',
);

/** By the codes of the system and of PostgreSQL (SQLSTATE). */
const known: Readonly<Record<string, KnownError>> = {
  ECONNREFUSED: NOT_THERE,
  ENOENT: NOT_THERE,
  ENOTFOUND: NOT_THERE,
  EAI_AGAIN: NOT_THERE,
  ETIMEDOUT: NOT_THERE,
  EHOSTUNREACH: NOT_THERE,
  ENETUNREACH: NOT_THERE,
  ECONNRESET: LOST,
  EPIPE: LOST,
  '08003': LOST,
  '08006': LOST,
  '57P01': LOST,
  '57P02': LOST,
  '57P03': gone('is starting or shutting down; ask again in a moment'),
  '53300': FULL,
  '53100': gone('has no space left on its disk; free some there'),
  '53200': gone('has no memory left; ask again, or give it more'),
  '25006': wrong('can only be read, as a standby can; name the one that can be written in STORE_URL'),
  '28000': wrong('does not let this user in; mend the name in STORE_URL, or let it in (pg_hba.conf)'),
  '28P01': wrong('refuses the password of STORE_URL'),
  '3D000': wrong('is not there: create it (createdb), or mend the name in STORE_URL'),
  '42501': wrong('does not let this user do that; make it the owner of the schema article21'),
};

/** What a driver says in words only. */
const inWords: readonly [RegExp, KnownError][] = [
  [/timeout exceeded when trying to connect/, gone('had no connection free in time; ask again in a moment')],
  [/due to connection timeout/, NOT_THERE],
  [/Connection terminated|Client has encountered a connection error|not queryable/, LOST],
  [/Query read timeout/, gone('did not answer in time; it is asked again')],
];

/**
 * Says an error of a database in one sentence, which names it (`host/name`) and what to do, never its password; leaves
 * what is no error of a database as it is. One that may pass by itself is a `DatabaseUnavailable`.
 */
export function explainedDatabase(error: unknown, database: string): unknown {
  if (!(error instanceof Error) || error.name === UNAVAILABLE) return error;
  const found = knownError(error);
  if (found === null) return error;
  const { code } = error as NodeJS.ErrnoException;
  const sentence = `the database ${database} ${found.explanation}${code === undefined ? '' : ` (${code})`}`;
  const explained = new Error(sentence, { cause: error });
  if (found.passes) explained.name = UNAVAILABLE;
  return explained;
}

const UNAVAILABLE = 'DatabaseUnavailable';

/** Whether a database cannot be asked at this moment; to ask again later may help. */
export function isDatabaseUnavailable(error: unknown): boolean {
  return error instanceof Error && error.name === UNAVAILABLE;
}

function knownError(error: Error): KnownError | null {
  const { code = '' } = error as NodeJS.ErrnoException;
  // A server that a database of several reads from: its name is PostgreSQL's own, in the message.
  const shard = /could not connect to server "([^"]*)"|server "([^"]*)" .*(?:closed|terminat)/.exec(
    error.message,
  );
  if (shard || code === '08001') return gone(`cannot reach a part of itself, ${shard?.[1] ?? error.message}`);
  return known[code] ?? inWords.find(([words]) => words.test(error.message))?.[1] ?? null;
}
