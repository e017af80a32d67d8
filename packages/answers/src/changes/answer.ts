import { isDeepStrictEqual } from 'node:util';
import type { ChangesAnswer, ProblemKind } from '@article21/contract';
import { publishRecord, type RestrictionRecord, recordSchema } from '@article21/model';
import { HttpProblem } from '../http-problem.ts';
import type { LoadedSnapshot } from '../loaded-snapshot.ts';
import { redact } from '../redact.ts';
import { type Comparison, compare, type Difference } from './compare.ts';
import { allRecords } from './stream.ts';

/** How many differences are listed, and how many records of both snapshots are read at most: about ten seconds. */
const bounds = { listed: 500, read: 200_000 };

/** What changed since another snapshot, or why it cannot be compared. */
export type Changes = { answer: ChangesAnswer } | { refusal: { kind: ProblemKind; message: string } };

const columns = recordSchema.omit({ id: true }).keyof().options;

/**
 * What the records of a snapshot are beside those of another; `since` null stands before the first publication.
 * Refuses two that have more records than are read.
 */
export async function changesSince(
  since: LoadedSnapshot | null,
  loaded: LoadedSnapshot,
  limits = bounds,
): Promise<ChangesAnswer> {
  const { totals, listed } = await comparisonOf(since, loaded, limits);
  return { snapshot: loaded.id, since: since?.id ?? null, totals, changes: listed.map(asChange) };
}

/** The same, with a refusal as part of the answer instead of thrown. */
export async function changesFor(since: LoadedSnapshot | null, loaded: LoadedSnapshot): Promise<Changes> {
  try {
    return { answer: await changesSince(since, loaded) };
  } catch (error) {
    if (!(error instanceof HttpProblem)) throw error;
    return { refusal: { kind: error.kind, message: error.message } };
  }
}

async function comparisonOf(
  since: LoadedSnapshot | null,
  loaded: LoadedSnapshot,
  { listed: most, read }: typeof bounds,
): Promise<Comparison> {
  const nothing = { added: 0, removed: 0, changed: 0 };
  if (since === null) {
    const totals = { ...nothing, added: loaded.snapshot.manifest.records };
    return { totals, listed: await firstOf(shown(loaded, null), most) };
  }
  if (recordsHash(since) === recordsHash(loaded)) return { totals: nothing, listed: [] };
  const records = since.snapshot.manifest.records + loaded.snapshot.manifest.records;
  if (records > read)
    throw new HttpProblem(
      'too-much',
      `the two snapshots have ${records} records together; at most ${read} are compared`,
    );
  return compare(shown(since, loaded), shown(loaded, since), most);
}

/** The redacted records: words that are internal in either snapshot are removed from both, and are no difference. */
async function* shown(
  loaded: LoadedSnapshot,
  other: LoadedSnapshot | null,
): AsyncGenerator<RestrictionRecord> {
  for await (const record of allRecords(loaded.snapshot.records)) yield redact(record, loaded, other);
}

async function firstOf(records: AsyncIterable<RestrictionRecord>, most: number): Promise<Difference[]> {
  const first: Difference[] = [];
  for await (const after of records) {
    first.push({ before: null, after });
    if (first.length === most) break;
  }
  return first;
}

/** Equal files hold equal records; different engines write different files. */
function recordsHash({ snapshot: { manifest } }: LoadedSnapshot): string | undefined {
  return manifest.files.find(({ path }) => path === manifest.recordsFile)?.sha256;
}

function asChange({ before, after }: Difference): ChangesAnswer['changes'][number] {
  const record = after ?? before;
  if (record === null) throw new Error('a difference has a record on neither side');
  const { id, kind, place, date } = record;
  const what = before === null ? 'added' : after === null ? 'removed' : 'changed';
  const differing = columns.filter((it) => before && after && !isDeepStrictEqual(before[it], after[it]));
  const [was, is] = [before && publishRecord(before), after && publishRecord(after)];
  const held = differing.map((column) => ({ column, before: was?.[column], after: is?.[column] }));
  return { id, what, kind, place, date, columns: held };
}
