export type { Changes } from '../layout.ts';
export { type MirrorFile, textFile } from './file.ts';
export { changesFor, type Mirrored, snapshotFiles } from './snapshot.ts';
