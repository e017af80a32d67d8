export { cleanCell } from './clean.ts';
export { LISTED } from './findings.ts';
export { readFolderVocabulary } from './folder-vocabulary.ts';
export { formats } from './formats/index.ts';
export type { FoundInDataset } from './issue-log.ts';
export { type PolicyEffects, type PublicEdition, writePublicEdition } from './public-edition/index.ts';
export { hasPolicy, protectsSensitive } from './public-edition/read-policy.ts';
export { quantityNeeds } from './quantities.ts';
export { type Outcome, type Reading, type ReadOptions, readDataset } from './read-dataset.ts';
