import { allRecords } from './changes/stream.ts';
import { HttpProblem } from './http-problem.ts';
import type { LoadedSnapshot, SnapshotSource } from './loaded-snapshot.ts';
import { redact } from './redact.ts';

/** The most records of a file that is sent as published. */
const MOST_STORED = 1_000_000;
/** The most records of a file that is rewritten without the words of internal sources. */
const MOST_WRITTEN = 100_000;

/** Why the Parquet file of a snapshot cannot be sent; null if it can. */
export function parquetRefused({ snapshot }: Pick<LoadedSnapshot, 'snapshot'>): HttpProblem | null {
  const most = isStored(snapshot) ? MOST_STORED : MOST_WRITTEN;
  if (snapshot.manifest.records <= most) return null;
  const hint = 'follow this server to have them (article21 follow), or ask for parts as CSV';
  return new HttpProblem('too-much', `the snapshot has more than ${most} records: ${hint}`);
}

/** All records as a Parquet file without the words of internal sources; the published file if there are none. */
export async function publicParquet({ snapshot }: Pick<LoadedSnapshot, 'snapshot'>): Promise<Uint8Array> {
  if (isStored(snapshot)) return snapshot.parquet(null);
  async function* shown() {
    for await (const record of allRecords(snapshot.records)) yield redact(record, { snapshot });
  }
  return snapshot.parquet(shown());
}

/** Whether the stored file may be published as it is. */
function isStored({ manifest, catalogue }: SnapshotSource): boolean {
  return (
    manifest.recordsFile.endsWith('.parquet') &&
    catalogue.sources.every(({ visibility }) => visibility === 'public')
  );
}
