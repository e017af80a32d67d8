export { type Changes, changesFor, changesSince } from './answer.ts';
export { type Comparison, compare, type Difference } from './compare.ts';
export { comparedAsKept, keepWhatChanged, printKept, publishedBefore, readKept } from './keep.ts';
export { allRecords } from './stream.ts';
