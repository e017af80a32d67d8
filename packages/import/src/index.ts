export { importedSources } from './dataset-folder.ts';
export { type Imported, type ImportOptions, importTable, isOpen } from './import-table.ts';
export { besideFolder, mappingOf, printMapping, readMapping } from './mapping-file.ts';
export type { Difference } from './merge.ts';
export { proposeMapping } from './propose.ts';
export { type Question, type Refusal, withAnswer } from './questions.ts';
export { readTable, tablePath } from './table-file.ts';
export { writeTemplate } from './template.ts';
export { type Understanding, type UnderstoodRow, understand } from './understand.ts';
