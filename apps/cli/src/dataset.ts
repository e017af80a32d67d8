import { stat } from 'node:fs/promises';
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

/** The answer about a dataset that is not sound: every issue, and what follows from it. */
export function refused(call: Call, issues: readonly Issue[], json: object, consequence: string): Result {
  return {
    exit: exits.issues,
    json: { ok: false, ...json, issues },
    text: issueLines(issues, call.paint, call.has('all')),
    notes: [`${issueCount(issues)}; ${consequence}`],
  };
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
