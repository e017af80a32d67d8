export { attributesIn } from './attribute-columns.ts';
export { finishChange } from './commit.ts';
export { fileOf, hashOf, importedSources, readFolderTable } from './dataset-folder.ts';
export { documentExtensions, readDocument } from './document-file.ts';
export {
  type Edited,
  editFolder,
  type FolderEdit,
  type FolderRows,
  readFolderRows,
  stampOf,
} from './edit-folder.ts';
export { inLatin } from './gazetteer.ts';
export { idFrom } from './ids.ts';
export { type Imported, type ImportOptions, importTable, isOpen } from './import-table.ts';
export { mappingOf, parseMapping, printMapping, proposedMappingPath, readMapping } from './mapping-file.ts';
export type { Difference } from './merge.ts';
export { withNewPlace } from './new-place.ts';
export { proposeMapping } from './propose.ts';
export { type Question, type Refusal, withAnswer } from './questions.ts';
export { addRegions, townsWithoutRegion, type WithoutRegion } from './regions.ts';
export { type ColumnRole, type Constants, columnRolesOf, constantsIn, rolesIn, withRoles } from './roles.ts';
export { TO_BE_FILLED } from './rules.ts';
export { isSensitive, type Marking, markRecords } from './sensitive.ts';
export {
  addStatement,
  datasetFields,
  newDataset,
  type StatementField,
  statementFields,
} from './statement.ts';
export { readTable, requireTableName, tableExtensions, tablePath } from './table-file.ts';
export { writeTemplate } from './template.ts';
export { countryOf, findTypedPlace, gazetteerTowns, type TypedPlace, unused } from './typed-place.ts';
export { type Understanding, type UnderstoodRow, understand } from './understand.ts';
export { isBusy, isUnusableInput, unreadable, whyOf } from './unusable.ts';
export { mappingFile, rowsFile } from './written.ts';
