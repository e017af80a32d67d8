import type { Vocabulary } from '@article21/model';
import { readDataPackage } from './data-package.ts';
import { createIssueLog } from './issue-log.ts';
import { openTables } from './tables/open.ts';
import { readVocabulary } from './tables/vocabulary.ts';

/**
 * The kinds, measures and attributes of the dataset in a folder, without reading the rest: of those that it declares, the sound ones.
 * What is wrong with the others is told where the dataset is read. Those of every dataset where the folder is not there.
 */
export async function readFolderVocabulary(folder: string): Promise<Vocabulary> {
  const issueLog = createIssueLog();
  const manifest = await readDataPackage(folder, issueLog);
  const tables = await openTables(folder, manifest, issueLog, {});
  return (await readVocabulary(tables, issueLog)).vocabulary;
}
