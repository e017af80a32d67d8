export { type Changes, changesFor, changesSince } from './answer.ts';
export { publishedBefore } from './before.ts';
export { type Comparison, compare, type Difference } from './compare.ts';
export { comparedAsKept, keepWhatChanged } from './keep.ts';
export { printKept, readKept } from './kept.ts';
export { allRecords } from './stream.ts';
