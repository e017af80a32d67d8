import { dataPackage, isManifest } from './data-package.ts';
import { delimited } from './delimited.ts';
import { json, ndjson } from './json.ts';
import { parquet } from './parquet.ts';
import type { TableFormat } from './table-format.ts';
import { ods, xlsx } from './workbook.ts';

export type { RawRow } from './format.ts';
export {
  columnLetters,
  type TableChoice,
  type TableFormat,
  type TableHead,
  type TablePart,
  type TableProblem,
} from './table-format.ts';

const packages = dataPackage(tableFormatOf);

/** The formats a table of somebody else's may come in: one file and one line each. */
export const tableFormats: readonly TableFormat[] = [delimited, xlsx, ods, json, ndjson, parquet, packages];

/** The format of a file by its name; null when there is none for it. */
export function tableFormatOf(path: string): TableFormat | null {
  if (isManifest(path)) return packages;
  const extension = /\.([^./\\]+)$/.exec(path)?.[1]?.toLowerCase() ?? '';
  return tableFormats.find(({ extensions }) => extensions.includes(extension)) ?? null;
}
