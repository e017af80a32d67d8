import { expect, it } from 'vitest';
import { openInstance } from '../../src/engines/duckdb/instance.ts';
import { keepInstance } from '../../src/engines/duckdb/kept-instance.ts';

/** A kept instance, and what becomes of those that are opened for it. */
function watched() {
  const seen = { opened: 0, closed: 0 };
  const kept = keepInstance(async () => {
    seen.opened += 1;
    const instance = await openInstance(null, { threads: 1 });
    return {
      ...instance,
      close() {
        seen.closed += 1;
        instance.close();
      },
    };
  });
  return { ...kept, seen };
}

const ask = (sql: string) => async (connection: Parameters<Parameters<typeof kept.use>[0]>[0]) =>
  (await connection.runAndReadAll(sql)).getRows();
const kept = watched();

it('is opened once for all, also after an error of what is asked', async () => {
  const { use, seen } = watched();
  expect(await use(ask('SELECT 1'))).toEqual([[1]]);
  await expect(use(ask('SELECT nothing'))).rejects.toThrow('nothing');
  expect(await use(ask('SELECT 2'))).toEqual([[2]]);
  expect(seen).toEqual({ opened: 1, closed: 0 });
});

it('is replaced by another when it answers nothing any more, and closed when nobody uses it', async () => {
  const { use, seen } = watched();
  let letGo = () => {};
  const other = use(() => new Promise<void>((resolve) => (letGo = resolve)));
  const fatal = use(async (connection) => {
    connection.disconnectSync();
    await connection.run('SELECT 1');
  });
  await expect(fatal).rejects.toThrow();
  expect(seen).toEqual({ opened: 1, closed: 0 });
  expect(await use(ask('SELECT 3'))).toEqual([[3]]);
  expect(seen).toEqual({ opened: 2, closed: 0 });
  letGo();
  await other;
  expect(seen).toEqual({ opened: 2, closed: 1 });
});

it('is asked for anew where it could not be opened', async () => {
  let tries = 0;
  const { use } = keepInstance(() => {
    tries += 1;
    return tries === 1 ? Promise.reject(new Error('no memory')) : openInstance(null, { threads: 1 });
  });
  await expect(use(ask('SELECT 1'))).rejects.toThrow('no memory');
  expect(await use(ask('SELECT 1'))).toEqual([[1]]);
});
