import { stat } from 'node:fs/promises';
import type { Outcome } from '@article21/ingest';
import type { DatasetMeta, Issue, Tally } from '@article21/model';
import { type Call, exits, type Result } from './command.ts';
import { misuse } from './failure.ts';
import { issueCount, issueLines } from './issues.ts';
import { counted, table, visible } from './output.ts';

/** The folder that the command line names. Throws one sentence when it is not there or is no folder. */
export async function datasetFolder(call: Call): Promise<string> {
  const typed = call.args[0] ?? '';
  const dir = call.path(typed);
  const found = await stat(dir).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT' || error.code === 'ENOTDIR') throw misuse(`there is no folder ${typed}`);
    throw error;
  });
  if (!found.isDirectory())
    throw misuse(`${typed} is a file; name the folder of the dataset, the one with datapackage.json`);
  return dir;
}

/** Reads a dataset and shows on the way how far it has come. */
export async function readDataset(dir: string, { progress }: Call): Promise<Outcome> {
  // Loaded when needed, so that help and wrong usage answer at once.
  const ingest = await import('@article21/ingest');
  return ingest.readDataset(dir, {
    onProgress: ({ rows, bytes, totalBytes }) =>
      progress.at(bytes, totalBytes, `reading, ${counted(rows, 'row')}`),
  });
}

/** How many issues a reading that has come to its end has; more than it lists, where there are very many. */
export function issueCountOf(outcome: Outcome): number {
  return outcome.ok ? outcome.reading.issueCount() : outcome.issueCount;
}

/** The answer about a dataset that is not sound: what is wrong, and what follows from it. */
export function refused(call: Call, found: Found, json: object, consequence: string): Result {
  return {
    exit: exits.issues,
    json: { ok: false, ...json, ...found },
    text: issueLines(found.issues, call.paint, call.has('all')),
    notes: [
      ...(isNoDataset(found.issues) ? ['this folder is not a dataset: it has no datapackage.json'] : []),
      `${issueCount(found.issues, found.issueCount)}; ${consequence}`,
    ],
  };
}

function isNoDataset(issues: readonly Issue[]): boolean {
  return issues.some(
    // With a column it is a file that datapackage.json names.
    ({ file, column, code }) => file === 'datapackage.json' && column === null && code === 'missing_file',
  );
}

interface Found {
  issues: readonly Issue[];
  issueCount: number;
}

/** `Kazakhstan 2012, version 1.0.0 of 2012-09-25`. */
export function titleLine(meta: Pick<DatasetMeta, 'title' | 'version' | 'created' | 'synthetic'>): string {
  const synthetic = meta.synthetic ? ' (synthetic: generated, not evidence)' : '';
  return `${visible(meta.title)}, version ${visible(meta.version)} of ${meta.created}${synthetic}`;
}

/** One line for each file and its rows. */
export function tallyLines(tallies: readonly Tally[]): string[] {
  return table(tallies.map(({ file, rows }) => [`  ${visible(file)}`, counted(rows, 'row')]));
}
