import { sep } from 'node:path';
import { readStatement } from '../editions/statement.ts';
import { readTombstone, retractedIds, tombstoneReplaced } from '../retractions/read.ts';
import { isRetractionUnfinished } from '../retractions/retract.ts';
import { printTombstone } from '../retractions/tombstone.ts';
import { readWithheld } from '../retractions/withheld.ts';
import { readIntent } from './change.ts';
import { readCurrent } from './current.ts';
import { Obstacle } from './durable-fs.ts';
import { explained, isSnapshotDamaged } from './errors.ts';
import type { Folder } from './folder.ts';
import { readLock } from './lock.ts';
import { requireGrown } from './log.ts';

/**
 * What is wrong with the files that a store keeps beside its snapshots: for each an error of one sentence, with its path in the
 * store and how to mend it, and with what caused it for the log. Of one that is not there nothing is wrong.
 */
export async function ownProblems(folder: Folder): Promise<Error[]> {
  const problems: Error[] = [];
  const look = (read: Promise<unknown>) =>
    read.catch((cause: unknown) => {
      problems.push(new Error(sentenceOf(cause, folder), { cause }));
    });
  await look(readCurrent(folder));
  await look(requireGrown(folder));
  await look(readIntent(folder));
  await look(readLock(folder));
  await look(readStatement(folder));
  await look(readWithheld(folder));
  await look(isRetractionUnfinished(folder));
  await look(readTombstones(folder));
  return problems;
}

async function readTombstones(folder: Folder): Promise<void> {
  for (const id of await retractedIds(folder)) {
    const [known, now] = [folder.tombstones.get(id), await readTombstone(folder, id)];
    if (known && now && printTombstone(now) !== printTombstone(known)) throw tombstoneReplaced(id);
  }
}

/** An error in words for somebody who is not to know where the store stands. */
function sentenceOf(error: unknown, { dataDir }: Folder): string {
  const explanation = explained(error, dataDir);
  if (!(explanation instanceof Error)) return String(explanation);
  const mend = error instanceof Obstacle ? PUT_BACK_HINT : isSnapshotDamaged(error) ? RESTORE_HINT : '';
  return `${explanation.message}${mend}`
    .replaceAll(`${dataDir}${sep}`, '')
    .replaceAll(dataDir, 'the store’s folder');
}

const PUT_BACK_HINT = '; move it away, and put back the file itself from a backup';
const RESTORE_HINT = '; bring it back from a backup, or choose another snapshot with rollback';
