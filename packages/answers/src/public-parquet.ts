import { allRecords } from './changes/stream.ts';
import { HttpProblem } from './http-problem.ts';
import type { AskedSnapshot, LoadedSnapshot } from './loaded-snapshot.ts';
import { redact } from './redact.ts';

/** Records of a file that is sent as it was published. */
const MOST_STORED = 1_000_000;
/** Records of one that is written without the words of internal sources when it is asked for. */
const MOST_WRITTEN = 100_000;

/** Why a snapshot has no Parquet file that is given as a whole; null where it has. */
export function parquetRefused({ snapshot }: Pick<LoadedSnapshot, 'snapshot'>): HttpProblem | null {
  const most = isStored(snapshot) ? MOST_STORED : MOST_WRITTEN;
  if (snapshot.manifest.records <= most) return null;
  const hint = 'follow this server to have them (article21 follow), or ask for parts as CSV';
  return new HttpProblem('too-much', `the snapshot has more than ${most} records: ${hint}`);
}

/** All records as a Parquet file without a word of an internal source: as published where there is no such source. */
export async function publicParquet({ snapshot }: Pick<LoadedSnapshot, 'snapshot'>): Promise<Uint8Array> {
  if (isStored(snapshot)) return snapshot.parquet(null);
  async function* shown() {
    for await (const record of allRecords(snapshot.records)) yield redact(record, { snapshot });
  }
  return snapshot.parquet(shown());
}

/** Whether the stored file is what everybody may have. */
function isStored({ manifest, catalogue }: AskedSnapshot): boolean {
  return (
    manifest.recordsFile.endsWith('.parquet') &&
    catalogue.sources.every(({ visibility }) => visibility === 'public')
  );
}
