import { stat } from 'node:fs/promises';
import type { FoundInDataset, Outcome } from '@article21/ingest';
import type { DatasetMeta, Issue, Tally } from '@article21/model';
import { type Call, exits, type Result } from './command.ts';
import { misuse } from './failure.ts';
import { countLine, findingLines } from './findings.ts';
import { counted, table, visible } from './output.ts';

/** The folder that the command line names. Throws one sentence when it is not there or is no folder. */
export async function datasetFolder(call: Call, typed = call.args[0] ?? ''): Promise<string> {
  const dir = call.path(typed);
  const found = await stat(dir).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT' || error.code === 'ENOTDIR') throw misuse(`there is no folder ${typed}`);
    throw error;
  });
  if (!found.isDirectory())
    throw misuse(`${typed} is a file; name the folder of the dataset, the one with datapackage.json`);
  // Of an import that a kill interrupted, all is done now or nothing was.
  const { finishChange } = await import('@article21/import/changes');
  await finishChange(dir);
  return dir;
}

/** How many findings of a kind `--all` lists: so many that nobody reads them, and so few that they fit into memory. */
const ALL = 100_000;

/** Reads a dataset and shows on the way how far it has come. */
export async function readDataset(dir: string, { progress, has }: Call): Promise<Outcome> {
  // Loaded when needed, so that help and wrong usage answer at once.
  const ingest = await import('@article21/ingest');
  const { createUndrawable } = await import('@article21/render');
  return ingest.readDataset(dir, {
    undrawable: createUndrawable(),
    ...(has('all') ? { most: ALL } : {}),
    onProgress: ({ rows, bytes, totalBytes }) =>
      progress.at(bytes, totalBytes, `reading, ${counted(rows, 'row')}`),
  });
}

/** All that was found in a dataset whose records have been read to their end. */
export function foundIn(outcome: Outcome): FoundInDataset {
  return outcome.ok ? outcome.reading.found() : outcome.found;
}

/** The answer about a dataset that is not sound: what is wrong, and what follows from it. */
export function refused(call: Call, found: FoundInDataset, json: object, consequence: string): Result {
  return {
    exit: exits.issues,
    json: { ok: false, ...json, ...found },
    text: [
      ...findingLines(found.issues, found.issueKinds, call.paint, call.has('all')),
      ...warningLines(call, found),
    ],
    notes: [
      ...(isNoDataset(found.issues) ? ['this folder is not a dataset: it has no datapackage.json'] : []),
      `${countLine(found.issueKinds, 'issue')}; ${consequence}`,
      ...warningNotes(found),
    ],
  };
}

function isNoDataset(issues: readonly Issue[]): boolean {
  return issues.some(
    // With a column it is a file that datapackage.json names.
    ({ file, column, code }) => file === 'datapackage.json' && column === null && code === 'missing_file',
  );
}

/** The warnings, under a line that says what they are; nothing where there are none. */
export function warningLines(call: Call, { warnings, warningKinds }: FoundInDataset): string[] {
  if (warningKinds.length === 0) return [];
  const lines = findingLines(warnings, warningKinds, call.paint, call.has('all'));
  return ['', 'Warnings, which stop nothing:', ...lines];
}

/** How many warnings there are, and how to have them not come back; nothing where there are none. */
export function warningNotes({ warningKinds }: FoundInDataset): string[] {
  if (warningKinds.length === 0) return [];
  const how = 'where one is as the source has it, write its code into the column confirmed of its row';
  return [`${countLine(warningKinds, 'warning')}; ${how}`];
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
