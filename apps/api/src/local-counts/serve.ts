import { HttpProblem, refuseIssues } from '@article21/answers';
import { LOCAL_COUNTS_LIMIT } from '@article21/contract/local-counts';
import { parseKeys } from '@article21/model';
import { aboutFile, cellsFile, type MirrorFile, names, snapshotFolder } from '@article21/static-site/write';
import type { Hono } from 'hono';
import type { Answer } from '../answer.ts';
import { headersOf } from '../headers.ts';
import type { SnapshotOpener } from '../snapshot-opener.ts';
import type { LoadedSnapshot } from '../snapshots.ts';

interface Parts {
  snapshots: SnapshotOpener;
  answer: Answer;
}

interface File {
  mediaType: string;
  make(loaded: LoadedSnapshot): Promise<MirrorFile>;
}

/** Of a mirror's files those that counts are made from, at the addresses that they have there. */
const files: Readonly<Record<string, File>> = {
  [names.about]: { mediaType: 'application/json', make: async (loaded) => aboutFile(loaded) },
  [names.cells]: { mediaType: 'application/octet-stream', make: cellsFile },
};

/** Adds what a browser needs to count a small snapshot by itself. A large one is counted here alone. */
export function addLocalCounts(hono: Hono, { snapshots, answer }: Parts): void {
  for (const [name, { mediaType, make }] of Object.entries(files)) {
    const route = `/${snapshotFolder(':id')}/${name}`;
    hono.get(route, (c) => {
      refuseIssues(parseKeys({}, new URL(c.req.url).searchParams).issues);
      return snapshots.for(c).use(c.req.param('id') ?? '', async (loaded) => {
        const { records } = loaded.snapshot.manifest;
        if (records > LOCAL_COUNTS_LIMIT)
          throw new HttpProblem(
            'not-found',
            `a snapshot of ${records} records is not counted in a browser, one of ${LOCAL_COUNTS_LIMIT} is: ask /api/v1/counts`,
          );
        return answer(c, {
          key: [loaded.id, name],
          mediaType,
          immutable: true,
          headers: headersOf(route),
          body: async () => (await make(loaded)).data,
        });
      });
    });
  }
}
