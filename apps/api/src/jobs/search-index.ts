import { provideSearchIndex, type SearchIndex, searchIndexOf } from '@article21/answers';
import { bufferOver, type JobOutput, type JobTools } from './tools.ts';

/** The words of a snapshot, as `searchIndexOf` finds them, in memory that all threads share: none copies it for another. */
export function searchIndex({ snapshot }: { snapshot: string }, { snapshots }: JobTools): JobOutput {
  return snapshots.use(snapshot, async (loaded) => {
    const text = JSON.stringify(await searchIndexOf(loaded));
    const bytes = Buffer.from(new SharedArrayBuffer(Buffer.byteLength(text)));
    bytes.write(text);
    return bytes;
  });
}

/** An index that another thread made, for the jobs of this one that search. */
export function takeSearchIndex(
  { snapshot, bytes }: { snapshot: string; bytes: Uint8Array },
  { snapshots }: JobTools,
): Promise<void> {
  const read = () => JSON.parse(bufferOver(bytes).toString('utf8')) as SearchIndex;
  return snapshots.use(snapshot, async (loaded) => provideSearchIndex(loaded, read));
}
