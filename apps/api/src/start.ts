import {
  describeLocation,
  isShared,
  isSnapshotDamaged,
  openStoreAt,
  type SharedStore,
  type Store,
} from '@article21/store';
import type { Configuration } from './configuration.ts';
import type { Console, Program, Running } from './serve.ts';

/** Starts the service. Throws an error of one sentence when the data or the port cannot be used. */
export async function start(
  configuration: Configuration,
  program: Program,
  { say, warn }: Console,
): Promise<Running> {
  const { store: location } = configuration;
  if (isRoot()) warn(AS_ROOT);
  const store = openStoreAt(location);
  if (isShared(store))
    await store.watch((problem) =>
      warn(problem === null ? DATABASE_RECONNECTED : `${problem}; ${STALE_NOTICE}`),
    );
  await cleanUp(store, warn);
  const id = await verifiedSnapshot(store, describeLocation(location));
  await store.remember();
  // Only who has something to serve needs what serves it, which takes longer to load than all of this.
  const { serve } = await import('./serve.ts');
  return serve({ store, id }, configuration, program, { say, warn });
}

const DATABASE_RECONNECTED = 'The database answers again.';
const STALE_NOTICE =
  'what is served goes on being served, and what others publish is not seen until it answers';

const AS_ROOT =
  'Started as root, who may change every file of this machine: start it as a user of its own, as apps/api/deploy/article21.service does.';

function isRoot(): boolean {
  return process.geteuid?.() === 0;
}

async function cleanUp(store: Store, warn: Console['warn']): Promise<void> {
  try {
    for (const path of await store.recover())
      warn(`Removed what an interrupted publication left behind: ${path}`);
  } catch (error) {
    // A read-only disk can still be served from.
    warn(`Could not look for what an interrupted publication left behind: ${messageOf(error)}`);
  }
}

/** The id of the snapshot to serve, after every byte of it was verified. */
async function verifiedSnapshot(store: Store | SharedStore, place: string): Promise<string> {
  const id = await store.current().catch((error: unknown) => {
    throw isSnapshotDamaged(error)
      ? new Error(`${messageOf(error)}; ${REPAIR_HINT}`, { cause: error })
      : error;
  });
  if (id === null)
    throw new Error(
      `nothing has been published in ${place}: run \`npm start\`, or \`npm run article21 -- publish <folder>\``,
    );
  // With a database, the files cached on this machine are served: damaged ones are fetched again.
  const { problems } = await (isShared(store) ? store.inspect(id) : store.verify(id));
  const [problem] = problems;
  if (problem)
    throw new Error(`snapshot ${id} is damaged: ${problem.file} ${problem.problem}; ${REPAIR_HINT}`);
  return id;
}

const REPAIR_HINT =
  'it is not served. `npm run article21 -- verify` lists what is wrong, `npm run article21 -- rollback <id>` serves another snapshot';

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
