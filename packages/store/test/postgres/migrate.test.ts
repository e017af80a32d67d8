import { describe, expect, it } from 'vitest';
import { openDatabase } from '../../src/postgres/database.ts';
import { HOW, hasPostgres, postgres } from './server.ts';

describe.skipIf(!hasPostgres)(`the schema of a database (${HOW})`, () => {
  const numbers = async (database: ReturnType<typeof openDatabase>) =>
    database.use(async (client) => (await client.query('SELECT number FROM article21.migrations')).rows);

  it('is made once, however many begin at the same moment', async () => {
    const url = postgres().database();
    const replicas = Array.from({ length: 6 }, () => openDatabase(url));
    const found = await Promise.all(replicas.map(numbers));
    for (const rows of found) expect(rows).toEqual(found[0]);
    expect(found[0]?.map(({ number }) => number)).toEqual(found[0]?.map((_, i) => i + 1));
    await Promise.all(replicas.map((it) => it.close()));
  });

  it('that a newer program made is refused with a sentence, and left as it is', async () => {
    const url = postgres().database();
    const first = openDatabase(url);
    await numbers(first);
    await first.use((client) => client.query('INSERT INTO article21.migrations (number) VALUES (99)'));
    await first.close();
    const second = openDatabase(url);
    await expect(numbers(second)).rejects.toThrow(
      /^the schema of the database is newer \(99\) than this program \(\d+\); run the newer version of the program$/,
    );
    await second.close();
  });
});
