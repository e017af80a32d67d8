export { names, snapshotFolder, TOMBSTONE } from '../layout.ts';
export { type MirrorFile, textFile } from './file.ts';
export { aboutFile, cellsFile, type Mirrored, shownCatalogue, snapshotFiles, summaryOf } from './snapshot.ts';
