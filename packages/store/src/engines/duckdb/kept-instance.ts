import type { DuckDBConnection } from '@duckdb/node-api';
import type { Instance } from './instance.ts';

/** An instance that is opened when it is first needed and stays open. */
export interface KeptInstance {
  /** Throws what the work throws. */
  use<T>(work: (connection: DuckDBConnection) => Promise<T>): Promise<T>;
}

interface Kept {
  instance: Instance;
  users: number;
  isBroken: boolean;
}

/**
 * After a fatal error DuckDB answers nothing any more, whatever it is asked: then the next who needs an instance gets another, and
 * this one is closed as soon as nobody uses it. After any other error it is kept.
 */
export function keepInstance(open: () => Promise<Instance>): KeptInstance {
  let kept: Promise<Kept> | null = null;

  function opened(): Promise<Kept> {
    const opening = open().then((instance) => ({ instance, users: 0, isBroken: false }));
    opening.catch(() => {
      if (kept === opening) kept = null;
    });
    return opening;
  }

  return {
    async use(work) {
      kept ??= opened();
      const mine = kept;
      const it = await mine;
      it.users += 1;
      try {
        return await work(it.instance.connection);
      } catch (error) {
        if (!(await isAnswering(it.instance))) {
          it.isBroken = true;
          if (kept === mine) kept = null;
        }
        throw error;
      } finally {
        it.users -= 1;
        if (it.isBroken && it.users === 0) it.instance.close();
      }
    },
  };
}

/** Whether it answers the least that can be asked of it. */
function isAnswering({ connection }: Instance): Promise<boolean> {
  return connection.run('SELECT 1').then(
    () => true,
    () => false,
  );
}
