export { type MirrorFile, textFile } from './file.ts';
export { aboutFile, cellsFile, type Mirrored, snapshotFiles } from './snapshot.ts';
