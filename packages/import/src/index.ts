export { importedSources } from './dataset-folder.ts';
export { type Imported, type ImportOptions, importTable } from './import-table.ts';
export type { Difference } from './merge.ts';
export { proposeMapping } from './propose.ts';
export { type Question, type Refusal, withAnswer } from './questions.ts';
export { writeTemplate } from './template.ts';
export { type Understanding, type UnderstoodRow, understand } from './understand.ts';
export { mappingFile } from './written.ts';
