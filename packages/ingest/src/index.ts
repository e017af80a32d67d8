export { formats } from './formats/index.ts';
export { KEPT_ISSUES } from './ledger.ts';
export { type Outcome, type Progress, type Reading, type ReadOptions, readDataset } from './read-dataset.ts';
