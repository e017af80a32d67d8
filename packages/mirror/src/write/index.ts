export { type MirrorFile, textFile } from './file.ts';
export { type Mirrored, snapshotFiles } from './snapshot.ts';
