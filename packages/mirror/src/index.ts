export { names, snapshotFolder } from './layout.ts';
export { createMirrorFetch } from './read/answer.ts';
export type { ReadFile } from './read/records.ts';
